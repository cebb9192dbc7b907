import { useRef, useState } from 'react';
import type { InputOf } from '#domain/contract/any-request.ts';
import type { GlyphChoice, MemoFinding } from '#domain/contract/memo.ts';
import { memoCancelExport, memoCopyEmail, memoExport } from '#domain/contract/memo-export.ts';
import { isBlocking } from '#domain/memo/checks/finding.ts';
import { type ExportParts, partsOfForm } from '#domain/memo/export/export-parts.ts';
import { type PdfStandard, pdfStandardSchema, pdfStandardTable } from '#domain/memo/export/pdf-standard.ts';
import { exportName, safeFileName } from '#domain/memo/export-file-name.ts';
import { type Memo, type MemoHead, paperNames, papers } from '#domain/memo/memo.ts';
import { type MemoFormat, memoFormats, memoFormatTable } from '#domain/memo/memo-format.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import type { Task } from '#domain/task/task.ts';
import { act } from '#renderer/bridge/act.ts';
import { changeSettings, useSettings } from '#renderer/bridge/app-state.ts';
import { ExportFile } from '#renderer/parts/export/ExportFile.tsx';
import { useExport } from '#renderer/parts/export/use-export.ts';
import { useForms } from '#renderer/parts/memo/ask-for-memo.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { toldOnExport } from '../checks/finding-groups.ts';
import { printMemo } from '../print/print-memo.ts';
import type { MemoSaving } from '../state/use-memo-session.ts';
import choiceStyles from './choice.module.css';
import { ExportDone } from './ExportDone.tsx';
import { PaperFields, PartsFields, PrintedTasks } from './ExportFields.tsx';
import { ExportFindings } from './ExportFindings.tsx';
import { ExportPreview } from './ExportPreview.tsx';
import styles from './export.module.css';

const paperOptions = papers.map((id) => ({ id, name: paperNames[id] }));

const glyphOptions: readonly { id: GlyphChoice; name: string }[] = [
  { id: 'refuse', name: 'Stop and list them' },
  { id: 'code-point', name: 'Print their numbers, as in [U+1F600]' },
];

const isGlyph = ({ rule }: MemoFinding): boolean => rule === 'missing-glyph';

/** Targets of an export: a file of a format, or an e-mail on the clipboard. */
type ExportTarget = MemoFormat | 'email';

const targetOptions = [
  ...memoFormats.map((id) => ({ id, name: memoFormatTable[id].name, detail: memoFormatTable[id].says })),
  { id: 'email' as const, name: 'E-mail', detail: 'Bottom line as the body' },
];

type FormatChoiceProps = {
  readonly value: ExportTarget;
  readonly onChange: (target: ExportTarget) => void;
};

/** The formats, and what the chosen one does not support. */
const FormatChoice = ({ value, onChange }: FormatChoiceProps) => (
  <div className={choiceStyles.formats}>
    <RadioGroup<ExportTarget> label="Format" options={targetOptions} value={value} onChange={onChange} />
  </div>
);

/** The parts of the memo that a file of that format lacks. */
const NotCarried = ({ format }: { readonly format: MemoFormat }) => {
  const { name, cannotCarry } = memoFormatTable[format];
  if (cannotCarry.length === 0) return null;
  return (
    <div role="note" aria-label={`What ${name} leaves out`}>
      <div className={choiceStyles.legend}>Not included</div>
      <ul className={choiceStyles.lacks}>
        {cannotCarry.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
    </div>
  );
};

/** The PDF has our fonts; other formats use those of whoever opens the file. */
const concerns = (finding: MemoFinding, target: ExportTarget): boolean =>
  !isGlyph(finding) || target === 'pdf';

export type ExportDialogProps = {
  readonly memo: Memo;
  readonly head: MemoHead;
  /** Tasks on the memo and on what it cites. */
  readonly tasks: readonly Task[];
  readonly findings: readonly MemoFinding[] | undefined;
  readonly saving: MemoSaving;
  readonly onGoTo: (finding: MemoFinding) => void;
  readonly onClose: () => void;
};

const options = pdfStandardSchema.options.map((id) => ({ id, name: pdfStandardTable[id].name }));

/** The PDF standard, remembered for the next export, and what it rules out. */
const StandardChoice = ({ value }: { readonly value: PdfStandard }) => (
  <div className={choiceStyles.standard}>
    <RadioGroup
      label="Standard"
      isRow
      options={options}
      value={value}
      onChange={(pdfStandard) => void changeSettings({ pdfStandard })}
    />
    <p className={choiceStyles.detail}>{pdfStandardTable[value].says}</p>
  </div>
);

const useChoice = ({ memo, head }: ExportDialogProps) => {
  const { paper, pdfStandard: standard, exportName: pattern } = useSettings();
  const [target, setTarget] = useState<ExportTarget>('pdf');
  const form = useForms().find((row) => row.template === memo.template)?.form;
  const [chosen, setParts] = useState<ExportParts | null>(null);
  const parts = chosen ?? partsOfForm(form, head.marking);
  const [glyphs, setGlyphs] = useState<GlyphChoice>('refuse');
  const [printed, setPrinted] = useState(memo.printedTaskIds);
  const [typedName, setTypedName] = useState<string | null>(null);
  return {
    ...{ target, setTarget, parts, setParts, glyphs, setGlyphs, printed, setPrinted, setTypedName },
    options: { paper, glyphs, standard },
    name: typedName ?? exportName(head, pattern),
  };
};
type Choice = ReturnType<typeof useChoice>;

const FormatColumn = ({ target, setTarget, options }: Choice) => (
  <div className={styles.column}>
    <FormatChoice value={target} onChange={setTarget} />
    {target !== 'email' && memoFormatTable[target].hasPaper && (
      <RadioGroup
        label="Paper"
        isRow
        options={paperOptions}
        value={options.paper}
        onChange={(paper) => void changeSettings({ paper })}
      />
    )}
    {target !== 'email' && <NotCarried format={target} />}
  </div>
);

/** Errors that prevent the chosen export. */
const errorsOf = (findings: readonly MemoFinding[], { target, options }: Choice): readonly MemoFinding[] =>
  findings.filter(
    (finding) =>
      isBlocking(finding) &&
      concerns(finding, target) &&
      !(isGlyph(finding) && options.glyphs === 'code-point'),
  );

type ContentsProps = ExportDialogProps & { readonly choice: Choice; readonly errors: readonly MemoFinding[] };

const ContentsColumn = ({
  memo,
  head,
  tasks,
  findings = [],
  saving,
  choice,
  errors,
  onGoTo,
}: ContentsProps) => (
  <div className={styles.column}>
    <PartsFields from={head.from.trim()} value={choice.parts} onChange={choice.setParts}>
      {isSent(memo) ? (
        <Checkbox
          isSelected={choice.parts.tasks}
          onChange={(areIn) => choice.setParts({ ...choice.parts, tasks: areIn })}
        >
          Tasks
        </Checkbox>
      ) : (
        <PrintedTasks
          tasks={tasks}
          printed={choice.printed}
          onChange={(printedTaskIds) => {
            choice.setPrinted(printedTaskIds);
            saving.change({ printedTaskIds });
            void saving.flush();
          }}
        />
      )}
    </PartsFields>
    <PaperFields value={choice.parts} onChange={choice.setParts} />
    {choice.target === 'pdf' && <StandardChoice value={choice.options.standard} />}
    {choice.target === 'pdf' && findings.some(isGlyph) && (
      <RadioGroup
        label="Characters without a font"
        options={glyphOptions}
        value={choice.glyphs}
        onChange={choice.setGlyphs}
      />
    )}
    <ExportFindings
      errors={errors}
      findings={toldOnExport(findings).filter((finding) => concerns(finding, choice.target))}
      onGoTo={onGoTo}
    />
  </div>
);

/** Exports the memo: pending edits are saved first. */
const useExportOf = (saving: MemoSaving) =>
  useExport(
    async (asked: InputOf<typeof memoExport>) => {
      await saving.flush();
      return act(memoExport, asked, { saysFailure: true });
    },
    ({ memoId }) => void act(memoCancelExport, { memoId }),
  );

const useCopyEmail = (memoId: Memo['id'], parts: ExportParts) => {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const answer = await act(memoCopyEmail, { memoId, parts });
    setIsCopied(answer.ok);
  };
  return { isCopied, copy };
};

/** Exports a memo to a file: its contents, the findings that block it, a preview, and the file name. */
export const ExportDialog = (props: ExportDialogProps) => {
  const { memo, head, findings = [], saving, onGoTo, onClose } = props;
  const choice = useChoice(props);
  const { target, parts, options, name } = choice;
  const exporting = useExportOf(saving);
  const email = useCopyEmail(memo.id, parts);
  const body = useRef<HTMLDivElement>(null);
  const errors = isSent(memo) ? [] : errorsOf(findings, choice);
  const exportAs = (typed: string, replaces: boolean): void => {
    if (target === 'email') return;
    const fileName = safeFileName(typed, target);
    if (fileName !== '')
      void exporting.begin({ memoId: memo.id, format: target, options, parts, fileName, replaces });
  };
  /** Goes to the first error instead; returns whether there is one. */
  const isHeldUp = (): boolean => {
    if (errors.length > 0) body.current?.querySelector<HTMLElement>('[data-level="error"] button')?.focus();
    return errors.length > 0;
  };
  const print = (): void => {
    if (isHeldUp()) return;
    onClose();
    void printMemo({ id: memo.id, referenceNumber: head.referenceNumber }, { parts, glyphs: options.glyphs });
  };
  const submit = (): void => {
    if (isHeldUp()) return;
    if (target === 'email') void email.copy();
    else if (!exporting.isUnderWay) exportAs(name, false);
  };

  if (exporting.file !== null && target !== 'email') {
    return <ExportDone {...{ memo, parts, onClose }} file={exporting.file} format={target} />;
  }
  const act = target === 'email' ? 'Copy as e-mail' : `Export ${memoFormatTable[target].name}`;
  return (
    <Dialog
      title={`Export ${head.referenceNumber}`}
      page={{ subtitle: head.title }}
      isOpen
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          {!isSent(memo) && (
            <p className={styles.stepHint}>
              To send the memo, use <b>Mark as sent</b>. Precis then checks the memo, makes the final file and
              locks this version.
            </p>
          )}
          {exporting.isSlow && <span role="status">Making the file…</span>}
          {email.isCopied && <span role="status">Copied. The first line is the subject.</span>}
          <Button onPress={exporting.isUnderWay ? exporting.cancel : onClose}>Cancel</Button>
          {target === 'pdf' && (
            <Button isBlocked={errors.length > 0} onPress={print}>
              Print…
            </Button>
          )}
          <Button type="submit" variant="primary" autoFocus isBlocked={errors.length > 0}>
            {act}
            <span className={styles.key} aria-hidden>
              <Kbd keys="Enter" />
            </span>
          </Button>
        </>
      }
    >
      <div className={styles.columns} ref={body}>
        <FormatColumn {...choice} />
        <ContentsColumn {...props} choice={choice} errors={errors} onGoTo={onGoTo} />
        <ExportPreview input={{ memoId: memo.id, format: target, options, parts }} />
      </div>
      <ExportFile
        name={name}
        extension={target === 'email' ? null : target}
        error={exporting.error}
        onName={choice.setTypedName}
        onExport={exportAs}
      />
    </Dialog>
  );
};
