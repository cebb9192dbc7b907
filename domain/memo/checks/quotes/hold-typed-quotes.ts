/** Words that were typed between quotation marks: held against the articles that are cited beside them. */
import { effectiveBibliography } from '../../../article/effective-bibliography.ts';
import type { PassageId } from '../../../ids.ts';
import { reportingVerbsOf } from '../../../reading/attribution/speech-verbs.ts';
import { primaryLanguage } from '../../../reading/frame-words.ts';
import { sentencesOf } from '../../../reading/sentences.ts';
import type { SourceTree } from '../../../source/source.ts';
import { runSteps, type Steps } from '../../../steps.ts';
import { nestQuotationMarks } from '../../../text/quotation-marks.ts';
import { indexTree } from '../../../tree/record-tree.ts';
import { translatedSourcesOf } from '../../citations/cited-translation.ts';
import type { CitedPassage } from '../../citations/list-citations.ts';
import type { CitedArticle, MemoMaterial } from '../../citations/memo-material.ts';
import { printedSourceOf } from '../../citations/printed-source-of.ts';
import type { Prose } from '../../content/list-prose.ts';
import { findPart } from '../../verbatim/find-part.ts';
import { nearestWords } from '../../verbatim/nearest-words.ts';
import { splitAtOmissions } from '../../verbatim/omission-mark.ts';
import { type QuoteFault, quoteFaultTable, weigh } from '../../verbatim/quote-fault.ts';
import type { SourceText } from '../../verbatim/source-text.ts';
import { verifyQuote } from '../../verbatim/verify-quote.ts';
import { type FramedOtherwise, framedOtherwise } from './framed-otherwise.ts';
import { isTitled } from './is-titled.ts';
import { type Misgiven, misgivenQuote, otherSpeakerOf } from './other-speaker-of.ts';
import { type TypedQuote, typedQuotesIn } from './typed-quotes-in.ts';

/** Words typed between quotation marks, and what is known about them. */
export type HeldQuote = {
  readonly quote: string;
  /** Whether anything is cited beside them. */
  readonly isCited: boolean;
  /** Whether they stand as a block. */
  readonly isBlock: boolean;
  /** Whether their sentence attributes them to somebody, or they are a block quotation. */
  readonly isSaid: boolean;
  /** One word alone is a manner of speaking as often as not. */
  readonly isOneWord: boolean;
  /** The citation that matches them best, with the faults against it; null where no cited text is available. */
  readonly best: { readonly passageId: PassageId; readonly faults: readonly QuoteFault[] } | null;
  /** Who says them in the cited article, where that is another than the cited passage's speaker. */
  readonly other: { readonly passageId: PassageId; readonly speaker: string } | null;
  /** Whom the memo gives them to, where the cited article gives them to somebody else. */
  readonly misgiven: (Misgiven & { readonly passageId: PassageId }) | null;
  /** What the memo has around the words, where the cited article has something else. */
  readonly framed: (FramedOtherwise & { readonly passageId: PassageId }) | null;
};

/** What quotations are held with. */
type Holding = {
  readonly material: MemoMaterial;
  readonly sources: SourceTree;
  /** Of the memo (BCP 47). */
  readonly language: string;
};

/** A quotation held against one article. */
type Held = {
  readonly citation: CitedPassage;
  readonly cited: CitedArticle;
  readonly source: SourceText;
  readonly faults: readonly QuoteFault[];
};

const isTitle = (quote: string, { article, about }: CitedArticle): boolean => {
  const { title } = effectiveBibliography(article, about);
  return title !== null && (quote === title || quote === nestQuotationMarks(title));
};

/** The writer's own words in the sentence around the quote. */
const aroundOf = ({ prose: { text }, range }: TypedQuote, language: string): string => {
  const own = `${text.slice(0, range.start)}${'\uFFFC'.repeat(range.end - range.start)}${text.slice(range.end)}`;
  const sentence = sentencesOf(own, { start: 0, end: own.length }, language).findLast(
    ({ start }) => start <= range.start,
  );
  return own.slice(sentence?.start ?? 0, sentence?.end).replaceAll('\uFFFC', ' ');
};

/** The texts of a cited article: its own, and its translations; none where it can't be read. */
const textsOf = (cited: CitedArticle | undefined): readonly SourceText[] => {
  const source = cited === undefined ? null : printedSourceOf(cited);
  if (cited === undefined || source === null) return [];
  return [source, ...translatedSourcesOf(cited)].map(({ text }) => text);
};

function* holdAgainst(typed: TypedQuote, { material, language }: Holding): Steps<readonly Held[]> {
  const held: Held[] = [];
  const carried = { around: aroundOf(typed, language), language };
  const seen = new Set<string>();
  for (const citation of typed.citations) {
    const cited = material.articles.get(citation.articleId);
    if (cited === undefined || seen.has(citation.passageId)) continue;
    seen.add(citation.passageId);
    for (const source of textsOf(cited)) {
      const faults = isTitle(typed.quote, cited) ? [] : yield* verifyQuote(typed.quote, source, carried);
      held.push({ citation, cited, source, faults });
    }
  }
  return held;
}

const lightest = (held: readonly Held[]): Held | undefined =>
  held.toSorted((a, b) => weigh(a.faults) - weigh(b.faults))[0];

const FEWEST_INVENTED = 4;
const scriptOf = (text: string): string =>
  ['Latin', 'Cyrillic', 'Arabic', 'Hebrew', 'Han', 'Hangul', 'Hiragana', 'Greek', 'Thai', 'Devanagari']
    .map((script) => ({
      script,
      count: text.match(new RegExp(`\\p{Script=${script}}`, 'gu'))?.length ?? 0,
    }))
    .reduce((most, each) => (each.count > most.count ? each : most)).script;

/**
 * Whether the words are in another language than the article: then they are translated, and nothing can be compared.
 */
const isTranslated = (quote: string, { source }: Held, language: string): boolean => {
  const { text, language: ofSource } = source.reading;
  if (ofSource !== 'und' && primaryLanguage(ofSource) !== primaryLanguage(language)) return true;
  return scriptOf(quote) !== scriptOf(text.slice(0, 4000));
};

const isNumberAlone = (quote: string): boolean =>
  /^\p{Sc}?\s?\p{Nd}/u.test(quote) &&
  (/[\p{Sc}%.,]/u.test(quote) || !/^(?:1[5-9]|20)\p{Nd}{2}$/u.test(quote));

/** So many words in the language of each article, or a number, that no article has anything like. */
const isInvented = ({ quote, words }: TypedQuote, held: readonly Held[], { language }: Holding): boolean =>
  ((words >= FEWEST_INVENTED && !isTitled(quote)) || isNumberAlone(quote)) &&
  held.every((one) => !isTranslated(quote, one, language));

/** For words that occur nowhere: what the articles have instead, or that they have nothing similar. */
const differenceOf = (typed: TypedQuote, held: readonly Held[], holding: Holding): Held | undefined => {
  for (const one of held) {
    const near = nearestWords(typed.quote, one.source);
    if (near !== null)
      return near.isSame ? one : { ...one, faults: [{ kind: 'altered', reads: near.reads }] };
  }
  const [first] = held;
  // Of what can't be read nothing is known.
  const heldPassages = new Set(held.map(({ citation }) => citation.passageId));
  const isAllThere = heldPassages.size === new Set(typed.citations.map(({ passageId }) => passageId)).size;
  return first !== undefined && isAllThere && isInvented(typed, held, holding)
    ? { ...first, faults: [{ kind: 'invented' }] }
    : first;
};

/** What turns a word when it is written before it. */
const turning =
  /^(?:un|in|im|ir|il|dis|non|mis|anti|counter|de|dé|des|dés|miss|nicht|ohn|on|wan|o|не|без|бес|nie|bez|نا|غیر)[-\u2010\u2011]?$/iu;

/**
 * A single word must not lose the prefix that negates it, a digit, or the denial or condition it depends on. Any
 * other single word that occurs nowhere is a manner of speaking.
 */
const ofOneWord = (faults: readonly QuoteFault[]): readonly QuoteFault[] =>
  faults.filter((fault) => {
    switch (fault.kind) {
      case 'cut-inside-word':
        return fault.whole.endsWith(fault.shown) && turning.test(fault.whole.slice(0, -fault.shown.length));
      case 'cut-inside-number':
      case 'invented':
      case 'denial-lost':
        return true;
      default:
        return false;
    }
  });

type OtherSpeaker = NonNullable<HeldQuote['other']>;

const otherSpeaker = (quote: string, held: Held, sources: SourceTree): OtherSpeaker | null => {
  const { citation, cited, faults } = held;
  const passage = cited.passages.find(({ id }) => id === citation.passageId);
  const source = printedSourceOf(cited);
  const isThere = faults.every(({ kind }) => isOfThere(kind));
  if (passage === undefined || source === null || !isThere) return null;
  const speaker = otherSpeakerOf({ cited, source, sources }, passage, quote);
  return speaker === null ? null : { passageId: passage.id, speaker };
};

/** Of all citations that hold it equally well, one of its speaker's. */
const otherOfAll = (quote: string, held: readonly Held[], sources: SourceTree): OtherSpeaker | null => {
  const least = weigh(lightest(held)?.faults ?? []);
  const found = held
    .filter(({ faults }) => weigh(faults) === least)
    .map((one) => otherSpeaker(quote, one, sources));
  return found.every((one) => one !== null) ? (found[0] ?? null) : null;
};

/** Said only where no citation holds it as the memo gives it. */
const misgivenOf = (
  { quote, prose: { text }, range }: TypedQuote,
  held: readonly Held[],
  { sources, language }: Holding,
): HeldQuote['misgiven'] => {
  const there = held.filter(({ faults }) => faults.every(({ kind }) => isOfThere(kind)));
  const found = there.map(({ cited, citation }) => {
    const source = printedSourceOf(cited);
    const said =
      source === null ? null : misgivenQuote({ cited, source, sources }, quote, { text, range, language });
    return said === null ? null : { ...said, passageId: citation.passageId };
  });
  return found.every((one) => one !== null) ? (found[0] ?? null) : null;
};

/** The memo's words of the sentence before and behind the quotation. */
const sidesOf = ({ prose: { text }, range }: TypedQuote, language: string) => {
  const own = `${text.slice(0, range.start)}${'\uFFFC'.repeat(range.end - range.start)}${text.slice(range.end)}`;
  const sentence = sentencesOf(own, { start: 0, end: own.length }, language).findLast(
    ({ start }) => start <= range.start,
  );
  return {
    before: text.slice(sentence?.start ?? 0, range.start).replaceAll('\uFFFC', ' '),
    after: text.slice(range.end, sentence?.end).replaceAll('\uFFFC', ' '),
  };
};

/** Said only where the words stand in the article, and of one that is in the language of the memo. */
const framedOf = (typed: TypedQuote, held: readonly Held[], { language }: Holding): HeldQuote['framed'] => {
  const { words, isBlock } = typed;
  const one = held.find(({ faults }) => faults.every(({ kind }) => isOfThere(kind)));
  if (words === 1 || isBlock) return null;
  if (one === undefined || isTitled(typed.quote) || isTranslated(typed.quote, one, language)) return null;
  const { cited, source, citation } = one;
  const [first = typed.quote] = splitAtOmissions(typed.quote);
  const [place] = runSteps(findPart(first, source.reading.text));
  if (place === undefined) return null;
  const found = framedOtherwise({ ...sidesOf(typed, language), language, cited, source, place });
  return found === null ? null : { ...found, passageId: citation.passageId };
};

const isOfThere = (fault: QuoteFault['kind']): boolean =>
  quoteFaultTable[fault].canBeOverruled && fault !== 'invented';

const says = (own: string, language: string): boolean => {
  const verbs = reportingVerbsOf(language);
  return (own.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => verbs.has(word));
};

function* holdQuote(typed: TypedQuote, holding: Holding): Steps<HeldQuote> {
  const { quote, citations, words, isBlock } = typed;
  const held = yield* holdAgainst(typed, holding);
  yield;
  const nearest = lightest(held);
  const isNowhere = nearest?.faults.some(({ kind }) => kind === 'differs') === true;
  const best = isNowhere ? differenceOf(typed, held, holding) : nearest;
  const isOneWord = words === 1;
  const faults = isOneWord ? ofOneWord(best?.faults ?? []) : (best?.faults ?? []);
  yield;
  return {
    quote,
    isCited: citations.length > 0,
    isBlock,
    isSaid: isBlock || (!isTitled(quote) && says(aroundOf(typed, holding.language), holding.language)),
    isOneWord,
    best: best === undefined ? null : { passageId: best.citation.passageId, faults },
    other: best === undefined || isOneWord ? null : otherOfAll(quote, held, holding.sources),
    misgiven: isOneWord ? null : misgivenOf(typed, held, holding),
    framed: framedOf(typed, held, holding),
  };
}

/** The typed quotations of `prose`, each held against the articles that are cited in its paragraph. */
export function* holdTypedQuotes(
  prose: readonly Prose[],
  material: MemoMaterial,
  language: string,
): Steps<readonly HeldQuote[]> {
  const holding: Holding = { material, sources: indexTree(material.sources), language };
  const quotes: HeldQuote[] = [];
  for (const typed of prose.flatMap(typedQuotesIn)) quotes.push(yield* holdQuote(typed, holding));
  return quotes;
}
