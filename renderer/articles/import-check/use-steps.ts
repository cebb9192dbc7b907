import { useEffect, useRef, useState } from 'react';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import type { ImportDraft } from '#domain/contract/import.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { noteCheck } from '#renderer/window/before-close.ts';
import { forgetViewState, useViewState } from '#renderer/window/view-state.ts';
import { carryCuts } from './blocks/carry-cuts.ts';
import { type CheckedBlock, toCheckedBlocks } from './blocks/cut-blocks.ts';

type Shown = { readonly blocks: readonly CheckedBlock[]; readonly bibliography: Bibliography };
/** The state before a change, and the name of the step. */
type Step = Shown & { readonly name: string };

/** The state of a check, and the draft that it is of: kept while another place is shown. */
type Kept = { readonly past: readonly Step[]; readonly shown: Shown; readonly read: ImportDraft };

/** Its key in the view state. */
export const keyOf = ({ draftId }: ImportDraft): string => `import ${draftId}`;

/** Forgets the state of a finished check. */
export const forgetCheck = (draft: ImportDraft): void => {
  noteCheck(draft.draftId, false);
  forgetViewState(keyOf(draft));
  forgetViewState(`${keyOf(draft)} marking`);
  forgetViewState(`${keyOf(draft)} title line`);
  forgetViewState(`${keyOf(draft)} taken`);
  forgetViewState(`${keyOf(draft)} left out`);
  forgetViewState(`${keyOf(draft)} marks`);
};

const isSameText = (a: ImportDraft, b: ImportDraft): boolean =>
  a === b || JSON.stringify([a.body, a.leftOut]) === JSON.stringify([b.body, b.leftOut]);

/** The newly found values, except in corrected fields: those where `current` differs from `before`. */
const keepCorrections = (
  before: Bibliography,
  current: Bibliography,
  foundAnew: Bibliography,
): Bibliography => {
  const corrected = Object.entries(current).filter(
    ([field, value]) => value !== before[field as keyof Bibliography],
  );
  return { ...foundAnew, ...Object.fromEntries(corrected) };
};

/** The current state, and undo through cuts and through values taken or typed. */
export const useSteps = (draft: ImportDraft) => {
  const [first] = useState<Kept>(() => ({
    past: [],
    shown: { blocks: toCheckedBlocks(draft.body, draft.leftOut), bibliography: draft.bibliography },
    read: draft,
  }));
  const [kept, keep] = useViewState<Kept>(keyOf(draft), first);
  // A field commits on the same Enter that keeps the import, which must use the committed value, not the last render.
  const latest = useRef(kept);
  const put = (next: Partial<Kept>): void => {
    latest.current = { ...latest.current, ...next };
    noteCheck(draft.draftId, latest.current.past.length > 0);
    keep(latest.current);
  };
  /** The text was read again: changes made meanwhile stay as far as their blocks do, and can be undone. */
  const restart = (again: ImportDraft): number => {
    const { read: before, past, shown } = latest.current;
    const carry = ({ blocks, bibliography }: Shown): Shown => ({
      blocks: carryCuts(blocks, before, again).blocks,
      bibliography: keepCorrections(before.bibliography, bibliography, again.bibliography),
    });
    const { lost } = carryCuts(shown.blocks, before, again);
    put({ read: again, past: past.map((step) => ({ ...step, ...carry(step) })), shown: carry(shown) });
    return lost;
  };
  const catchUp = useLatest(restart);
  // The draft may have been read again while another place was shown.
  useEffect(() => {
    if (!isSameText(latest.current.read, draft)) catchUp.current(draft);
  }, [draft]);
  return {
    ...kept.shown,
    latest: (): Shown => latest.current.shown,
    undoName: kept.past.at(-1)?.name ?? null,
    change: (next: Partial<Shown>, name: string): void => {
      const { past, shown } = latest.current;
      put({ past: [...past, { ...shown, name }], shown: { ...shown, ...next } });
    },
    undo: (): void => {
      const { past } = latest.current;
      const step = past.at(-1);
      if (step === undefined) return;
      put({ past: past.slice(0, -1), shown: { blocks: step.blocks, bibliography: step.bibliography } });
    },
    restart,
  };
};
