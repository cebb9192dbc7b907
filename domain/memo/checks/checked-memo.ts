/** A memo as the rules see it: what several of them look at is worked out once. */
import type { JudgementId, PassageId } from '../../ids.ts';
import type { Passage } from '../../passage/passage.ts';
import { attributionsIn } from '../../reading/attribution/attributions-in.ts';
import { primaryLanguage } from '../../reading/frame-words.ts';
import { sentencesOf } from '../../reading/sentences.ts';
import type { SourceTree } from '../../source/source.ts';
import type { Steps } from '../../steps.ts';
import { quotationsIn } from '../../text/quotations.ts';
import type { TextRange } from '../../text/selector.ts';
import { renderingIdOf } from '../../translation/translation.ts';
import { indexTree } from '../../tree/record-tree.ts';
import { asCitedTranslation, citedTranslationOf } from '../citations/cited-translation.ts';
import {
  type CitedPassage,
  citationsOfBlock,
  keyOfCitation,
  listCitations,
  numberSources,
} from '../citations/list-citations.ts';
import type { CitedArticle, MemoMaterial } from '../citations/memo-material.ts';
import { printedSourceOf } from '../citations/printed-source-of.ts';
import type { ResolvedCitation } from '../citations/resolved-citation.ts';
import { listJudgements } from '../content/list-judgements.ts';
import { inlineText, listFields, listProse, type Prose } from '../content/list-prose.ts';
import type { MissingGlyph } from '../document/missing-glyph.ts';
import type { Memo } from '../memo.ts';
import type { Citation, MemoContent, MemoInline, MemoJudgement } from '../memo-content.ts';
import type { MemoDocument } from '../memo-document.ts';
import { keptAsCited } from '../verbatim/kept/cut-kept.ts';
import { keptFaults, shortenedQuote } from '../verbatim/kept/kept-faults.ts';
import type { PrintedSource } from '../verbatim/printed-source.ts';
import type { QuoteFault } from '../verbatim/quote-fault.ts';
import {
  type FaultyQuote,
  listPrintedQuotes,
  type PrintedQuote,
  type TranslationsOf,
  verifyQuotes,
} from '../verbatim/verify-quotes.ts';
import { type FramedOtherwise, framedOtherwise } from './quotes/framed-otherwise.ts';
import { type HeldQuote, holdTypedQuotes } from './quotes/hold-typed-quotes.ts';
import { type LostQuote, lostTypedQuotes } from './quotes/lost-typed-quotes.ts';
import { type GivenAt, type Misgiven, misgivenPassage } from './quotes/other-speaker-of.ts';

/** What the checks are made over. */
export type MemoToCheck = {
  readonly memo: Memo;
  readonly material: MemoMaterial;
  /** Made of the two. */
  readonly document: MemoDocument;
  readonly citations: readonly ResolvedCitation[];
  /** Known once it was printed. */
  readonly missingGlyphs: readonly MissingGlyph[];
};

/** A judgement that says something. */
export type CheckedJudgement = {
  readonly id: JudgementId;
  /** As printed, from 1. */
  readonly number: number;
  readonly node: MemoJudgement;
  /** Its own words; a citation counts as a space. */
  readonly statement: string;
  readonly cited: readonly ResolvedCitation[];
};

/** Citations in sentences that name another speaker than that of the cited passage. */

type MisgivenCitation = Misgiven & { readonly passageId: PassageId; readonly words: string };

type Placed = { readonly range: TextRange; readonly citation: Citation };

/** A quoted passage is replaced by its words; a citation printed as a number is replaced by nothing. */
const layOut = (inline: readonly MemoInline[]) => {
  const placed: Placed[] = [];
  let text = '';
  for (const node of inline) {
    const start = text.length;
    if (node.type === 'text') text += node.text;
    else text += node.type === 'citation' && node.attrs.form === 'whole' ? '“\uFFFC”' : ' ';
    if (node.type === 'citation') placed.push({ range: { start, end: text.length }, citation: node.attrs });
  }
  return { text, placed };
};

/**
 * The words of a sentence up to its citation, where the sentence is the writer's own and concerns one speaker
 * only.
 */
const paraphrased = (text: string, { range }: Placed, placed: readonly Placed[], language: string) => {
  const sentence = sentencesOf(text, { start: 0, end: text.length }, language).findLast(
    ({ start }) => start < range.end,
  );
  if (sentence === undefined) return null;
  const own = text.slice(sentence.start, sentence.end);
  const isAlone = placed.every(
    (other) => other.range === range || other.range.end <= sentence.start || other.range.start > sentence.end,
  );
  if (!isAlone || quotationsIn(own).length > 0 || attributionsIn(own).length !== 1) return null;
  const [attribution] = attributionsIn(own);
  if (attribution === undefined) return null;
  return {
    start: sentence.start + attribution.end,
    end: Math.max(sentence.start + attribution.end + 1, range.start),
  };
};

const atOf = (text: string, each: Placed, placed: readonly Placed[], language: string): GivenAt | null => {
  if (each.citation.form === 'whole') return { text, range: each.range, language };
  const range = paraphrased(text, each, placed, language);
  return range === null ? null : { text, range, language };
};

const ofProse = (
  { inline }: Prose,
  material: MemoMaterial,
  sources: SourceTree,
  language: string,
): readonly MisgivenCitation[] => {
  const { text, placed } = layOut(inline);
  return placed.flatMap((each) => {
    const cited = material.articles.get(each.citation.articleId);
    const source = cited === undefined ? null : printedSourceOf(cited);
    const passage = cited?.passages.find(({ id }) => id === each.citation.passageId);
    const at = atOf(text, each, placed, language);
    if (cited === undefined || source === null || passage === undefined || at === null) return [];
    const found = misgivenPassage({ cited, source, sources }, passage, at);
    return found === null
      ? []
      : [{ ...found, passageId: passage.id, words: text.replaceAll('“\uFFFC”', '…').trim() }];
  });
};

/** The citations of `prose` whose sentence names another speaker than the cited passage has. */
const misgivenCitations = (
  prose: readonly Prose[],
  material: MemoMaterial,
  language: string,
): readonly MisgivenCitation[] => {
  const sources = indexTree(material.sources);
  return prose.flatMap((each) => ofProse(each, material, sources, language));
};

/** Quoted passages around which the memo says what their article does not. */
export type FramedCitation = FramedOtherwise & { readonly passageId: PassageId; readonly quote: string };

const framedOf = (
  { inline }: Prose,
  { articles }: MemoMaterial,
  language: string,
): readonly FramedCitation[] => {
  const { text, placed } = layOut(inline);
  return placed.flatMap(({ range, citation: { articleId, passageId, form } }) => {
    const cited = articles.get(articleId);
    const source = cited === undefined ? null : printedSourceOf(cited);
    const [place] = source?.placesOf(passageId) ?? [];
    const isOurs =
      source !== null && primaryLanguage(source.text.reading.language) === primaryLanguage(language);
    if (form !== 'whole' || cited === undefined || source === null || place === undefined || !isOurs)
      return [];
    const sentence = sentencesOf(text, { start: 0, end: text.length }, language).findLast(
      ({ start }) => start <= range.start,
    );
    const before = text.slice(sentence?.start ?? 0, range.start);
    const after = text.slice(range.end, sentence?.end);
    const found = framedOtherwise({ before, after, language, cited, source: source.text, place });
    const quote = source.text.reading.text.slice(place.start, place.end);
    return found === null ? [] : [{ ...found, passageId, quote }];
  });
};

export type CheckedMemo = MemoToCheck & {
  readonly judgements: readonly CheckedJudgement[];
  readonly prose: readonly Prose[];
  readonly typedQuotes: readonly HeldQuote[];
  /** The typed quotes of the title, of headings and of the text below judgements. */
  readonly fieldQuotes: readonly HeldQuote[];
  readonly misgivenCitations: readonly MisgivenCitation[];
  readonly framedCitations: readonly FramedCitation[];
  readonly printedQuotes: readonly PrintedQuote[];
  readonly faultyQuotes: readonly FaultyQuote[];
  readonly lostQuotes: readonly LostQuote[];
};

const checkedJudgements = ({ memo, citations }: MemoToCheck): readonly CheckedJudgement[] => {
  const resolved = new Map(citations.map((citation) => [keyOfCitation(citation), citation]));
  return listJudgements(memo.content).map((node, at) => ({
    id: node.attrs.id,
    number: at + 1,
    node,
    statement: inlineText(node.content ?? []),
    cited: citationsOfBlock(node).flatMap((citation) => resolved.get(keyOfCitation(citation)) ?? []),
  }));
};

const sourcesByNumber = ({ content }: Memo, { articles }: MemoMaterial): ReadonlyMap<number, PrintedSource> =>
  new Map(
    [...numberSources(content)].flatMap(([articleId, number]) => {
      const cited = articles.get(articleId);
      const source = cited === undefined ? null : printedSourceOf(cited);
      return source === null ? [] : [[number, source] as const];
    }),
  );

/** The translations by which the memo gives its passages. */
const translationsOf = ({ content }: Memo, { articles }: MemoMaterial): TranslationsOf => {
  const known = new Map<string, PrintedSource>();
  for (const citation of listCitations(content)) {
    const cited = articles.get(citation.articleId);
    const passage = cited?.passages.find(({ id }) => id === citation.passageId);
    if (cited === undefined || passage === undefined || citation.translation === undefined) continue;
    const translation = citedTranslationOf(citation, cited, passage);
    const key = renderingIdOf(citation.translation.translationId, citation.passageId);
    if (translation !== null) known.set(key, translation.source);
  }
  return (passageId, translationId) => known.get(renderingIdOf(translationId, passageId)) ?? null;
};

const keyOf = ({ passageId, parts }: FaultyQuote): string => JSON.stringify([passageId, parts]);

/** Whether this loss from a sentence is already reported as an omission inside the passage itself. */
const isSaid = ({ kind: fault }: QuoteFault, faults: readonly QuoteFault[]): boolean => {
  const has = (kind: QuoteFault['kind']): boolean => faults.some((each) => each.kind === kind);
  if (fault === 'denial-lost') return has('negation-omitted');
  return (fault === 'condition-lost' || fault === 'hedge-lost') && has('hedge-omitted');
};

const withoutSaid = (quote: FaultyQuote): FaultyQuote => ({
  ...quote,
  faults: quote.faults.filter((fault) => !isSaid(fault, quote.faults)),
});

/** Reports each fault of the same words once. */
const joined = (quotes: readonly FaultyQuote[]): readonly FaultyQuote[] => {
  const known = new Map<string, FaultyQuote>();
  for (const quote of quotes) {
    const there = known.get(keyOf(quote));
    const isNew = ({ kind }: FaultyQuote['faults'][number]): boolean =>
      !there?.faults.some((each) => each.kind === kind);
    const faults = [...(there?.faults ?? []), ...quote.faults.filter(isNew)];
    known.set(keyOf(quote), { ...(there ?? quote), faults });
  }
  return [...known.values()].map(withoutSaid);
};

const isQuoted = ({ form }: CitedPassage): boolean => form === undefined || form === 'whole';

/** The shortenings of a citation: of the passage's words, and of its translation's. */
const shorteningsOf = (
  citation: CitedPassage,
  cited: CitedArticle,
  passage: Passage,
  sha256: MemoMaterial['sha256'],
) => {
  const isBlock = citation.form === undefined;
  const translation = citedTranslationOf(citation, cited, passage);
  const ofTranslation = asCitedTranslation(citation);
  const own = { passage, kept: keptAsCited(citation, passage, sha256), source: printedSourceOf(cited) };
  const translated =
    translation === null || ofTranslation === null
      ? []
      : [{ ...translation, kept: keptAsCited(ofTranslation, translation.passage, sha256) }];
  return [own, ...translated].flatMap(({ passage: of, kept, source }) =>
    kept === null || source === null ? [] : [{ passage: of, kept, source, isBlock }],
  );
};

/** The citations that shorten a passage so that it no longer says what its source says, each with what is wrong. */
function* findFaultyShortenings(
  content: MemoContent,
  { articles, sha256 }: MemoMaterial,
): Steps<readonly FaultyQuote[]> {
  const numbers = numberSources(content);
  const faulty: FaultyQuote[] = [];
  for (const citation of listCitations(content).filter(isQuoted)) {
    const cited = articles.get(citation.articleId);
    const passage = cited?.passages.find(({ id }) => id === citation.passageId);
    if (cited === undefined || passage === undefined) continue;
    const number = numbers.get(citation.articleId) ?? 0;
    for (const { source, ...shortened } of shorteningsOf(citation, cited, passage, sha256)) {
      const faults = yield* keptFaults(shortened, source);
      const quote = shortenedQuote(shortened, source);
      if (faults.length > 0) faulty.push({ ...quote, source: number, passageId: passage.id, faults });
    }
  }
  return faulty;
}

/**
 * The quotes that `document`, made of `memo`, prints from its citations and that do not say what their sources
 * say: both as printed, and as shortened.
 */
function* findFaultyQuotes(
  document: MemoDocument,
  memo: Memo,
  material: MemoMaterial,
): Steps<readonly FaultyQuote[]> {
  return joined([
    ...(yield* verifyQuotes(document, sourcesByNumber(memo, material), translationsOf(memo, material))),
    ...(yield* findFaultyShortenings(memo.content, material)),
  ]);
}

/** Works out what the rules look at. Quotations are held against their articles, which may take long. */
export function* lookAtMemo(asked: MemoToCheck): Steps<CheckedMemo> {
  const { memo, material, document } = asked;
  const prose = listProse(memo.content);
  const { language } = memo.head;
  return {
    ...asked,
    prose,
    judgements: checkedJudgements(asked),
    lostQuotes: yield* lostTypedQuotes(memo.content, material),
    typedQuotes: yield* holdTypedQuotes(prose, material, language),
    fieldQuotes: yield* holdTypedQuotes(listFields(memo.head.title, memo.content), material, language),
    misgivenCitations: misgivenCitations(
      prose.filter(({ isQuoted }) => !isQuoted),
      material,
      language,
    ),
    framedCitations: prose
      .filter(({ isQuoted }) => !isQuoted)
      .flatMap((each) => framedOf(each, material, language)),
    printedQuotes: listPrintedQuotes(document),
    faultyQuotes: yield* findFaultyQuotes(document, memo, material),
  };
}

/** The place of a judgement. */
export const atJudgement = ({ id, number }: CheckedJudgement) =>
  ({ kind: 'judgement', judgementId: id, number }) as const;
