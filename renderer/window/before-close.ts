/**
 * What has to be written before the window may close: editors register their pending text here. And what would be lost
 * with it: checks of imports.
 */
import { useEffect } from 'react';
import type { DraftId } from '#domain/ids.ts';
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

/** Imports that were corrected or cut and are not sealed: closing the window would lose that. */
const changed = new Set<DraftId>();

/** Says whether something was done to the draft that only its sealing keeps. */
export const noteCheck = (draftId: DraftId, isChanged: boolean): void => {
  if (isChanged) changed.add(draftId);
  else changed.delete(draftId);
};

/** The drafts to which something was done, of those that are still there. */
export const unsealedAmong = (draftIds: readonly DraftId[]): readonly DraftId[] =>
  draftIds.filter((id) => changed.has(id));
