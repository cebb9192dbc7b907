import type { AppError } from '#domain/contract/errors.ts';
import type { Input } from '#domain/contract/requests.ts';
import { articleIdSchema, passageIdSchema } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { foldName } from '#domain/search/fold-text.ts';
import type { MemoEvidence, MemoNewCommand } from '../command.ts';
import { answer, type CommandContext, type CommandResult, noSuch } from '../command-context.ts';

type Evidence = Input<'memo:create'>['from'];

/** Makes a memo that has the passages it was asked for as its evidence. */
export async function createMemo(context: CommandContext, command: MemoNewCommand): CommandResult {
  const from = await findEvidence(context, command.from);
  if (!from.ok) return from;
  const { title, template, marking } = command;
  const created = await context.call('memo:create', { title, template, marking, from: from.value });
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

/** The tag of that path, compared as names are; unlike annotating, asking for evidence makes no tag. */
async function findTag(
  { call }: CommandContext,
  path: readonly string[],
): Promise<Result<Evidence, AppError>> {
  const tags = await call('tag:list', {});
  if (!tags.ok) return tags;
  const sought = foldPath(path);
  const tag = tags.value.find((row) => foldPath(row.path) === sought);
  return tag === undefined ? noSuch('tag', path.join('/')) : ok({ kind: 'tag', tagId: tag.id });
}

const foldPath = (path: readonly string[]): string => path.map(foldName).join('/');
