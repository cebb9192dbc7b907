/** Reads units of the index, from nothing but the files of the archive. */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Event } from '#domain/event/event.ts';
import { eventsAround } from '#domain/event/event-files.ts';
import type { ArticleId, BoardId, EventId, MemoId } from '#domain/ids.ts';
import { listCitations } from '#domain/memo/citations/list-citations.ts';
import { listProse } from '#domain/memo/content/list-prose.ts';
import { recipientsOf } from '#domain/memo/sent/sent-state.ts';
import type { Result } from '#domain/result.ts';
import { aboutNothing } from '#domain/search/language/search-facts.ts';
import { isOpenTask } from '#domain/task/task.ts';
import type { MemoContent } from '#electron/index/read/unit-content.ts';
import { nameOfFile } from '#electron/storage/folder/layout.ts';
import type { CatalogueReader } from '../read/archive-files.ts';
import { articleContent, failedArticle, readMemo } from '../read/read-contents.ts';
import type { ArticleContent } from '../read/unit-content.ts';
import { articleDocuments, taskDocument } from './article-documents.ts';
import {
  boardDocuments,
  eventDocuments,
  padDocuments,
  sourceDocuments,
  tagDocuments,
  taskDocuments,
} from './list-documents.ts';
import type { ReadUnit } from './unit.ts';
import { entry, type FoundInUnit, facts } from './unit.ts';
import { type ListUnit, unitNamed } from './unit-names.ts';

const nothingFound: FoundInUnit = { about: aboutNothing, documents: [] };
/** For a unit that no longer exists. */
export const goneUnit: ReadUnit = { ...nothingFound, content: null };

const readArticle = async (
  reader: CatalogueReader,
  id: ArticleId,
  known: () => ArticleContent | null,
): Promise<ReadUnit> => {
  const annotations = await reader.annotations(id);
  if (!annotations.ok && annotations.error.code === 'not-found') return goneUnit;
  const [record, body, translations] = await Promise.all([
    reader.article(id),
    reader.body(id),
    reader.translations(id),
  ]);
  const content = await articleContent(id, { record, annotations, body, translations }, known());
  if (!record.ok || !annotations.ok) return { ...nothingFound, content };
  const files = {
    article: record.value.article,
    annotations: annotations.value,
    body: body.ok ? body.value.body : null,
    translations: translations.ok ? translations.value : null,
  };
  return { ...articleDocuments(files), content };
};

const readMemoUnit = async (reader: CatalogueReader, id: MemoId): Promise<ReadUnit> => {
  const content = await readMemo(reader, id);
  if (content === null) return goneUnit;
  return { ...(content.kind === 'memo' ? memoDocuments(content) : nothingFound), content };
};

/** A board that can't be read is ignored here: the list of boards reports it. */
const readBoardUnit = async (reader: CatalogueReader, id: BoardId): Promise<ReadUnit> => {
  const file = await reader.board(id);
  const board = file.ok ? file.value.boards[0] : undefined;
  if (!file.ok || board === undefined) return goneUnit;
  const { hypotheses, evidence } = file.value;
  return { ...boardDocuments(board, file.value), content: { kind: 'board', board, hypotheses, evidence } };
};

/** One file of events: its events are found with all that was merged into them, from any file. */
const readEvents = async (reader: CatalogueReader, unit: string): Promise<ReadUnit> => {
  const files = await reader.eventFiles();
  const events = files.find(({ file }) => nameOfFile(file, 'archive') === `${unit}.json`)?.events ?? null;
  if (events === null) return goneUnit;
  const around = files.length === 1 ? events : eventsAround(files, idsOf(events));
  return { ...eventDocuments(events, around), content: { kind: 'events', unit, events } };
};

const idsOf = (events: readonly Event[]): readonly EventId[] => events.map(({ id }) => id);

/** A list that can't be read keeps its earlier content. */
const listOf = <File>(file: Result<File, AppError>, read: (file: File) => ReadUnit): ReadUnit =>
  file.ok ? read(file.value) : goneUnit;

const readList = async (reader: CatalogueReader, list: ListUnit): Promise<ReadUnit> => {
  switch (list) {
    case 'tags':
      return listOf(await reader.tags(), ({ tags }) => ({
        ...tagDocuments(tags),
        content: { kind: 'tags', tags },
      }));
    case 'sources':
      return listOf(await reader.sources(), ({ sources }) => ({
        ...sourceDocuments(sources),
        content: { kind: 'sources', sources },
      }));
    case 'tasks':
      return listOf(await reader.tasks(), ({ tasks }) => ({
        ...taskDocuments(tasks),
        content: { kind: 'tasks', tasks },
      }));
    case 'searches':
      return listOf(await reader.searches(), ({ searches }) => ({
        ...nothingFound,
        content: { kind: 'searches', searches },
      }));
    case 'labels':
      return listOf(await reader.labels(), ({ labels }) => ({
        ...nothingFound,
        content: { kind: 'labels', labels },
      }));
    case 'events':
      return readEvents(reader, list);
    case 'falls':
      return listOf(await reader.falls(), ({ falls }) => ({
        ...nothingFound,
        content: { kind: 'falls', falls },
      }));
    // The pad is searchable, but in no list.
    case 'pad':
      return listOf(await reader.pad(), ({ pads }) => ({ ...padDocuments(pads), content: null }));
    case 'trash': {
      const [articles, memos] = [await reader.trashedArticles(), await reader.trashedMemos()];
      return { ...nothingFound, content: { kind: 'trash', articles, memos } };
    }
  }
};

/** Reads a unit; `known` returns the earlier content of an article. Unreadable parts are not found. */
export const readUnit = (
  reader: CatalogueReader,
  name: string,
  known: () => ArticleContent | null,
): Promise<ReadUnit> => {
  const unit = unitNamed(name);
  if (unit.kind === 'article') return readArticle(reader, unit.id, known);
  if (unit.kind === 'board') return readBoardUnit(reader, unit.id);
  if (unit.kind === 'event-shard') return readEvents(reader, name);
  return unit.kind === 'memo' ? readMemoUnit(reader, unit.id) : readList(reader, unit.list);
};

/** The result for a unit whose reading failed because of a bug, so that other units are still read. */
export const failedUnit = (name: string): ReadUnit => {
  const unit = unitNamed(name);
  return unit.kind === 'article' ? { ...nothingFound, content: failedArticle(unit.id) } : goneUnit;
};

/** The searchable documents of a memo: all its own text, and its tasks. Its quotations are found as passages. */
const memoDocuments = ({ memo, tasks }: Pick<MemoContent, 'memo' | 'tasks'>): FoundInUnit => {
  const { head, content } = memo;
  const place = { memoId: memo.id, title: head.title };
  const live = tasks.filter(({ deletedAt }) => deletedAt === null);
  return {
    about: {
      ...aboutNothing,
      title: head.title,
      language: head.language,
      publishedAt: head.asOf.slice(0, 10),
      cites: [
        ...new Set(listCitations(content).flatMap(({ articleId, passageId }) => [articleId, passageId])),
      ],
    },
    documents: [
      {
        key: 'memo',
        facts: facts({ kind: 'memo', hasTask: live.some(isOpenTask), addedAt: memo.createdAt }),
        record: entry({ ...place, detail: head.referenceNumber }),
        text: listProse(content)
          .map(({ text }) => text.trim())
          .filter((text) => text !== '')
          .join('\n'),
        alsoFoundBy: [
          head.title,
          head.referenceNumber,
          head.for,
          ...recipientsOf(memo),
          ...content.content.map(({ attrs }) => attrs.heading),
        ].join('\n'),
      },
      ...live.map((task) => taskDocument(task, {}, place)),
    ],
  };
};
