import { describe, expect, it } from 'vitest';
import { articleAnnotations, articleOpen } from '#domain/contract/article.ts';
import type { Events } from '#domain/contract/events.ts';
import { isConcerned } from '#domain/contract/is-concerned.ts';
import { passageList } from '#domain/contract/passage.ts';
import { taskList } from '#domain/contract/task.ts';
import { articleIdSchema } from '#domain/ids.ts';

const one = articleIdSchema.parse('0190f000-0000-7000-8000-000000000001');
const other = articleIdSchema.parse('0190f000-0000-7000-8000-000000000002');
const change = (change: Partial<Events['archive-changed']>): Events['archive-changed'] => ({
  topics: ['passages'],
  articleIds: [],
  memoIds: [],
  gone: [],
  undo: { undo: null, redo: null },
  ...change,
});

describe('an open article', () => {
  it('is asked for again when it was touched', () => {
    expect(isConcerned(articleAnnotations, { articleId: one }, change({ articleIds: [one] }))).toBe(true);
  });
  it('is left alone when another one was touched', () => {
    expect(isConcerned(articleAnnotations, { articleId: one }, change({ articleIds: [other] }))).toBe(false);
  });
  it('is asked for again when the change names no article', () => {
    expect(isConcerned(articleOpen, { articleId: one }, change({}))).toBe(true);
  });
});

describe('a list', () => {
  it('is asked for again for a change in any article', () => {
    expect(isConcerned(passageList, {}, change({ articleIds: [other] }))).toBe(true);
  });
  it('is left alone by a topic that it does not show', () => {
    expect(isConcerned(taskList, {}, change({ topics: ['tags'] }))).toBe(false);
  });
});
