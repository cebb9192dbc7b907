import type { Input } from '#domain/contract/requests.ts';
import { type MemoId, newJudgementIdSchema, newMemoIdSchema } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { type Outcome, outcomeOf } from '#renderer/bridge/outcome.ts';

/** Begins a draft in a form, perhaps with passages as its evidence. */
export const beginMemo = async ({
  title,
  ...said
}: Pick<Input<'memo:create'>, 'title' | 'marking' | 'from' | 'template' | 'groupBy'>): Promise<{
  readonly memoId: MemoId;
  readonly outcome: Outcome;
}> => {
  const [memoId, judgementId] = [newId(newMemoIdSchema), newId(newJudgementIdSchema)];
  const input = { memoId, judgementId, title: title.trim(), ...said };
  return { memoId, outcome: outcomeOf('memo:create', input, await act('memo:create', input)) };
};
