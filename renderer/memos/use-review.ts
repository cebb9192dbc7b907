import { useState } from 'react';
import type { AppError } from '#domain/contract/errors.ts';
import type { GlyphChoice, MemoFinding, OpenMemo, PrintedMemo } from '#domain/contract/memo.ts';
import type { MemoId } from '#domain/ids.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';

export type Preview = {
  /** The last PDF that could be made; it stays while a newer one is on its way. */
  readonly made: PrintedMemo | null;
  /** Why the memo as it stands can't be made into one; null where it can. */
  readonly error: AppError | null;
  readonly isMaking: boolean;
  readonly glyphs: GlyphChoice;
  readonly setGlyphs: (glyphs: GlyphChoice) => void;
};

export type Review = {
  readonly open: OpenMemo;
  readonly findings: readonly MemoFinding[] | undefined;
  /** How many words it prints; undefined as long as that is not known. */
  readonly words: number | undefined;
  readonly preview: Preview;
};

/** What the memo rests on, lacks and becomes as it stands on the disk, told anew after every change there. */
export const useReview = (memoId: MemoId, opened: OpenMemo): Review => {
  const { paper } = useSettings();
  const [glyphs, setGlyphs] = useState<GlyphChoice>('refuse');
  const options = { paper, glyphs };
  const { data, isPrevious } = useQuery('memo:review', { memoId, options }, { keepsPrevious: true });
  const [made, setMade] = useState<PrintedMemo | null>(null);
  const printed = data?.printed;
  if (printed?.ok === true && printed.value !== made) setMade(printed.value);
  const error = printed?.ok === false && printed.error.code !== 'cancelled' ? printed.error : null;
  const isMaking = isPrevious || printed === undefined;
  return {
    open: data ?? opened,
    findings: data?.findings,
    words: data?.words,
    preview: { made, error, isMaking, glyphs, setGlyphs },
  };
};
