import { readFileSync } from 'node:fs';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import type { Event } from '#domain/event/event.ts';
/** An archive in which every act finds something to act on, made by the handlers themselves. */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Conflict } from '#domain/conflict/conflict.ts';
import type { Handlers } from '#domain/contract/requests.ts';
import {
  type ArticleId,
  conflictIdSchema,
  type EventId,
  type MemoId,
  type SearchId,
  type SourceId,
  type TagId,
} from '#domain/ids.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import type { ReviewedFile } from '#domain/memo/round/returned/reviewed-file.ts';
import type { Round } from '#domain/memo/round/round.ts';
import { manifestOf, namesIn, printManifest } from '#domain/memo/verify/manifest.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok } from '#domain/result.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import type { Task, TaskPlace } from '#domain/task/task.ts';
import { calendarDateSchema } from '#domain/time.ts';
import type { Rendering } from '#domain/translation/translation.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { installSample } from '#electron/handlers/sample/install-sample.ts';
import { recordChanges } from '#electron/handlers/shared/record-changes.ts';
import { createExportReader } from '#electron/import/create-export-reader.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import type { ReviewedFiles } from '#electron/ports/exported-file.ts';
import type { Importer } from '#electron/ports/importer.ts';
import type { MemoWriter } from '#electron/ports/memo-writer.ts';
import {
  newBoardId,
  newEventId,
  newEvidenceId,
  newFormId,
  newHypothesisId,
  newMemoIds,
  newRemarkId,
  newRoundId,
  newSearchId,
  newSourceId,
  newTagId,
  newTaskId,
  newTranslationId,
  sampleTime,
} from '../archive/sample-ids.ts';
import { sha256Of } from '../texts/sha256-of.ts';
import { addArticle, addMemo, articleOf, cite } from '../workbench/add-records.ts';
import { addingOf } from '../workbench/create-acts.ts';
import type { Workbench } from '../workbench/open-workbench.ts';
import { succeed } from '../workbench/results.ts';
import { layPageRegion, layPictureRegion } from './lay-regions.ts';

const sampleFolder = new URL('../../../resources/sample', import.meta.url).pathname;
const readSample = () => ({
  folder: sampleFolder,
  json: readFileSync(join(sampleFolder, 'sample.json'), 'utf8'),
});

export const actedText = [
  'The lock at Vessen closed on Monday, and forty ships were turned back before dawn.',
  '“It was a precaution,” said Ilse Marrow, who has kept the log for eleven years.',
  'Its door is never locked. The authority prints a notice of every closure on the door of its office. Anybody may read it.',
  'Insurers raised their rates by a third within a week, two brokers said.',
  'Insurers raised their rates by a third within a week, two brokers said.',
  'A spokesman declined to say how long the checks would last.',
].join('\n');

/** A new version of the same story: with unchanged, moved, changed, ambiguous, and missing words. */
export const retoldText = [
  'Updated on Tuesday.',
  'The lock at Vessen closed on Monday, and fifty ships were sent back before dawn.',
  'Its door is never locked. The authority prints a notice of every closure on the door of its office. Anybody may read it.',
  'Nothing was seen. “It was a precaution,” said Ilse Marrow, who has kept the log for long.',
  'Insurers raised their rates.',
  'Insurers raised their rates.',
].join('\n');

const newTask = (title: string) => ({ title, kind: 'gap', due: null, owner: null }) as const;

/** Records that its memo was sent. */
export const sendActed = (handlers: Handlers, memoId: MemoId) =>
  handlers['memo:send']({
    memoId,
    recipients: ['Director'],
    sentOn: calendarDateSchema.parse('2024-04-24'),
    way: 'e-mail',
    file: null,
  });

/** Sends its memo to two reviewers. */
export const startActedRound = (handlers: Handlers, memoId: MemoId) =>
  handlers['memo:start-round']({
    memoId,
    roundId: newRoundId(),
    reviewers: ['J. Miller', 'K. Osei'],
    due: calendarDateSchema.parse('2024-04-26'),
    fileName: 'For review.docx',
    replaces: true,
    options: { paper: 'a4', glyphs: 'refuse' },
  });

/** The carried over rendering of a paragraph that has changed. */
const firstRendering = async ({ archive }: Workbench, articleId: ArticleId): Promise<Rendering> => {
  const [first] = succeed(await archive.translations(articleId)).renderings;
  if (first === undefined) throw new Error('Nothing of the translation was carried over.');
  return first;
};

export type ActedArchive = Awaited<ReturnType<typeof makeActedArchive>>;

type Laying = { readonly bench: Workbench; readonly handlers: Handlers };

const add = async (
  { handlers }: Laying,
  articleId: ArticleId,
  quote: string,
  tagIds: readonly TagId[] = [],
): Promise<Passage> =>
  succeed(
    await handlers['passage:add']({
      ...addingOf(articleId, actedText, [quote]),
      tagIds: [...tagIds],
      tasks: [{ id: newTaskId(), ...newTask(`Ask about ${quote}`) }],
    }),
  );

const layReferences = async ({ handlers }: Laying) => {
  const tag = async (...path: string[]): Promise<TagId> =>
    succeed(await handlers['tag:ensure']({ tagId: newTagId(), path })).id;
  const source = async (
    name: string,
    kind: 'organisation' | 'person' | 'publication',
    parentId: SourceId | null = null,
  ) => succeed(await handlers['source:ensure']({ sourceId: newSourceId(), name, kind, parentId })).id;
  const authority = await source('Vessen Lock Authority', 'organisation');
  const references = {
    tags: {
      ships: await tag('Shipping', 'Locks'),
      insurance: await tag('Insurance'),
      gone: await tag('Mistaken'),
    },
    sources: {
      authority,
      marrow: await source('Ilse Marrow', 'person', authority),
      dispatch: await source('Vessen Dispatch', 'publication'),
      gone: await source('Nobody', 'person'),
    },
  };
  succeed(await handlers['tag:delete']({ tagId: references.tags.gone }));
  succeed(await handlers['source:delete']({ sourceId: references.sources.gone }));
  return references;
};

/**
 * One event that a passage dates a day earlier, one that no passage reports, one in the trash, and two that a memo
 * prints and that have changed since.
 */
const layEvents = async ({ bench, handlers }: Laying, articleId: ArticleId, { id: passageId }: Passage) => {
  const ids = {
    ...{ contested: newEventId(), other: newEventId(), gone: newEventId() },
    ...{ updated: newEventId(), kept: newEventId() },
  };
  const date = edtfSchema.parse('2024-04-18');
  const saying = { articleId, passageId, date, certainty: 'inferred' } as const;
  const make = async (eventId: EventId, title: string, sayings: Event['sayings']) =>
    succeed(
      await handlers['event:add']({
        ...{ eventId, title, sayings, date: edtfSchema.parse('2024-04-19') },
        ...{ certainty: 'stated', concernedIds: [], note: '' },
      }),
    );
  await make(ids.contested, 'Ships turned back', [saying]);
  await make(ids.other, 'Lock closed', []);
  await make(ids.gone, 'Event gone', []);
  succeed(await handlers['event:delete']({ eventIds: [ids.gone] }));
  await make(ids.updated, 'Lock closes', [saying]);
  await make(ids.kept, 'Lock opens', [saying]);
  const memoId = await addMemo(bench, 'Chronology');
  succeed(await handlers['event:insert']({ memoId, eventIds: [ids.updated, ids.kept] }));
  const change = { title: 'Lock named otherwise' };
  for (const eventId of [ids.updated, ids.kept])
    succeed(await handlers['event:change']({ eventId, change, editId: eventId }));
  return { ...ids, memoId };
};

/** Two of them, so that they can be reordered. */
const laySearches = async ({ handlers }: Laying) => {
  const save = async (name: string, text: string) =>
    succeed(await handlers['search:save']({ searchId: newSearchId(), name, text, scope: 'passages' }));
  return [await save('Ungraded', 'is:ungraded'), await save('Cited', 'is:cited')] as const;
};

const layTasks = async ({ handlers }: Laying, memoId: MemoId) => {
  const addTask = async (place: TaskPlace, title: string): Promise<Task> =>
    succeed(await handlers['task:add']({ taskId: newTaskId(), place, task: newTask(title) }));
  const alone = await addTask({ on: 'nothing' }, 'Read the annual report');
  const ofMemo = await addTask({ on: 'memo', memoId }, 'Have it read');
  const gone = await addTask({ on: 'nothing' }, 'Call the harbour');
  succeed(await handlers['task:delete']({ place: { on: 'nothing' }, taskId: gone.id }));
  return { alone, ofMemo, gone };
};

/** Imports the new version: its passages are carried over, each with a different result. */
export const importRetold = async (
  { bench, handlers }: Laying,
  articleId: ArticleId,
  text: string,
): Promise<ArticleId> => {
  const file = join(bench.archive.folder, '..', 'retold.txt');
  await writeFile(file, text);
  const { draftId, body, bibliography } = succeed(await handlers['import:new-version']({ articleId }));
  const sealed = await handlers['import:seal']({ draftId, body, bibliography, marking: null });
  return succeed(sealed).articleId;
};

/** An article whose text differs from the one in its record. */
const layAlteredArticle = async ({ archive, deps }: Workbench): Promise<ArticleId> => {
  const laid = articleOf(deps.machine, 'Nine days.', { title: 'Changed' });
  const article = { ...laid.article, textSha256: sha256Of('Three days.') };
  const newArticles = [{ ...laid, article }];
  return succeed(
    await archive.perform(async () =>
      ok({ value: article.id, name: 'import-article', changes: [], newArticles }),
    ),
  );
};

/** A label that another side has set differently. */
const layConflict = async ({ archive }: Workbench, articleId: ArticleId, { id, label }: Passage) => {
  const conflict: Conflict = {
    id: conflictIdSchema.parse(newTagId()),
    file: { kind: 'annotations', articleId },
    collection: 'passages',
    recordId: id,
    contested: [{ field: 'label', kept: label, other: 'gap' }],
    from: `articles/${articleId}/annotations.sync-conflict-20240424-090000-ABCDEFG.json`,
    updatedAt: sampleTime,
  };
  const changes = recordChanges({ kind: 'conflicts' }, 'conflicts', null, conflict);
  succeed(
    await archive.perform(async () => ok({ value: null, name: 'merge-copy', changes }), { isFinal: true }),
  );
};

/** The round of returned files, and how many were returned. */
type Returned = { of: Round | null; count: number };

/** Files returned by reviewers, each with one comment. */
const returnedFiles = (bench: Workbench, returned: Returned): ReviewedFiles => {
  const bare: ReviewedFile = {
    manifest: null,
    title: '',
    savedBy: 'J. Miller',
    revisions: [],
    paragraphs: [],
    comments: [],
  };
  return {
    async readBytes() {
      return ok(bare);
    },
    async read(path) {
      returned.count += 1;
      const { of } = returned;
      if (of === null) throw new Error('No memo is out for review.');
      const { memoId, snapshotId, id: roundId } = of;
      const made = manifestOf(bench.archive.info.id, { id: snapshotId, memoId, evidence: [] }, sha256Of);
      const manifest = { ...made, round: namesIn(made, sha256Of).of(roundId) };
      const comment = { by: 'J. Miller', at: '', repliesTo: null, isDone: false, place: null };
      const text = `Remark ${returned.count}`;
      const file = { ...bare, manifest: printManifest(manifest), comments: [{ ...comment, text }] };
      return ok({ fileName: path, sha256: sha256Of(text), file });
    },
  };
};

/** A board with a cell older than a grade, and one in the trash. */
const layBoards = async (
  { handlers }: Laying,
  articleId: ArticleId,
  passages: readonly Pick<Passage, 'id'>[],
) => {
  const [boardId, trashedBoardId, hypothesisId] = [newBoardId(), newBoardId(), newHypothesisId()];
  const hypotheses = [
    { hypothesisId, words: 'It was a precaution' },
    { hypothesisId: newHypothesisId(), words: 'It was a blockade' },
  ];
  const question = 'Why was the lock closed?';
  succeed(await handlers['board:add']({ boardId, question, hypotheses, memoId: null }));
  const evidence = passages.map(({ id: passageId }) => ({
    evidenceId: newEvidenceId(),
    articleId,
    passageId,
  }));
  succeed(await handlers['board:add-evidence']({ boardId, evidence }));
  const [first] = evidence;
  if (first === undefined) throw new Error('No evidence was laid.');
  const board = { boardId, hypothesisId, evidenceId: first.evidenceId };
  succeed(await handlers['board:fill-cell']({ ...board, expected: 3 }));
  // What rests on it then needs a review.
  for (const credibility of [2, 3] as const) {
    const grade = { reliability: 'B', credibility } as const;
    const edit = { kind: 'grade', grade, confirmedBecause: null } as const;
    succeed(await handlers['passage:edit']({ articleId, passageId: first.passageId, edit }));
  }
  succeed(await handlers['board:add']({ boardId: trashedBoardId, question, hypotheses: [], memoId: null }));
  succeed(await handlers['board:delete']({ boardId: trashedBoardId }));
  return { board, trashedBoardId };
};

/** Makes the archive by the handlers of `bench`; its new versions are read from `retold.txt` beside the archive. */
export const makeActedArchive = async (bench: Workbench, importer: Importer) => {
  const desktop = {
    ...bench.deps.desktop,
    chooseNewVersion: async () => join(bench.archive.folder, '..', 'retold.txt'),
    chooseFiles: async () => [join(bench.archive.folder, '..', 'retold.txt')],
    chooseExportOf: async () => [join(bench.archive.folder, '..', 'clippings.txt')],
    chooseReviewed: async () => ['returned.docx'],
    readClipboard: async () => ({
      text: 'Words from the clipboard.',
      html: '',
      sourceUrl: null,
      picture: null,
    }),
  };
  const texts = createTextReader(importer);
  await mkdir(desktop.exportFolder(), { recursive: true });
  const docx: MemoWriter = {
    write: async (document) => ok({ bytes: Buffer.from(JSON.stringify(document)), pages: null }),
  };
  const memoWriters = { ...bench.deps.memoWriters, docx };
  const exports = createExportReader(importer, texts);
  const returned: Returned = { of: null, count: 0 };
  const reviewedFiles = returnedFiles(bench, returned);
  const deps = { ...bench.deps, texts, exports, reviewedFiles, desktop, memoWriters };
  const handlers = createHandlers(deps);
  const laying: Laying = { bench, handlers };
  succeed(await installSample(deps, readSample()));
  const { tags, sources } = await layReferences(laying);
  const articleId = await addArticle(bench, actedText, { title: 'The lock closed' });
  const otherArticleId = await addArticle(bench, `Elsewhere.\n${actedText}`, { title: 'Told elsewhere' });
  const pictured = await layPictureRegion(laying);
  const paged = await layPageRegion(laying);
  const alteredArticleId = await layAlteredArticle(bench);
  const passages = {
    ships: await add(laying, articleId, 'forty ships were turned back', [tags.ships]),
    precaution: await add(laying, articleId, '“It was a precaution,”', [tags.insurance]),
    spokesman: await add(laying, articleId, 'A spokesman declined to say how long the checks would last'),
    rates: await add(laying, articleId, 'Insurers raised their rates'),
    gone: await add(laying, articleId, 'Ilse Marrow'),
    notice: await add(laying, articleId, 'The authority prints a notice of every closure'),
  };
  succeed(
    await handlers['passage:edit']({ articleId, passageId: passages.gone.id, edit: { kind: 'delete' } }),
  );
  const other = { articleId, passageId: passages.precaution.id };
  const repeating = { articleId, passageId: passages.ships.id, type: 'repeats', other } as const;
  succeed(await handlers['passage:relate'](repeating));
  const memoId = await addMemo(bench, 'Lock', [cite(articleId, passages.notice)]);
  succeed(await handlers['memo:snapshot']({ memoId }));
  const { head } = succeed(await handlers['memo:open']({ memoId })).memo;
  succeed(await handlers['memo:save']({ memoId, head: { ...head, title: 'Lock closed' }, editId: 'laid' }));
  const tasks = await layTasks(laying, memoId);
  const [search] = await laySearches(laying);
  const trashedArticleId = await addArticle(bench, 'A text that went.', { title: 'Gone' });
  const trashedMemoId = await addMemo(bench, 'Went');
  succeed(await handlers['pad:write']({ note: richTextFromPlain('Backed up'), editId: 'backed up' }));
  succeed(await handlers['backup:choose-folder']({ takesProposed: true }));
  const { id: backupId } = succeed(await handlers['backup:run']({}));
  succeed(await handlers['article:delete']({ articleId: trashedArticleId }));
  succeed(await handlers['memo:delete']({ memoId: trashedMemoId }));
  const reviewedMemoId = await addMemo(bench, 'Reviewed');
  const startedRound = succeed(await startActedRound(handlers, reviewedMemoId)).round;
  const { id: roundId } = startedRound;
  returned.of = startedRound;
  const remarkId = newRemarkId();
  const comment = { remarkId, place: null, text: 'Who says so?', repliesTo: null };
  succeed(await handlers['memo:add-comment']({ memoId: reviewedMemoId, ...comment }));
  const sentMemoId = await addMemo(bench, 'Sent');
  succeed(await sendActed(handlers, sentMemoId));
  const translationId = newTranslationId();
  const german = { language: 'de', maker: { kind: 'analyst', name: '', version: '' } } as const;
  const translated = { articleId, translationId, begins: german };
  const paragraphs = [{ block: 0, text: 'Die Schleuse von Vessen wurde am Montag geschlossen.' }];
  succeed(await handlers['translation:put-paragraphs']({ ...translated, paragraphs }));
  const trashedTranslation = { articleId, translationId: newTranslationId() };
  succeed(await handlers['translation:add']({ ...trashedTranslation, ...german, language: 'fr' }));
  succeed(await handlers['translation:delete'](trashedTranslation));
  const retoldId = await importRetold(laying, articleId, retoldText);
  const carriedTranslation = await firstRendering(bench, retoldId);
  const [formId, trashedFormId] = [newFormId(), newFormId()];
  succeed(await handlers['form:add']({ formId, form: { ...builtInForms.sitrep, name: 'Own report' } }));
  succeed(
    await handlers['form:add']({ formId: trashedFormId, form: { ...builtInForms.blank, name: 'Form gone' } }),
  );
  succeed(await handlers['form:delete']({ formId: trashedFormId }));
  succeed(await handlers['pad:write']({ note: richTextFromPlain('Laid'), editId: 'laid' }));
  succeed(await handlers['label:change']({ labelId: 'data', useWhen: 'it can be checked', editId: 'laid' }));
  const events = await layEvents(laying, articleId, passages.ships);
  const { board, trashedBoardId } = await layBoards(laying, articleId, [passages.ships, passages.rates]);
  const searchId: SearchId = search.id;
  await layConflict(bench, articleId, passages.ships);
  return {
    bench,
    handlers,
    articleId,
    otherArticleId,
    alteredArticleId,
    paged,
    pictured,
    retoldId,
    backupId,
    trashedArticleId,
    trashedMemoId,
    memoId,
    sentMemoId,
    reviewedMemoId,
    roundId,
    remarkId,
    passages,
    tags,
    sources,
    tasks,
    searchId,
    formId,
    events,
    translationId,
    trashedTranslation,
    board,
    trashedBoardId,
    carriedTranslation,
    trashedFormId,
  };
};

/** Begins an update of its sent memo. */
export const updateActed = ({ handlers, sentMemoId: memoId }: ActedArchive) =>
  handlers['memo:supersede']({ memoId, kind: 'update', newMemoId: newMemoIds().memoId });
