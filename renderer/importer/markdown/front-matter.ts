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

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** The map of YAML in `block`, null where it is anything else. */
const readMap = (block: string): YAMLMap | null => {
  const { contents, errors } = parseDocument(block, { schema: 'failsafe', logLevel: 'silent' });
  return errors.length === 0 && isMap(contents) ? contents : null;
};

/**
 * Parts front matter from text. Where there is none, or the lines between the dashes are no map of YAML, all of it
 * is text; so it is where a blank line follows the first dashes, as it does between paragraphs, and no key is known.
 * The schema is YAML's failsafe one: every value is the string that was written, and nothing is made of it.
 */
export const readFrontMatter = (
  markdown: string,
): { readonly text: string; readonly found: FoundMetadata } => {
  const [matched = '', block = ''] = FRONT_MATTER.exec(markdown) ?? [];
  const map = readMap(block);
  const found = map === null ? {} : readFields(map);
  const isFrontMatter = map !== null && (/^\S/.test(block) || Object.keys(found).length > 0);
  return isFrontMatter ? { text: markdown.slice(matched.length), found } : { text: markdown, found: {} };
};
