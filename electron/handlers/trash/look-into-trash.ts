import type { AnnotationsFile } from '#domain/archive/files.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import { inPlace } from '#domain/board/board.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import { TRASH_QUOTES, type TrashLook } from '#domain/contract/trash.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';
import { standingEvent } from '#domain/event/event-files.ts';
import {
  boardIdSchema,
  eventIdSchema,
  formIdSchema,
  passageIdSchema,
  taskIdSchema,
  translationIdSchema,
} from '#domain/ids.ts';
import { listProse } from '#domain/memo/content/list-prose.ts';
import { type Passage, passageWords } from '#domain/passage/passage.ts';
import { printCount } from '#domain/print-count.ts';
import { ok, type Result } from '#domain/result.ts';
import { type RichText, richTextToPlain } from '#domain/rich-text.ts';
import { descriptorFields } from '#domain/source/source.ts';
import { renderedWords } from '#domain/translation/translation.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { indexTree, type Tree, type TreeRecord } from '#domain/tree/record-tree.ts';
import type { HandlerDeps } from '../handler-deps.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue'>;
type Looking = Promise<Result<TrashLook | null, AppError>>;

const nothing: TrashLook = { place: null, text: '', quotes: [], quoteCount: 0, wentWith: [] };

/** The length of the text of a memo that is shown, in UTF-16 units. */
const PROSE_LENGTH = 600;

const plain = (note: RichText | null): string => (note === null ? '' : richTextToPlain(note));

const quotesOf = (passages: readonly Passage[]): Pick<TrashLook, 'quotes' | 'quoteCount'> => ({
  quotes: passages
    .toSorted((a, b) => (a.selectors[0]?.position.start ?? 0) - (b.selectors[0]?.position.start ?? 0))
    .slice(0, TRASH_QUOTES)
    .map((passage) => ({ label: passage.label, quote: passageWords(passage) })),
  quoteCount: passages.length,
});

const lookAtArticle = async ({ archive }: Deps, id: string): Looking => {
  const found = (await archive.trashedArticles()).find((each) => each.id === id);
  if (found === undefined) return ok(null);
  const { article, about, passages } = found;
  return ok({
    ...nothing,
    place: effectiveBibliography(article, about).publisher,
    text: plain(about.note),
    ...quotesOf(passages.filter(({ deletedAt }) => deletedAt === null)),
  });
};

const lookAtMemo = async ({ archive }: Deps, id: string): Looking => {
  const found = (await archive.trashedMemos()).find((each) => each.id === id);
  if (found === undefined) return ok(null);
  const { head, content } = found.memo;
  const prose = listProse(content).map(({ text }) => text.trim());
  const text = prose.filter((each) => each !== '').join('\n');
  return ok({ ...nothing, place: head.referenceNumber, text: text.slice(0, PROSE_LENGTH) });
};

const titleOf = async ({ archive }: Deps, articleId: Input<'article:open'>['articleId']) => {
  const [file, said] = [await archive.article(articleId), await archive.annotations(articleId)];
  if (!file.ok || !said.ok) return null;
  return effectiveBibliography(file.value.article, said.value.about).title;
};

const tasksWith = ({ tasks }: AnnotationsFile, passage: Passage): readonly string[] =>
  tasks
    .filter(({ passageId, deletedAt }) => passageId === passage.id && deletedAt === passage.deletedAt)
    .map(({ title }) => title);

const lookAtPassage = async (deps: Deps, id: string): Looking => {
  const articleId = await deps.catalogue.articleOfPassage(passageIdSchema.parse(id));
  if (articleId === null) return ok(null);
  const said = await deps.archive.annotations(articleId);
  if (!said.ok) return said;
  const passage = said.value.passages.find((each) => each.id === id);
  if (passage === undefined) return ok(null);
  return ok({
    place: await titleOf(deps, articleId),
    text: plain(passage.note),
    ...quotesOf([passage]),
    wentWith: tasksWith(said.value, passage),
  });
};

const lookAtTask = async (deps: Deps, id: string): Looking => {
  const place = await deps.catalogue.placeOfTask(taskIdSchema.parse(id));
  if (place === null) return ok(null);
  if (place.on === 'memo') {
    const memo = await deps.archive.memo(place.memoId);
    return ok({ ...nothing, place: memo.ok ? memo.value.memo.head.title : null });
  }
  if (place.on === 'nothing') return ok(nothing);
  const said = await deps.archive.annotations(place.articleId);
  const passageId = place.on === 'passage' ? place.passageId : null;
  const on = said.ok ? said.value.passages.filter((passage) => passage.id === passageId) : [];
  return ok({ ...nothing, place: await titleOf(deps, place.articleId), ...quotesOf(on) });
};

/** The records above one, deleted or not, the nearest first. */
const above = <T extends TreeRecord>(tree: Tree<T>, record: T): readonly T[] => {
  const found = new Set<T>();
  let next = record.parentId === null ? undefined : tree.get(record.parentId);
  while (next !== undefined && !found.has(next)) {
    found.add(next);
    next = next.parentId === null ? undefined : tree.get(next.parentId);
  }
  return [...found];
};

const lookAtBranch = <T extends TreeRecord>(
  records: readonly T[],
  id: string,
  textOf: (record: T) => string,
): Result<TrashLook | null, AppError> => {
  const tree = indexTree(records);
  const record = tree.get(id);
  if (record === undefined) return ok(null);
  const path = above(tree, record).map(({ name }) => name);
  const wentWith = records.filter(
    (other) => other.deletedAt === record.deletedAt && above(tree, other).includes(record),
  );
  return ok({
    ...nothing,
    place: path.length === 0 ? null : printNamePath(path.toReversed()),
    text: textOf(record),
    wentWith: wentWith.map(({ name }) => name),
  });
};

const lookAtTag = async ({ archive }: Deps, id: string): Looking => {
  const file = await archive.tags();
  return file.ok ? lookAtBranch(file.value.tags, id, ({ definition }) => definition.useWhen) : file;
};

const lookAtSource = async ({ archive }: Deps, id: string): Looking => {
  const file = await archive.sources();
  if (!file.ok) return file;
  return lookAtBranch(file.value.sources, id, ({ descriptor, positions }) =>
    [
      ...positions.map(({ role }) => role),
      ...descriptorFields.flatMap((field) => descriptor[field] ?? []),
    ].join('\n'),
  );
};

const lookAtForm = async ({ archive }: Deps, id: string): Looking => {
  const file = await archive.form(formIdSchema.parse(id));
  if (!file.ok || file.value === null) return file.ok ? ok(null) : file;
  return ok({ ...nothing, text: file.value.sections.map(({ heading }) => heading).join('\n') });
};

const lookAtBoard = async ({ archive }: Deps, id: string): Looking => {
  const file = await archive.board(boardIdSchema.parse(id));
  if (!file.ok) return file;
  const { hypotheses, evidence } = file.value;
  return ok({
    ...nothing,
    text: inPlace(hypotheses)
      .map(({ words }) => words)
      .join('\n'),
    wentWith: inPlace(evidence).map(({ words }) => words),
  });
};

const lookAtTranslation = async ({ archive, catalogue }: Deps, id: string): Looking => {
  const articleId = await catalogue.articleOfTranslation(translationIdSchema.parse(id));
  if (articleId === null) return ok(null);
  const file = await archive.translations(articleId);
  if (!file.ok) return file;
  const own = file.value.renderings.filter(({ translationId }) => translationId === id);
  const text = own.map(renderedWords).join('\n');
  return ok({
    ...nothing,
    place: await titleOf({ archive, catalogue }, articleId),
    text: text.slice(0, PROSE_LENGTH),
  });
};

const lookAtEvent = async ({ archive }: Deps, id: string): Looking => {
  const event = standingEvent(await archive.eventFiles(), eventIdSchema.parse(id))?.own;
  if (event === undefined) return ok(null);
  const said = printCount(event.sayings.length, 'passage');
  return ok({ ...nothing, place: printWhen(event.date), text: [said, event.note].join('\n').trim() });
};

const looks: Readonly<Record<Input<'trash:look'>['kind'], (deps: Deps, id: string) => Looking>> = {
  article: lookAtArticle,
  memo: lookAtMemo,
  passage: lookAtPassage,
  tag: lookAtTag,
  source: lookAtSource,
  task: lookAtTask,
  form: lookAtForm,
  board: lookAtBoard,
  translation: lookAtTranslation,
  event: lookAtEvent,
};

/** The content of a row of the trash; null if it no longer exists. */
export const lookIntoTrash = (deps: Deps, { kind, id }: Input<'trash:look'>): Looking =>
  looks[kind](deps, id);
