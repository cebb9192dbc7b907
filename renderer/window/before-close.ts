/** What has to be written before the window may close: editors register their pending text here. */
import { useEffect } from 'react';
import { useLatest } from '#renderer/ui/use-latest.ts';

type Flush = () => Promise<void>;

const flushes = new Set<Flush>();

/** Writes `flush` down as something to do before the window closes, until the returned function is called. */
export const addBeforeClose = (flush: Flush): (() => void) => {
  flushes.add(flush);
  return () => {
    flushes.delete(flush);
  };
};

/** The same for a component, as long as it is mounted. */
export const useBeforeClose = (flush: Flush): void => {
  const latest = useLatest(flush);
  useEffect(() => addBeforeClose(() => latest.current()), []);
};

/** Writes everything that is pending. */
export const flushAll = async (): Promise<void> => {
  await Promise.all([...flushes].map((flush) => flush()));
};
