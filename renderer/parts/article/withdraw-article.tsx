import { useState } from 'react';
import { type Withdrawal, withdrawalSchema } from '#domain/article/withdrawal.ts';
import { articleSetWithdrawn } from '#domain/contract/article.ts';
import type { ArticleId } from '#domain/ids.ts';
import { limitOf } from '#domain/limit-of.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';

type WithdrawalDialogProps = {
  readonly articleId: ArticleId;
  readonly withdrawn: Withdrawal | null;
  readonly onClose: () => void;
};

const WithdrawalDialog = ({ articleId, withdrawn, onClose }: WithdrawalDialogProps) => {
  const [at, setAt] = useState<string | null>(withdrawn?.at ?? null);
  const [note, setNote] = useState(withdrawn?.note ?? '');
  const mark = async (): Promise<void> => {
    const said = { at: calendarDateSchema.nullable().parse(at), note: note.trim() };
    const answer = await act(articleSetWithdrawn, { articleId, withdrawn: said });
    if (!answer.ok) return;
    onClose();
    sayUndoable('Marked as withdrawn');
  };
  return (
    <FormDialog
      title={withdrawn === null ? 'Mark as withdrawn' : 'Withdrawn by its publisher'}
      submitName={withdrawn === null ? 'Mark as withdrawn' : 'Save'}
      onSubmit={mark}
      onClose={onClose}
    >
      <DateField label="Withdrawn on (optional)" value={at} onChange={setAt} />
      <TextField
        label="Reason"
        hint="What the publisher says (optional)"
        autoFocus
        value={note}
        onChange={setNote}
        maxLength={limitOf(withdrawalSchema.shape.note)}
      />
    </FormDialog>
  );
};

/** Asks when and why the publisher has withdrawn an article, or edits what was recorded. */
export const askForWithdrawal = (articleId: ArticleId, withdrawn: Withdrawal | null): void =>
  openDialog(`withdrawn ${articleId}`, ({ close }) => (
    <WithdrawalDialog articleId={articleId} withdrawn={withdrawn} onClose={close} />
  ));

export const takeBackWithdrawal = async (articleId: ArticleId): Promise<void> => {
  const answer = await act(articleSetWithdrawn, { articleId, withdrawn: null });
  if (answer.ok) sayUndoable('No longer marked as withdrawn');
};
