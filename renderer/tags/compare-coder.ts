/** A comparison with another coder: made, settled difference by difference, and forgotten. */
import { create } from 'zustand';
import type { CodingDifference, Settlement } from '#domain/coding/list-differences.ts';
import type { CoderComparison } from '#domain/contract/exchange.ts';
import { act } from '#renderer/bridge/act.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { flushAll } from '#renderer/window/before-close.ts';

/** Differences that were settled at one press: kept as they are here, or written. */
type Settled = { readonly keys: readonly string[]; readonly how: 'mine' | Settlement };

type Shown = {
  readonly comparison: CoderComparison | null;
  /** What was settled, the last one last. */
  readonly settled: readonly Settled[];
};

const nothing: Shown = { comparison: null, settled: [] };

export const useCoder = create<Shown>(() => nothing);

/** Asks for the folder and compares. */
export const compareCoder = async (): Promise<void> => {
  await flushAll();
  const answer = await act('exchange:compare-coder', {});
  if (answer.ok) useCoder.setState({ ...nothing, comparison: answer.value });
};

export const endComparison = ({ draftId }: CoderComparison): void => {
  useCoder.setState(nothing);
  void act('exchange:end-comparison', { draftId });
};

const keysOf = (differences: readonly CodingDifference[]): readonly string[] =>
  differences.map(({ key }) => key);

/** Settles differences: mine stays as it is, and nothing is written; else in one act. */
export const settle = async (
  { draftId }: CoderComparison,
  differences: readonly CodingDifference[],
  how: Settled['how'],
): Promise<void> => {
  const keys = keysOf(differences);
  if (how !== 'mine') {
    const answer = await act('exchange:settle-coding', { draftId, keys: [...keys], how });
    if (!answer.ok) return;
  }
  useCoder.setState(({ settled }) => ({ settled: [...settled, { keys, how }] }));
};

/** Opens again what was settled last; what was written for it is undone. Nothing else can be done while a comparison is shown. */
export const undoSettling = (): void => {
  const { settled } = useCoder.getState();
  const last = settled.at(-1);
  if (last === undefined) return;
  if (last.how !== 'mine') runCommand('edit.undo');
  useCoder.setState({ settled: settled.slice(0, -1) });
};
