import { anchorPassage } from '#domain/passage/anchor-passage.ts';
import { settledInText } from '#domain/passage/carried.ts';
import { mannerAfterMove } from '#domain/passage/manner-after-move.ts';
import { ok } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { changePassage } from './change-passage.ts';
import { describeRanges } from './describe-ranges.ts';

/** Moving the boundaries of a passage. */
export const createResizing = (
  deps: Pick<HandlerDeps, 'archive' | 'machine'>,
): Pick<HandlersOn<'passage'>, 'passage:resize'> => ({
  /**
   * Moves the boundaries to `ranges` (UTF-16 of the canonical text). A memo that cites the passage says that its
   * evidence has changed. One that was carried over is settled with it: the analyst has said where it stands. Where
   * its manner was what the quotation marks said, they say it anew.
   */
  'passage:resize': ({ ranges, ...on }) =>
    changePassage(deps, on, 'resize-passage', async (before, reader) => {
      const described = await describeRanges(reader, 'passage:resize', on.articleId, ranges);
      if (!described.ok) return described;
      const { selectors, index, spans } = described.value;
      const stood = anchorPassage(index, before.selectors).ranges;
      const manner = mannerAfterMove(spans, before.manner, { before: stood, after: ranges });
      return ok({ selectors, manner, carriedFrom: settledInText(before.carriedFrom) });
    }),
});
