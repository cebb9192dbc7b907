/** The YAML block between two lines of `---` at the top of a Markdown file: the metadata of its text. */

import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { FoundField, FoundMetadata } from '#domain/article/article.ts';
import { type Candidate, chooseFound } from '../metadata/found-value.ts';

/** The keys that writers and clipping tools use for a value, the most common first. */
const keys: { readonly [Field in FoundField]: readonly string[] } = {
  type: [],
  title: ['title', 'headline'],
  byline: ['byline', 'author', 'authors', 'creator'],
  publisher: ['publisher', 'publication', 'site_name', 'site', 'website', 'source'],
  publishedAt: ['published_at', 'publishedat', 'published', 'date_published', 'pubdate', 'date'],
  url: ['url', 'source_url', 'canonical_url', 'canonical', 'link', 'permalink', 'source'],
  doi: ['doi'],
  accessedAt: ['accessed', 'accessed_at', 'date_accessed', 'retrieved'],
  language: ['language', 'lang', 'locale'],
};

/** The strings of a value: one, or those of a list. Numbers and dates stay as written. */
const stringsOf = (value: unknown): readonly string[] => {
  if (isSeq(value)) return value.items.flatMap(stringsOf);
  return isScalar(value) && typeof value.value === 'string' && !/^(?:~|null)?$/i.test(value.value)
    ? [value.value]
    : [];
};

type Values = ReadonlyMap<string, readonly string[]>;

const plainKey = (key: string): string => key.trim().toLowerCase().replaceAll('-', '_');

const valuesOfMap = (map: YAMLMap): Values =>
  new Map(
    map.items.map(({ key, value }) => [plainKey(String(isScalar(key) ? key.value : key)), stringsOf(value)]),
  );

const readFields = (values: Values): FoundMetadata => {
  const candidates = Object.entries(keys).map(([field, names]) => [
    field,
    names.flatMap((name): readonly Candidate[] => {
      const strings = values.get(name) ?? [];
      return strings.length === 0 ? [] : [{ raw: strings.join(', '), foundIn: 'front-matter' }];
    }),
  ]);
  return chooseFound(Object.fromEntries(candidates));
};

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** The YAML map in `block`, null if it is anything else. */
const readMap = (block: string): YAMLMap | null => {
  const { contents, errors } = parseDocument(block, { schema: 'failsafe', logLevel: 'silent' });
  return errors.length === 0 && isMap(contents) ? contents : null;
};

const KEY_LINE = /^([\p{L}_][\p{L}\p{N} _.-]{0,40}):(?:\s+(.*))?$/u;
const ITEM_LINE = /^\s*-\s+(.*)$/;
/** A line that continues a value, is empty, or closes a bracket. */
const OTHER_LINE = /^\s*(?:#.*|[\]}],?)?$|^\s+\S/;

/** A value without quotation marks and brackets, which invalid YAML may leave unbalanced. */
const plainValue = (raw: string): string =>
  raw
    .trim()
    .replace(/^["'[]+|["'\],]+$/g, '')
    .trim();

const isLikeYaml = (line: string): boolean =>
  [KEY_LINE, ITEM_LINE, OTHER_LINE].some((kind) => kind.test(line));

/**
 * Reads a block that is not valid YAML (mostly because of a colon or quotation mark in a value) line by line: `key:
 * value`, or the items of a list below its key. Null if a line is neither: it is then text between two rules.
 */
const readLines = (block: string): Values | null => {
  const lines = block.split(/\r?\n/);
  if (!lines.every(isLikeYaml) || !lines.some((line) => KEY_LINE.test(line))) return null;
  const values = new Map<string, string[]>();
  let key = '';
  for (const line of lines) {
    const [, newKey = key, onLine] = KEY_LINE.exec(line) ?? [];
    key = plainKey(newKey);
    const value = plainValue(onLine ?? ITEM_LINE.exec(line)?.[1] ?? '');
    if (value !== '') values.set(key, [...(values.get(key) ?? []), value]);
  }
  return values;
};

/** A Markdown text, separate from the block above it. */
export type PartedMarkdown = {
  readonly text: string;
  readonly found: FoundMetadata;
  /** The block if something of it may be lost: invalid YAML, or nothing known in it. Null for none. */
  readonly leftOut: string | null;
};

/**
 * Separates front matter from text. If there is none, or the lines between the dashes are neither a YAML map nor look
 * like one, everything is text; also if a blank line follows the first dashes, as between paragraphs, and no key is
 * known. The schema is YAML's failsafe one: every value is a string as written.
 */
export const readFrontMatter = (markdown: string): PartedMarkdown => {
  const [matched = '', block = ''] = FRONT_MATTER.exec(markdown) ?? [];
  const map = readMap(block);
  const values = map === null ? readLines(block) : valuesOfMap(map);
  const found = values === null ? {} : readFields(values);
  const isKnown = Object.keys(found).length > 0;
  if (values === null || !(isKnown || /^\S/.test(block))) return { text: markdown, found: {}, leftOut: null };
  const leftOut = map === null || !isKnown ? block.replaceAll('\r\n', '\n') : null;
  return { text: markdown.slice(matched.length), found, leftOut };
};
