/** The block of YAML between two lines of `---` at the top of a Markdown file: what it says of its text. */

import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { FoundField, FoundMetadata } from '#domain/article/article.ts';
import { type Candidate, chooseFound } from '../metadata/found-value.ts';

/** The keys under which writers and clipping tools keep a value, the plainest first. */
const keys: { readonly [Field in FoundField]: readonly string[] } = {
  title: ['title', 'headline'],
  byline: ['byline', 'author', 'authors', 'creator'],
  publisher: ['publisher', 'publication', 'site_name', 'site', 'website', 'source'],
  publishedAt: ['published_at', 'publishedat', 'published', 'date_published', 'pubdate', 'date'],
  url: ['url', 'source_url', 'canonical_url', 'canonical', 'link', 'permalink', 'source'],
  language: ['language', 'lang', 'locale'],
};

/** The strings of a value: one, or those of a list. Numbers and dates come as they were written. */
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

/** The map of YAML in `block`, null where it is anything else. */
const readMap = (block: string): YAMLMap | null => {
  const { contents, errors } = parseDocument(block, { schema: 'failsafe', logLevel: 'silent' });
  return errors.length === 0 && isMap(contents) ? contents : null;
};

const KEY_LINE = /^([\p{L}_][\p{L}\p{N} _.-]{0,40}):(?:\s+(.*))?$/u;
const ITEM_LINE = /^\s*-\s+(.*)$/;
/** What goes on a value, says nothing, or closes a bracket. */
const OTHER_LINE = /^\s*(?:#.*|[\]}],?)?$|^\s+\S/;

/** A value without the quotation marks and brackets that YAML has no use for where it is broken. */
const plainValue = (raw: string): string =>
  raw
    .trim()
    .replace(/^["'[]+|["'\],]+$/g, '')
    .trim();

/**
 * A block that is no clean YAML (a colon or a quotation mark in a value, mostly) by its lines: `key: value` each, or
 * the items of a list below its key. Null where a line is none of this, and where no key is one that is known: then
 * it is text between two rules.
 */
const readLines = (block: string): Values | null => {
  const lines = block.split(/\r?\n/);
  if (!lines.every((line) => [KEY_LINE, ITEM_LINE, OTHER_LINE].some((kind) => kind.test(line)))) return null;
  const values = new Map<string, string[]>();
  let key = '';
  for (const line of lines) {
    const pair = KEY_LINE.exec(line);
    if (pair !== null) key = plainKey(pair[1] ?? '');
    const value = plainValue(pair?.[2] ?? ITEM_LINE.exec(line)?.[1] ?? '');
    if (value !== '') values.set(key, [...(values.get(key) ?? []), value]);
  }
  const isKnown = Object.values(keys).some((names) => names.some((name) => values.has(name)));
  return isKnown ? values : null;
};

/** What `block` says, as YAML or by its lines; null where it is no front matter. */
const readBlock = (block: string): FoundMetadata | null => {
  const map = readMap(block);
  if (map === null) {
    const values = readLines(block);
    return values === null ? null : readFields(values);
  }
  const found = readFields(valuesOfMap(map));
  return /^\S/.test(block) || Object.keys(found).length > 0 ? found : null;
};

/**
 * Parts front matter from text. Where there is none, or the lines between the dashes are neither a map of YAML nor
 * lines that look like one, all of it is text; so it is where a blank line follows the first dashes, as it does
 * between paragraphs, and no key is known. The schema is YAML's failsafe one: every value is the string that was
 * written, and nothing is made of it.
 */
export const readFrontMatter = (
  markdown: string,
): { readonly text: string; readonly found: FoundMetadata } => {
  const [matched = '', block = ''] = FRONT_MATTER.exec(markdown) ?? [];
  const found = matched === '' ? null : readBlock(block);
  return found === null ? { text: markdown, found: {} } : { text: markdown.slice(matched.length), found };
};
