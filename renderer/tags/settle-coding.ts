/** A comparison with another coder, settled difference by difference. */
import { create } from 'zustand';
import type { CodingDifference, Settlement } from '#domain/coding/list-differences.ts';
import type { CoderComparison } from '#domain/contract/exchange.ts';
import { act } from '#renderer/bridge/act.ts';
import { runCommand } from '#renderer/commands/commands.ts';

/** Differences that were settled at one press: kept as they are here, or written. */
type Settled = { readonly keys: readonly string[]; readonly how: 'mine' | Settlement };

/** What was settled in the comparison that is shown, the last one last. */
export const useSettled = create<{ readonly settled: readonly Settled[] }>(() => ({ settled: [] }));

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
  useSettled.setState(({ settled }) => ({ settled: [...settled, { keys, how }] }));
};

/**
 * Opens again what was settled last; what was written for it is undone. Nothing else can be done while a comparison is
 * shown.
 */
export const undoSettling = (): void => {
  const { settled } = useSettled.getState();
  const last = settled.at(-1);
  if (last === undefined) return;
  if (last.how !== 'mine') runCommand('edit.undo');
  useSettled.setState({ settled: settled.slice(0, -1) });
};
