import { useMemo } from 'react';
import type { ImportDraft } from '#domain/contract/import.ts';
import type { TakenMark } from '#domain/passage/marks/pdf-mark.ts';
import { type MarkRow, rowsOfMarks } from '#domain/passage/marks/place-marks.ts';
import { allMarks, type MarkChoice, takenOf } from '#renderer/parts/article/MarkList.tsx';
import { useViewState } from '#renderer/window/view-state.ts';
import { type CheckedBlock, toBody } from './blocks/cut-blocks.ts';
import { keyOf } from './use-steps.ts';

export type CheckedMarks = {
  readonly rows: readonly MarkRow[];
  readonly choice: MarkChoice;
  readonly onChange: (choice: MarkChoice) => void;
  readonly taken: TakenMark[];
};

/** The marks of the file on the text as it is cut so far, and which of them are taken; kept with the check. */
export const useCheckedMarks = (draft: ImportDraft, blocks: readonly CheckedBlock[]): CheckedMarks => {
  const [choice, onChange] = useViewState<MarkChoice>(`${keyOf(draft)} marks`, allMarks);
  const rows = useMemo(
    () => (draft.marks.length === 0 ? [] : rowsOfMarks(toBody(blocks) ?? draft.body, draft.marks)),
    [draft, blocks],
  );
  return { rows, choice, onChange, taken: takenOf(rows, choice) };
};
