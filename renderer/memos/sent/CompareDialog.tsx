import { useId, useState } from 'react';
import type { SnapshotRow } from '#domain/contract/memo.ts';
import type { MemoId, SnapshotId } from '#domain/ids.ts';
import type { RelatedMemo } from '#domain/memo/citations/memo-material.ts';
import type { ComparedJudgement, MemoComparison } from '#domain/memo/compare-snapshots.ts';
import { printDay } from '#domain/memo/print/print-date.ts';
import { describeJudgement } from '#domain/memo/snapshot/judgements-of.ts';
import type { SnapshotCause } from '#domain/memo/snapshot/snapshot.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { WordRuns } from '#renderer/parts/versions/WordRuns.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { flushAll } from '#renderer/window/before-close.ts';
import { raiseUndoRevision } from '#renderer/window/undo-revision.ts';
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

const optionsOf = (rows: readonly SnapshotRow[], before: RelatedMemo | null) => [
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

const headingOf = (section: string | null): string => section ?? 'Head';

const Words = ({ blocks, sameBlocks }: Pick<MemoComparison, 'blocks' | 'sameBlocks'>) => (
  <table className={joinClasses('differing-words', styles.table)}>
    <caption>
      Words <span className={styles.quiet}>({printCount(sameBlocks, 'paragraph')} unchanged)</span>
      <p className="quiet-words">
        <del>Struck through</del>: only in the earlier version. <ins>Underlined</ins>: only in the later
        version.
      </p>
    </caption>
    <thead>
      <tr>
        <th scope="col">Section</th>
        <th scope="col">Then</th>
        <th scope="col">Now</th>
      </tr>
    </thead>
    <tbody>
      {blocks.map(({ section, formerSection, old, fresh }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one comparison never change their order
        <tr key={at}>
          <th scope="row">
            {formerSection === undefined ? (
              headingOf(section)
            ) : (
              <>
                <del>{headingOf(formerSection)}</del> <ins>{headingOf(section)}</ins>
              </>
            )}
          </th>
          <td>
            <WordRuns runs={old ?? []} only="del" />
          </td>
          <td>
            <WordRuns runs={fresh ?? []} only="ins" />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const idOf = (chosen: string, rows: readonly SnapshotRow[]): SnapshotId | null =>
  rows.find(({ id }) => id === chosen)?.id ?? null;

type Compared = { readonly rows: readonly SnapshotRow[]; readonly before: RelatedMemo | null };

/** The state of a memo that an option stands for. */
const stateOf = (memoId: MemoId, chosen: string, { rows, before }: Compared) =>
  chosen === BEFORE && before !== null
    ? { memoId: before.id, snapshotId: before.sending?.snapshotId ?? null }
    : { memoId, snapshotId: idOf(chosen, rows) };

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

/** What is compared, and how it differs. */
const useComparison = (memoId: MemoId, beginsBefore: boolean) => {
  const { data: rows = [] } = useQuery('memo:snapshots', { memoId });
  const { data: opened } = useQuery('memo:open', { memoId });
  const before = opened?.lineage.supersedes ?? null;
  const hasOther = rows.length > 0 || before !== null;
  const [chosenOld, setOld] = useState<string | null>(null);
  const [fresh, setFresh] = useState<string>(NOW);
  const newest = rows.find(({ cause }) => cause !== null)?.id;
  const old = chosenOld ?? (beginsBefore ? undefined : newest) ?? (before === null ? NOW : BEFORE);
  const compared = { rows, before };
  const states = { old: stateOf(memoId, old, compared), fresh: stateOf(memoId, fresh, compared) };
  const { data, error } = useQuery('memo:compare', hasOther ? states : null);
  const restorable = rows.find(({ id, isRestorable }) => id === old && isRestorable)?.id ?? null;
  const isSame =
    fresh === NOW && data?.blocks.length === 0 && !data.judgements.some(({ isChanged }) => isChanged);
  const options = optionsOf(rows, before);
  return {
    hasOther,
    options,
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
const Differences = ({ judgements, blocks, sameBlocks }: MemoComparison) => {
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
      {blocks.length > 0 && <Words blocks={blocks} sameBlocks={sameBlocks} />}
    </>
  );
};

const Outcome = ({ options, old, setOld, fresh, setFresh, data, hasFailed }: Comparison) => (
  <>
    <div className={styles.choice}>
      <Select label="Then" options={options} value={old} onChange={setOld} />
      <Select label="Now" options={options} value={fresh} onChange={setFresh} />
    </div>
    {hasFailed && <p role="alert">This snapshot can’t be read.</p>}
    {data !== undefined && <Differences {...data} />}
  </>
);

type Comparison = ReturnType<typeof useComparison>;

/** Two states of a memo side by side: judgements then and now, and the words that differ. */
export const CompareDialog = ({ memoId, isDraft, beginsBefore, onClose }: CompareDialogProps) => {
  const comparison = useComparison(memoId, beginsBefore);
  const { hasOther, restorable, whyNot } = comparison;
  const reasonId = useId();
  return (
    <Dialog
      title={beginsBefore ? 'Compare with the previous memo' : 'Compare snapshots'}
      isOpen
      isWide={hasOther}
      onClose={onClose}
      actions={
        <>
          {isDraft && hasOther && whyNot !== null && (
            <span id={reasonId} className={joinClasses('quiet-words', styles.whyNot)}>
              {whyNot}
            </span>
          )}
          {isDraft && hasOther && (
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
      {hasOther ? (
        <Outcome {...comparison} />
      ) : (
        <p>
          This memo has no snapshots yet. <Kbd keys="Mod+S" /> takes one, as does each export and each print.
        </p>
      )}
    </Dialog>
  );
};
