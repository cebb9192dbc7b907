import { z } from 'zod';
import type { AppError } from '#domain/contract/errors.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { TagRow } from '#domain/contract/tag.ts';
import { articleIdSchema, newJudgementIdSchema, newMemoIdSchema, passageIdSchema } from '#domain/ids.ts';
import { memoHeadSchema, memoTemplateSchema } from '#domain/memo/memo.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { markingSchema } from '#domain/tradecraft/marking.ts';
import { isNearName, isSameName } from '#domain/tree/compare-names.ts';
import { choice, needed, oneOf, value } from '../../arguments/options.ts';
import { filled, noWords, tagPath } from '../../arguments/words.ts';
import { answer, type CommandContext, type CommandResult, noSuch } from '../../command-context.ts';
import { printTagPath } from '../../output/names.ts';
import { defineCommand } from '../command.ts';

/** Whose passages a new memo takes. A tag is named by its path: China, dual use. */
type MemoEvidence =
  | { readonly kind: 'article'; readonly id: string }
  | { readonly kind: 'tag'; readonly path: readonly string[] }
  | { readonly kind: 'passages'; readonly ids: readonly string[] };

type MemoNewInput = Pick<Input<'memo:create'>, 'title' | 'template' | 'marking'> & {
  readonly from: MemoEvidence;
};

const marking = z
  .string()
  .transform((value) =>
    value.startsWith('TLP:') ? { kind: 'tlp', label: value } : { kind: 'banner', text: value },
  )
  .pipe(markingSchema);

const evidenceOf = ({
  article,
  tag,
  passages,
}: {
  article?: string | undefined;
  tag?: readonly string[] | undefined;
  passages?: string | undefined;
}): readonly MemoEvidence[] => [
  ...(article === undefined ? [] : [{ kind: 'article', id: article } as const]),
  ...(tag === undefined ? [] : [{ kind: 'tag', path: tag } as const]),
  ...(passages === undefined ? [] : [{ kind: 'passages', ids: passages.split(',') } as const]),
];

const schema = z
  .strictObject({
    words: noWords,
    title: filled.pipe(memoHeadSchema.shape.title),
    template: memoTemplateSchema.default('bluf'),
    marking: marking.nullable().default(null),
    article: filled.optional(),
    tag: tagPath.optional(),
    passages: filled.optional(),
  })
  .transform(({ title, template, marking: chosen, words: _, ...evidence }, context): MemoNewInput => {
    const [from, ...others] = evidenceOf(evidence);
    if (from !== undefined && others.length === 0) return { title, template, marking: chosen, from };
    context.addIssue({ code: 'custom', message: 'needs one of --article, --tag, --passages' });
    return z.NEVER;
  });

type Evidence = Input<'memo:create'>['from'];

/** Makes a memo that has the passages it was asked for as its evidence. */
async function createMemo(context: CommandContext, command: MemoNewInput): CommandResult {
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

export const memoNewCommand = defineCommand(
  {
    name: 'memo new',
    operands: '',
    options: {
      title: needed(value('T')),
      template: choice(memoTemplateSchema.options),
      marking: value('TLP:AMBER'),
      article: oneOf(value('ID')),
      tag: oneOf(value('A/B')),
      passages: oneOf(value('ID,ID')),
    },
    says: 'Makes a memo with the passages of an article, of a tag and the tags below it, or those named.',
  },
  schema,
  createMemo,
);
