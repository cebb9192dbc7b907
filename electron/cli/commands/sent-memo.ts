import type { AppError } from '#domain/contract/errors.ts';
import type { VerifiedFile } from '#domain/contract/memo-sent.ts';
import { type MemoId, memoIdSchema, newMemoIdSchema, type SnapshotId } from '#domain/ids.ts';
import type { ComparedBlock, ComparedJudgement } from '#domain/memo/compare/compare-snapshots.ts';
import { describeJudgement } from '#domain/memo/snapshot/judgements-of.ts';
import { printCount } from '#domain/print-count.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { localToday } from '#electron/time/local-today.ts';
import type {
  MemoDiffCommand,
  MemoSendCommand,
  MemoSnapshotsCommand,
  MemoUpdateCommand,
  VerifyCommand,
} from '../command.ts';
import { answer, type CommandContext, type CommandResult, noSuch } from '../command-context.ts';

/** Keeps that a memo was sent. */
export async function sendMemo(context: CommandContext, command: MemoSendCommand): CommandResult {
  const memoId = memoIdSchema.safeParse(command.id);
  if (!memoId.success) return noSuch('memo', command.id);
  const sent = await context.call('memo:send', {
    memoId: memoId.data,
    recipients: [...command.recipients],
    sentOn: command.sentOn ?? localToday(Date.now()),
    way: command.way,
  });
  if (!sent.ok) return sent;
  const { head, state, sending } = sent.value;
  const { referenceNumber } = head;
  return answer(
    { memoId: memoId.data, referenceNumber, state, ...sending },
    `${referenceNumber} is kept as it was sent`,
  );
}

/** Begins an update, a correction or a withdrawal. */
export async function updateMemo(context: CommandContext, command: MemoUpdateCommand): CommandResult {
  const memoId = memoIdSchema.safeParse(command.id);
  if (!memoId.success) return noSuch('memo', command.id);
  const newMemoId = newMemoIdSchema.parse(context.newId());
  const made = await context.call('memo:supersede', { memoId: memoId.data, kind: command.kind, newMemoId });
  return made.ok ? answer(made.value, made.value.memoId) : made;
}

/** Lists the snapshots of a memo, the newest first. */
export async function listSnapshots(context: CommandContext, { id }: MemoSnapshotsCommand): CommandResult {
  const memoId = memoIdSchema.safeParse(id);
  if (!memoId.success) return noSuch('memo', id);
  const rows = await context.call('memo:snapshots', { memoId: memoId.data });
  if (!rows.ok) return rows;
  const lines = rows.value.map((row) =>
    [row.id, row.takenAt, row.cause ?? 'can’t be read', row.exported?.fileName ?? ''].join('  ').trimEnd(),
  );
  return answer(rows.value, lines.join('\n'));
}

type State = { readonly memoId: MemoId; readonly snapshotId: SnapshotId | null };

/** The memo of that id, or the snapshot of one. */
async function findState({ call }: CommandContext, id: string): Promise<Result<State, AppError>> {
  const memos = await call('memo:list', {});
  if (!memos.ok) return memos;
  for (const memo of memos.value) {
    if (memo.id === id) return ok({ memoId: memo.id, snapshotId: null });
    const snapshots = await call('memo:snapshots', { memoId: memo.id });
    const found = snapshots.ok ? snapshots.value.find((row) => row.id === id) : undefined;
    if (found !== undefined) return ok({ memoId: memo.id, snapshotId: found.id });
  }
  return err({ code: 'not-found', what: 'snapshot', id });
}

const printRuns = (runs: ComparedBlock['old']): string =>
  (runs ?? []).map(({ text, isShared }) => (isShared ? text : `[${text.trimEnd()}] `)).join('');

const printBlock = ({ section, old, fresh }: ComparedBlock): readonly string[] => [
  `  ${section ?? 'Head'}`,
  ...(old === null ? [] : [`  - ${printRuns(old)}`]),
  ...(fresh === null ? [] : [`  + ${printRuns(fresh)}`]),
];

const printState = (state: ComparedJudgement['old']): string =>
  state === null ? 'not made' : `${describeJudgement(state)}: ${state.statement}`;

const printJudgement = ({ old, fresh, isChanged }: ComparedJudgement): readonly string[] => {
  const number = fresh?.number ?? old?.number ?? 0;
  if (!isChanged) return [`  j${number} is the same`];
  return [`  j${number}`, `  - ${printState(old)}`, `  + ${printState(fresh)}`];
};

/** What differs between two states of memos. */
export async function diffMemos(context: CommandContext, command: MemoDiffCommand): CommandResult {
  const old = await findState(context, command.old);
  if (!old.ok) return old;
  const fresh = await findState(context, command.fresh);
  if (!fresh.ok) return fresh;
  const compared = await context.call('memo:compare', { old: old.value, fresh: fresh.value });
  if (!compared.ok) return compared;
  const { judgements, blocks, sameBlocks } = compared.value;
  const lines = [
    'Judgements',
    ...judgements.flatMap(printJudgement),
    'Words',
    ...blocks.flatMap(printBlock),
    `  ${printCount(sameBlocks, 'block')} the same`,
  ];
  return answer(compared.value, lines.join('\n'));
}

const fileWords: Readonly<Record<VerifiedFile['file'], string>> = {
  'as-exported': 'the file is as it was exported',
  changed: 'the file has been changed since it was exported: what it prints can’t be vouched for',
  unknown: 'the archive no longer knows what was exported: the quotations alone were looked at',
};

/** Checks an exported file against the archive. */
export async function verifyFile(context: CommandContext, { file }: VerifyCommand): CommandResult {
  context.importFrom(context.resolvePath(file));
  const verified = await context.call('memo:verify', {});
  if (!verified.ok) return verified;
  const { ok: holds, quotes, memo, memoId, fileName, file: fileState } = verified.value;
  const lost = quotes.filter(({ state }) => state !== 'ok');
  const lines = [
    `${fileName}  ${memo?.referenceNumber ?? `memo ${memoId}, which is not in the archive`}${memo === null ? '' : `, ${memo.state}`}`,
    `  ${fileWords[fileState]}`,
    `  ${quotes.length - lost.length} of ${printCount(quotes.length, 'quotation')} hold`,
    ...lost.map(({ passageId, state }) => `  ${passageId}  ${state}`),
  ];
  return ok({ json: verified.value, plain: lines.join('\n'), hasFailed: !holds });
}
