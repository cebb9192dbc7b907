import { isOverlapping, type TextRange } from '../../text/selector.ts';
import type { Body } from './body.ts';
import { textBlockSpans } from './canonical-text.ts';

/** `body` without the blocks at the places `leftOut` of its content; unchanged where nothing else is in it. */
export const withoutLeftOut = (body: Body, leftOut: readonly number[] = []): Body => {
  const left = new Set(leftOut);
  const content = body.content.filter((_, index) => !left.has(index));
  return content.length === 0 ? body : { ...body, content };
};

/** The range of each block of `body` in its canonical text. */
const blockRanges = (body: Body): readonly TextRange[] => {
  const spans = textBlockSpans(body);
  let next = 0;
  return body.content.map((block) => {
    const own = spans.slice(next, next + textBlockSpans({ ...body, content: [block] }).length);
    next += own.length;
    return { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 };
  });
};

/** The places `leftOut` of the content less those whose blocks have something of `ranges`, in the text of `body`. */
export const leftOutElsewhere = (
  body: Body,
  leftOut: readonly number[],
  ranges: readonly TextRange[],
): readonly number[] => {
  const blocks = blockRanges(body);
  return leftOut.filter((place) => {
    const block = blocks[place];
    return block === undefined || !ranges.some((range) => isOverlapping(range, block));
  });
};
