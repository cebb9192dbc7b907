import { useEffect, useState } from 'react';
import type { AppError } from '#domain/contract/errors.ts';
import type { GlyphChoice, MemoPreview } from '#domain/contract/memo.ts';
import type { Answer } from '#domain/contract/requests.ts';
import type { MemoId } from '#domain/ids.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { onEvent, request } from '#renderer/bridge/window-bridge.ts';

export type Preview = {
  /** The last PDF that could be made; it stays while a newer one is on its way. */
  readonly made: MemoPreview | null;
  /** Why the memo as it stands can't be made into one; null where it can. */
  readonly error: AppError | null;
  readonly isMaking: boolean;
  readonly glyphs: GlyphChoice;
  readonly setGlyphs: (glyphs: GlyphChoice) => void;
};

/** Rises with every change on the disk that may show in a memo. */
const useArchiveChanges = (): number => {
  const [count, setCount] = useState(0);
  useEffect(
    () =>
      onEvent('archive-changed', ({ topics }) => {
        if (topics.some((topic) => topic !== 'searches' && topic !== 'trash')) setCount((last) => last + 1);
      }),
    [],
  );
  return count;
};

/** The PDF of the memo as it would be handed over now, made again after every save. */
export const usePreview = (memoId: MemoId): Preview => {
  const { paper } = useSettings();
  const changes = useArchiveChanges();
  const [glyphs, setGlyphs] = useState<GlyphChoice>('refuse');
  const [made, setMade] = useState<MemoPreview | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isMaking, setIsMaking] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is made again after every change
  useEffect(() => {
    let isCurrent = true;
    setIsMaking(true);
    const take = (answer: Answer<'memo:preview'>): void => {
      setIsMaking(false);
      if (answer.ok) setMade(answer.value);
      setError(answer.ok ? null : answer.error);
    };
    void request('memo:preview', { memoId, options: { paper, glyphs } }).then((answer) => {
      // One that was overtaken by a newer request says nothing.
      if (isCurrent && (answer.ok || answer.error.code !== 'cancelled')) take(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [memoId, paper, glyphs, changes]);

  return { made, error, isMaking, glyphs, setGlyphs };
};
