import { useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { memoAnswerSheet } from '#domain/contract/memo-round.ts';
import type { MemoId } from '#domain/ids.ts';
import { exportName, safeFileName } from '#domain/memo/export-file-name.ts';
import type { MemoHead } from '#domain/memo/memo.ts';
import { type TableFormat, tableFormats, tableFormatTable } from '#domain/memo/memo-document.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { FileAndFolder, sayFileMade } from '#renderer/parts/export/ExportFile.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { FileTrouble } from '../sent/FileTrouble.tsx';
import type { Review } from './use-review.ts';

const formats = tableFormats.map((id) => ({ id, name: tableFormatTable[id].name }));

type SheetProps = { readonly memoId: MemoId; readonly head: MemoHead; readonly review: Review };

/** The table of all comments and changes, with the decision on each and its reason: a file for the reviewers. */
const AnswerSheetDialog = ({
  memoId,
  head,
  review,
  onClose,
}: SheetProps & { readonly onClose: () => void }) => {
  const { exportName: pattern } = useSettings();
  const [format, setFormat] = useState<TableFormat>('docx');
  const [replaces, setReplaces] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const fileName = safeFileName(`${exportName(head, pattern)} answers`, format);
  const write = async (): Promise<void> => {
    const answer = await act(memoAnswerSheet, { memoId, format, fileName, replaces }, { saysFailure: true });
    setError(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    onClose();
    await sayFileMade('The answer sheet is written', fileName, memoId);
  };
  return (
    <FormDialog title="Answer sheet" submitName="Write the file" onSubmit={write} onClose={onClose}>
      <p>
        Every comment and change, what became of it, and why.
        {review.open > 0 && ` ${printCount(review.open, 'answer')} still open.`}
      </p>
      <RadioGroup
        label="Format"
        autoFocus
        options={formats}
        value={format}
        onChange={(next) => {
          setFormat(next);
          setReplaces(false);
          setError(null);
        }}
      />
      <FileAndFolder fileName={fileName} />
      <FileTrouble {...{ error, replaces, setReplaces }} glyphs="refuse" setGlyphs={() => undefined} />
    </FormDialog>
  );
};

/** Answers the command for the answer sheet of a memo with remarks. */
export const AnswerSheet = (props: SheetProps) => {
  const [isOpen, setIsOpen] = useState(false);
  useCommand('memo.answer-sheet', () => setIsOpen(true), props.review.remarks.length > 0);
  return isOpen ? <AnswerSheetDialog {...props} onClose={() => setIsOpen(false)} /> : null;
};
