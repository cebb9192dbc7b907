import { describe, expect, it } from 'vitest';
import type { TaskRow } from '#domain/contract/task.ts';
import { ALL_OWNERS, filterTasks, firstFilter, NO_OWNER, ownerChoices } from '#renderer/tasks/task-filter.ts';
import { sampleTask } from '../../../support/archive/sample-records.ts';

const row = (
  title: string,
  changed: Parameters<typeof sampleTask>[1],
  said: Partial<TaskRow> = {},
): TaskRow => ({
  task: sampleTask(title, changed),
  place: { on: 'nothing' },
  placeTitle: null,
  quote: null,
  printed: null,
  tagIds: [],
  answer: null,
  ...said,
});

const articleId = '0190f000-0000-7000-8000-000000000090' as never;
const rows = [
  row('Ask Łódź', { owner: 'desk', kind: 'gap' }),
  row('Wait', { state: 'waiting' }),
  row('Read', { state: 'done', owner: 'anna' }),
  row('Check', {}, { place: { on: 'passage', articleId, passageId: articleId }, quote: 'officials said so' }),
];
const titles = (filter: Partial<typeof firstFilter>) =>
  filterTasks(rows, { ...firstFilter, ...filter }).map(({ task }) => task.title);

describe('the tasks that a filter shows', () => {
  it('are those of a state, a kind, an owner, a place', () => {
    expect(titles({})).toEqual(['Ask Łódź', 'Wait', 'Check']);
    expect(titles({ state: 'waiting' })).toEqual(['Wait']);
    expect(titles({ state: 'all', owner: 'anna' })).toEqual(['Read']);
    expect(titles({ owner: NO_OWNER })).toEqual(['Wait', 'Check']);
    expect(titles({ kind: 'gap' })).toEqual(['Ask Łódź']);
    expect(titles({ on: 'article' })).toEqual(['Check']);
  });

  it('have all words, in the title, the owner or the passage, in any spelling', () => {
    expect(titles({ words: 'lodz DESK' })).toEqual(['Ask Łódź']);
    expect(titles({ words: 'officials check' })).toEqual(['Check']);
    expect(titles({ words: 'officials wait' })).toEqual([]);
  });

  it('offer the owners that there are, and the one that is chosen', () => {
    expect(ownerChoices(rows, 'gone').map(({ name }) => name)).toEqual([
      'All owners',
      'anna',
      'desk',
      'gone',
      'No owner',
    ]);
    expect(ownerChoices(rows, ALL_OWNERS)).toHaveLength(4);
  });
});
