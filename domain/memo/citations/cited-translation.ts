/**
 * The translation in which a citation gives a passage. It is treated as a passage of its own, whose text is the
 * translated text: the code that cuts, lays out and verifies quotations therefore works for translated ones too,
 * and compares them with the stored translation to the character.
 */
import type { Sha256 } from '../../ids.ts';
import { type Passage, passageEvidence } from '../../passage/passage.ts';
import { readingTextOf } from '../../reading/reading-text.ts';
import type { TextRange } from '../../text/selector.ts';
import { marksOfLanguage } from '../../translation/print-translation.ts';
import {
  type Maker,
  type PassageRendering,
  renderedWords,
  renderingIdOf,
  type TranslatedWords,
} from '../../translation/translation.ts';
import { keptAsCited } from '../verbatim/kept/cut-kept.ts';
import { OMISSION, OMISSION_WITHIN_MARKS } from '../verbatim/omission-mark.ts';
import { type LaidQuote, layPassage } from '../verbatim/print-quote.ts';
import type { PrintedSource } from '../verbatim/printed-source.ts';
import { sourceTextOf } from '../verbatim/source-text.ts';
import type { CitedPassage } from './list-citations.ts';
import type { CitedArticle } from './memo-material.ts';
import { printedSourceOf } from './printed-source-of.ts';

export type CitedTranslation = {
  readonly language: string;
  readonly maker: Maker;
  readonly texts: readonly string[];
  /** The passage with the translated words instead of its own. */
  readonly passage: Passage;
  readonly source: PrintedSource;
};

/**
 * What became of the translation since it was cited. `changed`: it has other words, or the words of the passage are
 * others than those that were translated. `missing`: it was taken away.
 */
export type TranslationState = 'ok' | 'changed' | 'missing';

const findRendering = (
  { passageId, translation }: CitedPassage,
  { translated }: CitedArticle,
): { readonly rendering: PassageRendering; readonly language: string } | null => {
  if (translation === undefined || translated === undefined) return null;
  const head = translated.translations.find(({ id }) => id === translation.translationId);
  const id = renderingIdOf(translation.translationId, passageId);
  const rendering = translated.renderings.find((each) => each.id === id);
  return head === undefined || head.deletedAt !== null || rendering?.kind !== 'passage'
    ? null
    : { rendering, language: head.language };
};

/** The texts one below the other, and the offset of each. */
const joinTexts = (
  texts: readonly string[],
): { readonly text: string; readonly places: readonly TextRange[] } => {
  let start = 0;
  const places = texts.map((text) => {
    const place = { start, end: start + text.length };
    start = place.end + 1;
    return place;
  });
  return { text: texts.join('\n'), places };
};

/** Translated words as a text that quotations are held against. */
export const sourceOfTexts = (texts: readonly string[], language: string): PrintedSource => {
  const { text, places } = joinTexts(texts);
  return { text: sourceTextOf(readingTextOf(text, places, language)), placesOf: () => places };
};

/** A passage with translated words instead of its own, one for each part, and the text that contains them. */
export const translatedPassage = (
  passage: Passage,
  texts: readonly string[],
  language: string,
): Pick<CitedTranslation, 'passage' | 'source'> => ({
  passage: asPassage(passage, texts),
  source: sourceOfTexts(texts, language),
});

const asPassage = (passage: Passage, texts: readonly string[]): Passage => {
  const { places } = joinTexts(texts);
  return {
    ...passage,
    selectors: texts.map((exact, at) => ({
      quote: { exact, prefix: '', suffix: '' },
      occurrence: null,
      position: places[at] ?? { start: 0, end: exact.length },
    })),
  };
};

const sources = new WeakMap<PassageRendering, PrintedSource>();

/** The translation that a citation names; null where it names none, or that is gone. */
export const citedTranslationOf = (
  citation: CitedPassage,
  cited: CitedArticle,
  passage: Passage,
): CitedTranslation | null => {
  const found = findRendering(citation, cited);
  if (found === null) return null;
  const { rendering, language } = found;
  const source = sources.get(rendering) ?? sourceOfTexts(rendering.texts, language);
  sources.set(rendering, source);
  const { maker, texts } = rendering;
  return { language, maker, texts, passage: asPassage(passage, texts), source };
};

/** What became of it. */
export const translationStateOf = (
  citation: CitedPassage,
  cited: CitedArticle,
  passage: Passage,
  sha256: (text: string) => Sha256,
): TranslationState => {
  if (citation.translation === undefined) return 'ok';
  const found = findRendering(citation, cited);
  if (found === null) return 'missing';
  const isAsCited = sha256(renderedWords(found.rendering)) === citation.translation.textSha256;
  const isOfThese = found.rendering.originalSha256 === sha256(passageEvidence(passage));
  return isAsCited && isOfThese ? 'ok' : 'changed';
};

/** The citation as a citation of the translation: its kept parts, under the hash of the translation's words. */
export const asCitedTranslation = ({ translation }: CitedPassage) =>
  translation === undefined
    ? null
    : {
        exactSha256: translation.textSha256,
        ...(translation.kept === undefined ? {} : { kept: translation.kept }),
      };

/** A quotation in the marks of a language; one that has marks of its own keeps them. */
export const inMarksOf = (language: string | null, laid: LaidQuote): LaidQuote => {
  if (laid.opening === '') return laid;
  const { opening, closing } = marksOfLanguage(language);
  const omission =
    laid.omission === OMISSION_WITHIN_MARKS ? laid.omission : `${closing} ${OMISSION} ${opening}`;
  return { ...laid, opening, closing, omission };
};

/** The translated words of a passage in the marks of the memo's language, whole or as much as the citation keeps. */
export const layTranslation = (
  citation: CitedPassage,
  { cited, passage }: { readonly cited: CitedArticle; readonly passage: Passage },
  translation: Pick<CitedTranslation, 'passage' | 'source'>,
  { sha256, language }: { readonly sha256: (text: string) => Sha256; readonly language: string | null },
): LaidQuote => {
  const shortened = asCitedTranslation(citation);
  const kept = shortened === null ? null : keptAsCited(shortened, translation.passage, sha256);
  const own = layPassage(translation.passage, translation.source, kept);
  if (kept !== null) return inMarksOf(language, own);
  // Whether the parts are one quotation is said by the original.
  const { omission } = layPassage(passage, printedSourceOf(cited));
  return inMarksOf(language, { ...own, omission });
};

/** All translations of an article, each as one text, so that typed words can be compared with them. */
export const translatedSourcesOf = ({ translated }: CitedArticle): readonly PrintedSource[] => {
  if (translated === undefined) return [];
  const known = whole.get(translated);
  if (known !== undefined) return known;
  const made = translated.translations
    .filter(({ deletedAt }) => deletedAt === null)
    .flatMap(({ id, language }) => {
      const own = translated.renderings.filter(({ translationId }) => translationId === id);
      const texts = own.flatMap((each) => (each.kind === 'block' ? [each.text] : each.texts));
      return texts.length === 0 ? [] : [sourceOfTexts(texts, language)];
    });
  whole.set(translated, made);
  return made;
};
const whole = new WeakMap<TranslatedWords, readonly PrintedSource[]>();
