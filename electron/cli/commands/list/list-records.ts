import { z } from 'zod';
import { archiveFaults, type FaultRow } from '#domain/contract/archive.ts';
import { type ArticleRow, articleList } from '#domain/contract/article.ts';
import { type BoardListRow, boardList } from '#domain/contract/board.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type ChronologyRow, eventChronology, eventRows } from '#domain/contract/event.ts';
import { type MemoRow, memoList } from '#domain/contract/memo.ts';
import {
  originsNamedApart,
  type PassageRow,
  passageRows,
  passageTable,
  type RelationRef,
} from '#domain/contract/passage.ts';
import { type SourceRow, sourceList } from '#domain/contract/source.ts';
import { type TagRow, tagList } from '#domain/contract/tag.ts';
import { type TaskRow, taskList } from '#domain/contract/task.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';
import type { PassageId } from '#domain/ids.ts';
import { type Label, type LabelSet, labelLooks } from '#domain/passage/label.ts';
import { wordRelation } from '#domain/passage/word-relation.ts';
import { ok, type Result } from '#domain/result.ts';
import { printGrade } from '#domain/tradecraft/grade.ts';
import { type Marking, printMarking } from '#domain/tradecraft/marking.ts';
import { reuseMemory } from '#electron/time/give-back-memory.ts';
import type { AnswerTo } from '../../answers.ts';
import { exactly, wordOf } from '../../arguments/words.ts';
import type { CommandContext, ListedRecord } from '../../command-context.ts';
import { errorMessage } from '../../output/error-message.ts';
import { type Names, printTagPath, readLabels, readNames } from '../../output/names.ts';
import { defineCommand } from '../command.ts';

/** What can be listed. */
const listables = [
  ...(['articles', 'passages', 'tags', 'labels', 'sources', 'tasks', 'events', 'memos', 'boards'] as const),
] as const;
type Listable = (typeof listables)[number];

/** A record as it is listed, and its text on one line. */
type Listed<What extends Listable = Listable> = {
  readonly record: AnswerTo<`list ${What}`>[number];
  readonly line: readonly (string | null)[];
};

const wrong = `must be one of ${listables.join(', ')}`;
const schema = z
  .strictObject({ words: exactly(wordOf(listables, wrong), { error: wrong }) })
  .transform(({ words: [what] }) => ({ what }));

/** A longer list is requested in parts of this size. */
const PART = 200;
/** After this many records, unused memory is reclaimed: otherwise it would grow with the list. */
const KEPT_AT_MOST = 20_000;

type Rows = AsyncIterable<Listed> | Iterable<Listed>;
type List = (context: CommandContext, names: Names) => Promise<Result<Rows, AppError>>;

/** Says that the list is incomplete, because it lacks what that file contains. */
const missing = ({ fault }: FaultRow): string =>
  `${errorMessage(fault)} Its contents are missing from this list.`;

/**
 * Lists all records of one kind; each is an object with its `id`. If a file can't be read, the command fails after it
 * has listed the rest.
 */
async function listRecords(context: CommandContext, { what }: z.output<typeof schema>) {
  const names = await readNames(context);
  if (!names.ok) return names;
  const listed = await lists[what](context, names.value);
  if (!listed.ok) return listed;
  const faults = await context.call(archiveFaults, {});
  if (!faults.ok) return faults;
  return ok({
    json: null,
    plain: '',
    records: printed(listed.value),
    notices: faults.value.map(missing),
    hasFailed: faults.value.length > 0,
  });
}

async function* printed(rows: Rows): AsyncGenerator<ListedRecord> {
  for await (const { record, line } of rows) {
    const plain = [record.id, ...line.filter((part) => part !== null && part !== '')].join('  ');
    yield { json: record, plain };
  }
}

const markingOf = (marking: Marking | null) => (marking === null ? null : printMarking(marking));

const listArticle = (row: ArticleRow, names: Names): Listed<'articles'> => ({
  record: {
    id: row.id,
    title: row.title,
    byline: row.byline,
    publisher: row.publisher,
    publishedAt: row.publishedAt,
    language: row.language,
    words: row.words,
    state: row.state,
    importedAt: row.importedAt,
    passages: row.passageCount,
    graded: row.gradedCount,
    openTasks: row.openTaskCount,
    marking: markingOf(row.marking),
    publication: row.publication,
    tags: names.tagPaths(row.tagIds),
    eventDates: row.eventDates,
    withdrawn: row.withdrawn,
    missingFields: row.missingFields,
    textState: row.text,
    fault: row.fault === null ? null : { code: row.fault.code, message: errorMessage(row.fault) },
  },
  line: [
    row.title ?? row.firstWords,
    row.publisher,
    row.publishedAt,
    row.fault === null ? null : `CAN'T BE READ: ${row.fault.file}`,
    row.text === 'altered' ? 'CHANGED after the import' : null,
    row.withdrawn === null ? null : 'WITHDRAWN by its publisher',
  ],
});

const listTag = (row: TagRow): Listed<'tags'> => ({
  record: {
    id: row.id,
    path: printTagPath(row),
    name: row.name,
    parentId: row.parentId,
    aliases: row.aliases,
    group: row.group,
    own: row.ownCount,
    total: row.totalCount,
  },
  line: [printTagPath(row), String(row.totalCount)],
});

const listLabel = (
  { id, name, key, useWhen, look, retiredAt }: Label,
  labels: LabelSet,
): Listed<'labels'> => {
  const isOffered = labels.offered.some((offered) => offered.id === id);
  return {
    record: {
      id,
      name,
      key: isOffered ? key : null,
      useWhen,
      look: labelLooks[look].name,
      search: labels.inSearch(id),
      retiredAt,
    },
    line: [isOffered ? key : '-', name, useWhen],
  };
};

const listBoard = (row: BoardListRow): Listed<'boards'> => {
  const { evidenceCount: evidence, cellCount: cells, id, question, hypotheses, filled, others } = row;
  const { createdAt, updatedAt } = row;
  return {
    record: { id, question, hypotheses, evidence, cells, filled, others, createdAt, updatedAt },
    line: [question, hypotheses.join(' | '), `${filled} of ${cells} cells filled`],
  };
};

const listSource = (row: SourceRow): Listed<'sources'> => ({
  record: {
    id: row.id,
    name: row.name,
    kind: row.kind,
    parentId: row.parentId,
    aliases: row.aliases,
    reliability: row.reliability,
    passages: row.passageCount,
    articles: row.articleCount,
    lastUsedAt: row.lastUsedAt,
  },
  line: [row.name, row.kind, row.reliability],
});

const listTask = ({ task, place, placeTitle, quote }: TaskRow): Listed<'tasks'> => ({
  record: {
    id: task.id,
    title: task.title,
    kind: task.kind,
    state: task.state,
    due: task.due,
    owner: task.owner,
    on: place,
    onTitle: placeTitle,
    quote,
  },
  line: [task.state, task.due, task.title],
});

const listMemo = (row: MemoRow): Listed<'memos'> => ({
  record: {
    id: row.id,
    title: row.title,
    referenceNumber: row.referenceNumber,
    for: row.for,
    marking: markingOf(row.marking),
    asOf: row.asOf,
    state: row.state,
    citations: row.citationCount,
    changedEvidence: row.changedEvidenceCount,
    updatedAt: row.updatedAt,
  },
  line: [row.referenceNumber, row.title, markingOf(row.marking), row.state],
});

const mapped = <Row>(rows: Result<readonly Row[], AppError>, list: (row: Row) => Listed) =>
  rows.ok ? ok(listEach(rows.value, list)) : rows;

function* listEach<Row>(rows: readonly Row[], list: (row: Row) => Listed): Generator<Listed> {
  for (const row of rows) yield list(row);
}

/**
 * The passages by the titles of their articles, and within an article in the order of the text. The ids are requested
 * at once, the contents in parts.
 */
async function listPassages({ call }: CommandContext, names: Names): Promise<Result<Rows, AppError>> {
  const all = await call(passageTable, {
    filter: {},
    sort: { column: 'article', direction: 'ascending' },
    grouping: 'none',
  });
  if (!all.ok) return all;
  return ok(
    passagesIn(
      all.value.groups.flatMap(({ passageIds }) => passageIds),
      call,
      names,
    ),
  );
}

async function* passagesIn(
  ids: readonly PassageId[],
  call: CommandContext['call'],
  names: Names,
): AsyncGenerator<Listed> {
  for (let start = 0; start < ids.length; start += PART) {
    const rows = await call(passageRows, { passageIds: ids.slice(start, start + PART) });
    // All of them exist: nobody else changes the archive during this request.
    if (!rows.ok) throw new Error(`The rows of passages could not be read: ${rows.error.code}`);
    for (const row of rows.value) yield listedPassage(row, names);
    if (start % KEPT_AT_MOST === 0) reuseMemory();
  }
}

const listedEvent = (row: ChronologyRow): readonly Listed<'events'>[] =>
  row.eventId === null
    ? []
    : [
        {
          record: {
            id: row.eventId,
            title: row.title,
            date: row.date,
            when: printWhen(row.date),
            isInferred: row.isInferred,
            concerned: row.concerned.map(({ id, name }) => ({ id, name })),
            passages: row.passageCount,
            grades: row.grades.map(printGrade),
            contested: row.contested,
          },
          line: [
            printWhen(row.date),
            row.title,
            row.concerned.map(({ name }) => name).join(', '),
            row.passageCount === 0 ? 'NO PASSAGE' : null,
            row.contested.length === 0
              ? null
              : `also dated ${row.contested.map((date) => printWhen(date)).join(', ')}`,
          ],
        },
      ];

/** The events in the order of time. The event dates of articles are listed with them. */
async function listEvents({ call }: CommandContext): Promise<Result<Rows, AppError>> {
  const all = await call(eventChronology, { text: '' });
  if (!all.ok) return all;
  const events: Listed[] = [];
  for (let start = 0; start < all.value.keys.length; start += PART) {
    const rows = await call(eventRows, { keys: all.value.keys.slice(start, start + PART) });
    if (!rows.ok) return rows;
    events.push(...rows.value.flatMap(listedEvent));
  }
  return ok(events);
}

const lists: Readonly<Record<Listable, List>> = {
  articles: async ({ call }, names) =>
    mapped(await call(articleList, { filter: {}, order: 'newest' }), (row) => listArticle(row, names)),
  passages: listPassages,
  tags: async ({ call }) => mapped(await call(tagList, {}), listTag),
  labels: async (context) => {
    const labels = await readLabels(context);
    return ok(labels.all.map((label) => listLabel(label, labels)));
  },
  sources: async ({ call }) => mapped(await call(sourceList, {}), listSource),
  tasks: async ({ call }) => mapped(await call(taskList, { isOpenOnly: false }), listTask),
  events: listEvents,
  memos: async ({ call }) => mapped(await call(memoList, {}), listMemo),
  boards: async ({ call }) => {
    const listed = await call(boardList, {});
    return mapped(listed.ok ? ok(listed.value.boards) : listed, listBoard);
  },
};

export const listCommand = defineCommand(
  {
    name: 'list',
    summary: 'Lists all records of one kind',
    example: 'list passages --ndjson',
    operands: listables.join('|'),
    options: {},
    says: "Prints one record per line, passages with their relations in both directions. If a file can't be read, the rest is listed, the file is named on stderr, and the exit code is 1.",
    needsNoPages: true,
  },
  schema,
  listRecords,
);

const describeRelation = ({ type, direction, articleId, passageId }: RelationRef) => ({
  type,
  direction,
  words: wordRelation(type, direction),
  articleId,
  passageId,
});

const printSources = (row: PassageRow): string => {
  const said = [row.speaker?.name, row.publication?.name].filter((name) => name !== undefined).join(' → ');
  const apart = originsNamedApart(row);
  if (apart.length === 0) return said;
  const names = row.origins.map(({ name }) => name).join(', ');
  return row.origins.length > 1 ? `${said} (same text in ${names})` : `${said} (of ${names})`;
};

const printRelations = ({ relations }: PassageRow): string =>
  relations
    .map(({ type, direction, passageId }) => `${wordRelation(type, direction)} ${passageId}`)
    .join(', ');

/** A passage as `list passages` prints it; its relations from both ends, each worded from this passage's side. */
const listedPassage = (row: PassageRow, names: Names): Listed<'passages'> => {
  const tags = names.tagPaths(row.tagIds);
  const grade = printGrade(row.grade);
  return {
    record: {
      id: row.id,
      articleId: row.articleId,
      articleTitle: row.articleTitle,
      quote: row.quote,
      label: names.label(row.label),
      tags,
      source: row.speaker,
      concerned: row.concerned,
      publication: row.publication,
      origin: row.origins[0] ?? null,
      origins: row.origins,
      textId: row.textId,
      grade: grade || null,
      reliability: row.grade.reliability,
      credibility: row.grade.credibility,
      manner: row.manner,
      basis: row.basis,
      state: row.state,
      carriedFrom: row.carriedFrom,
      version: row.version,
      readings: row.readings.map(({ articleId, passageId, version }) => ({ articleId, passageId, version })),
      note: row.note === '' ? null : row.note,
      paragraph: row.paragraph,
      page: row.page,
      relations: row.relations.map(describeRelation),
      openTasks: row.openTaskCount,
      citedIn: row.citedIn,
      createdAt: row.createdAt,
    },
    line: [
      names.label(row.label),
      grade,
      printSources(row),
      tags.map((tag) => `#${tag}`).join(' '),
      row.manner,
      row.state,
      row.version === null ? null : `version ${row.version.number} of ${row.version.count}`,
      row.printed,
      printRelations(row),
    ],
  };
};
