/**
 * What has to be written before the window may close: editors register their pending text here. And what would be lost
 * with it: checks of imports.
 */
import { useEffect } from 'react';
import type { DraftId } from '#domain/ids.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';

type Flush = () => Promise<void>;

const flushes = new Set<Flush>();

/** Registers `flush` to run before the window closes, until the returned function is called. */
export const addBeforeClose = (flush: Flush): (() => void) => {
  flushes.add(flush);
  return () => {
    flushes.delete(flush);
  };
};

/** The same for a component, while it is mounted. */
export const useBeforeClose = (flush: Flush): void => {
  const latest = useLatest(flush);
  useEffect(() => addBeforeClose(() => latest.current()), []);
};

/** Writes everything that is pending. */
export const flushAll = async (): Promise<void> => {
  await Promise.all([...flushes].map((flush) => flush()));
};

/** Imports with corrections or cuts that are not kept: closing the window would lose those. */
const changed = new Set<DraftId>();

/** Records whether a draft has changes that only keeping it saves. */
export const noteCheck = (draftId: DraftId, isChanged: boolean): void => {
  if (isChanged) changed.add(draftId);
  else changed.delete(draftId);
};

/** The changed drafts among those that still exist. */
export const unsealedAmong = (draftIds: readonly DraftId[]): readonly DraftId[] =>
  draftIds.filter((id) => changed.has(id));
