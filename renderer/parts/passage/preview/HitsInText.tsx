import { useMemo } from 'react';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { numberParagraphs } from '#domain/article/body/paragraph-numbers.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import { anchorPassage } from '#domain/passage/anchor/anchor-passage.ts';
import type { LabelId } from '#domain/passage/label.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { SearchTerm } from '#domain/search/language/search-node.ts';
import { markTerms } from '#domain/search/words/mark-terms.ts';
import { wordEndBefore, wordStartFrom } from '#domain/search/words/word-cuts.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { indexText } from '#domain/text/text-index.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './preview.module.css';

export type HitsInTextProps = {
  readonly open: OpenArticle;
  /** Null: the text is shown at its first match, as for a passage that is not in the text. */
  readonly passage: Passage | null;
  readonly terms: readonly SearchTerm[];
};

/** How much of a paragraph before or after is shown, in UTF-16 units. */
const BESIDE = 160;

type Shown = {
  readonly number: number | null;
  /** The whole paragraph, of which `span` is shown. */
  readonly of: TextRange;
  readonly span: TextRange;
  readonly isBeside: boolean;
};

/** The end of the previous paragraph, or the beginning of the next, in whole words. */
const cutBeside = (text: string, span: TextRange, isBefore: boolean): TextRange => {
  if (span.end - span.start <= BESIDE) return span;
  return isBefore
    ? { start: wordStartFrom(text, span.end - BESIDE), end: span.end }
    : { start: span.start, end: wordEndBefore(text, span.start, span.start + BESIDE) };
};

const layOut = ({ open, passage, terms }: HitsInTextProps) => {
  const text = canonicalText(open.body);
  const spans = textBlockSpans(open.body).filter(({ start, end }) => end > start);
  const ranges = passage === null ? [] : anchorPassage(indexText(text), passage.selectors).ranges;
  const marks = markTerms(text, terms);
  const at = ranges[0]?.start ?? marks[0]?.start ?? spans[0]?.start ?? 0;
  const until = ranges.at(-1)?.end ?? at;
  const numbers = new Map(
    numberParagraphs(textBlockSpans(open.body)).map(({ start, number }) => [start, number]),
  );
  const first = Math.max(
    0,
    spans.findLastIndex(({ start }) => start <= at),
  );
  const last = Math.max(
    first,
    spans.findLastIndex(({ start }) => start < until),
  );
  const shown = spans.slice(Math.max(0, first - 1), last + 2).map((span): Shown => {
    const isBeside = span.end <= at || span.start >= Math.max(until, at + 1);
    const cut = isBeside ? cutBeside(text, span, span.end <= at) : span;
    return { number: numbers.get(span.start) ?? null, of: span, span: cut, isBeside };
  });
  return { text, ranges, marks, shown };
};

/** A part of a text, and what covers it. */
type Segment = {
  readonly start: number;
  readonly end: number;
  readonly isPassage: boolean;
  readonly isHit: boolean;
};

const covers = (ranges: readonly TextRange[], start: number, end: number): boolean =>
  ranges.some((range) => range.start <= start && range.end >= end);

/** The text from `start` to `end`, cut wherever a passage or a match begins or ends. Offsets are UTF-16 units. */
const cutSegments = (
  { start, end }: TextRange,
  passage: readonly TextRange[],
  hits: readonly TextRange[],
): readonly Segment[] => {
  const inside = [...passage, ...hits].flatMap((range) => [range.start, range.end]);
  const edges = [...new Set([start, ...inside, end])].filter((at) => at >= start && at <= end);
  edges.sort((a, b) => a - b);
  return edges.slice(1).map((to, at) => {
    const from = edges[at] ?? start;
    return {
      start: from,
      end: to,
      isPassage: covers(passage, from, to),
      isHit: covers(hits, from, to),
    };
  });
};

/** Above a text that lacks the words of the passage. */
export const notInText = 'These words are not in the text.';

/** A part of an article with the search terms marked: the paragraphs of a passage, or that of the first match. */
export const HitsInText = ({ open, passage, terms }: HitsInTextProps) => {
  const { text, ranges, marks, shown } = useMemo(
    () => layOut({ open, passage, terms }),
    [open, passage, terms],
  );
  const label: LabelId | undefined = passage?.label;
  const isUnplaced = passage !== null && ranges.length === 0;
  // Its beginning alone would look like the place of the passage.
  const paragraphs = isUnplaced && marks.length === 0 ? [] : shown;
  return (
    <div className={styles.context} data-label={label} lang={open.article.bibliography.language ?? undefined}>
      {isUnplaced && (
        <p className={styles.missing} lang="en">
          {notInText}
        </p>
      )}
      {paragraphs.map(({ number, of, span, isBeside }) => (
        <p key={span.start} className={joinClasses(styles.numbered, isBeside && styles.beside)} dir="auto">
          <span>{number ?? ''}</span>
          {span.start > of.start && '…'}
          {cutSegments(span, ranges, marks).map(({ start, end, isPassage, isHit }) => {
            const look = joinClasses(isPassage && styles.passage, isHit && styles.hit);
            const part = text.slice(start, end);
            return isPassage || isHit ? (
              <mark key={start} className={look}>
                {part}
              </mark>
            ) : (
              part
            );
          })}
          {span.end < of.end && '…'}
        </p>
      ))}
    </div>
  );
};
