/**
 * The archive as a project of REFI-QDA 1.0 (`.qdpx`) and its codebook (`.qdc`): articles are sources in plain text,
 * tags and labels are codes, passages are coded selections, notes are their descriptions. Positions count code points,
 * as those of the archive do. The same archive gives the same bytes.
 */
import { zipSync } from 'fflate';
import type { OutArticle, OutFile, OutMaterial, OutPassage } from '#domain/exchange/material.ts';
import { nameRegion, sayKindOfRegion } from '#domain/passage/region/region-selector.ts';
import {
  description,
  element,
  groupSets,
  guidOf,
  labelCodes,
  labelGuid,
  printCodebook,
  tagCodes,
  XML_HEAD,
} from './refi-codes.ts';

const PROJECT_NAMESPACE = 'urn:QDA-XML:project:1.0';

const codeBook = ({ tags, labels }: OutMaterial): string =>
  `<Codes>${labelCodes(labels)}${tagCodes(tags)}</Codes>`;

const codingOf = (passage: OutPassage, part: number, code: string): string =>
  element(
    'Coding',
    { guid: guidOf(`${passage.id} ${part} ${code}`) },
    element('CodeRef', { targetGUID: code }, ''),
  );

/**
 * A region is attached to the place of its picture, or beside the text of its page. A plain-text source has neither, so
 * the region is described in words.
 */
const placesOf = ({ target }: OutPassage) =>
  target.kind === 'region' ? [target.selector] : target.selectors;

const regionWords = ({ target, description: words }: OutPassage): readonly string[] =>
  target.kind === 'region'
    ? [
        `${sayKindOfRegion(target.selector)}: ${nameRegion(target.selector)}`,
        ...(words === null ? [] : [words]),
      ]
    : [];

/**
 * One selection for each part of an interrupted quotation; codes and notes of the whole passage are attached to the
 * first.
 */
const selectionsOf = (passage: OutPassage, tagIds: ReadonlyMap<string, string>): string =>
  placesOf(passage)
    .map(({ position }, part) => {
      const codes = [labelGuid(passage.label), ...passage.tags.flatMap((path) => tagIds.get(path) ?? [])];
      const said = [
        ...regionWords(passage),
        passage.note,
        passage.speaker === null ? null : `Speaker: ${passage.speaker}`,
        passage.concerned === undefined ? null : `Concerned: ${passage.concerned.join('; ')}`,
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

const projectOf = (material: OutMaterial, articles: readonly OutArticle[]): string => {
  const tagIds = new Map(material.tags.map(({ path, id }) => [path, id]));
  const sources = articles.map((article) => sourceOf(article, tagIds)).join('');
  return `${XML_HEAD}${element(
    'Project',
    { xmlns: PROJECT_NAMESPACE, name: 'Precis', origin: 'Precis' },
    `<CodeBook>${codeBook(material)}</CodeBook>${sources === '' ? '' : `<Sources>${sources}</Sources>`}${groupSets(material.tags)}`,
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
  return [
    { path: 'project.qdpx', of: 'project', content: zip },
    { path: 'codebook.qdc', of: 'codebook', content: printCodebook(codeBook(material), material.tags) },
  ];
};
