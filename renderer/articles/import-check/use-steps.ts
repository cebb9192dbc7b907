import { useEffect, useRef, useState } from 'react';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import type { ImportDraft } from '#domain/contract/import.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { noteCheck } from '#renderer/window/before-close.ts';
import { forgetViewState, useViewState } from '#renderer/window/view-state.ts';
import { carryCuts } from './blocks/carry-cuts.ts';
import { type CheckedBlock, toCheckedBlocks } from './blocks/cut-blocks.ts';

type Shown = { readonly blocks: readonly CheckedBlock[]; readonly bibliography: Bibliography };
/** What stood before a change, and what is named as undone. */
type Step = Shown & { readonly name: string };

/** What stands in a check, and the draft whose text it is: kept while another place is shown. */
type Kept = { readonly past: readonly Step[]; readonly shown: Shown; readonly read: ImportDraft };

/** Under which key of the view state it is kept. */
export const keyOf = ({ draftId }: ImportDraft): string => `import ${draftId}`;

/** Ends what was kept of a check that is over. */
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

/** What was found anew, but for the fields that were corrected: those of `current` that differ from `before`. */
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

/** What is shown so far, and the way back through cuts and values that were taken or typed. */
export const useSteps = (draft: ImportDraft) => {
  const [first] = useState<Kept>(() => ({
    past: [],
    shown: { blocks: toCheckedBlocks(draft.body, draft.leftOut), bibliography: draft.bibliography },
    read: draft,
  }));
  const [kept, keep] = useViewState<Kept>(keyOf(draft), first);
  // A field commits on the Enter that seals: sealing reads what it said, not what was drawn last.
  const latest = useRef(kept);
  const put = (next: Partial<Kept>): void => {
    latest.current = { ...latest.current, ...next };
    noteCheck(draft.draftId, latest.current.past.length > 0);
    keep(latest.current);
  };
  /** The text was read otherwise: what was done to it meanwhile stays, as far as its blocks do, and can be undone. */
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
  // It may have been read anew while another place was shown.
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
