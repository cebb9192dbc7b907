import { useId, useRef, useState } from 'react';
import type { MemoRow, SnapshotRow } from '#domain/contract/memo.ts';
import type { MemoId, SnapshotId } from '#domain/ids.ts';
import type { RelatedMemo } from '#domain/memo/citations/memo-material.ts';
import type { ComparedJudgement, MemoComparison } from '#domain/memo/compare-snapshots.ts';
import { tableFormatOf, tableFormats, tableFormatTable } from '#domain/memo/memo-document.ts';
import { printDay } from '#domain/memo/print/print-date.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import { describeJudgement } from '#domain/memo/snapshot/judgements-of.ts';
import type { SnapshotCause } from '#domain/memo/snapshot/snapshot.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
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

const causeWords: Readonly<Record<SnapshotCause, string>> = {
  'by-hand': 'by hand',
  print: 'printed',
  export: 'exported',
  daily: 'end of the day before',
  sending: 'as it was sent',
  round: 'as it went to review',
};

const NOW = 'now';
const BEFORE = 'before';

const localTime = (takenAt: string): string =>
  new Date(takenAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** The memo that this one follows, as its readers have it. */
const optionOf = ({ head, sending }: RelatedMemo) => ({
  id: BEFORE,
  name: `${head.referenceNumber} ${sending === null ? 'as it is now' : 'as it was sent'}`,
  detail: sending === null ? head.title : `${printDay(sending.sentOn)}: ${head.title}`,
});

/** Another memo: what it says now, or as it was sent. */
const optionOfOther = ({ id, title, referenceNumber, state }: MemoRow) => ({
  id: id as string,
  name: `${referenceNumber} ${isSent({ state }) ? 'as it was sent' : 'as it is now'}`,
  detail: title,
});

/** More memos than these are no choice. */
const MAX_OTHERS = 50;

const othersOf = (memos: readonly MemoRow[], memoId: MemoId, before: RelatedMemo | null) =>
  memos
    .filter(({ id }) => id !== memoId && id !== before?.id)
    .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
    .slice(0, MAX_OTHERS);

const optionsOf = ({ rows, before, others }: Compared) => [
  { id: NOW, name: 'As it is now' },
  ...(before === null ? [] : [optionOf(before)]),
  ...rows.map(({ id, takenAt, cause, exported, by }) => ({
    id: id as string,
    name: localTime(takenAt),
    detail: [
      cause === null ? 'can’t be read' : causeWords[cause],
      exported?.fileName ?? '',
      by === null ? '' : `by ${by}`,
    ]
      .filter((part) => part !== '')
      .join(': '),
  })),
  ...others.map(optionOfOther),
];

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

const idOf = (chosen: string, rows: readonly SnapshotRow[]): SnapshotId | null =>
  rows.find(({ id }) => id === chosen)?.id ?? null;

type Compared = {
  readonly rows: readonly SnapshotRow[];
  readonly before: RelatedMemo | null;
  readonly others: readonly MemoRow[];
};

/** The state of a memo that an option stands for. */
const stateOf = (memoId: MemoId, chosen: string, { rows, before, others }: Compared) => {
  if (chosen === BEFORE && before !== null)
    return { memoId: before.id, snapshotId: before.sending?.snapshotId ?? null };
  const other = others.find(({ id }) => id === chosen);
  return other === undefined
    ? { memoId, snapshotId: idOf(chosen, rows) }
    : { memoId: other.id, snapshotId: null };
};

type CompareDialogProps = {
  readonly memoId: MemoId;
  /** Whether it is still written: then it can be made to say again what it said. */
  readonly isDraft: boolean;
  /** Whether the memo that this one follows is what is compared first. */
  readonly beginsBefore: boolean;
  readonly onClose: () => void;
};

const restore = async (memoId: MemoId, snapshotId: SnapshotId): Promise<void> => {
  await flushAll();
  const answer = await act('memo:restore', { memoId, snapshotId });
  if (!answer.ok) return;
  // The editor holds a text of its own: it asks again.
  raiseUndoRevision();
  sayUndoable('Restored. The previous text is kept as a snapshot.');
};

/** What can be compared, as far as it is known; `newest` is the newest snapshot that can be read. */
const useVersions = (memoId: MemoId) => {
  const { data: listed } = useQuery('memo:snapshots', { memoId });
  const { data: opened } = useQuery('memo:open', { memoId });
  const { data: memos = [] } = useQuery('memo:list', {});
  const rows = listed ?? [];
  const before = opened?.lineage.supersedes ?? null;
  const others = othersOf(memos, memoId, before);
  const hasVersions = rows.length > 0 || before !== null;
  return {
    compared: { rows, before, others },
    isLoaded: listed !== undefined && opened !== undefined,
    hasVersions,
    hasOther: hasVersions || others.length > 0,
    newest: rows.find(({ cause }) => cause !== null)?.id,
    reference: opened?.memo.head.referenceNumber ?? '',
  };
};

/** What is compared, and how it differs. */
const useComparison = (memoId: MemoId, beginsBefore: boolean) => {
  const { compared, isLoaded, hasVersions, hasOther, newest, reference } = useVersions(memoId);
  const { rows, before } = compared;
  const [chosenOld, setOld] = useState<string | null>(null);
  const [fresh, setFresh] = useState<string>(NOW);
  const old = chosenOld ?? (beginsBefore ? undefined : newest) ?? (before === null ? NOW : BEFORE);
  const states = { old: stateOf(memoId, old, compared), fresh: stateOf(memoId, fresh, compared) };
  const { data, error } = useQuery('memo:compare', hasOther && isLoaded ? states : null);
  const restorable = rows.find(({ id, isRestorable }) => id === old && isRestorable)?.id ?? null;
  const isSame =
    fresh === NOW && data?.blocks.length === 0 && !data.judgements.some(({ isChanged }) => isChanged);
  const options = optionsOf(compared);
  return {
    hasOther,
    hasVersions: hasVersions || !isLoaded,
    options,
    states,
    reference,
    old,
    setOld,
    fresh,
    setFresh,
    data,
    hasFailed: error !== undefined,
    restorable: isSame ? null : restorable,
    whyNot: isSame ? 'Nothing to restore: the memo already says the same.' : null,
  };
};

/** What differs; where one of the two does not, a line says so. */
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

type BarProps = Pick<Comparison, 'data'> & {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly steps: ChangeSteps;
  readonly onExport: () => void;
};

const CompareBar = ({ data, view, onView, steps, onExport }: BarProps) => (
  <div className={styles.bar}>
    <Segments label="Layout" segments={views} value={view} onChange={onView} />
    <span role="status">{stepWords(steps)}</span>
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

const Outcome = (props: Comparison & { readonly onExport: () => void }) => {
  const { options, old, setOld, fresh, setFresh, data, hasFailed, onExport } = props;
  const [view, setView] = useState<View>('inline');
  const text = useRef<HTMLDivElement>(null);
  const steps = useChangeSteps(text, data, view);
  return (
    <>
      <div className={styles.choice}>
        <Select label="Then" options={options} value={old} onChange={setOld} />
        <Select label="Now" options={options} value={fresh} onChange={setFresh} />
      </div>
      {hasFailed && <p role="alert">This snapshot can’t be read.</p>}
      <CompareBar {...{ data, view, steps, onExport }} onView={setView} />
      <div ref={text}>{data !== undefined && <Differences comparison={data} view={view} />}</div>
    </>
  );
};

type Comparison = ReturnType<typeof useComparison>;

type ExportProps = Comparison & { readonly memoId: MemoId; readonly onClose: () => void };

/** The comparison as a file, its changes marked. */
const ExportComparison = ({ memoId, options, old, fresh, states, reference, onClose }: ExportProps) => {
  const nameOf = (chosen: string): string =>
    chosen === NOW ? `${reference} as it is now` : (options.find(({ id }) => id === chosen)?.name ?? '');
  return (
    <ExportDialog
      title="Export the comparison"
      formats={tableFormats}
      table={tableFormatTable}
      name={`Comparison ${nameOf(old)} ${nameOf(fresh)}`}
      make={({ fileName, replaces }) =>
        act(
          'memo:export-comparison',
          {
            ...{ memoId, ...states, fileName, replaces },
            names: [nameOf(old), nameOf(fresh)],
            format: tableFormatOf(fileName) ?? 'docx',
          },
          { saysFailure: true },
        )
      }
      cancel={() => undefined}
      holds={() => ['Comparison']}
      onDrag={() => void act('memo:drag', { memoId })}
      onReveal={() => void act('memo:reveal', { memoId })}
      onClose={onClose}
    />
  );
};

/** Two states of a memo in one text or side by side: judgements then and now, and the words that differ. */
export const CompareDialog = ({ memoId, isDraft, beginsBefore, onClose }: CompareDialogProps) => {
  const comparison = useComparison(memoId, beginsBefore);
  const { hasOther, hasVersions, restorable, whyNot } = comparison;
  const reasonId = useId();
  const [isExporting, setIsExporting] = useState(false);
  if (isExporting)
    return <ExportComparison memoId={memoId} {...comparison} onClose={() => setIsExporting(false)} />;
  return (
    <Dialog
      title={beginsBefore ? 'Compare with the previous memo' : 'Compare versions'}
      isOpen
      isWide={hasOther}
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
      {!hasVersions && (
        <p>
          This memo has no snapshots yet. <Kbd keys="Mod+S" /> takes one, as does each export and each print.
        </p>
      )}
      {hasOther && <Outcome {...comparison} onExport={() => setIsExporting(true)} />}
    </Dialog>
  );
};
