// The calendar of an export, which comes back from another program.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#domain/contract/requests.ts';
import { sayLeftOut } from '#domain/exchange/left-out.ts';
import { sayTodoRow } from '#domain/exchange/say-todo.ts';
import type { TaskPlace } from '#domain/task/task.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { newTaskId } from '../../../support/archive/sample-ids.ts';
import { type BringingIn, importText, openBringingIn } from '../../../support/exchange/bring-in.ts';
import { codeOf, succeed } from '../../../support/workbench/results.ts';

let scene: BringingIn;
beforeEach(async () => {
  scene = await openBringingIn();
});
afterEach(() => scene.close());

const due = calendarDateSchema.parse('2024-05-01');

const add = async (title: string, place: TaskPlace, said: Partial<Input<'task:add'>['task']> = {}) => {
  const task = { title, kind: 'other' as const, due, owner: null, ...said };
  return succeed(await scene.handlers['task:add']({ taskId: newTaskId(), place, task })).id;
};
const tasks = async () =>
  (await scene.bench.deps.catalogue['task:list']({ isOpenOnly: false })).map(
    ({ task: { title, state, due } }) => [title, state, due],
  );

/** Exports the tasks, and has another program change what it reads. */
const exported = async (change: (ics: string) => string): Promise<{ 'tasks.ics': string }> => {
  const out = join(scene.folder, 'out');
  succeed(await scene.exportTo('calendar', out, false));
  return { 'tasks.ics': change(await readFile(join(out, 'tasks.ics'), 'utf8')) };
};
const LATER = 'LAST-MODIFIED:20300101T000000Z';
const revise = (ics: string): string => ics.replace(/LAST-MODIFIED:\w+/gu, LATER);

const said = async (files: { 'tasks.ics': string }) => {
  const preview = succeed(await scene.preview('calendar', files));
  return preview.tasks.map((row) => `${row.title}: ${sayTodoRow(row)}`);
};

describe('the calendar of an export', () => {
  it('changes nothing as it is', async () => {
    await add('Call', { on: 'nothing' }, { repeat: { unit: 'month', every: 1, day: 1 } });
    const files = await exported((ics) => ics);
    expect(await said(files)).toEqual(['Call: Already here']);
  });

  it('brings back what was done and changed there, in whatever file the task is, and goes with one undo', async () => {
    const articleId = await importText(scene, 'A text.', { title: 'Article' });
    await add('Call', { on: 'article', articleId });
    await add('Write', { on: 'nothing' });
    const before = await tasks();
    const files = await exported((ics) =>
      revise(ics)
        .replace(/(SUMMARY:Call[\s\S]*?)STATUS:NEEDS-ACTION/u, '$1STATUS:COMPLETED\r\nPERCENT-COMPLETE:100')
        .replace(
          /(SUMMARY:Write)\r\nDUE;VALUE=DATE:20240501/u,
          '$1 twice\r\nDUE;TZID=Europe/Berlin:20240506T120000',
        ),
    );
    expect((await said(files)).toSorted()).toEqual([
      'Call: Done',
      'Write: Title “Write twice”, due 6 May 2024 (was 1 May 2024)',
    ]);
    await scene.take('calendar', files);
    expect((await tasks()).toSorted()).toEqual([
      ['Call', 'done', due],
      ['Write twice', 'open', '2024-05-06'],
    ]);
    expect((await said(files)).every((each) => each.includes('Already here'))).toBe(true);
    succeed(await scene.handlers['undo:undo']({}));
    expect(await tasks()).toEqual(before);
  });

  it('makes the next of a recurring task that was done there', async () => {
    await add('Check', { on: 'nothing' }, { repeat: { unit: 'week', every: 1 } });
    await scene.take('calendar', await exported((ics) => ics.replace('NEEDS-ACTION', 'COMPLETED')));
    expect((await tasks()).toSorted()).toEqual([
      ['Check', 'done', due],
      ['Check', 'open', '2024-05-08'],
    ]);
  });

  it('makes nothing anew of what lies in the trash here', async () => {
    const taskId = await add('Call', { on: 'nothing' });
    const files = await exported(revise);
    succeed(await scene.handlers['task:delete']({ place: { on: 'nothing' }, taskId }));
    expect(await said(files)).toEqual(['Call: Not imported: in the trash here']);
    await scene.take('calendar', files);
    expect(await tasks()).toEqual([]);
  });
});

describe('the calendar of another program', () => {
  const todo = (uid: string, title: string, ...more: string[]) =>
    ['BEGIN:VTODO', `UID:${uid}`, 'DTSTAMP:20240401T080000Z', `SUMMARY:${title}`, ...more, 'END:VTODO'].join(
      '\n',
    );
  const calendar = (...parts: string[]) => ({
    'tasks.ics': ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR'].join('\n'),
  });

  it('gives new tasks, which are known when they come again', async () => {
    const files = calendar(
      todo('1@other.example', 'Buy milk'),
      todo('2@other.example', 'Read the report', 'DUE;VALUE=DATE:20240506'),
      todo('3@other.example', 'Long done', 'STATUS:COMPLETED'),
      'BEGIN:VEVENT\nUID:e\nEND:VEVENT',
    );
    const preview = succeed(await scene.preview('calendar', files));
    expect(preview.tasks.map(({ isOffered }) => isOffered)).toEqual([true, true, false]);
    expect(preview.leftOut.map(sayLeftOut)).toEqual(['1 event: only to-dos become tasks']);
    const { draftId } = preview;
    const taken = await scene.handlers['import:take-brought']({
      draftId,
      label: 'context',
      uids: ['2@other.example', 'unknown'],
    });
    expect(succeed(taken)).toMatchObject({ tasks: 1, tasksChanged: 0, articleIds: [] });
    expect(await tasks()).toEqual([['Read the report', 'open', '2024-05-06']]);
    expect(await said(files)).toContain('Read the report: Already here');
    await scene.take('calendar', files);
    expect((await tasks()).map(([title]) => title).toSorted()).toEqual(['Buy milk', 'Read the report']);
  });

  it('is refused where it is none', async () => {
    expect(codeOf(await scene.preview('calendar', { 'tasks.ics': 'title,due\nAsk,2024-05-06' }))).toBe(
      'not-of-tool',
    );
  });
});
