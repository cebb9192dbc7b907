import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import { textStateOf } from '../../article/text-state.ts';
import type { ArticleId } from '../../ids.ts';
import { anchorPassage } from '../../passage/anchor/anchor-passage.ts';
import { type Passage, passageEvidence, passageQuote, regionOf } from '../../passage/passage.ts';
import { printedPlaceOf } from '../../passage/region/printed-place.ts';
import { isOfPage } from '../../passage/region/region-selector.ts';
import type { SourceTree } from '../../source/source.ts';
import type { TextIndex } from '../../text/text-index.ts';
import { ungraded } from '../../tradecraft/grade.ts';
import { indexTree } from '../../tree/record-tree.ts';
import type { MemoContent } from '../memo-content.ts';
import { placeInText } from '../print/place-in-text.ts';
import { englishWords } from '../print/printed-words.ts';
import { keptAsCited } from '../verbatim/kept/cut-kept.ts';
import { printLaid, printPassage } from '../verbatim/print-quote.ts';
import { printAttribution, printSpeaker, publicationOf } from './attribution.ts';
import { citedTranslationOf, layTranslation, translationStateOf } from './cited-translation.ts';
import { laterReadingOf } from './later-reading.ts';
import { type CitedPassage, listCitations, numberSources } from './list-citations.ts';
import type { CitedArticle, MemoMaterial } from './memo-material.ts';
import { printedSourceOf } from './printed-source-of.ts';
import type { EvidenceState, ResolvedCitation } from './resolved-citation.ts';

/**
 * Where a passage begins: its page and paragraph, or the place that carries no number; none where it can't be found.
 */
export const placeOf = (
  passage: Passage,
  { text }: CitedArticle,
  words = englishWords,
): Pick<ResolvedCitation, 'page' | 'paragraph' | 'place'> => {
  if (text === null) return nowhere;
  const region = regionOf(passage);
  if (region !== null && isOfPage(region)) return { ...printedPlaceOf(passage, text, 0), place: null };
  const [first] = anchorPassage(text.index, passage.selectors).ranges;
  if (first === undefined) return nowhere;
  const place = printedPlaceOf(passage, text, first.start);
  return { ...place, place: place.paragraph === null ? placeInText(text.blocks, first.start, words) : null };
};

/** Of evidence that is missing. */
export const nowhere = { paragraph: null, place: null } as const;

/** A body never changes, so this fails only where a file was changed by another hand. */
const standsInText = (passage: Passage, index: TextIndex): boolean => {
  const { state } = anchorPassage(index, passage.selectors);
  return state === 'anchored' || state === 'moved';
};

const stateOf = (
  citation: CitedPassage,
  cited: CitedArticle | undefined,
  passage: Passage | null,
  sha256: MemoMaterial['sha256'],
): EvidenceState => {
  if (cited === undefined || passage === null) return 'missing';
  if (cited.text === null || passage.deletedAt !== null) return 'deleted';
  if (textStateOf(cited.article, cited.about, cited.textSha256) === 'altered') return 'altered';
  const isAsCited = sha256(passageEvidence(passage)) === citation.exactSha256;
  if (!isAsCited || !standsInText(passage, cited.text.index)) return 'changed';
  return translationStateOf(citation, cited, passage, sha256) === 'ok' ? 'ok' : 'retranslated';
};

/** What is printed: the passage, or its translation. */
const printedBy = (
  citation: CitedPassage,
  evidence: { readonly cited: CitedArticle; readonly passage: Passage },
  { sha256 }: MemoMaterial,
  memoLanguage: string | null,
): Pick<ResolvedCitation, 'printed' | 'translated'> => {
  const { cited, passage } = evidence;
  const original = printPassage(passage, printedSourceOf(cited), keptAsCited(citation, passage, sha256));
  const translation = citedTranslationOf(citation, cited, passage);
  if (translation === null) return { printed: original };
  const { language, maker, texts } = translation;
  const laid = layTranslation(citation, evidence, translation, { sha256, language: memoLanguage });
  return { printed: printLaid(laid), translated: { language, maker, texts, original } };
};

const resolveOne = (
  citation: CitedPassage,
  number: number,
  material: MemoMaterial,
  { sources, memoLanguage }: { readonly sources: SourceTree; readonly memoLanguage: string | null },
): ResolvedCitation => {
  const { articles, sha256 } = material;
  const cited = articles.get(citation.articleId);
  const passage = cited?.passages.find(({ id }) => id === citation.passageId) ?? null;
  const shared = {
    articleId: citation.articleId,
    passageId: citation.passageId,
    exactSha256: citation.exactSha256,
    ...(citation.kept === undefined ? {} : { kept: citation.kept }),
    ...(citation.translation === undefined ? {} : { translation: citation.translation }),
    number,
    state: stateOf(citation, cited, passage, sha256),
    articleTitle: cited === undefined ? null : effectiveBibliography(cited.article, cited.about).title,
    publication: cited === undefined ? null : (publicationOf(cited, sources)?.name ?? null),
    passage,
  };
  if (cited === undefined || passage === null) {
    const unknown = { quote: '', printed: '', attribution: null, speaker: null, grade: ungraded };
    return { ...shared, ...nowhere, ...unknown };
  }
  const place = placeOf(passage, cited);
  const later = laterReadingOf(cited, passage, material);
  return {
    ...shared,
    ...(later === null ? {} : { later }),
    ...place,
    attribution: printAttribution(passage, cited, place, sources),
    quote: passageQuote(passage),
    ...printedBy(citation, { cited, passage }, material, memoLanguage),
    speaker: printSpeaker(passage, sources),
    grade: passage.grade,
  };
};

/**
 * All citations of a memo in reading order, with the state of their evidence and the text of their chip.
 * @param memoLanguage whose quotation marks translations are shown in; the English ones by default
 */
export const resolveCitations = (
  content: MemoContent,
  material: MemoMaterial,
  memoLanguage: string | null = null,
): readonly ResolvedCitation[] => {
  const numbers: ReadonlyMap<ArticleId, number> = numberSources(content);
  const sources = indexTree(material.sources);
  return listCitations(content).map((citation) =>
    resolveOne(citation, numbers.get(citation.articleId) ?? 0, material, { sources, memoLanguage }),
  );
};
