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

/** Merges what turns up among the files of an archive and is a conflict copy of a sync. */
export type CopyMerger = {
  /** Resolves when all copies among files of those names are merged, or left. */
  meet(names: readonly string[]): Promise<void>;
  /** Merges one that a person says is a copy. */
  merge(name: string): Promise<void>;
  /** Those that could not be merged and lie where they were found. */
  left(): readonly CopyToReview[];
};

/** A copy, or the file of which it is one, may be in the making. */
const MOST_TRIES = 3;
const TRY_AGAIN_MS = 1000;

/** Why one is left that may be another in a moment. */
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

  /** Notes what became of a copy; answers whether that is news. */
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
