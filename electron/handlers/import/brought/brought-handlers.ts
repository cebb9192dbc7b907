import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { BroughtPreview } from '#domain/contract/import-brought.ts';
import type { Brought } from '#domain/exchange/brought.ts';
import type { LeftOut } from '#domain/exchange/left-out.ts';
import type { Tool } from '#domain/exchange/tools.ts';
import { type DraftId, draftIdSchema } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { parseTagPath } from '#domain/tag/parse-tag-path.ts';
import type { HandlerDeps, HandlersOn } from '../../handler-deps.ts';
import { notFound } from '../../shared/failures.ts';
import type { RunningImports } from '../running-imports.ts';
import { planBrought, rowOf } from './plan-brought.ts';
import { type PlannedTodo, planTodos } from './plan-todos.ts';
import type { PlannedArticle } from './planned.ts';
import { createTagBook } from './tag-book.ts';
import { type BroughtPlan, laySourceList, takeBrought } from './take-brought.ts';

type BroughtHandlers = Pick<
  HandlersOn<'import'>,
  'import:choose-export' | 'import:take-brought' | 'import:discard-brought'
>;

const tagsLeftOut = (plans: readonly PlannedArticle[], refused: number): readonly LeftOut[] => {
  const names = plans.flatMap(({ article }) => [
    ...article.tags,
    ...article.passages.flatMap(({ tags }) => tags),
  ]);
  const count = new Set(names.filter((name) => parseTagPath(name) === null)).size + refused;
  return count === 0 ? [] : [{ kind: 'tag-name', count }];
};

/** The plan with the chosen ones of its to-dos. */
const withChosen = (plan: BroughtPlan, uids?: readonly string[]): BroughtPlan => {
  const chosen = uids === undefined ? null : new Set(uids);
  const isChosen = ({ row: { uid, isOffered } }: PlannedTodo) => chosen?.has(uid) ?? isOffered;
  return { ...plan, todos: plan.todos.filter(isChosen) };
};

type LaidTrees = Pick<BroughtPreview, 'codebook' | 'sources'> & {
  /** The number of tags whose path is invalid. */
  readonly refused: number;
  readonly asked: Pick<BroughtPlan, 'codebook' | 'sources'>;
};

/** Applies the tags and sources that an export lists themselves. */
const layTrees = async (
  { archive, machine }: HandlerDeps,
  { codebook = [], sources = [] }: Brought,
): Promise<Result<LaidTrees, AppError>> => {
  const [tags, here] = [await archive.tags(), await archive.sources()];
  if (!tags.ok) return tags;
  if (!here.ok) return here;
  const book = await createTagBook(tags.value.tags, machine).apply(codebook);
  const list = await laySourceList(here.value.sources, sources, machine);
  const asked = { codebook, sources };
  return ok({ codebook: book.rows, refused: book.refused, sources: list.rows, asked });
};

/** The use cases of importing exports of other tools. What was read but not taken over is in memory only. */
export const createBroughtHandlers = (
  deps: HandlerDeps,
  running: Pick<RunningImports, 'run'>,
): BroughtHandlers => {
  const kept = new Map<DraftId, BroughtPlan>();

  const tell = (done: number, total: number, fileName: string): void =>
    deps.emit('import-progress', { done, total, fileName });

  /** Runs work that sends its progress, and an event at its end, however it ends. */
  const telling = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    try {
      return await running.run(work);
    } finally {
      tell(1, 1, '');
    }
  };

  const preview = async (tool: Tool, paths: readonly string[]): Promise<Result<BroughtPreview, AppError>> => {
    const read = await deps.exports.read(tool, paths);
    if (!read.ok)
      return err(read.error === 'not-of-tool' ? { code: read.error, tool } : { code: read.error });
    const { brought, place } = read.value;
    const plans = await telling((signal) =>
      planBrought(deps, tool, read.value, { signal, onProgress: tell }),
    );
    if (plans === null) return err({ code: 'cancelled' });
    const draftId = draftIdSchema.parse(deps.machine.newId());
    const laid = await layTrees(deps, brought);
    if (!laid.ok) return laid;
    const { codebook, sources, refused, asked } = laid.value;
    const todos = await planTodos(deps, brought.tasks ?? []);
    kept.set(draftId, { articles: plans, ...asked, todos });
    const leftOut = [...brought.leftOut, ...tagsLeftOut(plans, refused)];
    const rows = plans.map(rowOf);
    const tasks = todos.map(({ row }) => row);
    return ok({ draftId, tool, fileName: place.fileName, rows, codebook, sources, tasks, leftOut });
  };

  return {
    /**
     * Fails with `cancelled` if no file was chosen or the reading was cancelled, `not-of-tool`, or as a single file
     * does.
     */
    'import:choose-export': async ({ tool }) => {
      const paths = await deps.desktop.chooseExportOf(tool);
      return paths.length === 0 ? err({ code: 'cancelled' }) : preview(tool, paths);
    },

    /**
     * Fails with `not-found` for an export that was taken over or discarded, or if an article that it names is gone. If
     * cancelled midway, returns what was taken over by then.
     */
    'import:take-brought': async ({ draftId, label, uids }) => {
      const plans = kept.get(draftId);
      if (plans === undefined) return notFound('draft', draftId);
      const onWritten = (done: number): void => tell(done, plans.articles.length, '');
      const taken = await telling((signal) =>
        takeBrought(deps, withChosen(plans, uids), { label, onWritten, signal }),
      );
      if (taken.ok) kept.delete(draftId);
      return taken;
    },

    'import:discard-brought': async ({ draftId }) => {
      kept.delete(draftId);
      return ok(null);
    },
  };
};
