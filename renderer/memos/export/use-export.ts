import { useEffect, useState } from 'react';
import type { AppError } from '#domain/contract/errors.ts';
import type { ExportedFile } from '#domain/contract/memo.ts';
import type { Input } from '#domain/contract/requests.ts';
import { act } from '#renderer/bridge/act.ts';
import type { MemoSaving } from '../editor/use-memo-session.ts';

/** What takes no longer is done before anyone asks how far it is. */
const SHOWN_AFTER_MS = 1000;

export type Export = {
  readonly isUnderWay: boolean;
  /** Whether it takes so long that it is to be shown. */
  readonly isSlow: boolean;
  readonly file: ExportedFile | null;
  /** Why the last one made no file; null where it did, or was cancelled. */
  readonly error: AppError | null;
  readonly begin: (input: Input<'memo:export'>) => Promise<void>;
  readonly cancel: () => void;
};

/** The export of one memo: what is typed is saved first. */
export const useExport = (saving: MemoSaving): Export => {
  const [exported, setExported] = useState<Input<'memo:export'> | null>(null);
  const [isSlow, setIsSlow] = useState(false);
  const [file, setFile] = useState<ExportedFile | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const isUnderWay = exported !== null;

  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setTimeout(() => setIsSlow(true), SHOWN_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setIsSlow(false);
    };
  }, [isUnderWay]);

  return {
    isUnderWay,
    isSlow,
    file,
    error,
    begin: async (input) => {
      setExported(input);
      setError(null);
      await saving.flush();
      const answer = await act('memo:export', input, { saysFailure: true });
      setExported(null);
      if (answer.ok) setFile(answer.value);
      else if (answer.error.code !== 'cancelled') setError(answer.error);
    },
    cancel: () => exported !== null && void act('memo:cancel-export', { memoId: exported.memoId }),
  };
};
