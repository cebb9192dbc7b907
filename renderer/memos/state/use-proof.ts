import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf } from '#domain/contract/any-request.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import {
  type GlyphChoice,
  type MemoFinding,
  memoProof,
  type OpenMemo,
  type PrintedMemo,
} from '#domain/contract/memo.ts';
import { memoPrintDraft } from '#domain/contract/memo-export.ts';
import type { MemoId } from '#domain/ids.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { shareEqual } from '#renderer/bridge/share-equal.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import type { MemoPatch, MemoSaving } from './use-memo-session.ts';

export type Preview = {
  /** The last PDF that could be made; it stays while a newer one is being made. */
  readonly made: PrintedMemo | null;
  /** Why the current memo can't be made into one; null if it can. */
  readonly error: AppError | null;
  readonly isMaking: boolean;
  readonly glyphs: GlyphChoice;
  readonly setGlyphs: (glyphs: GlyphChoice) => void;
  /** Has the pages follow the typing while they are displayed, until the returned function is called. */
  readonly watch: () => () => void;
};

export type Proof = {
  readonly open: OpenMemo;
  readonly findings: readonly MemoFinding[] | undefined;
  /** The number of printed words; undefined until known. */
  readonly words: number | undefined;
  readonly preview: Preview;
};

type Options = InputOf<typeof memoPrintDraft>['options'];

/**
 * Renders drafts while they are watched, one at a time: typing during one is rendered next. `take` gets results newer
 * than all before. Returns how to watch.
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
        const answer = await request(memoPrintDraft, { memoId, options: latest.current.options, draft });
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
 * Evidence, findings and preview of the memo on the disk, updated after every change there. The pages also include
 * unsaved typing.
 */
export const useProof = (memoId: MemoId, opened: OpenMemo, saving: MemoSaving): Proof => {
  const { paper } = useSettings();
  const [glyphs, setGlyphs] = useState<GlyphChoice>('refuse');
  const options = { paper, glyphs };
  const { data, isPrevious } = useQuery(memoProof, { memoId, options }, { keepsPrevious: true });
  const [made, setMade] = useState<PrintedMemo | null>(null);
  // Equal pages stay the same object, and are not drawn again.
  const take = (printed: PrintedMemo): void => setMade((before) => shareEqual(before, printed));
  const watch = usePrintedDrafts(memoId, options, saving, take);
  const printed = data?.printed;
  useEffect(() => {
    // Typing meanwhile is newer: it is saved shortly, and reported then.
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
