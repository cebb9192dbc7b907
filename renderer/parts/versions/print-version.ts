import { printBytes } from '#domain/backup/print-amount.ts';
import type { OutsideCollision } from '#domain/contract/errors/write-errors.ts';
import { rectangleSchema, sayRectangle } from '#domain/passage/region/rectangle.ts';
import { capital } from '#domain/text/capital.ts';

/** Fields whose names in the file are not clear to a reader. */
const fieldNames: Readonly<Record<string, string>> = {
  tagIds: 'Tags',
  sourceId: 'Speaker',
  concernedIds: 'Concerned',
  publicationId: 'Publication',
  parentId: 'Place in the tree',
  confirmedBecause: 'Reason for grade 1',
  deletedAt: 'Deletion',
  selectors: 'Words',
  content: 'Text',
  printedTaskIds: 'Printed tasks',
  base64: 'File',
  csl: 'File',
};

/** The name of what both sides have changed: "Note", "Title". */
export const printField = ({ field, what }: Pick<OutsideCollision, 'field' | 'what'>): string => {
  if (field === null) return `The whole ${what}`;
  const own = field.slice(field.lastIndexOf('.') + 1);
  const words = own.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
  return fieldNames[own] ?? capital(words);
};

type NameOf = (id: string) => string | undefined;
type Fields = Readonly<Record<string, unknown>>;

const NOTHING = '(nothing)';

/** A value of a record for reading: a text as its words, ids as names. */
export const printValue = (value: unknown, nameOf: NameOf): string => {
  const text = printPart(value, nameOf).trim();
  return text === '' ? NOTHING : text;
};

const printPart = (value: unknown, nameOf: NameOf): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return nameOf(value) ?? value;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map((item: unknown) => printPart(item, nameOf)).join(', ');
  const words = wordsOfSelector(value as Fields);
  if (words !== null) return words;
  return isText(value as Fields) ? printText(value as Fields) : printFields(value as Fields, nameOf);
};

/** Of a passage's selectors a reader knows the words, of a region's the edges. */
const wordsOfSelector = ({ quote, xywh }: Fields): string | null => {
  const region = rectangleSchema.safeParse(xywh);
  if (region.success) return sayRectangle(region.data);
  return typeof quote === 'object' && quote !== null && 'exact' in quote ? `“${String(quote.exact)}”` : null;
};

/** Fields of a record that mean nothing to a reader. */
const unprinted: readonly string[] = ['id', 'memoId', 'snapshotId', 'createdAt', 'updatedAt', 'by'];

const isText = ({ type, content }: Fields): boolean => type === 'doc' && Array.isArray(content);

/** The words of a note or a memo, one line for each block with words of its own. */
const printText = ({ text, type, attrs, content }: Fields): string => {
  if (typeof text === 'string') return text;
  const inner = Array.isArray(content) ? (content as readonly Fields[]) : [];
  if (inner.length === 0) return type === 'citation' ? '[citation]' : headingOf(attrs);
  const isInline = inner.some((node) => typeof node.text === 'string');
  const parts = inner.map(printText);
  return [headingOf(attrs), isInline ? parts.join('') : parts.filter((part) => part !== '').join('\n')]
    .filter((part) => part !== '')
    .join('\n');
};

const headingOf = (attrs: unknown): string =>
  typeof attrs === 'object' && attrs !== null && 'heading' in attrs ? String(attrs.heading) : '';

/** The content of a picture, template or style file is not readable; its size is shown instead. */
const sizesOfFiles: Readonly<Record<string, (held: string) => number>> = {
  base64: (held) => Math.floor((held.length * 3) / 4),
  csl: (held) => new TextEncoder().encode(held).length,
};

const printHeld = (name: string, value: unknown, nameOf: NameOf): string => {
  const sizeOf = sizesOfFiles[name];
  return sizeOf !== undefined && typeof value === 'string'
    ? printBytes(sizeOf(value))
    : printPart(value, nameOf);
};

const printFields = (fields: Fields, nameOf: NameOf): string =>
  Object.entries(fields)
    .filter(([name]) => !unprinted.includes(name))
    .map(([name, value]) => [name, printHeld(name, value, nameOf)] as const)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${printField({ field: name, what: 'passage' })}: ${text}`)
    .join('\n');
