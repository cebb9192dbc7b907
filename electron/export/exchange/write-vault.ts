/**
 * A note of Markdown for each article, as Obsidian reads it: the citation as front matter, each passage a block
 * quotation that can be linked to, links between passages as links between notes. What is not Markdown is escaped.
 */
import { doiOf } from '#domain/article/bibliography/doi.ts';
import type { OutArticle, OutFile, OutMaterial, OutPassage } from '#domain/exchange/material.ts';
import type { PassageId } from '#domain/ids.ts';
import { PAD_ID, PAD_TITLE } from '#domain/pad/pad.ts';
import type { LabelSet } from '#domain/passage/label.ts';
import { wordRelation } from '#domain/passage/word-relation.ts';
import { parseNamePath } from '#domain/tree/name-path.ts';
import { escapeAddress, escapeHeading, escapeInline, escapeLine } from '../markdown/escape-markdown.ts';
import { markdownOfPassage } from '../markdown/markdown-passage.ts';

const FOLDER = 'Precis';

/** A tag in the syntax of Obsidian: no spaces, no slash within a name, and not only digits. */
const tagOf = (path: string): string => {
  const tag = parseNamePath(path)
    .map((level) => level.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|-+$/gu, ''))
    .filter((level) => level !== '')
    .join('/');
  return /^[\d/]*$/u.test(tag) ? `tag-${tag}` : tag;
};

/**
 * A JSON string in double quotes is also valid YAML, except for characters that YAML forbids. An angle bracket is
 * escaped too: `<%` begins a template command wherever in the note it occurs.
 */
const yamlString = (value: string | number): string =>
  JSON.stringify(value).replace(
    /[<\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/gu,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );

const yamlLine = (key: string, value: string | number | readonly string[] | null): readonly string[] => {
  if (value === null) return [];
  if (typeof value !== 'object') return [`${key}: ${yamlString(value)}`];
  return value.length === 0 ? [] : [`${key}:`, ...value.map((each) => `  - ${yamlString(each)}`)];
};

const frontMatter = ({ id, bibliography, tags, textSha256, state, marking }: OutArticle): string =>
  [
    '---',
    ...yamlLine('title', bibliography.title),
    ...yamlLine('author', bibliography.byline),
    ...yamlLine('publisher', bibliography.publisher),
    ...yamlLine('published', bibliography.publishedAt),
    ...yamlLine('url', bibliography.url),
    ...yamlLine('doi', doiOf(bibliography)),
    ...yamlLine('accessed', bibliography.accessedAt),
    ...yamlLine('language', bibliography.language),
    ...yamlLine('marking', marking),
    ...yamlLine('state', state),
    ...yamlLine('tags', [...new Set(tags.map(tagOf))]),
    ...yamlLine('precis', id),
    ...yamlLine('sha256', textSha256),
    '---',
  ].join('\n');

/** The block id by which a passage is linked to: letters, digits and hyphens. */
const blockOf = (id: PassageId): string => `p-${id}`;

type Links = (id: PassageId) => string | null;

const factsOf = ({ label, grade, tags }: OutPassage, labels: LabelSet): string =>
  [
    `**${escapeInline(labels.of(label).name)}**`,
    ...(grade === '' ? [] : [escapeInline(grade)]),
    ...[...new Set(tags.map(tagOf))].map((tag) => `#${tag}`),
  ].join(' · ');

const ownWords = (note: string): string => note.split('\n').map(escapeLine).join('\n\n');

const passageText = (passage: OutPassage, linkTo: Links, labels: LabelSet): string => {
  const related = passage.relations.flatMap(({ type, passageId }) => {
    const link = linkTo(passageId);
    return link === null ? [] : [`- ${wordRelation(type, 'to')} [[${link}]]`];
  });
  return [
    markdownOfPassage(passage),
    `^${blockOf(passage.id)}`,
    factsOf(passage, labels),
    ...(passage.note === null ? [] : [ownWords(passage.note)]),
    ...(related.length === 0 ? [] : [related.join('\n')]),
  ].join('\n\n');
};

const noteOf = (article: OutArticle, linkTo: Links, labels: LabelSet): string => {
  const { bibliography, note, passages } = article;
  const { title, url } = bibliography;
  return `${[
    frontMatter(article),
    `# ${escapeHeading(title ?? 'Untitled')}`,
    ...(url === null ? [] : [`<${escapeAddress(url)}>`]),
    ...(note === null ? [] : [ownWords(note)]),
    ...passages.map((passage) => passageText(passage, linkTo, labels)),
  ].join('\n\n')}\n`;
};

/** File names of notes: made from their titles, in a form that every file system and Obsidian accept. */

const MAX_LENGTH = 80;

/** Characters with a special meaning in file systems or in links of Obsidian. */
const UNUSABLE = /[\\/:*?"<>|#^[\]\p{Cc}\p{Cf}]/gu;
/** Names of devices on Windows. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

const plain = (title: string): string => {
  const name = title
    .normalize('NFC')
    .replace(UNUSABLE, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, MAX_LENGTH)
    .replace(/[. ]+$/u, '')
    .replace(/^\.+/u, '')
    .trim();
  return name === '' || RESERVED.test(name) ? `Article ${name}`.trim() : name;
};

/** On some disks, names that differ only in case are the same. */
const folded = (name: string): string => name.toLowerCase();

/**
 * The file name of each record, without its ending. A record with a name in `given` keeps it even if its title has
 * changed, so that links to it hold; of two equal names the later gets a number.
 */
const nameNotes = (
  records: readonly { readonly id: string; readonly title: string | null }[],
  given: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> => {
  const taken = new Set(records.flatMap(({ id }) => given.get(id) ?? []).map(folded));
  const names = new Map<string, string>();
  for (const { id, title } of records) {
    const before = given.get(id);
    const base = plain(title ?? 'Untitled');
    let name = before ?? base;
    for (let number = 2; before === undefined && taken.has(folded(name)); number += 1)
      name = `${base} ${number}`;
    taken.add(folded(name));
    names.set(id, name);
  }
  return names;
};

/**
 * The notes of an archive. `given` has the paths of an earlier export by article id: a note keeps its name, so that
 * links to it hold.
 */
export const writeVault = (
  { articles, labels, pad }: OutMaterial,
  given: ReadonlyMap<string, string>,
): readonly OutFile[] => {
  const pads = pad === null ? [] : [{ id: PAD_ID, title: PAD_TITLE, text: pad }];
  const records = articles.map(({ id, bibliography }) => ({ id, title: bibliography.title }));
  const names = nameNotes(
    [...records, ...pads],
    new Map([...given].map(([id, path]) => [id, path.replace(/^.*\/|\.md$/gu, '')])),
  );
  const places = new Map(
    articles.flatMap(({ id, passages }) => passages.map((each) => [each.id, id] as const)),
  );
  const linkTo: Links = (passageId) => {
    const name = names.get(places.get(passageId) ?? '');
    return name === undefined ? null : `${name}#^${blockOf(passageId)}`;
  };
  const pathOf = (id: string): string => `${FOLDER}/${names.get(id) ?? id}.md`;
  return [
    ...articles.map((article) => ({
      path: pathOf(article.id),
      of: article.id,
      content: noteOf(article, linkTo, labels),
    })),
    ...pads.map(({ id, title, text }) => ({
      path: pathOf(id),
      of: id,
      content: `# ${title}\n\n${ownWords(text)}\n`,
    })),
  ];
};
