/** The annex that shows each cited passage in its paragraph. */

import { OBJECT_REPLACEMENT } from '../../article/body/canonical-text.ts';
import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import type { PassageId } from '../../ids.ts';
import { anchorPassage } from '../../passage/anchor/anchor-passage.ts';
import {
  type Passage,
  passageEvidence,
  passageQuote,
  passageWords,
  quotesOf,
  regionOf,
} from '../../passage/passage.ts';
import { richTextToPlain } from '../../rich-text.ts';
import { snapToGraphemes } from '../../text/grapheme-boundaries.ts';
import { isOverlapping, type TextRange } from '../../text/selector.ts';
import { printGradeLine, printOlderVersion, printSpeaker, publicationOf } from '../citations/attribution.ts';
import { citedName } from '../citations/cited-name.ts';
import { type CitedPassage, listCitations } from '../citations/list-citations.ts';
import type { CitedArticle, MemoMaterial } from '../citations/memo-material.ts';
import { printedSourceOf } from '../citations/printed-source-of.ts';
import { type Evidence, evidenceOf, type PrintScope, pinpointOf, voiceOf } from '../document/print-scope.ts';
import type { AnnexPassage, AnnexWords } from '../document-apparatus.ts';
import { printDay, printPublished } from '../print/print-date.ts';
import type { FrozenEvidence } from '../snapshot/snapshot.ts';
import { keptAsCited } from '../verbatim/kept/cut-kept.ts';
import { OMISSION, PICTURE_NOTE } from '../verbatim/omission-mark.ts';
import { printPassage as printQuotation } from '../verbatim/print-quote.ts';

/** So much of a paragraph is shown before and after the cited words, in UTF-16 units. */
const SURROUNDINGS = 900;

const wordsOf = (text: string, isCited: boolean): readonly AnnexWords[] =>
  text === '' ? [] : [{ text: text.replaceAll(OBJECT_REPLACEMENT, PICTURE_NOTE), isCited }];

/** The excerpt of the surrounding words, whole words only, with a sign where there are more. */
const lead = (text: string): string => {
  if (text.length <= SURROUNDINGS) return text;
  const { start } = snapToGraphemes(text, { start: text.length - SURROUNDINGS, end: text.length });
  return `${OMISSION} ${text.slice(start).replace(/^\S*\s+/u, '')}`;
};
const tail = (text: string): string => {
  if (text.length <= SURROUNDINGS) return text;
  const { end } = snapToGraphemes(text, { start: 0, end: SURROUNDINGS });
  return `${text.slice(0, end).replace(/\s+\S*$/u, '')} ${OMISSION}`;
};

/** The paragraph with the words of `ranges` in it distinguished from the others. */
const paragraphOf = (
  text: string,
  paragraph: TextRange,
  ranges: readonly TextRange[],
): readonly AnnexWords[] => {
  const cited = ranges
    .map(({ start, end }) => ({ start: Math.max(start, paragraph.start), end: Math.min(end, paragraph.end) }))
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start);
  const pieces = cited.flatMap(({ start, end }, at) => {
    const from = cited[at - 1]?.end ?? paragraph.start;
    const between = text.slice(from, Math.max(from, start));
    return [
      ...wordsOf(at === 0 ? lead(between) : between, false),
      ...wordsOf(text.slice(Math.max(from, start), end), true),
    ];
  });
  return [...pieces, ...wordsOf(tail(text.slice(cited.at(-1)?.end ?? paragraph.end, paragraph.end)), false)];
};

const paragraphsOf = (passage: Passage, { text }: CitedArticle): AnnexPassage['paragraphs'] => {
  // For a region the annex prints the analyst's description; the figure shows the region.
  if (regionOf(passage) !== null) return [wordsOf(passageWords(passage), false)];
  const alone = quotesOf(passage).map((quote) => wordsOf(quote, true));
  if (text === null) return alone;
  const { ranges } = anchorPassage(text.index, passage.selectors);
  if (ranges.length < passage.selectors.length) return alone;
  return text.blocks
    .filter((block) => ranges.some((range) => isOverlapping(range, block)))
    .map((block) => paragraphOf(text.index.text, block, ranges));
};

export type AnnexOf = {
  readonly scope: PrintScope;
  readonly sha256: MemoMaterial['sha256'];
  readonly notes: boolean;
  readonly hashes: boolean;
  /** With what the memo was sent; null where it was not. */
  readonly sentWith: readonly FrozenEvidence[] | null;
  /** The passages that are shown, in their order. */
  readonly passages: readonly CitedPassage[];
};

/** Passages found by a saved search, printed in the annex instead of those that the memo cites. */
export type AnnexEvidence = {
  /** The name of the search. */
  readonly name: string;
  readonly passages: readonly CitedPassage[];
  readonly articles: MemoMaterial['articles'];
};

/** The scope of a memo with the evidence of its annex: articles that are not cited get the next source numbers. */
export const withEvidence = (scope: PrintScope, { passages, articles }: AnnexEvidence): PrintScope => {
  const numbers = new Map(scope.numbers);
  for (const { articleId } of passages) {
    if (!numbers.has(articleId)) numbers.set(articleId, numbers.size + 1);
  }
  return { ...scope, numbers, articles: new Map([...articles, ...scope.articles]) };
};

const gradesOf = (
  { cited, passage }: Evidence,
  { scope, sentWith }: AnnexOf,
): Pick<AnnexPassage, 'grade' | 'gradeThen'> => {
  const publication = publicationOf(cited, scope.sources);
  const print = (graded: Passage, letter: typeof publication): string =>
    printGradeLine(graded, letter, scope.sources, scope.words) ?? scope.words.citation.notGraded;
  const grade = print(passage, publication);
  const frozen = sentWith?.find(({ passageId }) => passageId === passage.id);
  if (frozen === undefined) return { grade, gradeThen: null };
  const then = print(
    { ...passage, grade: frozen.grade },
    publication === null ? null : { ...publication, reliability: frozen.publicationReliability },
  );
  return { grade, gradeThen: then === grade ? null : then };
};

const noteOf = ({ note }: Passage): string | null =>
  note === null ? null : richTextToPlain(note).trim() || null;

/** Each way in which the memo shortens the passage, as it prints it. */
const shortenedOf = ({ cited, passage }: Evidence, { scope, sha256 }: AnnexOf): readonly string[] => {
  const source = printedSourceOf(cited);
  const printed = listCitations(scope.memo.content).flatMap((citation) => {
    const kept = citation.passageId === passage.id ? keptAsCited(citation, passage, sha256) : null;
    return kept === null ? [] : printQuotation(passage, source, kept);
  });
  return [...new Set(printed)];
};

const printPassage = (citation: CitedPassage, evidence: Evidence, of: AnnexOf): AnnexPassage => {
  const { scope, sha256, notes, hashes } = of;
  const { cited, passage } = evidence;
  const quote = passageQuote(passage);
  const { words } = scope;
  const bibliography = effectiveBibliography(cited.article, cited.about);
  const { accessedAt } = bibliography;
  // The cited words are known only by their hash: other words would be passed off as the cited ones.
  const isAsCited = sha256(passageEvidence(passage)) === citation.exactSha256;
  return {
    passageId: passage.id,
    pinpoint: pinpointOf(citation, evidence, scope),
    speaker: printSpeaker(passage, scope.sources, words),
    publication: publicationOf(cited, scope.sources)?.name ?? citedName(cited, words.source.untitledArticle),
    published: [printPublished(bibliography, words), printOlderVersion(cited, words)]
      .filter((part) => part !== null)
      .join(words.sign.comma),
    accessed: accessedAt === null ? null : printDay(accessedAt, words),
    ...gradesOf(evidence, of),
    paragraphs: isAsCited ? paragraphsOf(passage, cited) : [],
    shortened: shortenedOf(evidence, of),
    ...voiceOf(quote, cited, scope),
    note: notes ? noteOf(passage) : null,
    quoteSha256: hashes ? citation.exactSha256 : null,
  };
};

/** Each of the passages once, in their order; missing ones are left out. */
export const printAnnex = (of: AnnexOf): readonly AnnexPassage[] => {
  const printed = new Map<PassageId, AnnexPassage>();
  for (const citation of of.passages) {
    if (printed.has(citation.passageId)) continue;
    const evidence = evidenceOf(citation, of.scope);
    if (evidence !== null) printed.set(citation.passageId, printPassage(citation, evidence, of));
  }
  return [...printed.values()];
};
