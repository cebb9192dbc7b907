import { useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type GlyphChoice, type MemoRow, memoOpen } from '#domain/contract/memo.ts';
import { memoRemarks } from '#domain/contract/memo-round.ts';
import { memoSend } from '#domain/contract/memo-sent.ts';
import type { MemoId } from '#domain/ids.ts';
import { limitOf } from '#domain/limit-of.ts';
import { exportName, safeFileName } from '#domain/memo/export-file-name.ts';
import { type MemoFormat, memoFormats, memoFormatTable } from '#domain/memo/memo-format.ts';
import { isOpenRemark } from '#domain/memo/round/settle-remarks.ts';
import { sendingSchema } from '#domain/memo/sent/sending.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { act } from '#renderer/bridge/act.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { FileAndFolder, sayFileMade } from '#renderer/parts/export/ExportFile.tsx';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { TextArea } from '#renderer/ui/fields/TextArea.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { printKeys } from '#renderer/ui/print-keys.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { GONE_OUT, sayDone } from '#renderer/window/notices.ts';
import { useToday } from '#renderer/window/today.ts';
import { FileTrouble } from './FileTrouble.tsx';

/** One recipient a line, without duplicates. */
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

const NO_FILE = 'none';
type Made = MemoFormat | typeof NO_FILE;

const fileOptions: readonly { readonly id: Made; readonly name: string }[] = [
  ...memoFormats.map((id) => ({ id, name: memoFormatTable[id].name })),
  { id: NO_FILE, name: 'No file' },
];

const isMade = (made: Made): made is MemoFormat => made !== NO_FILE;

/** Makes the file for the readers: as its form defines, with the default name. */
const useSentFile = ({ id }: SendDialogProps['memo']) => {
  const { paper, pdfStandard: standard, exportName: pattern } = useSettings();
  const { data } = useQuery(memoOpen, { memoId: id });
  const [made, setMade] = useState<Made>('pdf');
  const [glyphs, setGlyphs] = useState<GlyphChoice>('refuse');
  const [replaces, setReplaces] = useState(false);
  const [hasHashes, setHasHashes] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const name = data === undefined ? '' : exportName(data.memo.head, pattern);
  const fileName = isMade(made) ? safeFileName(name, made) : '';
  const options = { paper, glyphs, standard };
  return {
    ...{ made, setMade, glyphs, setGlyphs, replaces, setReplaces, hasHashes, setHasHashes },
    ...{ error, setError, fileName },
    file: isMade(made)
      ? { format: made, options, parts: hasHashes ? { hashes: true } : {}, fileName, replaces }
      : null,
  };
};

/** Undecided remarks, which are frozen with the memo. */
const OpenRemarks = ({ memoId }: { readonly memoId: MemoId }) => {
  const { data } = useQuery(memoRemarks, { memoId });
  const open = data?.remarks.filter(isOpenRemark).length ?? 0;
  if (open === 0) return null;
  return (
    <p>
      <strong>
        {open === 1 ? '1 comment or change is' : `${open} comments and changes are`} still open.
      </strong>{' '}
      Once the memo is sent, they cannot be settled.
    </p>
  );
};

/**
 * Records to whom, when and how a memo went, and in which file. The analyst sends it; Precis only records that, and
 * keeps what was sent.
 */
export const SendDialog = ({ memo, onClose }: SendDialogProps) => {
  const today = useToday();
  const [recipients, setRecipients] = useState(memo.for);
  const [sentOn, setSentOn] = useState<string | null>(today);
  const [way, setWay] = useState('');
  const sentFile = useSentFile(memo);
  const named = recipientsIn(recipients);

  const send = async (): Promise<void> => {
    if (sentOn === null) return;
    await flushAll();
    const said = { recipients: named, sentOn: calendarDateSchema.parse(sentOn), way: way.trim() };
    const answer = await act(
      memoSend,
      { memoId: memo.id, ...said, file: sentFile.file },
      { saysFailure: true },
    );
    sentFile.setError(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    onClose();
    const { file } = answer.value;
    const title = `${memo.referenceNumber} is marked as sent`;
    if (file === null) sayDone(title, null, GONE_OUT);
    else await sayFileMade(title, file.fileName, memo.id);
  };

  return (
    <FormDialog
      title={`Mark ${memo.referenceNumber} as sent`}
      submitName="Mark as sent"
      isReady={named.length > 0 && sentOn !== null && (sentFile.file === null || sentFile.fileName !== '')}
      onSubmit={send}
      onClose={onClose}
    >
      <p>
        Precis sends nothing. Precis checks the memo, makes the file for you to send, and records the
        recipients. The memo then becomes read-only.
      </p>
      <TextArea
        label="Sent to"
        hint={`One person or list per line; ${printKeys('Mod+Enter')} marks the memo as sent`}
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
        maxLength={limitOf(sendingSchema.shape.way)}
        onChange={setWay}
      />
      <Select label="File" options={fileOptions} value={sentFile.made} onChange={sentFile.setMade} />
      {sentFile.file !== null && (
        <>
          <FileAndFolder fileName={sentFile.fileName} />
          <Checkbox isSelected={sentFile.hasHashes} onChange={sentFile.setHasHashes}>
            Print hashes of the stored texts and the sent memo
          </Checkbox>
        </>
      )}
      <FileTrouble {...sentFile} />
      <OpenRemarks memoId={memo.id} />
    </FormDialog>
  );
};
