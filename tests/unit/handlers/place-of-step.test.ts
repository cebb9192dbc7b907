import { describe, expect, it } from 'vitest';
import type { Change } from '#domain/archive/changes.ts';
import { articleIdSchema, memoIdSchema, passageIdSchema } from '#domain/ids.ts';
import { placeOfStep } from '#electron/handlers/acts/place-of-step.ts';
import { recordChanges } from '#electron/handlers/acts/record-changes.ts';
import { samplePassage, sampleTag, sampleTask } from '../../support/archive-samples.ts';

const articleId = articleIdSchema.parse('018f0000-0000-7000-8000-000000000001');
const memoId = memoIdSchema.parse('018f0000-0000-7000-8000-000000000002');
const passage = samplePassage('a quote');
const file = { kind: 'annotations', articleId } as const;

const addPassage = recordChanges(file, 'passages', null, passage);
const addTask = recordChanges(file, 'tasks', null, sampleTask('Ask', { passageId: passage.id }));
const addTag = recordChanges({ kind: 'tags' }, 'tags', null, sampleTag('China'));
const trashArticle: Change = { type: 'folder', holds: 'article', id: articleId, to: 'trash' };
const bringMemo: Change = { type: 'folder', holds: 'memo', id: memoId, to: 'archive' };

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
