import { useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type GlyphChoice, type MemoRow, memoOpen } from '#domain/contract/memo.ts';
import { memoRounds, memoStartRound } from '#domain/contract/memo-round.ts';
import { newRoundIdSchema } from '#domain/ids.ts';
import { exportName, safeFileName } from '#domain/memo/export-file-name.ts';
import { distinctReviewers, saidOfRoundSchema } from '#domain/memo/round/round.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { act } from '#renderer/bridge/act.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { FileAndFolder, sayFileMade } from '#renderer/parts/export/ExportFile.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { TextArea } from '#renderer/ui/fields/TextArea.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { printKeys } from '#renderer/ui/print-keys.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { GONE_OUT, sayDone } from '#renderer/window/notices.ts';
import { FileTrouble } from '../sent/FileTrouble.tsx';

export type SendForReviewDialogProps = {
  readonly memo: Pick<MemoRow, 'id' | 'referenceNumber'>;
  readonly onClose: () => void;
};

/** Asks who reviews a memo and by when, and makes their Word document. The analyst sends it. */
export const SendForReviewDialog = ({ memo, onClose }: SendForReviewDialogProps) => {
  const { paper, pdfStandard: standard, exportName: pattern } = useSettings();
  const { data } = useQuery(memoOpen, { memoId: memo.id });
  const { data: rounds } = useQuery(memoRounds, { memoId: memo.id });
  const [roundId] = useState(() => newId(newRoundIdSchema));
  const [typed, setTyped] = useState('');
  const [due, setDue] = useState<string | null>(null);
  const [glyphs, setGlyphs] = useState<GlyphChoice>('refuse');
  const [replaces, setReplaces] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const reviewers = distinctReviewers(typed.split('\n'));
  const name = data === undefined ? '' : exportName(data.memo.head, pattern);
  // Each round has its own file.
  const round = rounds === undefined || rounds.length === 0 ? '' : ` ${rounds.length + 1}`;
  const fileName = name === '' ? '' : safeFileName(`${name} for review${round}`, 'docx');

  const start = async (): Promise<void> => {
    await flushAll();
    const answer = await act(
      memoStartRound,
      {
        ...{ memoId: memo.id, roundId, reviewers, fileName, replaces },
        due: due === null ? null : calendarDateSchema.parse(due),
        options: { paper, glyphs, standard },
      },
      { saysFailure: true },
    );
    setError(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    onClose();
    const { file } = answer.value;
    const title = `${memo.referenceNumber} is in review`;
    if (file === null) sayDone(title, null, GONE_OUT);
    else await sayFileMade(title, file.fileName, memo.id);
  };

  return (
    <FormDialog
      title={`Send ${memo.referenceNumber} for review`}
      submitName="Make the file"
      isReady={saidOfRoundSchema.shape.reviewers.safeParse(reviewers).success && fileName !== ''}
      onSubmit={start}
      onClose={onClose}
    >
      <p>
        Precis sends nothing. It keeps the memo as a snapshot and makes the Word document that you send. You
        can keep writing.
      </p>
      <TextArea
        label="Reviewers"
        hint={`One name per line; ${printKeys('Mod+Enter')} makes the file`}
        autoFocus
        rows={3}
        value={typed}
        onChange={setTyped}
      />
      <DateField label="Due back" value={due} onChange={setDue} />
      <FileAndFolder fileName={fileName} />
      <p className="quiet-words">Tracked changes are on. Quotations, citations and the marking are locked.</p>
      <FileTrouble {...{ error, replaces, setReplaces, glyphs, setGlyphs }} />
    </FormDialog>
  );
};
