/**
 * The archive as a project of REFI-QDA 1.0 (`.qdpx`) and its codebook (`.qdc`): articles are sources in plain text, tags and
 * labels are codes, passages are coded selections, notes are their descriptions. Positions count code points, as those of
 * the archive do. The same archive gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import type {
  OutArticle,
  OutFile,
  OutMaterial,
  OutPassage,
  OutTag,
} from '#domain/exchange/write/material.ts';
import { type Label, labels, labelTable } from '#domain/passage/label.ts';
import { parseNamePath, printNamePath } from '#domain/tree/name-path.ts';

const PROJECT_NAMESPACE = 'urn:QDA-XML:project:1.0';
const CODEBOOK_NAMESPACE = 'urn:QDA-XML:codebook:1.0';

/** Characters that XML 1.0 has no place for, and surrogates without their other half. */
const NOT_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const xml = (text: string): string =>
  text
    .replace(NOT_XML, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join('');

const element = (name: string, values: Readonly<Record<string, string | number>>, content: string): string =>
  content === '' ? `<${name}${attributes(values)}/>` : `<${name}${attributes(values)}>${content}</${name}>`;

const description = (text: string | null): string =>
  text === null || text.trim() === '' ? '' : `<Description>${xml(text)}</Description>`;

/** A GUID for what has none of its own, the same each time (RFC 9562, version 8). */
const guidOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const labelGuid = (label: Label): string => guidOf(`precis label ${label}`);

const labelCodes = (): string =>
  element(
    'Code',
    { guid: guidOf('precis labels'), name: 'Label', isCodable: 'false' },
    labels
      .map((label) =>
        element(
          'Code',
          { guid: labelGuid(label), name: labelTable[label].name, isCodable: 'true' },
          description(labelTable[label].useWhen),
        ),
      )
      .join(''),
  );

const definitionOf = ({ useWhen, notWhen, example }: OutTag): string | null => {
  const lines = [
    useWhen,
    notWhen === '' ? '' : `Not when: ${notWhen}`,
    example === '' ? '' : `Example: ${example}`,
  ];
  return lines.filter((line) => line !== '').join('\n');
};

/** Tags with those below them; a parent stands before its children. */
const tagCodes = (tags: readonly OutTag[]): string => {
  const above = (path: string): string => printNamePath(parseNamePath(path).slice(0, -1), '/');
  const below = (parent: string): string =>
    tags
      .filter(({ path }) => above(path) === parent)
      .map((tag) =>
        element(
          'Code',
          { guid: tag.id, name: parseNamePath(tag.path).at(-1) ?? tag.path, isCodable: 'true' },
          description(definitionOf(tag)) + below(tag.path),
        ),
      )
      .join('');
  return below('');
};

const codeBook = ({ tags }: OutMaterial): string => `<Codes>${labelCodes()}${tagCodes(tags)}</Codes>`;

const codingOf = (passage: OutPassage, part: number, code: string): string =>
  element(
    'Coding',
    { guid: guidOf(`${passage.id} ${part} ${code}`) },
    element('CodeRef', { targetGUID: code }, ''),
  );

/** One selection for each part of an interrupted quotation; what is said of the whole stands at the first. */
const selectionsOf = (passage: OutPassage, tagIds: ReadonlyMap<string, string>): string =>
  passage.selectors
    .map(({ position }, part) => {
      const codes = [labelGuid(passage.label), ...passage.tags.flatMap((path) => tagIds.get(path) ?? [])];
      const said = [
        passage.note,
        passage.speaker === null ? null : `Speaker: ${passage.speaker}`,
        passage.grade === '' ? null : `Grade: ${passage.grade}`,
      ];
      return element(
        'PlainTextSelection',
        {
          guid: part === 0 ? passage.id : guidOf(`${passage.id} ${part}`),
          name: `${position.start},${position.end}`,
          startPosition: position.start,
          endPosition: position.end,
          creationDateTime: passage.createdAt,
        },
        (part === 0 ? description(said.flatMap((each) => each ?? []).join('\n')) : '') +
          codes.map((code) => codingOf(passage, part, code)).join(''),
      );
    })
    .join('');

const sourceOf = (article: OutArticle, tagIds: ReadonlyMap<string, string>): string =>
  element(
    'TextSource',
    {
      guid: article.id,
      name: article.bibliography.title ?? 'Untitled',
      plainTextPath: `internal://${article.id}.txt`,
      creationDateTime: article.importedAt,
    },
    description(article.note) + article.passages.map((passage) => selectionsOf(passage, tagIds)).join(''),
  );

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

const projectOf = (material: OutMaterial, articles: readonly OutArticle[]): string => {
  const tagIds = new Map(material.tags.map(({ path, id }) => [path, id]));
  const sources = articles.map((article) => sourceOf(article, tagIds)).join('');
  return `${HEAD}${element(
    'Project',
    { xmlns: PROJECT_NAMESPACE, name: 'Precis', origin: 'Precis' },
    `<CodeBook>${codeBook(material)}</CodeBook>${sources === '' ? '' : `<Sources>${sources}</Sources>`}`,
  )}\n`;
};

/** The clock of a zip begins in 1980; a fixed day keeps the bytes the same. */
const ZIP_TIME = Date.UTC(1980, 0, 1, 12);

/** The project and the codebook. An article whose text can't be read has no source. */
export const writeRefi = (material: OutMaterial): readonly OutFile[] => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const articles = material.articles.filter(({ text }) => text !== null);
  const zip = zipSync(
    {
      'project.qde': encode(projectOf(material, articles)),
      ...Object.fromEntries(articles.map(({ id, text }) => [`sources/${id}.txt`, encode(text ?? '')])),
    },
    { mtime: ZIP_TIME, level: 6 },
  );
  const codes = element('CodeBook', { xmlns: CODEBOOK_NAMESPACE, origin: 'Precis' }, codeBook(material));
  return [
    { path: 'project.qdpx', of: 'project', content: zip },
    { path: 'codebook.qdc', of: 'codebook', content: `${HEAD}${codes}\n` },
  ];
};
