/** The list of sources: each cited article as an open-source citation (ICS 206-01) with its publication's letter. */
import type { Bibliography } from '../../article/bibliography/bibliography.ts';
import { addressOf } from '../../article/bibliography/doi.ts';
import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import type { ArticleId } from '../../ids.ts';
import { descriptorFields, type Source, type SourceTree } from '../../source/source.ts';
import { asSentence, capital, withStop } from '../../text/capital.ts';
import { withinLine } from '../../tradecraft/own-terms.ts';
import { indexTree, resolveRecord } from '../../tree/record-tree.ts';
import { printOlderVersion, publicationOf } from '../citations/attribution.ts';
import type { CitedArticle, MemoMaterial } from '../citations/memo-material.ts';
import type { ResolvedCitation } from '../citations/resolved-citation.ts';
import type { DocumentSource } from '../memo-document.ts';
import { printDay, printPublished } from '../print/print-date.ts';
import { englishWords, inMarksOf, type PrintedWords } from '../print/printed-words.ts';

/** The title in quotation marks. */
const printTitle = (title: string | null, words: PrintedWords): string =>
  title === null ? words.source.untitled : inMarksOf(words, title);

const printCitation = (
  bibliography: Bibliography,
  publication: string | null,
  olderVersion: string | null,
  words: PrintedWords,
): string => {
  const { source, sign } = words;
  const byline = bibliography.byline === publication ? null : bibliography.byline;
  const parts = [
    byline ?? publication,
    printTitle(bibliography.title, words),
    byline === null ? null : publication,
    source.type[bibliography.type],
    printPublished(bibliography, words),
    olderVersion,
    bibliography.accessedAt === null ? null : source.accessed(printDay(bibliography.accessedAt, words)),
  ];
  const text = parts.filter((part) => part !== null).join(sign.comma);
  return withStop(text.startsWith(source.untitled) ? capital(text) : text, sign.stop);
};

const printReliability = (
  source: Source | null,
  { source: words, sign, terms }: PrintedWords,
): string | null => {
  if (source === null || source.reliability === null) return null;
  return `${words.reliability} ${source.reliability}${sign.comma}${withinLine(terms.reliability[source.reliability], terms)}${sign.stop}`;
};

const printDescriptor = (source: Source | null, { sign }: PrintedWords): string | null => {
  const said = descriptorFields
    .map((field) => source?.descriptor[field]?.trim() ?? '')
    .filter((text) => text !== '')
    .map((text) => asSentence(text, sign.stop));
  return said.length === 0 ? null : said.join(' ');
};

const missingSource = (number: number, words: PrintedWords): DocumentSource => ({
  number,
  text: words.source.gone,
  url: null,
  reliability: null,
  descriptor: null,
  textSha256: null,
  importedOn: null,
});

/** Why the quoted text is not the imported one, and the hash of the quoted text, which nothing else records. */
const printAlteration = (
  { article, about, textSha256 }: CitedArticle,
  { source, sign }: PrintedWords,
): string | null => {
  if (textSha256 === article.textSha256) return null;
  const reason = about.acceptedText?.textSha256 === textSha256 ? about.acceptedText.reason : null;
  const said = reason === null ? [] : [source.usedAllTheSame(asSentence(reason, sign.stop))];
  return [source.changed, ...said, source.hashOfQuoted(textSha256)].join(sign.gap);
};

/** The source `number` as printed; an article that is missing is said to be so. */
export const printSource = (
  number: number,
  cited: CitedArticle | undefined,
  sources: SourceTree,
  words = englishWords,
): DocumentSource => {
  if (cited === undefined) return missingSource(number, words);
  const bibliography = effectiveBibliography(cited.article, cited.about);
  const publication = resolveRecord(sources, cited.about.publicationId);
  return {
    number,
    text: printCitation(
      bibliography,
      publicationOf(cited, sources)?.name ?? null,
      printOlderVersion(cited, words),
      words,
    ),
    url: addressOf(bibliography),
    reliability: printReliability(publication, words),
    descriptor:
      [printDescriptor(publication, words), printAlteration(cited, words)]
        .filter((each) => each !== null)
        .join(' ') || null,
    textSha256: cited.textSha256,
    importedOn: printDay(cited.article.importedAt, words),
  };
};

/**
 * What distinguishes two copies that are cited alike: the day, otherwise the moment of their import, otherwise the
 * hash of their text.
 */
const copyMarks: readonly ((cited: CitedArticle, words: PrintedWords) => string)[] = [
  ({ article }, words) => printDay(article.importedAt, words),
  ({ article }, words) =>
    `${printDay(article.importedAt, words)}${words.sign.comma}${article.importedAt.slice(11, 19)} UTC`,
  ({ article, textSha256 }, words) =>
    [
      printDay(article.importedAt, words),
      article.importedAt.slice(11),
      `SHA-256 ${textSha256.slice(0, 16)}`,
    ].join(words.sign.comma),
];

const areDistinct = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;

const lineOf = ({ text, url }: DocumentSource): string => `${text} ${url}`;

type CitedOf = (number: number) => CitedArticle | undefined;

/** Which copy each source is whose line would be that of another: "copy of 23 April 2024", by their numbers. */
const copiesOf = (
  printed: readonly DocumentSource[],
  citedOf: CitedOf,
  words: PrintedWords,
): ReadonlyMap<number, string> => {
  const alike = new Map<string, { readonly number: number; readonly cited: CitedArticle }[]>();
  for (const source of printed) {
    const cited = citedOf(source.number);
    const others = alike.get(lineOf(source)) ?? [];
    if (cited !== undefined) alike.set(lineOf(source), [...others, { number: source.number, cited }]);
  }
  const groups = [...alike.values()].filter(({ length }) => length > 1);
  return new Map(
    groups.flatMap((group) => {
      const all = group.map(({ cited }) => cited);
      const mark =
        copyMarks.find((each) => areDistinct(all.map((one) => each(one, words)))) ?? copyMarks.at(-1);
      return group.map(
        ({ number, cited }) => [number, words.source.copy(mark?.(cited, words) ?? '')] as const,
      );
    }),
  );
};

/** Lines that would be the same say which copy each is. */
const tellCopiesApart = (
  printed: readonly DocumentSource[],
  citedOf: CitedOf,
  words: PrintedWords,
): readonly DocumentSource[] => {
  const marks = copiesOf(printed, citedOf, words);
  return printed.map((source) => {
    const mark = marks.get(source.number);
    if (mark === undefined) return source;
    const { comma, stop } = words.sign;
    const text = source.text.endsWith(stop) ? source.text.slice(0, -stop.length) : source.text;
    return { ...source, text: withStop(`${text}${comma}${mark}`, stop) };
  });
};

type Numbers = ReadonlyMap<ArticleId, number>;
type Articles = ReadonlyMap<ArticleId, CitedArticle>;

/**
 * The marks that distinguish the stored copies of sources, by their numbers: "version of 21 April 2026", "copy of
 * 23 April 2024".
 */
export const sourceMarks = (
  numbers: Numbers,
  articles: Articles,
  sources: SourceTree,
  words: PrintedWords,
): ReadonlyMap<number, readonly string[]> => {
  const byNumber = new Map([...numbers].map(([articleId, number]) => [number, articles.get(articleId)]));
  const printed = [...byNumber].map(([number, cited]) => printSource(number, cited, sources, words));
  const copies = copiesOf(printed, (number) => byNumber.get(number), words);
  return new Map(
    [...byNumber].map(([number, cited]) => [
      number,
      [cited === undefined ? null : printOlderVersion(cited, words), copies.get(number) ?? null].filter(
        (mark) => mark !== null,
      ),
    ]),
  );
};

/** All sources of a memo, by their numbers; no two of them in the same words. */
export const printSources = (
  numbers: Numbers,
  articles: Articles,
  sources: SourceTree,
  words = englishWords,
): readonly DocumentSource[] => {
  const byNumber = new Map([...numbers].map(([articleId, number]) => [number, articles.get(articleId)]));
  const printed = [...byNumber].map(([number, cited]) => printSource(number, cited, sources, words));
  return tellCopiesApart(printed, (number) => byNumber.get(number), words);
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
