import type { TextRange } from '../../text/selector.ts';
import type { Body } from './body.ts';
import { textBlockSpans } from './canonical-text.ts';

/** The ranges of `body` that its author has struck out; they are part of the text, but no longer stated. */
export const struckRanges = (body: Body): readonly TextRange[] =>
  textBlockSpans(body).flatMap(({ block, start }) => {
    let at = start;
    return (block.content ?? []).flatMap((node): readonly TextRange[] => {
      const from = at;
      at += node.type === 'text' ? node.text.length : 1;
      const isStruck = node.marks?.some(({ type }) => type === 'strike') ?? false;
      return isStruck ? [{ start: from, end: at }] : [];
    });
  });

/** The words inside `ranges` (UTF-16) of a text of which `struck` are struck out; none where none are. */
export const struckWords = (
  text: string,
  struck: readonly TextRange[],
  ranges: readonly TextRange[],
): readonly string[] =>
  ranges.flatMap((range) =>
    struck
      .filter(({ start, end }) => start < range.end && end > range.start)
      .map(({ start, end }) => text.slice(Math.max(start, range.start), Math.min(end, range.end)).trim())
      .filter((words) => words !== ''),
  );
