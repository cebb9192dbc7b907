import { useState } from 'react';
import type { GlyphChoice, MemoFinding } from '#domain/contract/memo.ts';
import { isBlocking } from '#domain/memo/checks/finding.ts';
import { usualParts } from '#domain/memo/export/export-parts.ts';
import { exportFileName } from '#domain/memo/export-file-name.ts';
import type { Memo, MemoHead, Paper } from '#domain/memo/memo.ts';
import { type MemoFormat, memoFormatTable } from '#domain/memo/memo-format.ts';
import { isSent } from '#domain/memo/sent/is-sent.ts';
import type { Task } from '#domain/task/task.ts';
import { changeSettings, useSettings } from '#renderer/bridge/app-state.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { FindingLists } from '../checks/FindingLists.tsx';
import type { MemoSaving } from '../editor/use-memo-session.ts';
import { ExportDone } from './ExportDone.tsx';
import styles from './export.module.css';
import { FormatChoice } from './FormatChoice.tsx';
import { PartsFields } from './PartsFields.tsx';
import { PrintedTasks } from './PrintedTasks.tsx';
import { useExport } from './use-export.ts';

const paperOptions: readonly { id: Paper; name: string }[] = [
  { id: 'a4', name: 'A4' },
  { id: 'letter', name: 'Letter' },
];

const glyphOptions: readonly { id: GlyphChoice; name: string }[] = [
  { id: 'refuse', name: 'Stop and name them' },
  { id: 'code-point', name: 'Print their numbers, as in [U+1F600]' },
];

const isGlyph = ({ rule }: MemoFinding): boolean => rule === 'missing-glyph';

/** The fonts of the PDF are ours; of other formats they are those of whoever opens the file. */
const standsInTheWay = (finding: MemoFinding, format: MemoFormat, glyphs: GlyphChoice): boolean =>
  isBlocking(finding) && !(isGlyph(finding) && (format !== 'pdf' || glyphs === 'code-point'));

export type ExportDialogProps = {
  readonly memo: Memo;
  readonly head: MemoHead;
  /** Tasks on the memo and on what it cites. */
  readonly tasks: readonly Task[];
  readonly findings: readonly MemoFinding[] | undefined;
  readonly saving: MemoSaving;
  readonly onClose: () => void;
};

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

/** From the memo to the file that is exported: what goes in, what stands in the way, and its name. */
export const ExportDialog = ({ memo, head, tasks, findings = [], saving, onClose }: ExportDialogProps) => {
  const { paper } = useSettings();
  const [format, setFormat] = useState<MemoFormat>('pdf');
  const [parts, setParts] = useState(usualParts);
  const [glyphs, setGlyphs] = useState<GlyphChoice>('refuse');
  const [printed, setPrinted] = useState(memo.printedTaskIds);
  const exporting = useExport(saving);
  const blocking = findings.filter((finding) => standsInTheWay(finding, format, glyphs));
  const exportNow = () => exporting.begin({ memoId: memo.id, format, options: { paper, glyphs }, parts });

  if (exporting.file !== null) {
    return (
      <ExportDone memoId={memo.id} file={exporting.file} format={format} parts={parts} onClose={onClose} />
    );
  }
  return (
    <Dialog
      title={`Export ${head.referenceNumber}`}
      isMedium
      isOpen
      onClose={onClose}
      actions={
        <>
          {exporting.isSlow && (
            <span className={styles.busy} role="status">
              Making the {memoFormatTable[format].name} file…
            </span>
          )}
          <Button onPress={exporting.isUnderWay ? exporting.cancel : onClose}>Cancel</Button>
          <Button
            variant="primary"
            autoFocus
            isDisabled={blocking.length > 0 || exporting.isUnderWay}
            onPress={() => void exportNow()}
          >
            Export {memoFormatTable[format].name}…
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.form}>
          <FormatChoice value={format} onChange={setFormat} />
          {memoFormatTable[format].hasPaper && (
            <RadioGroup
              label="Paper"
              isRow
              options={paperOptions}
              value={paper}
              onChange={(next) => void changeSettings({ paper: next })}
            />
          )}
        </div>
        <div className={styles.form}>
          <PartsFields from={head.from.trim()} value={parts} onChange={setParts} />
          {!isSent(memo) && (
            <PrintedTasks
              tasks={tasks}
              printed={printed}
              onChange={(printedTaskIds) => {
                setPrinted(printedTaskIds);
                saving.change({ printedTaskIds });
              }}
            />
          )}
          <div>
            <div className={styles.legend}>File</div>
            <p className={styles.fileName}>{exportFileName(head, format)}</p>
          </div>
          <Findings
            findings={findings.filter((finding) => !isGlyph(finding) || format === 'pdf')}
            glyphs={glyphs}
            onGlyphs={setGlyphs}
          />
        </div>
      </div>
    </Dialog>
  );
};
