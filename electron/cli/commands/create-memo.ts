import type { AppError } from '#domain/contract/errors.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { TagRow } from '#domain/contract/tag.ts';
import { articleIdSchema, newJudgementIdSchema, newMemoIdSchema, passageIdSchema } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { isNearName, isSameName } from '#domain/tree/compare-names.ts';
import type { MemoEvidence, MemoNewCommand } from '../command.ts';
import { answer, type CommandContext, type CommandResult, noSuch } from '../command-context.ts';
import { printTagPath } from '../names.ts';

type Evidence = Input<'memo:create'>['from'];

/** Makes a memo that has the passages it was asked for as its evidence. */
export async function createMemo(context: CommandContext, command: MemoNewCommand): CommandResult {
  const from = await findEvidence(context, command.from);
  if (!from.ok) return from;
  const { title, template, marking } = command;
  const created = await context.call('memo:create', {
    memoId: newMemoIdSchema.parse(context.newId()),
    judgementId: newJudgementIdSchema.parse(context.newId()),
    title,
    template,
    marking,
    from: from.value,
  });
  return created.ok ? answer(created.value, created.value.memoId) : created;
}

async function findEvidence(
  context: CommandContext,
  from: MemoEvidence,
): Promise<Result<Evidence, AppError>> {
  switch (from.kind) {
    case 'article': {
      const articleId = articleIdSchema.safeParse(from.id);
      return articleId.success
        ? ok({ kind: 'article', articleId: articleId.data })
        : noSuch('article', from.id);
    }
    case 'tag':
      return findTag(context, from.path);
    case 'passages': {
      const unfit = from.ids.find((id) => !passageIdSchema.safeParse(id).success);
      if (unfit !== undefined) return noSuch('passage', unfit);
      return ok({ kind: 'passages', passageIds: from.ids.map((id) => passageIdSchema.parse(id)) });
    }
  }
}

/** The tag of that path as it is written; unlike annotating, asking for evidence makes no tag. */
async function findTag(
  { call }: CommandContext,
  path: readonly string[],
): Promise<Result<Evidence, AppError>> {
  const tags = await call('tag:list', {});
  if (!tags.ok) return tags;
  const sought = { path };
  const tag = tags.value.find((row) => isEveryLevel(row, sought, isSameName));
  if (tag !== undefined) return ok({ kind: 'tag', tagId: tag.id });
  const near = tags.value.filter((row) => isEveryLevel(row, sought, isMeantBy)).map(printTagPath);
  return err({ code: 'not-found', what: 'tag', id: printTagPath(sought), near });
}

type Tagged = Pick<TagRow, 'path'>;

const isEveryLevel = (row: Tagged, sought: Tagged, compare: (a: string, b: string) => boolean): boolean =>
  row.path.length === sought.path.length &&
  row.path.every((name, level) => compare(name, sought.path[level] ?? ''));

const isMeantBy = (a: string, b: string): boolean => isSameName(a, b) || isNearName(a, b);
