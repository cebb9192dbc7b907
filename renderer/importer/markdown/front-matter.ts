/** The block of YAML between two lines of `---` at the top of a Markdown file: what it says of its text. */

import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { FoundField, FoundMetadata } from '#domain/article/article.ts';
import { type Candidate, chooseFound } from '../metadata/found-value.ts';

/** The keys under which writers and clipping tools keep a value, the plainest first. */
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

const isLikeYaml = (line: string): boolean =>
  [KEY_LINE, ITEM_LINE, OTHER_LINE].some((kind) => kind.test(line));

/**
 * A block that is no clean YAML (a colon or a quotation mark in a value, mostly) by its lines: `key: value` each, or
 * the items of a list below its key. Null where a line is none of this: then it is text between two rules.
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

/** A Markdown text, apart from the block above it. */
export type PartedMarkdown = {
  readonly text: string;
  readonly found: FoundMetadata;
  /** The block where something of it may be lost: no clean YAML, or nothing in it that is known. Null for none. */
  readonly leftOut: string | null;
};

/**
 * Parts front matter from text. Where there is none, or the lines between the dashes are neither a map of YAML nor
 * lines that look like one, all of it is text; so it is where a blank line follows the first dashes, as it does
 * between paragraphs, and no key is known. The schema is YAML's failsafe one: every value is the string that was
 * written, and nothing is made of it.
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
