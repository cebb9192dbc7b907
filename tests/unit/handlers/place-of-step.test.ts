import { describe, expect, it } from 'vitest';
import type { Change } from '#domain/archive/changes.ts';
import { newAnnotation } from '#domain/article/annotations.ts';
import { articleIdSchema, memoIdSchema, passageIdSchema } from '#domain/ids.ts';
import { listsShowing, placeOfStep } from '#electron/handlers/archive/place-of-step.ts';
import { recordChanges } from '#electron/handlers/shared/record-changes.ts';
import { samplePassage, sampleTag, sampleTask } from '../../support/archive/sample-records.ts';

const articleId = articleIdSchema.parse('018f0000-0000-7000-8000-000000000001');
const memoId = memoIdSchema.parse('018f0000-0000-7000-8000-000000000002');
const passage = samplePassage('a quote');
const file = { kind: 'annotations', articleId } as const;

const addPassage = recordChanges(file, 'passages', null, passage);
const addTask = recordChanges(file, 'tasks', null, sampleTask('Ask', { passageId: passage.id }));
const addTag = recordChanges({ kind: 'tags' }, 'tags', null, sampleTag('China'));
const trashArticle: Change = { type: 'folder', kind: 'article', id: articleId, to: 'trash' };
const bringMemo: Change = { type: 'folder', kind: 'memo', id: memoId, to: 'archive' };

describe('the place of a step', () => {
  it.each([
    [
      'a passage that was added again',
      addPassage,
      'redo',
      { view: 'article', articleId, passageId: passage.id },
    ],
    ['a passage that was taken back', addPassage, 'undo', { view: 'article', articleId, passageId: null }],
    [
      'a passage and its task taken back',
      [...addPassage, ...addTask],
      'undo',
      { view: 'article', articleId, passageId: null },
    ],
    ['a task on a passage', addTask, 'undo', { view: 'article', articleId, passageId: passage.id }],
    [
      'an article that came back from the trash',
      [trashArticle],
      'undo',
      { view: 'article', articleId, passageId: null },
    ],
    ['an article that went to the trash', [trashArticle], 'redo', { view: 'articles' }],
    ['a memo that was made', [bringMemo], 'redo', { view: 'memo', memoId }],
    ['a memo that was taken back', [bringMemo], 'undo', { view: 'memos' }],
    ['a tag', addTag, 'undo', { view: 'tags' }],
    [
      'a passage before the tag that was made for it',
      [...addTag, ...addPassage],
      'redo',
      { view: 'article', articleId, passageId: passage.id },
    ],
    ['nothing', [], 'undo', null],
  ] as const)('of %s', (_what, changes, direction, place) => {
    expect(placeOfStep({ name: 'add-passage', changes }, direction)).toEqual(place);
  });

  it('shows a passage that was changed, whichever way', () => {
    const relabelled = { ...passage, label: 'gap' as const, id: passageIdSchema.parse(passage.id) };
    const changes = recordChanges(file, 'passages', passage, relabelled);
    for (const direction of ['undo', 'redo'] as const) {
      expect(placeOfStep({ name: 'relabel-passage', changes }, direction)).toEqual({
        view: 'article',
        articleId,
        passageId: passage.id,
      });
    }
  });
});

describe('what a step is about', () => {
  const read = (number: number): readonly Change[] => {
    const id = articleIdSchema.parse(`018f0000-0000-7000-8000-00000000000${number}`);
    const about = { ...newAnnotation(id, passage.updatedAt), state: 'unread' as const };
    return recordChanges({ kind: 'annotations', articleId: id }, 'about', about, { ...about, state: 'read' });
  };
  const relabelled = recordChanges(file, 'passages', passage, { ...passage, label: 'gap' });
  const deleted = recordChanges(file, 'passages', passage, { ...passage, deletedAt: passage.updatedAt });
  it.each([
    ['a passage', relabelled, ['passages', 'sources']],
    ['a passage, with the tag that was made for it', [...addTag, ...addPassage], ['passages', 'sources']],
    ['a passage that goes or comes back', deleted, ['passages', 'sources', 'trash']],
    ['a task', addTask, ['tasks', 'today']],
    ['an article that goes or comes back', [trashArticle], ['trash']],
    ['a tag: its place is its list', addTag, []],
    ['one article', read(1), []],
    ['several articles', [...read(1), ...read(2)], ['articles']],
    ['an article with its passage', [...read(1), ...addPassage], ['passages', 'sources']],
  ] as const)('shows as a row of lists: %s', (_what, changes, lists) => {
    expect(listsShowing({ name: 'add-passage', changes })).toEqual(lists);
  });

  it('shows an article that was marked as read in Today', () => {
    expect(listsShowing({ name: 'article-state', changes: read(1) })).toEqual(['today']);
  });
});
