import { useState } from 'react';
import type { ExportedFile, GlyphChoice, MemoFinding } from '#domain/contract/memo.ts';
import { isBlocking } from '#domain/memo/checks/finding.ts';
import { usualParts } from '#domain/memo/document/choose-parts.ts';
import { exportFileName } from '#domain/memo/export-file-name.ts';
import type { Memo, MemoHead, Paper } from '#domain/memo/memo.ts';
import { printCount } from '#domain/print-count.ts';
import type { Task } from '#domain/task/task.ts';
import { act } from '#renderer/bridge/act.ts';
import { changeSettings, useSettings } from '#renderer/bridge/app-state.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { FindingLists } from '../checks/FindingLists.tsx';
import type { MemoSaving } from '../editor/use-memo-session.ts';
import styles from './hand-over.module.css';
import { PrintedTasks } from './PrintedTasks.tsx';

const paperOptions: readonly { id: Paper; name: string }[] = [
  { id: 'a4', name: 'A4' },
  { id: 'letter', name: 'Letter' },
];

const glyphOptions: readonly { id: GlyphChoice; name: string }[] = [
  { id: 'refuse', name: 'Stop and name them' },
  { id: 'code-point', name: 'Print their numbers, as in [U+1F600]' },
];

const isGlyph = ({ rule }: MemoFinding): boolean => rule === 'missing-glyph';

export type HandOverDialogProps = {
  readonly memo: Memo;
  readonly head: MemoHead;
  /** Tasks on the memo and on what it cites. */
  readonly tasks: readonly Task[];
  readonly findings: readonly MemoFinding[] | undefined;
  readonly saving: MemoSaving;
  readonly onClose: () => void;
};

const Done = ({ memo, file, onClose }: { memo: Memo; file: ExportedFile; onClose: () => void }) => (
  <Dialog
    title="Handed over"
    isOpen
    onClose={onClose}
    actions={
      <>
        <Button onPress={() => void act('memo:reveal', { memoId: memo.id })}>Reveal in folder</Button>
        <Button variant="primary" autoFocus onPress={onClose}>
          Close
        </Button>
      </>
    }
  >
    <p className={styles.fileName}>{file.fileName}</p>
    <p className={styles.quiet}>
      {file.pages !== null && `${printCount(file.pages, 'page')}, `}
      {Math.ceil(file.bytes / 1024)} KB, PDF/UA-1
    </p>
  </Dialog>
);

type FindingsProps = {
  readonly findings: readonly MemoFinding[];
  readonly glyphs: GlyphChoice;
  readonly onGlyphs: (glyphs: GlyphChoice) => void;
};

/** What the checks find, and a choice about characters that no font has. */
const Findings = ({ findings, glyphs, onGlyphs }: FindingsProps) => {
  return (
    <>
      {findings.some(isGlyph) && (
        <RadioGroup
          label="Characters that no font has"
          options={glyphOptions}
          value={glyphs}
          onChange={onGlyphs}
        />
      )}
      <div className={styles.findings}>
        <FindingLists findings={findings} />
        {findings.length === 0 && <p className={styles.quiet}>The checks find nothing.</p>}
      </div>
    </>
  );
};

/** From the memo to the file that is handed over: what goes in, what stands in the way, and its name. */
export const HandOverDialog = ({
  memo,
  head,
  tasks,
  findings = [],
  saving,
  onClose,
}: HandOverDialogProps) => {
  const { paper } = useSettings();
  const [glyphs, setGlyphs] = useState<GlyphChoice>('refuse');
  const [isExporting, setIsExporting] = useState(false);
  const [file, setFile] = useState<ExportedFile | null>(null);
  const [printed, setPrinted] = useState(memo.printedTaskIds);
  const blocking = findings.filter(
    (finding) => isBlocking(finding) && !(isGlyph(finding) && glyphs === 'code-point'),
  );

  const exportNow = async (): Promise<void> => {
    setIsExporting(true);
    await saving.flush();
    const answer = await act('memo:export', {
      memoId: memo.id,
      format: 'pdf',
      options: { paper, glyphs },
      parts: usualParts,
    });
    setIsExporting(false);
    if (answer.ok) setFile(answer.value);
  };

  if (file !== null) return <Done memo={memo} file={file} onClose={onClose} />;
  return (
    <Dialog
      title="Hand over"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            autoFocus
            isDisabled={blocking.length > 0 || isExporting}
            onPress={() => void exportNow()}
          >
            Export PDF…
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <RadioGroup
          label="Paper"
          isRow
          options={paperOptions}
          value={paper}
          onChange={(next) => void changeSettings({ paper: next })}
        />
        <PrintedTasks
          tasks={tasks}
          printed={printed}
          onChange={(printedTaskIds) => {
            setPrinted(printedTaskIds);
            saving.change({ printedTaskIds });
          }}
        />
        <div>
          <div className={styles.legend}>File</div>
          <p className={styles.fileName}>{exportFileName(head, 'pdf')}</p>
        </div>
        <Findings findings={findings} glyphs={glyphs} onGlyphs={setGlyphs} />
      </div>
    </Dialog>
  );
};
