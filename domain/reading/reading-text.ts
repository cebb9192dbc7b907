/** A text as a reading cursor moves in it: its textblocks, and the sentences and words of each. */

import { segmenterOf } from '../text/segmenter-of.ts';
import type { TextRange } from '../text/selector.ts';
import { countWhile } from '../text/sequences/count-while.ts';
import { sentencesOf } from './sentences.ts';

/** `paragraphs` are the textblocks in order (UTF-16 of `text`); `language` is BCP 47, "und" where unknown. */
export type ReadingText = {
  readonly text: string;
  readonly paragraphs: readonly TextRange[];
  readonly language: string;
};

/** The text of some textblocks in order, joined as the canonical text joins them. `language` null: not known. */
export const readingTextOf = (
  text: string,
  paragraphs: readonly TextRange[],
  language: string | null,
): ReadingText => ({ text, paragraphs, language: language ?? 'und' });

export const readingUnits = ['word', 'sentence', 'paragraph'] as const;
export type ReadingUnit = (typeof readingUnits)[number];

/** The words of a part of the text in order, without the characters between them (UAX 29). */
export const wordsOf = ({ text, language }: ReadingText, part: TextRange): readonly TextRange[] =>
  [...segmenterOf(language, 'word').segment(text.slice(part.start, part.end))]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment, index }) => ({ start: part.start + index, end: part.start + index + segment.length }));

const trimmed = (text: string, { start, end }: TextRange): TextRange => {
  const slice = text.slice(start, end);
  return { start: start + (slice.length - slice.trimStart().length), end: start + slice.trimEnd().length };
};

/** The units of that kind in one paragraph, in order and never empty. */
export const unitsOf = (
  reading: ReadingText,
  paragraph: TextRange,
  unit: ReadingUnit,
): readonly TextRange[] => {
  if (unit === 'word') return wordsOf(reading, paragraph);
  if (unit === 'sentence') return sentencesOf(reading.text, paragraph, reading.language);
  const whole = trimmed(reading.text, paragraph);
  return whole.start < whole.end ? [whole] : [];
};

/** The index of the paragraph that holds `offset`, else of the last that begins before it. */
export const paragraphIndexAt = ({ paragraphs }: ReadingText, offset: number): number =>
  Math.max(0, countWhile(paragraphs, ({ start }) => start <= offset) - 1);

/** The unit at `offset`: the one that holds it, else the one that ends there; null between two. */
export const unitAt = (reading: ReadingText, offset: number, unit: ReadingUnit): TextRange | null => {
  const paragraph = reading.paragraphs[paragraphIndexAt(reading, offset)];
  if (paragraph === undefined) return null;
  const units = unitsOf(reading, paragraph, unit);
  return (
    units.find(({ start, end }) => start <= offset && offset < end) ??
    units.find(({ end }) => end === offset) ??
    null
  );
};
