import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { GlyphChoice, MemoFinding, OpenMemo, PrintedMemo } from '#domain/contract/memo.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { MemoId } from '#domain/ids.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { shareEqual } from '#renderer/bridge/share-equal.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import type { MemoPatch, MemoSaving } from './use-memo-session.ts';

export type Preview = {
  /** The last PDF that could be made; it stays while a newer one is on its way. */
  readonly made: PrintedMemo | null;
  /** Why the memo as it stands can't be made into one; null where it can. */
  readonly error: AppError | null;
  readonly isMaking: boolean;
  readonly glyphs: GlyphChoice;
  readonly setGlyphs: (glyphs: GlyphChoice) => void;
  /** Has the pages follow what is typed as long as they are on show, until the returned function is called. */
  readonly watch: () => () => void;
};

export type Proof = {
  readonly open: OpenMemo;
  readonly findings: readonly MemoFinding[] | undefined;
  /** How many words it prints; undefined as long as that is not known. */
  readonly words: number | undefined;
  readonly preview: Preview;
};

type Options = Input<'memo:print-draft'>['options'];

/**
 * Has drafts printed while somebody watches, one at a time: what is typed while one is on its way is asked for once it
 * has come. `take` gets what is newer than all before it. Answers how to watch.
 */
const usePrintedDrafts = (
  memoId: MemoId,
  options: Options,
  saving: MemoSaving,
  take: (printed: PrintedMemo) => void,
): Preview['watch'] => {
  const latest = useLatest({ options, take });
  const watchers = useRef(0);
  const print = useRef<(draft: MemoPatch) => void>(() => undefined);
  useEffect(() => {
    let waiting: MemoPatch | null = null;
    let isAsking = false;
    const ask = async (): Promise<void> => {
      if (isAsking) return;
      isAsking = true;
      for (let draft = waiting; draft !== null; draft = waiting) {
        waiting = null;
        const answer = await request('memo:print-draft', { memoId, options: latest.current.options, draft });
        if (answer.ok) latest.current.take(answer.value);
      }
      isAsking = false;
    };
    print.current = (draft) => {
      waiting = draft;
      void ask();
    };
    return saving.onDraft((draft) => {
      if (watchers.current > 0) print.current(draft);
    });
  }, [memoId, saving]);
  return useCallback(() => {
    watchers.current += 1;
    if (saving.isPending()) print.current(saving.pending());
    return () => {
      watchers.current -= 1;
    };
  }, [saving]);
};

/**
 * What the memo rests on, lacks and becomes as it stands on the disk, told anew after every change there. Its pages are
 * those of what is typed, also before it is saved.
 */
export const useProof = (memoId: MemoId, opened: OpenMemo, saving: MemoSaving): Proof => {
  const { paper } = useSettings();
  const [glyphs, setGlyphs] = useState<GlyphChoice>('refuse');
  const options = { paper, glyphs };
  const { data, isPrevious } = useQuery('memo:proof', { memoId, options }, { keepsPrevious: true });
  const [made, setMade] = useState<PrintedMemo | null>(null);
  // The same pages stay the same object, and are not drawn again.
  const take = (printed: PrintedMemo): void => setMade((before) => shareEqual(before, printed));
  const watch = usePrintedDrafts(memoId, options, saving, take);
  const printed = data?.printed;
  useEffect(() => {
    // What is typed meanwhile is newer: it is saved in a moment, and told then.
    if (printed?.ok === true && !saving.isPending()) {
      setMade((before) => shareEqual(before, printed.value));
    }
  }, [printed, saving]);
  const error = printed?.ok === false && printed.error.code !== 'cancelled' ? printed.error : null;
  const isMaking = isPrevious || printed === undefined;
  return {
    open: data ?? opened,
    findings: data?.findings,
    words: data?.words,
    preview: { made, error, isMaking, glyphs, setGlyphs, watch },
  };
};
