import { utf8Length } from '../text/text-index.ts';
import { printMarking } from '../tradecraft/marking.ts';
import type { MemoHead } from './memo.ts';

/** Not allowed in a file name on Windows, or a path separator anywhere. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are just what is sought
const forbidden = /[<>:"/\\|?*\u0000-\u001f\u007f]/gu;

/** File systems count a name in bytes, 255 at most; a title in Chinese takes three for each character. */
const MAX_BYTES = { title: 90, referenceNumber: 60, marking: 60, name: 240 };

/** Turns the order in which a name is read, so that another ending is seen; or is no character at all. */
const deceptive = /[\p{Bidi_Control}\p{Cs}]/gu;

const clean = (text: string): string =>
  text.replace(forbidden, ' ').replace(deceptive, '').replaceAll(/\s+/gu, ' ').trim();

/** `text` up to `maxBytes` in UTF-8, cut between words where there is a space. */
const cutToBytes = (text: string, maxBytes: number): string => {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += utf8Length(character);
    if (bytes > maxBytes)
      return text.slice(0, text.lastIndexOf(' ', end) > 0 ? text.lastIndexOf(' ', end) : end);
    end += character.length;
  }
  return text;
};

/** The title up to its colon. */
const shortTitle = (title: string): string => clean(title.split(/:\s/u)[0] ?? title);

/** The parts that a pattern can contain, each with its explanation. */
export const namePartWords = {
  date: 'the day of “As of”',
  ref: 'the reference number',
  title: 'the title up to its colon',
  marking: 'the marking',
} as const;
type NamePart = keyof typeof namePartWords;

/** It contains the marking, so that this is seen before the file is opened. */
export const usualNamePattern = '{date} {ref} {title} {marking}';

type NamedHead = Pick<MemoHead, 'title' | 'referenceNumber' | 'asOf' | 'marking'>;

const printParts = ({ asOf, referenceNumber, title, marking }: NamedHead): Record<NamePart, string> => ({
  date: asOf.slice(0, 10),
  ref: cutToBytes(clean(referenceNumber), MAX_BYTES.referenceNumber),
  title: cutToBytes(shortTitle(title), MAX_BYTES.title),
  marking:
    marking === null ? '' : cutToBytes(clean(printMarking(marking).replaceAll(':', '-')), MAX_BYTES.marking),
});

/**
 * `typed` as the name of a folder, or of a file without its ending, valid on every system; empty where nothing of it is
 * left.
 */
export const safeName = (typed: string): string =>
  cutToBytes(clean(typed), MAX_BYTES.name).replace(/[. ]+$/u, '');

/** `typed` as the name of a file of that ending, valid on every system; empty where nothing of it is left. */
export const safeFileName = (typed: string, extension: string): string => {
  const name = safeName(typed);
  return name === '' ? '' : `${name}.${extension}`;
};

/**
 * The file name of an exported memo, without its extension: "2024-04-24 PM-2024-017 Beijing visit TLP-AMBER". An
 * unknown placeholder stays as it is written; a pattern that yields nothing is replaced by the usual one.
 */
export const exportName = (head: NamedHead, pattern: string = usualNamePattern): string => {
  const parts = printParts(head);
  const filled = pattern.replace(/\{(date|ref|title|marking)\}/gu, (_, part: NamePart) => parts[part]);
  const name = clean(filled).replace(/[. ]+$/u, '');
  return name === '' && pattern !== usualNamePattern ? exportName(head) : name;
};
