/**
 * Every request of the contract, with what it is to undo: acts that are steps, or the reason why it is none. A new
 * request does not compile until it stands here.
 */
import type { ArticleBulkChange } from '#domain/contract/bulk-change.ts';
import type { EditName, Input } from '#domain/contract/requests.ts';
import type { TrashRow } from '#domain/contract/trash.ts';
import { partialDateSchema } from '#domain/dates/partial-date.ts';
import { newLabelIdSchema } from '#domain/passage/label.ts';
import type { Task, TaskPlace } from '#domain/task/task.ts';
import { calendarDateSchema } from '#domain/time.ts';
import * as ids from '../../support/archive/sample-ids.ts';
import type { ActedArchive } from '../../support/archives/acted-archive.ts';
import { boardActsAndUndo } from './board-acts.ts';
import { eventActsAndUndo } from './event-acts.ts';
import { formActsAndUndo } from './form-acts.ts';
import { importActsAndUndo } from './import-acts.ts';
import { memoActsAndUndo } from './memo-acts.ts';
import { padActsAndUndo } from './pad-acts.ts';
import { newTask, noteOf, onPassage, passageActsAndUndo } from './passage-acts.ts';
import { tagActsAndUndo } from './tag-acts.ts';
import { translationActsAndUndo } from './translation-acts.ts';
import { type NoStep, pick, step, type UndoableAct } from './undoable-act.ts';

const person = { kind: 'person', parentId: null } as const;
const inMay = calendarDateSchema.parse('2024-05-01');
type TaskChange = Input<'task:change'>['change'];
const changeTask = ({ handlers }: ActedArchive, place: TaskPlace, { id: taskId }: Task, change: TaskChange) =>
  handlers['task:change']({ place, taskId, change });
const addTask = ({ handlers }: ActedArchive, place: TaskPlace) =>
  handlers['task:add']({ taskId: ids.newTaskId(), place, task: newTask });

const restore = ({ handlers }: ActedArchive, ...rows: Pick<TrashRow, 'kind' | 'id'>[]) =>
  handlers['trash:restore']({ rows });

const changeArticles = ({ handlers, articleId, otherArticleId }: ActedArchive, change: ArticleBulkChange) =>
  handlers['bulk:change-articles']({ articleIds: [articleId, otherArticleId], change });

/** Queries change nothing; the edits stand here one by one. */
export const requestsAndUndo: {
  readonly [N in EditName]: NoStep | readonly UndoableAct[];
} = {
  'app:ready-to-close': 'this machine only',
  'app:ask-before-closing': 'this machine only',
  'app:stay-open': 'this machine only',
  'app:show-commands': 'this machine only',
  'app:check-spelling': 'this machine only',
  'app:open-link': 'this machine only',
  'app:keep-place': 'this machine only',
  'app:print': 'this machine only',
  'app:open-window': 'this machine only',
  'app:copy': 'this machine only',
  'settings:change': 'this machine only',
  'spelling:choose': 'this machine only',
  'spelling:add': 'this machine only',
  'spelling:cancel': 'this machine only',
  'spelling:remove': 'this machine only',
  'spelling:put-back': 'this machine only',
  'ocr:add-language': 'this machine only',
  'ocr:remove-language': 'this machine only',
  'ocr:put-back': 'this machine only',
  'archive:take-lock': 'this machine only',
  'check:run': 'this machine only',
  'check:repair': 'keeps what it replaces',
  'check:take-back': 'undoes',
  'archive:new': 'this machine only',
  'archive:open-other': 'this machine only',
  'archive:make-link': 'this machine only',
  'search:index': 'this machine only',
  'insights:export': 'this machine only',
  'exchange:compare-coder': 'this machine only',
  'exchange:end-comparison': 'this machine only',
  'exchange:settle-coding': 'takes another archive: see compare-coders.test.ts',
  'exchange:export': 'this machine only',
  'exchange:cancel': 'this machine only',
  'insights:reveal-export': 'this machine only',
  'insights:drag-export': 'this machine only',
  'archive:look-again': 'this machine only',
  'archive:see-outside': 'this machine only',
  'undo:undo': 'undoes',
  'undo:redo': 'undoes',

  ...importActsAndUndo,

  'article:correct': [
    step('correct-article', ({ handlers, articleId }, round) =>
      handlers['article:correct']({ articleId, corrections: { title: `Title ${round}` } }),
    ),
  ],
  'article:set-state': [
    step('article-state', ({ handlers, articleId }, round) =>
      handlers['article:set-state']({ articleId, state: pick(['read', 'reading'], round) }),
    ),
  ],
  'article:set-note': [
    step('article-note', ({ handlers, articleId }, round) =>
      handlers['article:set-note']({ articleId, note: noteOf(round), editId: `edit ${round}` }),
    ),
  ],
  'article:set-tags': [
    step('article-tags', ({ handlers, articleId, tags }, round) =>
      handlers['article:set-tags']({ articleId, tagIds: pick([[tags.ships], []], round) }),
    ),
  ],
  'article:set-publication': [
    step('article-publication', ({ handlers, articleId, sources }, round) =>
      handlers['article:set-publication']({
        articleId,
        publicationId: pick([sources.dispatch, null], round),
      }),
    ),
  ],
  'article:set-marking': [
    step('article-marking', ({ handlers, articleId }, round) =>
      handlers['article:set-marking']({
        articleId,
        marking: pick([{ kind: 'tlp', label: 'TLP:AMBER' }, null], round),
      }),
    ),
  ],
  'article:set-withdrawn': [
    step('article-withdrawn', ({ handlers, articleId }, round) =>
      handlers['article:set-withdrawn']({
        articleId,
        withdrawn: pick([{ at: null, note: 'The harbour was another one.' }, null], round),
      }),
    ),
  ],
  'article:set-event-dates': [
    step('article-event-dates', ({ handlers, articleId }, round) =>
      handlers['article:set-event-dates']({
        articleId,
        eventDates: [{ date: partialDateSchema.parse('2024-04'), note: `Round ${round}` }],
      }),
    ),
  ],
  'article:keep-place': 'this machine only',
  'article:restore-text': 'keeps what it replaces',
  'article:accept-text': [
    step('accept-text', ({ handlers, alteredArticleId }, round) =>
      handlers['article:accept-text']({ articleId: alteredArticleId, reason: `Round ${round}` }),
    ),
  ],
  'article:delete': [
    step('delete-article', ({ handlers, otherArticleId }) =>
      handlers['article:delete']({ articleId: otherArticleId }),
    ),
  ],

  ...passageActsAndUndo,
  'bulk:change-articles': [
    step('tag-articles', (scene, round) => {
      const { ships, insurance } = scene.tags;
      const [add, remove] = pick([[[insurance], [ships]] as const, [[ships], [insurance]] as const], round);
      return changeArticles(scene, { kind: 'tag', add: [...add], remove: [...remove] });
    }),
    step('articles-state', (scene, round) =>
      changeArticles(scene, { kind: 'state', state: pick(['read', 'reading'] as const, round) }),
    ),
    step('articles-publication', (scene, round) =>
      changeArticles(scene, {
        kind: 'publication',
        publicationId: pick([scene.sources.dispatch, null], round),
      }),
    ),
    step('articles-marking', (scene, round) =>
      changeArticles(scene, {
        kind: 'marking',
        marking: pick([{ kind: 'tlp', label: 'TLP:AMBER' } as const, null], round),
      }),
    ),
    step('delete-articles', (scene) => changeArticles(scene, { kind: 'delete' })),
  ],
  'bulk:cancel': 'ends another act',
  'article:export-marked': 'this machine only',
  'article:cancel-marked': 'this machine only',
  'article:reveal-marked': 'this machine only',
  'article:drag-marked': 'this machine only',
  'passage:export': 'this machine only',
  'passage:cancel-export': 'this machine only',
  'passage:reveal-export': 'this machine only',
  'passage:drag-export': 'this machine only',

  ...tagActsAndUndo,

  'source:ensure': [
    step('add-source', ({ handlers }, round) =>
      handlers['source:ensure']({ sourceId: ids.newSourceId(), ...person, name: `Speaker ${round}` }),
    ),
  ],
  'source:change': [
    step('change-source', ({ handlers, sources }, round) =>
      handlers['source:change']({
        sourceId: sources.marrow,
        name: `Ilse Marrow ${round}`,
        parentId: pick([null, sources.authority], round),
      }),
    ),
  ],
  'source:set-reliability': [
    step('source-reliability', ({ handlers, sources }, round) =>
      handlers['source:set-reliability']({
        sourceId: sources.marrow,
        reliability: pick(['B', 'C'], round),
        why: `Round ${round}`,
      }),
    ),
  ],
  'bulk:rate-source': [
    step('source-reliability', ({ handlers, sources }, round) =>
      handlers['bulk:rate-source']({
        sourceId: sources.marrow,
        reliability: pick(['B', 'C'], round),
        why: `Round ${round}`,
      }),
    ),
  ],
  'bulk:take-names': [
    step('take-names', ({ handlers, sources, passages }, round) =>
      handlers['bulk:take-names']({
        sourceId: sources.marrow,
        spellings: [`I. Marrow ${round}`],
        passageIds: [passages.ships.id, passages.precaution.id],
      }),
    ),
  ],
  'source:merge': [
    step('merge-sources', ({ handlers, sources }) =>
      handlers['source:merge']({ sourceId: sources.marrow, intoId: sources.authority }),
    ),
  ],
  'source:delete': [
    step('delete-source', ({ handlers, sources }) =>
      handlers['source:delete']({ sourceId: sources.authority }),
    ),
  ],

  'task:add': [
    step('add-task', (scene) => addTask(scene, { on: 'nothing' })),
    step('add-task', (scene) => addTask(scene, { on: 'memo', memoId: scene.memoId })),
    step('add-task', (scene) => addTask(scene, { on: 'passage', ...onPassage(scene) })),
  ],
  'task:change': [
    step('change-task', (scene, round) =>
      changeTask(scene, { on: 'nothing' }, scene.tasks.alone, { title: `Read ${round}`, due: inMay }),
    ),
    step('complete-task', (scene) =>
      changeTask(scene, { on: 'memo', memoId: scene.memoId }, scene.tasks.ofMemo, { state: 'done' }),
    ),
  ],
  'task:delete': [
    step('delete-task', ({ handlers, tasks }) =>
      handlers['task:delete']({ place: { on: 'nothing' }, taskId: tasks.alone.id }),
    ),
  ],

  'search:save': [
    step('save-search', ({ handlers }, round) =>
      handlers['search:save']({
        searchId: ids.newSearchId(),
        name: `Search ${round}`,
        text: 'label:gap',
        scope: 'passages',
      }),
    ),
  ],
  'search:rename': [
    step('rename-search', ({ handlers, searchId }, round) =>
      handlers['search:rename']({ searchId, name: `Renamed ${round}` }),
    ),
  ],
  'search:move': [
    step('move-search', ({ handlers, searchId }) => handlers['search:move']({ searchId, beforeId: null })),
  ],
  'search:delete': [
    step('delete-search', ({ handlers, searchId }) => handlers['search:delete']({ searchId })),
  ],

  'label:add': [
    step('add-label', ({ handlers }, round) =>
      handlers['label:add']({
        labelId: newLabelIdSchema.parse(ids.newSearchId()),
        name: `Label ${round}`,
        useWhen: '',
        look: 'teal',
      }),
    ),
  ],
  'label:change': [
    step('change-label', ({ handlers }, round) =>
      handlers['label:change']({ labelId: 'view', name: `View ${round}`, editId: `edit ${round}` }),
    ),
  ],
  'label:move': [
    step('move-label', ({ handlers }, round) =>
      handlers['label:move']({ labelId: 'gap', place: pick([0, 1], round) }),
    ),
  ],
  'label:retire': [
    step('retire-label', ({ handlers }, round) =>
      handlers['label:retire']({ labelId: 'context', isRetired: pick([true, false], round) }),
    ),
  ],

  ...eventActsAndUndo,
  'source:export': 'this machine only',
  'source:cancel-export': 'this machine only',
  'source:reveal-export': 'this machine only',
  'source:drag-export': 'this machine only',
  'event:export': 'this machine only',
  'event:cancel-export': 'this machine only',
  'event:reveal-export': 'this machine only',
  'event:drag-export': 'this machine only',
  ...memoActsAndUndo,
  ...formActsAndUndo,
  ...boardActsAndUndo,
  ...translationActsAndUndo,
  ...padActsAndUndo,

  'inbox:choose': 'this machine only',
  'inbox:label': 'this machine only',
  'inbox:show-extension': 'this machine only',
  'inbox:watch-browser': 'this machine only',
  'inbox:stop': 'this machine only',
  'backup:choose-folder': 'this machine only',
  'backup:decline': 'this machine only',
  'backup:run': 'this machine only',
  'backup:encrypt': 'this machine only',
  'backup:cancel': 'this machine only',
  'backup:restore': 'this machine only',
  'backup:test': 'this machine only',
  'backup:reveal': 'this machine only',
  'encryption:turn-on': 'this machine only',
  'encryption:turn-off': 'this machine only',
  'encryption:change-passphrase': 'this machine only',
  'encryption:lock': 'this machine only',
  'zip:pack': 'this machine only',
  'zip:unpack': 'this machine only',
  'backup:restore-record': [
    step('restore-article', ({ handlers, backupId, trashedArticleId: id }) =>
      handlers['backup:restore-record']({ backupId, what: { kind: 'article', id } }),
    ),
    step('restore-memo', ({ handlers, backupId, trashedMemoId: id }) =>
      handlers['backup:restore-record']({ backupId, what: { kind: 'memo', id } }),
    ),
    step('restore-pad', ({ handlers, backupId }) =>
      handlers['backup:restore-record']({ backupId, what: { kind: 'pad', id: 'pad' } }),
    ),
  ],

  'trash:restore': [
    step('restore-article', (scene) => restore(scene, { kind: 'article', id: scene.trashedArticleId })),
    step('restore-memo', (scene) => restore(scene, { kind: 'memo', id: scene.trashedMemoId })),
    step('restore-passage', (scene) => restore(scene, { kind: 'passage', id: scene.passages.gone.id })),
    step('restore-tag', (scene) => restore(scene, { kind: 'tag', id: scene.tags.gone })),
    step('restore-source', (scene) => restore(scene, { kind: 'source', id: scene.sources.gone })),
    step('restore-task', (scene) => restore(scene, { kind: 'task', id: scene.tasks.gone.id })),
    step('restore-event', (scene) => restore(scene, { kind: 'event', id: scene.events.gone })),
    step('restore-board', (scene) => restore(scene, { kind: 'board', id: scene.trashedBoardId })),
    step('restore-form', (scene) => restore(scene, { kind: 'form', id: scene.trashedFormId })),
    step('restore-many', (scene) =>
      restore(scene, { kind: 'tag', id: scene.tags.gone }, { kind: 'task', id: scene.tasks.gone.id }),
    ),
  ],
  'trash:purge': 'is final, and asks first',
  'trash:remove': 'is final, and asks first',
  'trash:empty': 'is final, and asks first',
  'sample:remove': [step('remove-sample', ({ handlers }) => handlers['sample:remove']({}))],
};
