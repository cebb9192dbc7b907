/** The list of sources: each cited article as an open-source citation (ICS 206-01) with its publication's letter. */
import type { Bibliography } from '../../article/bibliography/bibliography.ts';
import { addressOf } from '../../article/bibliography/doi.ts';
import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import type { ArticleId } from '../../ids.ts';
import { descriptorFields, type Source, type SourceTree } from '../../source/source.ts';
import { capital } from '../../text/capital.ts';
import { inQuotationMarks } from '../../text/quotation-marks.ts';
import { reliabilityTable } from '../../tradecraft/reliability.ts';
import { indexTree, resolveRecord } from '../../tree/record-tree.ts';
import { publicationOf } from '../citations/attribution.ts';
import type { CitedArticle, MemoMaterial } from '../citations/memo-material.ts';
import type { ResolvedCitation } from '../citations/resolved-citation.ts';
import type { DocumentSource } from '../memo-document.ts';
import { printDay, printPublished } from '../print/print-date.ts';
import { printedWords } from '../print/printed-words.ts';

const { source: words } = printedWords;

export const typeWords: Readonly<Record<Bibliography['type'], string>> = {
  'article-newspaper': 'newspaper article',
  'article-magazine': 'magazine article',
  'article-journal': 'journal article',
  webpage: 'web page',
  post: 'post',
  report: 'report',
  broadcast: 'broadcast',
  interview: 'interview',
  speech: 'speech',
  hearing: 'hearing',
  legislation: 'legislation',
  treaty: 'treaty',
  dataset: 'data set',
  personal_communication: 'personal communication',
};

/** The title in quotation marks. */
const printTitle = (title: string | null): string =>
  title === null ? words.untitled : inQuotationMarks(title);

const printCitation = (
  bibliography: Bibliography,
  publication: string | null,
  olderVersion: string | null,
): string => {
  const byline = bibliography.byline === publication ? null : bibliography.byline;
  const parts = [
    byline ?? publication,
    printTitle(bibliography.title),
    byline === null ? null : publication,
    typeWords[bibliography.type],
    printPublished(bibliography),
    olderVersion,
    bibliography.accessedAt === null ? null : `${words.accessed} ${printDay(bibliography.accessedAt)}`,
  ];
  const text = parts.filter((part) => part !== null).join(', ');
  return `${text.startsWith(words.untitled) ? capital(text) : text}.`;
};

const printReliability = (source: Source | null): string | null => {
  if (source === null || source.reliability === null) return null;
  return `${words.reliability} ${source.reliability}, ${reliabilityTable[source.reliability].wording.toLowerCase()}.`;
};

const printDescriptor = (source: Source | null): string | null => {
  const said = descriptorFields
    .map((field) => source?.descriptor[field]?.trim() ?? '')
    .filter((text) => text !== '')
    .map((text) => (/[.!?]$/.test(text) ? text : `${text}.`));
  return said.length === 0 ? null : said.join(' ');
};

const missingSource = (number: number): DocumentSource => ({
  number,
  text: words.gone,
  url: null,
  reliability: null,
  descriptor: null,
  textSha256: null,
  importedOn: null,
});

/**
 * Why a text is quoted that is not the one that was imported, and the hash of the text quoted, which is told by nothing
 * else.
 */
const printAlteration = ({ article, about, textSha256 }: CitedArticle): string | null => {
  if (textSha256 === article.textSha256) return null;
  const reason = about.acceptedText?.textSha256 === textSha256 ? about.acceptedText.reason : null;
  const said = reason === null ? '' : ` Used all the same: ${/[.!?]$/u.test(reason) ? reason : `${reason}.`}`;
  return `The stored text was changed after it was imported.${said} SHA-256 of the text quoted: ${textSha256}.`;
};

const joinSentences = (...sentences: readonly (string | null)[]): string | null =>
  sentences.filter((each) => each !== null).join(' ') || null;

/** The source `number` as printed; an article that is missing is said to be so. */
export const printSource = (
  number: number,
  cited: CitedArticle | undefined,
  sources: SourceTree,
): DocumentSource => {
  if (cited === undefined) return missingSource(number);
  const bibliography = effectiveBibliography(cited.article, cited.about);
  const publication = resolveRecord(sources, cited.about.publicationId);
  return {
    number,
    text: printCitation(
      bibliography,
      publicationOf(cited, sources)?.name ?? null,
      cited.olderVersion ?? null,
    ),
    url: addressOf(bibliography),
    reliability: printReliability(publication),
    descriptor: joinSentences(printDescriptor(publication), printAlteration(cited)),
    textSha256: cited.textSha256,
    importedOn: printDay(cited.article.importedAt),
  };
};

/**
 * What tells two copies apart that are cited alike: the day, else the moment of their import, else the hash of their
 * text.
 */
const copyMarks: readonly ((cited: CitedArticle) => string)[] = [
  ({ article }) => printDay(article.importedAt),
  ({ article }) => `${printDay(article.importedAt)}, ${article.importedAt.slice(11, 19)} UTC`,
  ({ article, textSha256 }) =>
    `${printDay(article.importedAt)}, ${article.importedAt.slice(11)}, SHA-256 ${textSha256.slice(0, 16)}`,
];

const areDistinct = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;

const lineOf = ({ text, url }: DocumentSource): string => `${text} ${url}`;

/** Lines that would be the same say which copy each is. */
const tellCopiesApart = (
  printed: readonly DocumentSource[],
  citedOf: (number: number) => CitedArticle | undefined,
): readonly DocumentSource[] => {
  const alike = new Map<string, CitedArticle[]>();
  for (const source of printed) {
    const cited = citedOf(source.number);
    if (cited !== undefined) alike.set(lineOf(source), [...(alike.get(lineOf(source)) ?? []), cited]);
  }
  return printed.map((source) => {
    const group = alike.get(lineOf(source)) ?? [];
    const cited = citedOf(source.number);
    if (group.length < 2 || cited === undefined) return source;
    const mark = copyMarks.find((each) => areDistinct(group.map(each))) ?? copyMarks.at(-1);
    const text = source.text.replace(/\.$/u, '');
    return { ...source, text: `${text}, ${words.copy} ${words.of} ${mark?.(cited) ?? ''}.` };
  });
};

/** All sources of a memo, by their numbers; no two of them in the same words. */
export const printSources = (
  numbers: ReadonlyMap<ArticleId, number>,
  articles: ReadonlyMap<ArticleId, CitedArticle>,
  sources: SourceTree,
): readonly DocumentSource[] => {
  const byNumber = new Map([...numbers].map(([articleId, number]) => [number, articles.get(articleId)]));
  const printed = [...byNumber].map(([number, cited]) => printSource(number, cited, sources));
  return tellCopiesApart(printed, (number) => byNumber.get(number));
};

/** The citations, each with its article as the list of sources names it, on one line with its address. */
export const nameSources = (
  citations: readonly ResolvedCitation[],
  { articles, sources }: Pick<MemoMaterial, 'articles' | 'sources'>,
): readonly ResolvedCitation[] => {
  const tree = indexTree(sources);
  return citations.map((citation) => {
    const { text, url } = printSource(citation.number, articles.get(citation.articleId), tree);
    return { ...citation, sourceText: url === null ? text : `${text} ${url}` };
  });
};
