/**
 * What a reader can recover from an unencrypted archive who only knows the shape of its JSON: each file as it is, or
 * its previous version if it can't be read; conflict copies; and which record refers to which, as far as both are
 * there. What a repair has put away does not count.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseContent } from '#domain/archive/content/parse-content.ts';
import { readArchivePath } from '#domain/archive/merge/archive-path.ts';

type Json = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parse = (text: string): Json | null => {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
};

const pathsIn = (root: string, folder = ''): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.name === '.git' || path.startsWith('trash/before-repair')) return [];
    return entry.isDirectory() ? pathsIn(root, path) : [path];
  });

const collections = [
  'tags',
  'sources',
  'tasks',
  'passages',
  'about',
  'memo',
  'article',
  'searches',
  'conflicts',
  'snapshot',
  'events',
];
const references = [
  'parentId',
  'mergedInto',
  'tagIds',
  'sourceId',
  'publicationId',
  'passageId',
  'printedTaskIds',
  'supersedesId',
  'relations',
  'answeredBy',
  'positions',
  'concernedIds',
  'sayings',
];

type Held = { readonly collection: string; readonly record: Json };

const recordsIn = (content: Json): readonly Held[] =>
  collections.flatMap((collection) => {
    const held = content[collection];
    const records = Array.isArray(held) ? held : [held];
    return records.filter(isObject).map((record) => ({ collection, record }));
  });

/** Whether the file belongs in its place, in the folder of its article or memo. */
const isOwn = (path: string, content: Json): boolean => {
  const [, id] = /(?:articles|memos)\/([0-9a-f-]{36})\//u.exec(path) ?? [];
  const owner = ['about', 'memo', 'article'].map((name) => content[name]).find(isObject);
  return id === undefined || owner === undefined || owner.id === id;
};

const idsNamedBy = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(idsNamedBy);
  if (!isObject(value)) return [];
  return [value.passageId, value.organisationId].filter((id) => typeof id === 'string');
};

const factsOf = ({
  collection,
  record,
}: Held): { readonly own: string; readonly refers: readonly (readonly [string, string])[] } => {
  const rest = Object.fromEntries(
    Object.entries(record).filter(([key]) => !references.includes(key) && key !== 'updatedAt'),
  );
  const refers = references.flatMap((field) =>
    idsNamedBy(record[field]).map((id) => [`${collection} ${String(record.id)} ${field} ${id}`, id] as const),
  );
  return { own: `${collection} ${JSON.stringify(rest)}`, refers };
};

type Read = {
  /** The recoverable facts, one line of text each. */
  readonly facts: ReadonlySet<string>;
  /** All references, including those to missing records. */
  readonly references: ReadonlySet<string>;
};

const contentsIn = (texts: ReadonlyMap<string, Buffer>): readonly Json[] => {
  const names = new Set([...texts.keys()].map((path) => path.replace(/\.bak$/u, '')));
  return [...names].flatMap((path) => {
    const versions = [path, `${path}.bak`].map((each) => parse(String(texts.get(each) ?? '')));
    const best = versions.filter(isObject).find((each) => isOwn(path, each) && hasShape(path, each));
    return best === undefined ? [] : [best];
  });
};

/** Reads everything again. */
export const readArchive = (root: string): Read => {
  const texts = new Map(pathsIn(root).map((path) => [path, readFileSync(join(root, path))]));
  const facts = new Set<string>();
  const seen = new Set<string>();
  for (const [path, bytes] of texts) {
    for (const [, id = ''] of bytes.toString('latin1').matchAll(/"id"\s*:\s*"([0-9a-f-]{36})"/gu))
      seen.add(id);
    if (/media\/|original\./u.test(path))
      facts.add(`${path} ${createHash('sha256').update(bytes).digest('hex')}`);
  }
  const told = contentsIn(texts).flatMap(recordsIn).map(factsOf);
  for (const { own } of told) facts.add(own);
  const refers = told.flatMap((one) => one.refers);
  for (const [fact, id] of refers) if (seen.has(id)) facts.add(fact);
  return { facts, references: new Set(refers.map(([fact]) => fact)) };
};

/** Facts that were recoverable before and now are neither recoverable nor referred to. */
export const lostBetween = (before: Read, now: Read): readonly string[] =>
  [...before.facts].filter((fact) => !now.facts.has(fact) && !now.references.has(fact));

/** References that were recoverable before, and that no record makes now. */
export const takenBetween = (before: Read, now: Read): readonly string[] =>
  [...before.references].filter((reference) => !now.references.has(reference));

/** Whether a file matches its published schema; one of a newer Precis only has to be JSON. */
const hasShape = (path: string, content: Json): boolean => {
  const kind = readArchivePath(path)?.kind ?? null;
  if (kind === null) return recordsIn(content).some(({ record }) => typeof record.id === 'string');
  const parsed = parseContent(kind, content);
  return parsed.ok || parsed.error.kind === 'newer-version';
};
