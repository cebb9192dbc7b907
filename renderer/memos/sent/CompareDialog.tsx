import { useId, useRef, useState } from 'react';
import { memoDrag, memoReveal } from '#domain/contract/memo-export.ts';
import { memoExportComparison, memoRestore } from '#domain/contract/memo-sent.ts';
import type { MemoId, SnapshotId } from '#domain/ids.ts';
import type { ComparedJudgement, MemoComparison } from '#domain/memo/compare-snapshots.ts';
import { tableFormatOf, tableFormats, tableFormatTable } from '#domain/memo/memo-document.ts';
import { describeJudgement } from '#domain/memo/snapshot/judgements-of.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { ExportDialog } from '#renderer/parts/export/ExportDialog.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Segments } from '#renderer/ui/choices/Segments.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { flushAll } from '#renderer/window/before-close.ts';
import { raiseUndoRevision } from '#renderer/window/undo-revision.ts';
import { type ChangeSteps, InlineWords, stepWords, useChangeSteps, WordsBeside } from './ComparedWords.tsx';
import styles from './compare.module.css';
import { type Comparison, nameOfSide, type Side, useComparison } from './use-comparison.ts';

const Judged = ({ state }: { readonly state: ComparedJudgement['old'] }) =>
  state === null ? (
    <td className={styles.quiet}>not made</td>
  ) : (
    <td>
      <strong>{describeJudgement(state)}</strong>
      <br />
      {state.statement}
    </td>
  );

type JudgementsProps = { readonly changed: readonly ComparedJudgement[]; readonly unchangedCount: number };

const Judgements = ({ changed, unchangedCount }: JudgementsProps) => (
  <table className={styles.table}>
    <caption>
      Judgements <span className={styles.quiet}>({unchangedCount} unchanged)</span>
    </caption>
    <thead>
      <tr>
        <th scope="col">No.</th>
        <th scope="col">Then</th>
        <th scope="col">Now</th>
      </tr>
    </thead>
    <tbody>
      {changed.map(({ id, old, fresh }) => (
        <tr key={id}>
          <th scope="row">{fresh?.number ?? old?.number}</th>
          <Judged state={old} />
          <Judged state={fresh} />
        </tr>
      ))}
    </tbody>
  </table>
);

type CompareDialogProps = {
  readonly memoId: MemoId;
  /** Whether it is a draft: then an earlier text can be restored. */
  readonly isDraft: boolean;
  /** Whether the initial comparison is with the memo that this one follows. */
  readonly beginsBefore: boolean;
  readonly onClose: () => void;
};

const restore = async (memoId: MemoId, snapshotId: SnapshotId): Promise<void> => {
  await flushAll();
  const answer = await act(memoRestore, { memoId, snapshotId });
  if (!answer.ok) return;
  // The editor has its own copy of the text and reloads it.
  raiseUndoRevision();
  sayUndoable('Restored. The previous text is kept as a snapshot.');
};

/** The differences; if words or judgements are the same, a line says so. */
const Differences = ({ comparison, view }: { readonly comparison: MemoComparison; readonly view: View }) => {
  const { judgements, blocks, sameBlocks } = comparison;
  const changed = judgements.filter(({ isChanged }) => isChanged);
  const isSame = [
    ...(judgements.length > 0 && changed.length === 0 ? ['judgements'] : []),
    ...(blocks.length === 0 ? ['words'] : []),
  ];
  return (
    <>
      {isSame.length > 0 && <p>The {isSame.join(' and the ')} are the same.</p>}
      {changed.length > 0 && (
        <Judgements changed={changed} unchangedCount={judgements.length - changed.length} />
      )}
      {blocks.length > 0 && view === 'sides' && <WordsBeside blocks={blocks} sameBlocks={sameBlocks} />}
      {blocks.length > 0 && view === 'inline' && <InlineWords comparison={comparison} />}
    </>
  );
};

const views = [
  { id: 'inline', name: 'Inline' },
  { id: 'sides', name: 'Side by side' },
] as const;
type View = (typeof views)[number]['id'];

type BarProps = Pick<Comparison, 'data' | 'isComparing' | 'isOneVersion'> & {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly steps: ChangeSteps;
  readonly onExport: () => void;
};

const CompareBar = ({ data, isComparing, isOneVersion, view, onView, steps, onExport }: BarProps) => (
  <div className={styles.bar}>
    <Segments label="Layout" segments={views} value={view} onChange={onView} />
    <span role="status">
      {isOneVersion ? 'Choose two different versions.' : isComparing ? 'Comparing…' : stepWords(steps)}
    </span>
    <Button isDisabled={steps.count === 0} onPress={() => steps.go(-1)}>
      Previous <Kbd keys="K" />
    </Button>
    <Button isDisabled={steps.count === 0} onPress={() => steps.go(1)}>
      Next <Kbd keys="J" />
    </Button>
    <Button isDisabled={data === undefined || steps.count === 0} onPress={onExport}>
      Export…
    </Button>
  </div>
);

type SideProps = {
  readonly label: string;
  readonly side: Side;
  readonly options: Comparison['options'];
};

const SideChoice = ({ label, side, options }: SideProps) => (
  <div className={styles.side}>
    <Select label={label} options={options} value={side.chosen} onChange={side.choose} />
    {side.versions !== null && <Select {...side.versions} value={side.version} onChange={side.setVersion} />}
  </div>
);

const Outcome = (props: Comparison & { readonly onExport: () => void }) => {
  const { options, freshOptions, old, fresh, data, hasFailed, isComparing, isOneVersion, onExport } = props;
  const [view, setView] = useState<View>('inline');
  const text = useRef<HTMLDivElement>(null);
  const steps = useChangeSteps(text, data, view);
  return (
    <>
      <div className={styles.choice}>
        <SideChoice label="Then" side={old} options={options} />
        <SideChoice label="Now" side={fresh} options={freshOptions} />
        <Button onPress={() => void props.openFile()}>Returned Word file…</Button>
      </div>
      {hasFailed && <p role="alert">This version can’t be read.</p>}
      <CompareBar {...{ data, isComparing, isOneVersion, view, steps, onExport }} onView={setView} />
      <div ref={text}>{data !== undefined && <Differences comparison={data} view={view} />}</div>
    </>
  );
};

type ExportProps = Comparison & { readonly memoId: MemoId; readonly onClose: () => void };

/** Exports the comparison to a file, with its changes marked. */
const ExportComparison = ({ memoId, onClose, ...comparison }: ExportProps) => {
  const { old, fresh, states } = comparison;
  const was = nameOfSide(old, comparison);
  const is = nameOfSide(fresh, comparison);
  return (
    <ExportDialog
      title="Export the comparison"
      formats={tableFormats}
      table={tableFormatTable}
      name={`Comparison ${was} ${is}`}
      make={({ fileName, replaces }) =>
        act(
          memoExportComparison,
          {
            ...{ memoId, ...states, fileName, replaces },
            names: [was, is],
            format: tableFormatOf(fileName) ?? 'docx',
          },
          { saysFailure: true },
        )
      }
      cancel={() => undefined}
      holds={() => ['Comparison']}
      onDrag={() => void act(memoDrag, { memoId })}
      onReveal={() => void act(memoReveal, { memoId })}
      onClose={onClose}
    />
  );
};

/** Two states of a memo in one text or side by side: judgements then and now, and differing words. */
export const CompareDialog = ({ memoId, isDraft, beginsBefore, onClose }: CompareDialogProps) => {
  const comparison = useComparison(memoId, beginsBefore);
  const { hasVersions, restorable, whyNot } = comparison;
  const reasonId = useId();
  const [isExporting, setIsExporting] = useState(false);
  if (isExporting)
    return <ExportComparison memoId={memoId} {...comparison} onClose={() => setIsExporting(false)} />;
  return (
    <Dialog
      title={beginsBefore ? 'Compare with the previous memo' : 'Compare versions'}
      isOpen
      isWide
      onClose={onClose}
      actions={
        <>
          {isDraft && hasVersions && whyNot !== null && (
            <span id={reasonId} className={joinClasses('quiet-words', styles.whyNot)}>
              {whyNot}
            </span>
          )}
          {isDraft && hasVersions && (
            <Button
              isDisabled={restorable === null}
              {...(whyNot !== null && { 'aria-describedby': reasonId })}
              onPress={() => {
                onClose();
                if (restorable !== null) void restore(memoId, restorable);
              }}
            >
              Restore earlier version
            </Button>
          )}
          <Button variant="primary" autoFocus onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      {!hasVersions && comparison.isOneVersion && (
        <p className={styles.none}>
          This memo has no snapshots yet. <Kbd keys="Mod+S" /> takes one, as does each export and each print.
        </p>
      )}
      <Outcome {...comparison} onExport={() => setIsExporting(true)} />
    </Dialog>
  );
};
