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

const readFields = (map: YAMLMap): FoundMetadata => {
  const values = new Map(
    map.items.map(({ key, value }) => [
      String(isScalar(key) ? key.value : key)
        .toLowerCase()
        .replaceAll('-', '_'),
      stringsOf(value),
    ]),
  );
  const candidates = Object.entries(keys).map(([field, names]) => [
    field,
    names.flatMap((name): readonly Candidate[] => {
      const strings = values.get(name) ?? [];
      return strings.length === 0 ? [] : [{ raw: strings.join(', '), foundIn: 'front-matter' }];
    }),
  ]);
  return chooseFound(Object.fromEntries(candidates));
};

// A blank line behind the first dashes makes them a line between paragraphs.
const FRONT_MATTER = /^---[ \t]*\r?\n(?=\S)([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/**
 * Parts front matter from text. Where there is none, or the lines between the dashes are no map of YAML, all of it
 * is text. The schema is YAML's failsafe one: every value is the string that was written, and nothing is made of it.
 */
export const readFrontMatter = (
  markdown: string,
): { readonly text: string; readonly found: FoundMetadata } => {
  const match = FRONT_MATTER.exec(markdown);
  const yaml =
    match === null ? null : parseDocument(match[1] ?? '', { schema: 'failsafe', logLevel: 'silent' });
  return match !== null && yaml !== null && yaml.errors.length === 0 && isMap(yaml.contents)
    ? { text: markdown.slice(match[0].length), found: readFields(yaml.contents) }
    : { text: markdown, found: {} };
};
