/** Ids as typed: in full, or abbreviated to a beginning that only one record has, as in Git. */
import { articleList } from '#domain/contract/article.ts';
import { boardList } from '#domain/contract/board.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { memoList } from '#domain/contract/memo.ts';
import { passageTable } from '#domain/contract/passage.ts';
import { sourceList } from '#domain/contract/source.ts';
import {
  type ArticleId,
  articleIdSchema,
  type BoardId,
  boardIdSchema,
  type MemoId,
  memoIdSchema,
  type PassageId,
  passageIdSchema,
  type SourceId,
} from '#domain/ids.ts';
import type { LabelId } from '#domain/passage/label.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { isNamed } from '#domain/tree/record-tree.ts';
import { type CommandContext, noSuch } from '../command-context.ts';
import { readLabels } from '../output/names.ts';

type Found = {
  readonly article: ArticleId;
  readonly board: BoardId;
  readonly memo: MemoId;
  readonly passage: PassageId;
};
type Findable = keyof Found;

const schemas = {
  article: articleIdSchema,
  board: boardIdSchema,
  memo: memoIdSchema,
  passage: passageIdSchema,
} as const;

/** The lists of existing ids by kind of record. */
const lists: {
  readonly [K in Findable]: (context: CommandContext) => Promise<Result<readonly Found[K][], AppError>>;
} = {
  async article({ call }) {
    const rows = await call(articleList, { filter: {}, order: 'newest' });
    return rows.ok ? ok(rows.value.map(({ id }) => id)) : rows;
  },
  async board({ call }) {
    const listed = await call(boardList, {});
    return listed.ok ? ok(listed.value.boards.map(({ id }) => id)) : listed;
  },
  async memo({ call }) {
    const rows = await call(memoList, {});
    return rows.ok ? ok(rows.value.map(({ id }) => id)) : rows;
  },
  async passage({ call }) {
    const sort = { column: 'createdAt', direction: 'ascending' } as const;
    const table = await call(passageTable, { filter: {}, sort, grouping: 'none' });
    return table.ok ? ok(table.value.groups.flatMap(({ passageIds }) => passageIds)) : table;
  },
};

/** Fewer characters are more likely a slip than an id. */
const shortened = /^[0-9a-f-]{4,}$/u;
const NAMED_MATCHES = 5;

/**
 * The id that is meant. A full id is returned without a check: the command that uses it reports whether the record
 * exists.
 */
export async function findId<K extends Findable>(
  context: CommandContext,
  what: K,
  typed: string,
): Promise<Result<Found[K], AppError>> {
  const full = schemas[what].safeParse(typed);
  // The schema of a kind gives the ids of that kind; TypeScript can't follow the pair through the index.
  if (full.success) return ok(full.data as Found[K]);
  const beginning = typed.toLowerCase();
  if (!shortened.test(beginning)) return noSuch(what, typed);
  await context.whenListed();
  const ids = await lists[what](context);
  if (!ids.ok) return ids;
  const matches = ids.value.filter((id) => id.startsWith(beginning));
  const [only, ...others] = matches;
  if (only === undefined) return noSuch(what, typed);
  if (others.length === 0) return ok(only);
  return err({
    code: 'id-ambiguous',
    what,
    id: typed,
    matches: matches.slice(0, NAMED_MATCHES),
    count: matches.length,
  });
}

/** The label with that name: among those the archive offers, or with `any` among those that passages have. */
export const findLabel = async (
  context: CommandContext,
  typed: string,
  which: 'offered' | 'any' = 'offered',
): Promise<Result<LabelId, AppError>> => {
  const labels = await readLabels(context);
  const label = labels.named(typed);
  if (label !== null && (which === 'any' || label.retiredAt === null)) return ok(label.id);
  if (label !== null) return err({ code: 'label-retired', name: label.name });
  return err({ code: 'not-found', what: 'label', id: typed, near: labels.offered.map(({ name }) => name) });
};

/** The names of the register with that id, name or alias; all of them if several share it. */
export async function findNames(
  { call, whenListed }: CommandContext,
  typed: string,
): Promise<Result<readonly SourceId[], AppError>> {
  await whenListed();
  const rows = await call(sourceList, {});
  if (!rows.ok) return rows;
  const meant = rows.value.filter((row) => row.id === typed || isNamed(row, typed));
  return meant.length === 0 ? noSuch('source', typed) : ok(meant.map(({ id }) => id));
}
