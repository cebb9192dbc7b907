import type { KeyboardEvent } from 'react';
import { forCandidates } from '#domain/command/candidate-commands.ts';
import type { Need, PassageNeed } from '#domain/contract/needs.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useCommand, useCommands } from '#renderer/commands/commands.ts';
import { announce } from '#renderer/window/live-region.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { keyOfNeed, kindNames } from './need-words.ts';
import { pressNeedKey } from './press-need-key.ts';
import {
  acceptLoss,
  confirmMoved,
  isPassageNeed,
  keepOrphan,
  openNeed,
  seeRepair,
  settleConflicts,
  takeCandidate,
} from './settle-need.ts';

export type NeedsState = {
  /** Undefined until they are listed. */
  readonly needs: readonly Need[] | undefined;
  readonly index: number;
  readonly selected: Need | undefined;
  readonly moved: readonly PassageNeed[];
  readonly select: (index: number) => void;
  readonly take: (rank: number) => void;
  readonly keep: () => void;
  readonly see: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** Which is looked at. What was settled is gone from the list: what came after it then stands in its place. */
const useSelection = (needs: readonly Need[] | undefined) => {
  const [kept, keep] = useViewState<{ readonly key: string | null; readonly index: number }>(
    'needs.selected',
    {
      key: null,
      index: 0,
    },
  );
  const count = needs?.length ?? 0;
  const found = needs?.findIndex((need) => keyOfNeed(need) === kept.key) ?? -1;
  const index = found === -1 ? Math.max(0, Math.min(kept.index, count - 1)) : found;
  const select = (next: number): void => {
    const need = needs?.[next];
    if (need === undefined) return;
    keep({ key: keyOfNeed(need), index: next });
    if (next !== index) announce(`${kindNames[need.kind]}, ${next + 1} of ${count}`);
  };
  return { index, selected: needs?.[index], select };
};

/** What waits, which of it is looked at, and the acts that settle it. */
export const useNeeds = (): NeedsState => {
  const { data: needs } = useQuery('needs:list', {}, { keepsPrevious: true });
  const { index, selected, select } = useSelection(needs);
  const moved = (needs ?? []).filter(isPassageNeed).filter(({ kind }) => kind === 'moved');

  const settle = (how: (need: PassageNeed) => Promise<void>): void => {
    if (!isPassageNeed(selected)) return;
    select(index);
    void how(selected);
  };
  const choose = (rank: number): void => {
    const takes = (['standing', 'other'] as const)[rank];
    if (selected?.kind !== 'conflict' || takes === undefined) return;
    select(index);
    void settleConflicts([selected], takes);
  };
  const take = (rank: number): void => {
    choose(rank);
    settle((need) => takeCandidate(need, rank));
  };
  const keep = (): void => settle(keepOrphan);
  const see = (): void => {
    if (selected?.kind !== 'file-repaired' && selected?.kind !== 'thing-lost') return;
    select(index);
    void (selected.kind === 'thing-lost' ? acceptLoss(selected) : seeRepair(selected));
  };
  const next = (): void => select(index + 1);
  const previous = (): void => select(index - 1);
  useCommand('needs.confirm-moved', () => void confirmMoved(moved), moved.length > 0);
  useCommands({ 'needs.next': next, 'needs.previous': previous }, selected !== undefined);
  useCommands(
    forCandidates((rank) => () => take(rank - 1)),
    selected?.kind === 'conflict' || isPassageNeed(selected),
  );
  useCommand('needs.keep', keep, isPassageNeed(selected));
  useCommand('needs.see', see, selected?.kind === 'file-repaired' || selected?.kind === 'thing-lost');

  const open = (): void => {
    if (selected !== undefined) openNeed(selected);
  };
  const onKeyDown = (event: KeyboardEvent): void => pressNeedKey(event, { next, previous, open });
  return { needs, index, selected, moved, select, take, keep, see, onKeyDown };
};
