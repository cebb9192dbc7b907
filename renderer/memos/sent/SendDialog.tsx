import { useState } from 'react';
import type { MemoRow } from '#domain/contract/memo.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { act } from '#renderer/bridge/act.ts';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { TextArea } from '#renderer/ui/fields/TextArea.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { printKeys } from '#renderer/ui/print-keys.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { sayDone } from '#renderer/window/notices.ts';
import { useToday } from '#renderer/window/today.ts';

/** One recipient a line; what is written twice counts once. */
const recipientsIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

export type SendDialogProps = {
  readonly memo: Pick<MemoRow, 'id' | 'referenceNumber'> & { readonly for: string };
  readonly onClose: () => void;
};

/** To whom, when and how a memo went. It is the analyst who sends; Precis keeps that it was sent, and what. */
export const SendDialog = ({ memo, onClose }: SendDialogProps) => {
  const today = useToday();
  const [recipients, setRecipients] = useState(memo.for);
  const [sentOn, setSentOn] = useState<string | null>(today);
  const [way, setWay] = useState('');
  const named = recipientsIn(recipients);

  const send = async (): Promise<void> => {
    if (sentOn === null) return;
    await flushAll();
    const answer = await act('memo:send', {
      memoId: memo.id,
      recipients: named,
      sentOn: calendarDateSchema.parse(sentOn),
      way: way.trim(),
    });
    if (!answer.ok) return;
    onClose();
    sayDone(`${memo.referenceNumber} is kept as it was sent`);
  };

  return (
    <FormDialog
      title={`Mark ${memo.referenceNumber} as sent`}
      submitName="Mark as sent"
      isReady={named.length > 0 && sentOn !== null}
      onSubmit={send}
      onClose={onClose}
    >
      <p>
        Precis sends nothing. It keeps the memo as it is now, and who holds it; from then on it is read-only.
      </p>
      <TextArea
        label="Sent to"
        hint={`One person or list a line; ${printKeys('Mod+Enter')} marks it as sent`}
        autoFocus
        rows={3}
        value={recipients}
        onChange={setRecipients}
      />
      <DateField label="On" value={sentOn} onChange={setSentOn} />
      <TextField
        label="How"
        placeholder="e-mail, on paper, …"
        value={way}
        maxLength={200}
        onChange={setWay}
      />
    </FormDialog>
  );
};
