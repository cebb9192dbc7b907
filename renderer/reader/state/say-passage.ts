/** Announcements about passages for screen readers. */

import { countWords } from '#domain/article/draft/count-words.ts';
import type { LabelId } from '#domain/passage/label.ts';
import { joinQuotes, type Passage, passageWords } from '#domain/passage/passage.ts';
import { printCount } from '#domain/print-count.ts';
import { beginningOf } from '#domain/text/beginning-of.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { labelsNow } from '#renderer/parts/passage/labels.ts';
import { relationToOthers, type Turn } from './find-passage.ts';
import type { PlacedPassage } from './place-passages.ts';

const relationWords = { inside: 'inside another', around: 'around another', over: 'over another' } as const;

export const sayWords = (count: number): string => printCount(count, 'word');

/** ["38 words"], or ["2 parts", "31 words"]. */
const sayLength = (quotes: readonly string[]): readonly string[] => [
  ...(quotes.length > 1 ? [`${quotes.length} parts`] : []),
  sayWords(quotes.reduce((count, quote) => count + countWords(quote, null), 0)),
];

/** Longer selections are announced by their length and their beginning. */
const SELECTED_LENGTH = 160;

/** "Selected, 3 words: We have seen", or "Selected, 2 parts, 31 words: …". */
export const saySelected = (quotes: readonly string[]): string =>
  `${['Selected', ...sayLength(quotes)].join(', ')}: ${beginningOf(joinQuotes(quotes), SELECTED_LENGTH)}`;

/** "Claim added, 38 words, inside another."; of several parts "Claim added, 2 parts, 31 words." */
export const sayAdded = (
  label: LabelId,
  quotes: readonly string[],
  others: readonly PlacedPassage[],
  ranges: readonly TextRange[],
): string => {
  const relation = relationToOthers(others, ranges);
  const parts = [`${labelsNow().of(label).name} added`, ...sayLength(quotes)];
  return `${[...parts, ...(relation === null ? [] : [relationWords[relation]])].join(', ')}.`;
};

const SAID_LENGTH = 120;

/** "Claim: We see China sharing machine tools" */
export const sayPassage = (passage: Passage): string =>
  `${labelsNow().of(passage.label).name}: ${beginningOf(passageWords(passage), SAID_LENGTH)}`;

/** "2 of 4. Claim: We see China sharing machine tools" */
export const sayTurn = ({ placed, turn, of }: Turn): string =>
  of === 1 ? sayPassage(placed.passage) : `${turn} of ${of}. ${sayPassage(placed.passage)}`;
