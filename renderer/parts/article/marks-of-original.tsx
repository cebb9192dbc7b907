import { useState } from 'react';
import { importReadMarks, importTakeMarks } from '#domain/contract/import.ts';
import type { ArticleId } from '#domain/ids.ts';
import { sayMarksTaken } from '#domain/passage/marks/pdf-mark.ts';
import type { OriginalMarkRow } from '#domain/passage/marks/place-marks.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { flushAll } from '#renderer/window/before-close.ts';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { sayDone } from '#renderer/window/notices.ts';
import { MarkList, takenOf, untakenMarks } from './MarkList.tsx';

type MarksDialogProps = {
  readonly articleId: ArticleId;
  readonly rows: readonly OriginalMarkRow[];
  readonly close: () => void;
};

const MarksDialog = ({ articleId, rows, close }: MarksDialogProps) => {
  const [choice, setChoice] = useState(() => untakenMarks(rows));
  const taken = takenOf(rows, choice);
  const take = async (): Promise<void> => {
    await flushAll();
    const answer = await act(importTakeMarks, { articleId, marks: taken });
    if (!answer.ok) return;
    close();
    sayUndoable(sayMarksTaken(answer.value));
  };
  return (
    <FormDialog
      title="Marks of the original"
      submitName="Take marks"
      isReady={taken.length > 0}
      onSubmit={take}
      onClose={close}
    >
      <MarkList isBare rows={rows} choice={choice} onChange={setChoice} />
    </FormDialog>
  );
};

/** Shows readers' marks in the original of an article, to take them as passages. */
export const readMarksOfOriginal = async (articleId: ArticleId): Promise<void> => {
  const answer = await act(importReadMarks, { articleId });
  if (!answer.ok) return;
  const rows = answer.value;
  if (rows.length === 0) sayDone('The original has no marks.');
  else openDialog(`marks ${articleId}`, ({ close }) => <MarksDialog {...{ articleId, rows, close }} />);
};
