/** Which two versions of memos are compared, and how they differ. */

import { useState } from 'react';
import { printAddedReview } from '#domain/contract/error-words/review-words.ts';
import { type MemoRow, memoList, memoOpen, type SnapshotRow } from '#domain/contract/memo.ts';
import { memoCompare, memoOpenReturned, memoSnapshots } from '#domain/contract/memo-sent.ts';
import type { MemoId, Sha256, SnapshotId } from '#domain/ids.ts';
import type { RelatedMemo } from '#domain/memo/citations/memo-material.ts';
import type { MemoComparison } from '#domain/memo/compare-snapshots.ts';
import { printDay } from '#domain/memo/print/print-date.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import type { SnapshotCause } from '#domain/memo/snapshot/snapshot.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { sayFailed } from '#renderer/window/notices.ts';

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

const snapshotOption = ({ id, takenAt, cause, exported, by }: SnapshotRow) => ({
  id: id as string,
  name: localTime(takenAt),
  detail: [
    cause === null ? 'can’t be read' : causeWords[cause],
    exported?.fileName ?? '',
    by === null ? '' : `by ${by}`,
  ]
    .filter((part) => part !== '')
    .join(': '),
});

const optionsOf = ({ rows, before, others }: Versions) => [
  { id: NOW, name: 'As it is now' },
  ...(before === null ? [] : [optionOf(before)]),
  ...rows.map(snapshotOption),
  ...others.map(optionOfOther),
];

/** A Word document that was opened, as an option. */
const optionOfFile = ({ sha256, fileName }: OpenedFile) => ({
  id: sha256 as string,
  name: fileName,
  detail: 'a Word document, its changes accepted',
});

type Versions = {
  readonly rows: readonly SnapshotRow[];
  readonly before: RelatedMemo | null;
  readonly others: readonly MemoRow[];
};
type OpenedFile = { readonly sha256: Sha256; readonly fileName: string };
export type Side = ReturnType<typeof useSide>;
type State = { readonly memoId: MemoId; readonly snapshotId: SnapshotId | null };

type Other = State & { readonly referenceNumber: string; readonly wasSent: boolean };

/** The other memo that an option stands for, as it is compared first; null for a version of this one. */
const otherOf = (chosen: string, { before, others }: Versions): Other | null => {
  if (chosen === BEFORE && before !== null) {
    const { id, head, sending } = before;
    const snapshotId = sending?.snapshotId ?? null;
    return { memoId: id, snapshotId, referenceNumber: head.referenceNumber, wasSent: sending !== null };
  }
  const other = others.find(({ id }) => id === chosen);
  if (other === undefined) return null;
  const { id, referenceNumber } = other;
  return { memoId: id, snapshotId: null, referenceNumber, wasSent: isSent(other) };
};

/** The versions of another memo, in the place of `other`; null where it has but one. */
const versionsOf = (other: Other | null, rows: readonly SnapshotRow[]) =>
  other === null || rows.length === 0
    ? null
    : {
        label: `Version of ${other.referenceNumber}`,
        options: [
          { id: NOW, name: other.wasSent ? 'As it was sent' : 'As it is now' },
          ...rows.map(snapshotOption),
        ],
      };

/** One side of the comparison: a version of this memo, or another memo and one of its versions. */
const useSide = (memoId: MemoId, versions: Versions, usual: string) => {
  const [picked, setPicked] = useState<string | null>(null);
  const [version, setVersion] = useState<string>(NOW);
  const chosen = picked ?? usual;
  const other = otherOf(chosen, versions);
  const { data: rows = [] } = useQuery(memoSnapshots, other === null ? null : { memoId: other.memoId });
  const isChosen = ({ id }: SnapshotRow): boolean => id === (other === null ? chosen : version);
  const snapshotId = (other === null ? versions.rows : rows).find(isChosen)?.id;
  const state: State =
    other === null
      ? { memoId, snapshotId: snapshotId ?? null }
      : { memoId: other.memoId, snapshotId: snapshotId ?? other.snapshotId };
  return {
    chosen,
    choose: (id: string): void => {
      setPicked(id);
      setVersion(NOW);
    },
    version,
    setVersion,
    versions: versionsOf(other, rows),
    state,
  };
};

/** What can be compared, as far as it is known; `newest` is the newest snapshot that can be read. */
const useVersions = (memoId: MemoId) => {
  const { data: listed } = useQuery(memoSnapshots, { memoId });
  const { data: opened } = useQuery(memoOpen, { memoId });
  const { data: memos = [] } = useQuery(memoList, {});
  const rows = listed ?? [];
  const before = opened?.lineage.supersedes ?? null;
  const others = othersOf(memos, memoId, before);
  return {
    versions: { rows, before, others },
    isLoaded: listed !== undefined && opened !== undefined,
    hasVersions: rows.length > 0 || before !== null || listed === undefined || opened === undefined,
    newest: rows.find(({ cause }) => cause !== null)?.id,
    reference: opened?.memo.head.referenceNumber ?? '',
  };
};

/** Asks for a Word document; null where none was chosen, or it can't be read. */
const openFile = async (): Promise<OpenedFile | null> => {
  const answer = await act(memoOpenReturned, {});
  if (!answer.ok || answer.value === null) return null;
  const { fileName, sha256, failure } = answer.value;
  if (sha256 !== null) return { fileName, sha256 };
  sayFailed(`${fileName} can’t be compared`, printAddedReview({ fileName, outcome: 'unreadable', failure }));
  return null;
};

/** A Word document that is compared as the newer side, once one was opened. */
const useOpenedFile = (fresh: Side, options: ReturnType<typeof optionsOf>) => {
  const [file, setFile] = useState<OpenedFile | null>(null);
  return {
    freshState: file !== null && fresh.chosen === file.sha256 ? { returnedSha256: file.sha256 } : fresh.state,
    freshOptions: file === null ? options : [...options, optionOfFile(file)],
    openFile: async (): Promise<void> => {
      const opened = await openFile();
      if (opened === null) return;
      setFile(opened);
      fresh.choose(opened.sha256);
    },
  };
};

const isSame = (data: MemoComparison | undefined): boolean =>
  data?.blocks.length === 0 && !data.judgements.some(({ isChanged }) => isChanged);

/** What is compared, and how it differs. */
export const useComparison = (memoId: MemoId, beginsBefore: boolean) => {
  const { versions, isLoaded, hasVersions, newest, reference } = useVersions(memoId);
  const { rows, before } = versions;
  const lastOne = before === null ? NOW : BEFORE;
  const first = beginsBefore ? lastOne : (newest ?? lastOne);
  const old = useSide(memoId, versions, first);
  const fresh = useSide(memoId, versions, NOW);
  const options = optionsOf(versions);
  const { freshState, ...opened } = useOpenedFile(fresh, options);
  const states = { old: old.state, fresh: freshState };
  const isOneVersion = JSON.stringify(states.old) === JSON.stringify(states.fresh);
  const { data, error } = useQuery(memoCompare, isLoaded && !isOneVersion ? states : null);
  const isIdle = fresh.chosen === NOW && isSame(data);
  const restorable = rows.find(({ id, isRestorable }) => id === old.chosen && isRestorable)?.id ?? null;
  return {
    ...opened,
    hasVersions,
    options,
    states,
    reference,
    old,
    fresh,
    data,
    hasFailed: error !== undefined,
    /** Whether one version is chosen on both sides. */
    isOneVersion,
    isComparing: !isOneVersion && data === undefined && error === undefined,
    restorable: isIdle ? null : restorable,
    whyNot: isIdle ? 'Nothing to restore: the memo already says the same.' : null,
  };
};

export type Comparison = ReturnType<typeof useComparison>;

/** A side as the file and its name say it. */
export const nameOfSide = (
  { chosen, version, versions }: Side,
  { freshOptions, reference }: Pick<Comparison, 'freshOptions' | 'reference'>,
): string => {
  if (chosen === NOW) return `${reference} as it is now`;
  const name = freshOptions.find(({ id }) => id === chosen)?.name ?? '';
  const of = version === NOW ? undefined : versions?.options.find(({ id }) => id === version)?.name;
  return of === undefined ? name : `${name.replace(/ as it (?:is now|was sent)$/u, '')} ${of}`;
};
