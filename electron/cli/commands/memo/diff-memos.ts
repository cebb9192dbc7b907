import { z } from 'zod';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { memoList } from '#domain/contract/memo.ts';
import { memoCompare, memoSnapshots } from '#domain/contract/memo-sent.ts';
import type { MemoId, SnapshotId } from '#domain/ids.ts';
import type { ComparedBlock, ComparedJudgement } from '#domain/memo/compare-snapshots.ts';
import { describeJudgement } from '#domain/memo/snapshot/judgements-of.ts';
import { printCount } from '#domain/print-count.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { defineCommand } from '../command.ts';

const twoStates = { error: 'must be two of MEMO or SNAPSHOT' };
const schema = z
  .strictObject({ words: z.tuple([z.string().min(1), z.string().min(1)], twoStates) })
  .transform(({ words: [old, fresh] }) => ({ old, fresh }));

type State = { readonly memoId: MemoId; readonly snapshotId: SnapshotId | null };

/** The memo with that id, or a snapshot of a memo. */
async function findState({ call }: CommandContext, id: string): Promise<Result<State, AppError>> {
  const memos = await call(memoList, {});
  if (!memos.ok) return memos;
  for (const memo of memos.value) {
    if (memo.id === id) return ok({ memoId: memo.id, snapshotId: null });
    const snapshots = await call(memoSnapshots, { memoId: memo.id });
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
async function diffMemos(context: CommandContext, command: z.output<typeof schema>) {
  const old = await findState(context, command.old);
  if (!old.ok) return old;
  const fresh = await findState(context, command.fresh);
  if (!fresh.ok) return fresh;
  const compared = await context.call(memoCompare, { old: old.value, fresh: fresh.value });
  if (!compared.ok) return compared;
  const { judgements, blocks, sameBlocks } = compared.value;
  const lines = [
    'Judgements',
    ...judgements.flatMap(printJudgement),
    'Words',
    ...blocks.flatMap(printBlock),
    `  ${printCount(sameBlocks, 'block')} the same`,
  ];
  return answer({ judgements, blocks, sameBlocks }, lines.join('\n'));
}

export const memoDiffCommand = defineCommand(
  {
    name: 'memo diff',
    summary: 'Compares two states of memos',
    example: 'memo diff 0190a2c0 0190a2d4',
    operands: 'A B',
    options: {},
    says: 'Compares two states by judgements and words. Each is a MEMO as it is now, or a SNAPSHOT.',
  },
  schema,
  diffMemos,
);
