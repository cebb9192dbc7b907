import { useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';
import { useIsSlow } from '#renderer/ui/signs/progress.tsx';

/** An export in progress: its input and its result. */
export type Export<Asked, Made> = {
  readonly isUnderWay: boolean;
  /** Whether it is taking long enough to show progress. */
  readonly isSlow: boolean;
  readonly file: Made | null;
  /** Why the last one made no file; null if it did, or was cancelled. */
  readonly error: AppError | null;
  readonly begin: (asked: Asked) => Promise<void>;
  readonly cancel: () => void;
};

/** Makes a file with `make`, one at a time; `stop` cancels the current one, which then answers `cancelled`. */
export const useExport = <Asked, Made>(
  make: (asked: Asked) => Promise<Result<Made, AppError>>,
  stop: (asked: Asked) => void,
): Export<Asked, Made> => {
  const [exported, setExported] = useState<Asked | null>(null);
  const [file, setFile] = useState<Made | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const isUnderWay = exported !== null;
  const isSlow = useIsSlow(isUnderWay);

  return {
    isUnderWay,
    isSlow,
    file,
    error,
    begin: async (asked) => {
      setExported(asked);
      setError(null);
      try {
        const answer = await make(asked);
        if (answer.ok) setFile(answer.value);
        else if (answer.error.code !== 'cancelled') setError(answer.error);
      } finally {
        setExported(null);
      }
    },
    cancel: () => exported !== null && stop(exported),
  };
};
