import { setTimeout as wait } from 'node:timers/promises';
import { placeOfCopy } from '#domain/archive/merge/original-of-copy.ts';
import type { Events } from '#domain/contract/events.ts';
import type { CopyToReview, LeftCopyReason } from '#domain/contract/review.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { type CopyOutcome, mergeCopy } from './merge-copy.ts';

export type CopyMergerDeps = {
  readonly archive: Archive;
  readonly machine: Machine;
  readonly tell: (merged: Events['copies-merged']) => void;
};

/** Merges the sync conflict copies that appear among the files of an archive. */
export type CopyMerger = {
  /** Resolves when all copies among the named files are merged, or left. */
  meet(names: readonly string[]): Promise<void>;
  /** Merges a file that a person declares to be a copy. */
  merge(name: string): Promise<void>;
  /** The copies that could not be merged and are still where they were found. */
  left(): readonly CopyToReview[];
};

/** The number of attempts: a copy or its original may still be being written. */
const MOST_TRIES = 3;
const TRY_AGAIN_MS = 1000;

/** Reasons to leave a copy that may soon no longer apply. */
const passing: ReadonlySet<LeftCopyReason> = new Set(['damaged', 'no-original', 'not-written']);

const isCopy = (name: string): boolean => placeOfCopy(name) !== null;

const sumOf = (outcomes: readonly CopyOutcome[]): Events['copies-merged'] => {
  const merged = outcomes.flatMap((outcome) => (outcome.kind === 'merged' ? [outcome.conflicts] : []));
  return {
    merged: merged.length,
    conflicts: merged.reduce((sum, conflicts) => sum + conflicts, 0),
    left: outcomes.filter(({ kind }) => kind === 'left').length,
  };
};

export const createCopyMerger = ({ tell, ...deps }: CopyMergerDeps): CopyMerger => {
  const left = new Map<string, CopyToReview>();
  let last: Promise<void> = Promise.resolve();

  const mergePatiently = async (name: string, isAsked: boolean): Promise<CopyOutcome> => {
    for (let tries = 1; ; tries++) {
      const outcome = await mergeCopy(deps, name, isAsked);
      if (outcome.kind !== 'left' || !passing.has(outcome.why) || tries === MOST_TRIES) return outcome;
      await wait(TRY_AGAIN_MS);
    }
  };

  /** Records the outcome for a copy; returns whether it is new. */
  const note = (name: string, outcome: CopyOutcome): boolean => {
    const before = left.get(name);
    left.delete(name);
    if (outcome.kind !== 'left') return outcome.kind === 'merged' || before !== undefined;
    left.set(name, { kind: 'copy-left', name, why: outcome.why });
    return before?.why !== outcome.why;
  };

  const mergeAll = async (names: readonly string[], isAsked: boolean): Promise<void> => {
    const outcomes: CopyOutcome[] = [];
    let isNews = false;
    for (const name of names) {
      const outcome = await mergePatiently(name, isAsked);
      isNews = note(name, outcome) || isNews;
      outcomes.push(outcome);
    }
    if (isNews) tell(sumOf(outcomes));
  };

  const inTurn = (names: readonly string[], isAsked: boolean): Promise<void> => {
    const merging = last.then(() => mergeAll(names, isAsked));
    last = merging.catch(() => undefined);
    return merging;
  };

  return {
    meet(names) {
      const copies = names.filter(isCopy);
      return copies.length === 0 ? Promise.resolve() : inTurn(copies, false);
    },
    merge: (name) => inTurn([name], true),
    left: () => [...left.values()],
  };
};
