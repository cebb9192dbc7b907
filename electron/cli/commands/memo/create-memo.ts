import { z } from 'zod';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { formList } from '#domain/contract/form.ts';
import { memoCreate } from '#domain/contract/memo.ts';
import type { Input } from '#domain/contract/requests.ts';
import { searchList } from '#domain/contract/search.ts';
import { newJudgementIdSchema, newMemoIdSchema, type PassageId } from '#domain/ids.ts';
import { type MemoTemplate, memoHeadSchema } from '#domain/memo/memo.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { markingSchema } from '#domain/tradecraft/marking.ts';
import { languageSchema } from '#domain/translation/translation.ts';
import { isNearName, isSameName } from '#domain/tree/compare-names.ts';
import { flag, needed, oneOf, value } from '../../arguments/options.ts';
import { filled, noWords, tagPath } from '../../arguments/words.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { defineCommand } from '../command.ts';
import { findId, findNames } from '../find-id.ts';
import { findTag } from '../passage/find-tag.ts';

/** The passages that a new memo takes. A tag is named by its path: China, dual use. */
type MemoEvidence =
  | { readonly kind: 'article'; readonly id: string }
  | { readonly kind: 'tag'; readonly path: readonly string[] }
  | { readonly kind: 'search'; readonly name: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'passages'; readonly ids: readonly string[] };

type MemoNewInput = Pick<Input<'memo:create'>, 'title' | 'marking' | 'language'> & {
  /** The name or the id of a form. */
  readonly template: string;
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
  search,
  name,
  empty,
}: {
  article?: string | undefined;
  tag?: readonly string[] | undefined;
  passages?: string | undefined;
  search?: string | undefined;
  name?: string | undefined;
  empty: boolean;
}): readonly MemoEvidence[] => [
  ...(article === undefined ? [] : [{ kind: 'article', id: article } as const]),
  ...(tag === undefined ? [] : [{ kind: 'tag', path: tag } as const]),
  ...(search === undefined ? [] : [{ kind: 'search', name: search } as const]),
  ...(name === undefined ? [] : [{ kind: 'name', name } as const]),
  ...(empty ? [{ kind: 'nothing' } as const] : []),
  ...(passages === undefined ? [] : [{ kind: 'passages', ids: passages.split(',') } as const]),
];

const schema = z
  .strictObject({
    words: noWords,
    title: filled.pipe(memoHeadSchema.shape.title),
    template: filled.default('bluf'),
    language: languageSchema.optional(),
    marking: marking.nullable().default(null),
    article: filled.optional(),
    tag: tagPath.optional(),
    passages: filled.optional(),
    search: filled.optional(),
    name: filled.optional(),
    empty: z.boolean().default(false),
  })
  .transform(
    ({ title, template, language, marking: chosen, words: _, ...evidence }, context): MemoNewInput => {
      const [from, ...others] = evidenceOf(evidence);
      if (from !== undefined && others.length === 0)
        return { title, template, language, marking: chosen, from };
      context.addIssue({
        code: 'custom',
        message: 'needs one of --article, --tag, --search, --passages, --name, --empty',
      });
      return z.NEVER;
    },
  );

type Evidence = Input<'memo:create'>['from'];

/** Makes a memo with the requested passages as its evidence. */
async function createMemo(context: CommandContext, command: MemoNewInput) {
  const from = await findEvidence(context, command.from);
  if (!from.ok) return from;
  const template = await findTemplate(context, command.template);
  if (!template.ok) return template;
  const { title, marking, language } = command;
  const created = await context.call(memoCreate, {
    memoId: newMemoIdSchema.parse(context.newId()),
    judgementId: newJudgementIdSchema.parse(context.newId()),
    title,
    template: template.value,
    language,
    marking,
    from: from.value,
  });
  return created.ok ? answer(created.value, created.value.memoId) : created;
}

/** A form by its exact name, or by its id. */
async function findTemplate(
  { call }: CommandContext,
  sought: string,
): Promise<Result<MemoTemplate, AppError>> {
  const list = await call(formList, {});
  if (!list.ok) return list;
  const { forms } = list.value;
  const form = forms.find(({ template, form: { name } }) => template === sought || isSameName(name, sought));
  if (form !== undefined) return ok(form.template);
  return err({ code: 'not-found', what: 'form', id: sought, near: forms.map(({ form: { name } }) => name) });
}

async function findSearch({ call }: CommandContext, name: string): Promise<Result<Evidence, AppError>> {
  const searches = await call(searchList, {});
  if (!searches.ok) return searches;
  const search = searches.value.find((row) => isSameName(row.name, name));
  if (search !== undefined) return ok({ kind: 'search', searchId: search.id });
  const near = searches.value.filter((row) => isNearName(row.name, name)).map((row) => row.name);
  return err({ code: 'not-found', what: 'search', id: name, near });
}

/** One name of the register. */
async function findName(context: CommandContext, name: string): Promise<Result<Evidence, AppError>> {
  const found = await findNames(context, name);
  if (!found.ok) return found;
  const [sourceId, ...others] = found.value;
  if (sourceId === undefined || others.length > 0)
    return err({ code: 'not-found', what: 'source', id: name, near: found.value });
  return ok({ kind: 'name', sourceId });
}

async function findEvidence(
  context: CommandContext,
  from: MemoEvidence,
): Promise<Result<Evidence, AppError>> {
  switch (from.kind) {
    case 'article': {
      const articleId = await findId(context, 'article', from.id);
      return articleId.ok ? ok({ kind: 'article', articleId: articleId.value }) : articleId;
    }
    case 'tag': {
      const found = await findTag(context, from.path);
      return found.ok ? ok({ kind: 'tag', tagId: found.value }) : found;
    }
    case 'search':
      return findSearch(context, from.name);
    case 'name':
      return findName(context, from.name);
    case 'nothing':
      return ok(from);
    case 'passages': {
      const passageIds: PassageId[] = [];
      for (const typed of from.ids) {
        const found = await findId(context, 'passage', typed);
        if (!found.ok) return found;
        passageIds.push(found.value);
      }
      return ok({ kind: 'passages', passageIds });
    }
  }
}

export const memoNewCommand = defineCommand(
  {
    name: 'memo new',
    summary: 'Creates a memo from passages',
    example: 'memo new --title "Canal transits" --tag Canal --marking TLP:GREEN',
    operands: '',
    options: {
      title: needed(value('T', 'the title')),
      template: value('FORM', 'the form, by name or id; by default bluf'),
      language: value('CODE', 'its language, such as de; by default that of the form'),
      marking: value('TLP:AMBER', 'a TLP label, or the text of a banner'),
      article: oneOf(value('ID', 'starts with the passages of an article')),
      tag: oneOf(value('A/B', 'starts with those of a tag and its sub-tags')),
      search: oneOf(value('NAME', 'starts with those of a saved search')),
      passages: oneOf(value('ID,ID', 'starts with these passages')),
      name: oneOf(value('NAME', 'starts with what a name says and what is said of it')),
      empty: oneOf(flag('starts with none')),
    },
    says: 'Creates a memo in a form, with the passages of an article, a tag and its sub-tags, a saved search, or those named. --name with --template dossier makes a dossier on a name.',
  },
  schema,
  createMemo,
);
