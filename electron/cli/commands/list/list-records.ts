import { z } from 'zod';
import type { FaultRow } from '#domain/contract/archive.ts';
import type { ArticleRow } from '#domain/contract/article.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { MemoRow } from '#domain/contract/memo.ts';
import type { SourceRow } from '#domain/contract/source.ts';
import type { TagRow } from '#domain/contract/tag.ts';
import type { TaskRow } from '#domain/contract/task.ts';
import { ok, type Result } from '#domain/result.ts';
import { type Marking, printMarking } from '#domain/tradecraft/marking.ts';
import { exactly } from '../../arguments/words.ts';
import type { CommandContext, CommandResult } from '../../command-context.ts';
import { errorMessage } from '../../output/error-message.ts';
import { type Names, printTagPath, readNames } from '../../output/names.ts';
import { defineCommand } from '../command.ts';
import type { Listed } from './listed.ts';
import { listedPassage } from './listed-passage.ts';

/** What can be listed. */
const listables = ['articles', 'passages', 'tags', 'sources', 'tasks', 'memos'] as const;
type Listable = (typeof listables)[number];

const wrong = { error: `has to be one of ${listables.join(', ')}` };
const schema = z
  .strictObject({ words: exactly(z.enum(listables, wrong), wrong) })
  .transform(({ words: [what] }) => ({ what }));

type List = (context: CommandContext, names: Names) => Promise<Result<readonly Listed[], AppError>>;

/** A list without what a file holds is no whole answer. */
const missing = ({ fault }: FaultRow): string =>
  `${errorMessage(fault)} What it holds is missing from this list.`;

/** Lists all records of one kind; each is an object with its `id`. It fails where a file can't be read, after what can. */
async function listRecords(context: CommandContext, { what }: z.output<typeof schema>): CommandResult {
  const names = await readNames(context);
  if (!names.ok) return names;
  const listed = await lists[what](context, names.value);
  if (!listed.ok) return listed;
  const lines = listed.value.map(({ record, line }) =>
    [record.id, ...line.filter((part) => part !== null && part !== '')].join('  '),
  );
  const faults = await context.call('archive:faults', {});
  if (!faults.ok) return faults;
  return ok({
    json: listed.value.map(({ record }) => record),
    plain: lines.join('\n'),
    notices: faults.value.map(missing),
    hasFailed: faults.value.length > 0,
  });
}

const markingOf = (marking: Marking | null) => (marking === null ? null : printMarking(marking));

const listArticle = (row: ArticleRow, names: Names): Listed => ({
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
    missingFields: row.missingFields,
    textState: row.text,
    fault: row.fault === null ? null : { code: row.fault.code, message: errorMessage(row.fault) },
  },
  line: [
    row.title ?? row.firstWords,
    row.publisher,
    row.publishedAt,
    row.fault === null ? null : `CAN'T BE READ: ${row.fault.file}`,
    row.text === 'altered' ? 'CHANGED after it was imported' : null,
  ],
});

const listTag = (row: TagRow): Listed => ({
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

const listSource = (row: SourceRow): Listed => ({
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

const listTask = ({ task, place, placeTitle, quote }: TaskRow): Listed => ({
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

const listMemo = (row: MemoRow): Listed => ({
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
  rows.ok ? ok(rows.value.map(list)) : rows;

const lists: Readonly<Record<Listable, List>> = {
  articles: async ({ call }, names) =>
    mapped(await call('article:list', { filter: {}, order: 'newest' }), (row) => listArticle(row, names)),
  passages: async ({ call }, names) => {
    const all = await call('passage:list', { filter: {} });
    return mapped(all.ok ? ok(all.value.rows) : all, (row) => listedPassage(row, names));
  },
  tags: async ({ call }) => mapped(await call('tag:list', {}), listTag),
  sources: async ({ call }) => mapped(await call('source:list', {}), listSource),
  tasks: async ({ call }) => mapped(await call('task:list', { isOpenOnly: false }), listTask),
  memos: async ({ call }) => mapped(await call('memo:list', {}), listMemo),
};

export const listCommand = defineCommand(
  {
    name: 'list',
    summary: 'Lists all records of one kind',
    example: 'list passages --ndjson',
    operands: listables.join('|'),
    options: {},
    says: "One record a line; passages with their relations in both directions. Where a file can't be read, what can is listed, the file is named on stderr, and the exit code is 1.",
  },
  schema,
  listRecords,
);
