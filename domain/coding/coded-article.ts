/** What two coders have done in one article, brought to the same names of tags and the same offsets. */
import type { ArticleId, PassageId } from '../ids.ts';
import type { LabelId } from '../passage/label.ts';
import { countWhile } from '../text/sequences/count-while.ts';

/** In code points of the canonical text, end excluded. */
export type CodedRange = { readonly start: number; readonly end: number };

export type CodedPassage = {
  readonly id: PassageId;
  /** In the order of the text, none over another. */
  readonly ranges: readonly CodedRange[];
  readonly quote: string;
  readonly label: LabelId;
  /** Paths of tags, each once. */
  readonly tags: readonly string[];
};

export type Coding = {
  /** Those that stand in the text. */
  readonly passages: readonly CodedPassage[];
  /** The tags of the article itself. */
  readonly tags: readonly string[];
};

export type CodedArticle = {
  readonly articleId: ArticleId;
  readonly title: string | null;
  /** The paragraphs with words in them. */
  readonly blocks: readonly CodedRange[];
  readonly mine: Coding;
  readonly theirs: Coding;
};

/** Whether a coder has been at work there: what one has not coded at all is not judged, and no disagreement. */
export const isCoded = ({ passages, tags }: Coding): boolean =>
  tags.length > 0 || passages.some((passage) => passage.tags.length > 0);

const lengthOf = (ranges: readonly CodedRange[]): number =>
  ranges.reduce((sum, { start, end }) => sum + end - start, 0);

const shared = (a: CodedRange, b: CodedRange): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

const extentOf = ({ ranges }: Pick<CodedPassage, 'ranges'>): CodedRange => ({
  start: ranges[0]?.start ?? 0,
  end: ranges.at(-1)?.end ?? 0,
});

/** Asks which of `passages` may have characters in common with another: an article can have thousands. */
export const findTouching = (
  passages: readonly CodedPassage[],
): ((other: CodedPassage) => readonly CodedPassage[]) => {
  const placed = passages
    .map((passage) => ({ passage, ...extentOf(passage) }))
    .toSorted((a, b) => a.start - b.start);
  return (other) => {
    const { start, end } = extentOf(other);
    return placed
      .slice(
        0,
        countWhile(placed, (each) => each.start < end),
      )
      .filter((each) => each.end > start)
      .map(({ passage }) => passage);
  };
};

/** The share of the characters of either passage that both cover, from 0 to 1. */
export const overlapOf = (one: Pick<CodedPassage, 'ranges'>, other: Pick<CodedPassage, 'ranges'>): number => {
  const both = one.ranges.reduce(
    (sum, range) => sum + other.ranges.reduce((inner, each) => inner + shared(range, each), 0),
    0,
  );
  const either = lengthOf(one.ranges) + lengthOf(other.ranges) - both;
  return either === 0 ? 0 : both / either;
};
