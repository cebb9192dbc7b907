import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { TrashRow } from '#domain/contract/trash.ts';
import type { MemoId, SourceId } from '#domain/ids.ts';
import { type Passage, passageWords } from '#domain/passage/passage.ts';
import { snippetOf } from '#domain/search/snippet.ts';
import type { Task } from '#domain/task/task.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import { nameOfLanguage } from '#domain/translation/print-translation.ts';
import type { Tree, TreeRecord } from '#domain/tree/record-tree.ts';
import type { ArticleEntry, CatalogueState } from '../catalogue-state.ts';
import { heldBy } from './memo/citing-memos.ts';
import { citedVoices } from './source/cited-voice.ts';
import { placedTasks } from './task-rows.ts';

/** About two lines of a list, in UTF-16 units. */
const TITLE_LENGTH = 200;

/** The reference numbers of the memos that update, correct or withdraw the memo `id`. */
const supersededBy = ({ memos }: CatalogueState, id: MemoId): readonly string[] =>
  [...memos.values()].flatMap(({ memo }) => (memo.supersedesId === id ? memo.head.referenceNumber : []));

const folderRows = (state: CatalogueState): readonly TrashRow[] => [
  ...state.trashedArticles.map(
    ({ id, article, about, deletedAtMs }): TrashRow => ({
      kind: 'article',
      id,
      title: effectiveBibliography(article, about).title ?? article.originalName ?? '',
      deletedAt: toTimestamp(deletedAtMs),
      heldBy: heldBy(state, id),
    }),
  ),
  ...state.trashedMemos.map(
    ({ id, memo, deletedAtMs }): TrashRow => ({
      kind: 'memo',
      id,
      title: memo.head.title,
      deletedAt: toTimestamp(deletedAtMs),
      heldBy: supersededBy(state, id),
    }),
  ),
];

const deletedIn = ({ stored }: CatalogueState, { id, hasDeleted }: ArticleEntry): readonly Passage[] =>
  hasDeleted ? stored.article(id).passages.filter(({ deletedAt }) => deletedAt !== null) : [];

const passageRowsOf = (state: CatalogueState, entry: ArticleEntry): readonly TrashRow[] =>
  deletedIn(state, entry).flatMap((passage) =>
    passage.deletedAt === null
      ? []
      : {
          kind: 'passage' as const,
          id: passage.id,
          title: snippetOf(passageWords(passage), [], TITLE_LENGTH),
          deletedAt: passage.deletedAt,
          heldBy: heldBy(state, passage.id),
        },
  );

/** Memos that cite a passage in a translation depend on the translation. */
const translationRowsOf = (
  state: CatalogueState,
  { translations, bibliography, firstWords }: ArticleEntry,
): readonly TrashRow[] =>
  translations.flatMap(({ id, language, deletedAt }) =>
    deletedAt === null
      ? []
      : {
          kind: 'translation' as const,
          id,
          title: `${bibliography.title ?? firstWords} (${nameOfLanguage(language)})`,
          deletedAt,
          heldBy: [...state.memos.values()].flatMap(({ memo, citations }) =>
            citations.some(({ translation }) => translation?.translationId === id)
              ? [memo.head.referenceNumber]
              : [],
          ),
        },
  );

/** The topmost deleted records of each deletion: those deleted together with one are restored with it. */
const branchRows = <T extends TreeRecord>(
  kind: 'tag' | 'source',
  tree: Tree<T>,
  holders: (id: string) => readonly string[] = () => [],
): readonly TrashRow[] =>
  [...tree.values()].flatMap(({ id, name, parentId, deletedAt }) => {
    const isPartOfMore = parentId !== null && tree.get(parentId)?.deletedAt === deletedAt;
    return deletedAt === null || isPartOfMore
      ? []
      : { kind, id, title: name, deletedAt, heldBy: holders(id) };
  });

/** Sources are seldom in the trash, so the memos that depend on them are only computed if there are any. */
const sourceRows = (state: CatalogueState): readonly TrashRow[] => {
  const rows = branchRows('source', state.sources);
  return rows.length === 0 ? rows : branchRows('source', state.sources, sourceHolders(state));
};

const wentWithPassage = (state: CatalogueState, task: Task, article: ArticleEntry): boolean =>
  deletedIn(state, article).some(
    ({ id, deletedAt }) => id === task.passageId && deletedAt === task.deletedAt,
  );

/** Deleted tasks, except for those deleted with their passage. */
const taskTrashRows = (state: CatalogueState): readonly TrashRow[] =>
  [...placedTasks(state)].flatMap(({ task, place }) => {
    if (task.deletedAt === null) return [];
    const article = place.on === 'passage' ? state.articles.get(place.articleId) : undefined;
    if (article !== undefined && wentWithPassage(state, task, article)) return [];
    return { kind: 'task' as const, id: task.id, title: task.title, deletedAt: task.deletedAt, heldBy: [] };
  });

const eventTrashRows = ({ events }: CatalogueState): readonly TrashRow[] =>
  events.deleted.flatMap(({ id, title, deletedAt }) =>
    deletedAt === null ? [] : { kind: 'event' as const, id, title, deletedAt, heldBy: [] },
  );

const lastDeletedFirst = (a: { deletedAt: Timestamp }, b: { deletedAt: Timestamp }): number => {
  if (a.deletedAt === b.deletedAt) return 0;
  return a.deletedAt < b.deletedAt ? 1 : -1;
};

/** All that can be restored, the last deleted first. */
export const trashRows = (state: CatalogueState): readonly TrashRow[] =>
  [
    ...folderRows(state),
    ...[...state.articles.values()].flatMap((entry) => [
      ...passageRowsOf(state, entry),
      ...translationRowsOf(state, entry),
    ]),
    ...branchRows('tag', state.tags),
    ...sourceRows(state),
    ...taskTrashRows(state),
    ...eventTrashRows(state),
  ].sort(lastDeletedFirst);

/** A source with the one that it was merged into and all those above, deleted or not: each once. */
const withAllAbove = ({ sources }: CatalogueState, id: SourceId | null): ReadonlySet<string> => {
  const above = new Set<string>();
  let next: string | null = id;
  while (next !== null && !above.has(next)) {
    above.add(next);
    next = sources.get(next)?.mergedInto ?? sources.get(next)?.parentId ?? null;
  }
  return above;
};

type Holding = { readonly sourceId: string; readonly referenceNumber: string };

/** Each source that a memo depends on, with all those above it, and the memo. */
const holdingsOf = (state: CatalogueState): readonly Holding[] => {
  const voiceOf = citedVoices(state);
  return [...state.memos.values()].flatMap(({ memo, citations }) =>
    citations
      .map(voiceOf)
      .flatMap(({ publicationId, speakerId }) => [publicationId, speakerId])
      .flatMap((id) => [...withAllAbove(state, id)])
      .map((sourceId) => ({ sourceId, referenceNumber: memo.head.referenceNumber })),
  );
};

/** Returns a function that gives the reference numbers of the memos that depend on a source, even a deleted one. */
const sourceHolders = (state: CatalogueState): ((id: string) => readonly string[]) => {
  const holders = new Map<string, Set<string>>();
  for (const { sourceId, referenceNumber } of holdingsOf(state)) {
    holders.set(sourceId, (holders.get(sourceId) ?? new Set()).add(referenceNumber));
  }
  return (id) => [...(holders.get(id) ?? [])];
};
