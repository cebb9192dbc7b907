import type { Change } from '#domain/archive/changes.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { BroughtIn } from '#domain/contract/import-brought.ts';
import { makeTodo, takeTodo } from '#domain/exchange/lay-todo.ts';
import { type ArticleId, sourceIdSchema } from '#domain/ids.ts';
import type { LabelId } from '#domain/passage/label.ts';
import { ok, type Result } from '#domain/result.ts';
import { applySourceList } from '#domain/source/list/apply-source-list.ts';
import type { ListedRow, ListedSource } from '#domain/source/list/listed-source.ts';
import { newSource, type Source } from '#domain/source/source.ts';
import type { CodebookEntry } from '#domain/tag/codebook-entry.ts';
import type { TaskPlace } from '#domain/task/task.ts';
import { indexText } from '#domain/text/text-index.ts';
import { toTimestamp } from '#domain/time.ts';
import { editsBetween, type TreeEdit } from '#domain/tree/change-tree.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import { passageTextOf } from '#electron/handlers/article/usable-text.ts';
import type { ArchiveReader, NewArticle, Outcome } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { createYielder, runYielding } from '#electron/time/yielder.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { labelsOf } from '../../label/label-handlers.ts';
import { recordChanges } from '../../shared/record-changes.ts';
import { countEdits, type EditCounts, sourceChanges } from '../../shared/tree-outcomes.ts';
import { changesOfTask, type TaskFile, taskFileOf } from '../../task/task-file.ts';
import { carryPassages } from '../carry-passages.ts';
import { followPrevious } from '../previous-version.ts';
import { annotationChanges } from '../said-passages.ts';
import { type Gathered, knownTexts, sealText } from '../seal-texts.ts';
import type { PlannedTodo } from './plan-todos.ts';
import type { PlannedArticle } from './planned.ts';
import { addSaid, type SayingContext } from './said-of-article.ts';
import { createTagBook } from './tag-book.ts';

type TakeDeps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine' | 'local'>;

/** The plan of an import, as it was shown. */
export type BroughtPlan = {
  readonly articles: readonly PlannedArticle[];
  readonly codebook: readonly CodebookEntry[];
  readonly sources: readonly ListedSource[];
  readonly todos: readonly PlannedTodo[];
};

export type TakeOptions = {
  readonly label: LabelId;
  /** Called after each part that is on the disk, with the number of articles done. */
  readonly onWritten: (done: number) => void;
  /** Cancels the import between two parts; what was written stays. */
  readonly signal: AbortSignal;
};

/** The number of articles written in one act: see SEALED_AT_ONCE. */
const TAKEN_AT_ONCE = 50;

type Taken = { readonly articleId: ArticleId; readonly isNew: boolean; readonly passages: number };

/** The data collected for one act while it goes through its articles. */
type Taking = {
  readonly reader: ArchiveReader;
  readonly deps: TakeDeps;
  readonly gathered: Gathered;
  readonly saying: SayingContext;
};

const takeNew = async (
  { reader, deps, gathered, saying }: Taking,
  plan: PlannedArticle & { readonly target: { readonly kind: 'new' } },
): Promise<Result<Taken, AppError>> => {
  const { text, previousId } = plan.target;
  let passages = 0;
  const say = async (made: NewArticle): Promise<Result<NewArticle, AppError>> => {
    const followed = await followTo(reader, deps, made, previousId);
    if (!followed.ok) return followed;
    const { article: record, body, annotations } = followed.value;
    const at = { index: indexText(canonicalText(body)), spans: textBlockSpans(body) };
    const said = await addSaid({ record, annotations, text: at }, plan, saying);
    passages = said.passages.length - annotations.passages.length;
    return ok({ ...followed.value, annotations: said });
  };
  const sealed = await sealText(gathered, text, deps, say);
  return sealed.ok ? ok({ articleId: sealed.value.articleId, isNew: sealed.value.isNew, passages }) : sealed;
};

const followTo = async (
  reader: ArchiveReader,
  { machine }: TakeDeps,
  article: NewArticle,
  previousId: ArticleId | null,
): Promise<Result<NewArticle, AppError>> => {
  if (previousId === null) return ok(article);
  const following = await followPrevious(reader, article, previousId);
  return following.ok ? carryPassages(reader, machine, following.value, previousId) : following;
};

const takeKnown = async (
  { reader, gathered, saying }: Taking,
  plan: PlannedArticle,
  articleId: ArticleId,
): Promise<Result<Taken, AppError>> => {
  const before = await reader.annotations(articleId);
  if (!before.ok) return before;
  const text = await passageTextOf(reader, articleId);
  if (!text.ok) return text;
  const record = await reader.article(articleId);
  if (!record.ok) return record;
  const { article } = record.value;
  const after = await addSaid({ record: article, annotations: before.value, text: text.value }, plan, saying);
  gathered.changes.push(...annotationChanges(articleId, before.value, after));
  return ok({ articleId, isNew: false, passages: after.passages.length - before.value.passages.length });
};

const takeOne = (taking: Taking, plan: PlannedArticle): Promise<Result<Taken, AppError>> | null => {
  const { target } = plan;
  if (target.kind === 'nothing') return null;
  return target.kind === 'known'
    ? takeKnown(taking, plan, target.articleId)
    : takeNew(taking, { ...plan, target });
};

type TakenPart = {
  readonly taken: readonly Taken[];
  readonly tags: EditCounts;
  readonly sources: EditCounts;
  readonly tasks: EditCounts;
};

type LaidList = {
  readonly rows: readonly ListedRow[];
  /** The sources after the list was merged in, and the changes to get there. */
  readonly sources: readonly Source[];
  readonly edits: readonly TreeEdit<Source>[];
};

/** Merges a source list into the sources of an archive; nothing is written. */
export const laySourceList = async (
  existing: readonly Source[],
  list: readonly ListedSource[],
  { newId, nowMs }: Machine,
): Promise<LaidList> => {
  const before = indexTree(existing);
  const at = toTimestamp(nowMs());
  const make = (asked: Pick<Source, 'name' | 'kind' | 'parentId'>): Source =>
    newSource(sourceIdSchema.parse(newId()), asked, at);
  const { rows, sources } = await runYielding(applySourceList(before, list, make, at), createYielder());
  return { rows, sources: [...sources.values()], edits: editsBetween(before, sources) };
};

const composePart = async (
  deps: TakeDeps,
  reader: ArchiveReader,
  { articles: plans, codebook, sources: list, todos }: BroughtPlan,
  { label }: TakeOptions,
): Promise<Result<Outcome<TakenPart>, AppError>> => {
  const [sources, tags] = [await reader.sources(), await reader.tags()];
  if (!sources.ok) return sources;
  if (!tags.ok) return tags;
  const book = createTagBook(tags.value.tags, deps.machine);
  await book.apply(codebook);
  const listed = await laySourceList(sources.value.sources, list, deps.machine);
  const tasks = await takeTodos(reader, deps.machine, todos);
  if (!tasks.ok) return tasks;
  const texts = plans.flatMap(({ target }) => (target.kind === 'new' ? [target.text] : []));
  const known = await knownTexts(deps, texts);
  const gathered: Gathered = {
    known,
    labels: await labelsOf(reader),
    sources: listed.sources,
    changes: [],
    pictures: [],
    articles: [],
    said: new Map(),
  };
  const taking = { reader, deps, gathered, saying: { label, tagIds: book.ids, machine: deps.machine } };
  const taken: Taken[] = [];
  for (const plan of plans) {
    const one = await takeOne(taking, plan);
    if (one?.ok === false) return one;
    if (one !== null) taken.push(one.value);
  }
  return ok({
    value: {
      taken,
      tags: book.counts(),
      sources: countEdits(listed.edits),
      tasks: tasks.value.counts,
    },
    name: 'import-brought',
    changes: [...book.changes(), ...sourceChanges(listed.edits), ...tasks.value.changes, ...gathered.changes],
    newArticles: gathered.articles,
  });
};

const noEdits: EditCounts = { made: 0, changed: 0 };

const addCounts = (one: EditCounts, other: EditCounts): EditCounts => ({
  made: one.made + other.made,
  changed: one.changed + other.changed,
});

/**
 * Carries out the plan: new articles with their passages, and annotations of existing articles. All of it is one undo
 * step, though it is written in parts. Fails if the archive could not be written; earlier parts stay, and are undone as
 * one.
 */
export const takeBrought = async (
  deps: TakeDeps,
  plan: BroughtPlan,
  options: TakeOptions,
): Promise<Result<BroughtIn, AppError>> => {
  const { articles: plans } = plan;
  const editId = deps.machine.newId();
  const all: Taken[] = [];
  let [tags, sources, tasks]: [EditCounts, EditCounts, EditCounts] = [noEdits, noEdits, noEdits];
  // Data outside articles goes with the first part, which exists even without an article.
  for (let at = 0; (at === 0 || at < plans.length) && !options.signal.aborted; at += TAKEN_AT_ONCE) {
    const articles = plans.slice(at, at + TAKEN_AT_ONCE);
    const part = at === 0 ? { ...plan, articles } : { articles, codebook: [], sources: [], todos: [] };
    const taken = await deps.archive.perform((reader) => composePart(deps, reader, part, options), {
      editId,
    });
    if (!taken.ok) return taken;
    all.push(...taken.value.taken);
    tags = addCounts(tags, taken.value.tags);
    sources = addCounts(sources, taken.value.sources);
    tasks = addCounts(tasks, taken.value.tasks);
    options.onWritten(Math.min(plans.length, at + TAKEN_AT_ONCE));
  }
  const fresh = all.filter(({ isNew }) => isNew);
  return ok({
    articleIds: fresh.map(({ articleId }) => articleId),
    known: all.length - fresh.length,
    passages: all.reduce((sum, { passages }) => sum + passages, 0),
    tags: tags.made,
    tagsChanged: tags.changed,
    sources: sources.made,
    sourcesChanged: sources.changed,
    tasks: tasks.made,
    tasksChanged: tasks.changed,
  });
};

type TakenTodos = { readonly changes: readonly Change[]; readonly counts: EditCounts };

type Found = Result<TaskFile, AppError>;

/** The files of the places, each read once. */
const filesOf = (reader: ArchiveReader): ((place: TaskPlace) => Promise<Found>) => {
  const read = new Map<string, Promise<Found>>();
  return (place) => {
    const key = JSON.stringify(place);
    const found = read.get(key) ?? taskFileOf(reader, place);
    read.set(key, found);
    return found;
  };
};

const changeTask = (
  machine: Machine,
  { file, tasks }: TaskFile,
  { todo, taskId }: PlannedTodo,
): readonly Change[] => {
  const task = tasks.find(({ id, deletedAt }) => id === taskId && deletedAt === null);
  if (task === undefined) return [];
  const after = takeTodo(task, todo, toTimestamp(machine.nowMs()));
  return changesOfTask(machine, { file, tasks, task }, after).changes;
};

const makeTask = (
  { nowMs }: Machine,
  { file, tasks }: TaskFile,
  { todo, taskId }: PlannedTodo,
): readonly Change[] => {
  const task = makeTodo(taskId, todo, toTimestamp(nowMs()));
  const isThere = tasks.some(({ id }) => id === taskId);
  return task === null || isThere ? [] : recordChanges(file, 'tasks', null, task);
};

/**
 * Applies the to-dos to the present tasks. A task that was deleted since the plan was made is left alone, as is one
 * that was created meanwhile.
 */
const takeTodos = async (
  reader: ArchiveReader,
  machine: Machine,
  planned: readonly PlannedTodo[],
): Promise<Result<TakenTodos, AppError>> => {
  const fileOf = filesOf(reader);
  const [made, changed]: [Change[][], Change[][]] = [[], []];
  for (const each of planned.filter(({ row }) => row.becomes === 'new' || row.becomes === 'changed')) {
    const found = await fileOf(each.place ?? { on: 'nothing' });
    if (!found.ok) return found;
    const [take, taken] = each.place === null ? [makeTask, made] : [changeTask, changed];
    const changes = take(machine, found.value, each);
    if (changes.length > 0) taken.push([...changes]);
  }
  return ok({
    changes: [...made, ...changed].flat(),
    counts: { made: made.length, changed: changed.length },
  });
};
