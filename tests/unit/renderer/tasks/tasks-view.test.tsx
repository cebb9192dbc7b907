// @vitest-environment jsdom

import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TaskRow } from '#domain/contract/task.ts';
import { taskSchema } from '#domain/task/task.ts';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { TasksView } from '#renderer/tasks/TasksView.tsx';
import { currentPlace } from '#renderer/window/navigation.ts';
import { eventually } from '../../../support/unit/eventually.ts';
import { installScriptedBridge, type ScriptedBridge } from '../bridge/scripted-bridge.ts';

const id = (end: number) => `0190f000-0000-7000-8000-${String(end).padStart(12, '0')}`;
const at = '2024-04-01T09:00:00.000Z';
const rowOf = (end: number, title: string, due: string | null): TaskRow => ({
  task: taskSchema.parse({
    id: id(end),
    passageId: null,
    title,
    kind: 'other',
    state: 'open',
    due,
    owner: null,
    createdAt: at,
    updatedAt: at,
    completedAt: null,
    deletedAt: null,
  }),
  place: { on: 'article', articleId: id(90) as never },
  placeTitle: 'Envoy carries a warning',
  quote: null,
  printed: null,
  tagIds: [],
  answer: null,
});

let main: ScriptedBridge;
let stop: () => void;
beforeEach(async () => {
  main = installScriptedBridge();
  main.answer('article:languages', () => ({ ok: true, value: [] }));
  main.answer('task:list', () => ({
    ok: true,
    value: [rowOf(1, 'Call the desk', '2020-01-01'), rowOf(2, 'Read on', null)],
  }));
  for (const name of ['task:change', 'task:add'] as const) main.answer(name, () => ({ ok: true, value: {} }));
  stop = followChanges();
  render(<TasksView />);
  await screen.findByText('Call the desk');
});
afterEach(() => {
  cleanup();
  stop();
});

const askedWith = (name: string) => main.asked.filter((ask) => ask.name === name).map(({ input }) => input);
const rowWith = (title: string) => screen.getByText(title).closest<HTMLElement>('[data-row-id]');

describe('the tasks', () => {
  it('stand in groups by when they are due, whose heading alone says that they are overdue', () => {
    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
      'Overdue 1',
      'No date 1',
    ]);
    expect(screen.queryByText(/^overdue, /)).toBeNull();
  });

  it('are done by x on their row', async () => {
    rowWith('Read on')?.focus();
    await userEvent.keyboard('x');
    expect(askedWith('task:change')).toMatchObject([{ taskId: id(2), change: { state: 'done' } }]);
  });

  it('lead to their place on Enter, to the next row on ↓, and to the first and the last on Home and End', async () => {
    rowWith('Call the desk')?.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(rowWith('Read on'));
    await userEvent.keyboard('{Home}');
    expect(document.activeElement).toBe(rowWith('Call the desk'));
    await userEvent.keyboard('{End}');
    expect(document.activeElement).toBe(rowWith('Read on'));
    await userEvent.keyboard('{Enter}');
    expect(currentPlace()).toMatchObject({ view: 'articles', articleId: id(90) });
  });

  it('are made by a typed line, which says what it understood', async () => {
    await userEvent.type(screen.getByRole('textbox', { name: 'New task' }), 'Ask for HS 8457 @trade !gap');
    expect(screen.getByText('@trade')).toBeTruthy();
    await userEvent.keyboard('{Enter}');
    await eventually(() => expect(askedWith('task:add')).toHaveLength(1));
    expect(askedWith('task:add')).toMatchObject([
      {
        place: { on: 'nothing' },
        task: { title: 'Ask for HS 8457', owner: 'trade', kind: 'gap', due: null },
      },
    ]);
  });

  it('draws but the first of three thousand, and counts them all', async () => {
    cleanup();
    stop();
    stop = followChanges();
    // jsdom lays nothing out: the end of the list never comes into sight.
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        observe() {}
        disconnect() {}
      },
    );
    const rows = Array.from({ length: 3000 }, (_, number) => rowOf(100 + number, `Task ${number}`, null));
    main.answer('task:list', () => ({ ok: true, value: rows }));
    render(<TasksView />);
    await screen.findByText('Task 29');
    expect(screen.queryByText('Task 30')).toBeNull();
    expect(screen.getByRole('heading', { name: 'No date 3,000' })).toBeTruthy();
  });
});
