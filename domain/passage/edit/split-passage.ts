import type { PassageId } from '../../ids.ts';
import { err, ok, type Result } from '../../result.ts';
import { isGraphemeBoundary } from '../../text/grapheme-boundaries.ts';
import type { Selector, TextRange } from '../../text/selector.ts';
import type { TextIndex } from '../../text/text-index.ts';
import type { Timestamp } from '../../time.ts';
import { describeSelector } from '../anchor/describe-selector.ts';
import { settledInText } from '../carried.ts';
import type { Passage } from '../passage.ts';
import { splitRanges } from './split-ranges.ts';

export type SplitPassage = { readonly first: Passage; readonly second: Passage };
export type SplitRefusal = { readonly code: 'range-not-on-grapheme' | 'cut-outside-passage' };

/** Where a passage is in the text: a range for each selector, UTF-16, in the order of the text. */
export type PassagePlaceInText = { readonly index: TextIndex; readonly ranges: readonly TextRange[] };

type Part = { readonly id: PassageId; readonly at: Timestamp };

const firstPart = (whole: Passage, selectors: Selector[], { at }: Part): Passage => ({
  ...whole,
  selectors,
  carriedFrom: settledInText(whole.carriedFrom),
  updatedAt: at,
});

/** "Confirmed" follows its ground: a reason is copied, a supporting passage stays with the first part. */
const gradeOfSecond = ({ grade, confirmedBecause }: Passage): Passage['grade'] =>
  grade.credibility === 1 && confirmedBecause === null ? { ...grade, credibility: null } : grade;

/** What describes the words is copied to both parts; what belongs to the passage as a whole stays with the first. */
const secondPart = (whole: Passage, selectors: Selector[], { id, at }: Part): Passage => ({
  ...whole,
  id,
  selectors,
  grade: gradeOfSecond(whole),
  note: null,
  relations: [],
  carriedFrom: null,
  createdAt: at,
  updatedAt: at,
});

/**
 * Splits a passage in two at `cut` (UTF-16 of the text); white space at the cut belongs to neither part. The first
 * part keeps the id; docs/decisions/0016-what-a-split-and-a-duplicate-carry.md lists what each part carries.
 */
export const splitPassage = (
  whole: Passage,
  { index, ranges }: PassagePlaceInText,
  cut: number,
  part: Part,
): Result<SplitPassage, SplitRefusal> => {
  if (cut < index.text.length && !isGraphemeBoundary(index.text, cut))
    return err({ code: 'range-not-on-grapheme' });
  const parts = splitRanges(index.text, ranges, cut);
  if (parts === null) return err({ code: 'cut-outside-passage' });
  const selectorsOf = (part: readonly TextRange[]): Selector[] =>
    part.map((range) => describeSelector(index, range));
  return ok({
    first: firstPart(whole, selectorsOf(parts.first), part),
    second: secondPart(whole, selectorsOf(parts.second), part),
  });
};
