import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BulkChange } from '#domain/contract/bulk-change.ts';
import type { Events } from '#domain/contract/events.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { ArticleId, PassageId, SourceId, TagId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { richTextFromPlain, richTextToPlain } from '#domain/rich-text.ts';
import { printGrade } from '#domain/tradecraft/grade.ts';
import { createBulkHandlers } from '#electron/handlers/bulk/bulk-handlers.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { createSourceHandlers } from '#electron/handlers/source/source-handlers.ts';
import { newSourceId } from '../../support/archive/sample-ids.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The port closed on Monday.\nNobody said why, and nobody asked.';

let bench: Workbench;
const acts = createActs(() => bench);
let articles: readonly ArticleId[];
benchForEach(async (opened) => {
  bench = opened;
  articles = [await addArticle(bench, text), await addArticle(bench, `${text}\nMore.`)];
});

const add = async (article: number, quote: string, said: Partial<Input<'passage:add'>> = {}) =>
  (await acts.add(articles[article] as ArticleId, text, quote, said)).id;
const bulk = (passageIds: readonly PassageId[], change: BulkChange) =>
  createBulkHandlers(bench.deps)['bulk:change-passages']({ passageIds: [...passageIds], change });
const all = async () => {
  const files = await Promise.all(articles.map(async (id) => succeed(await bench.archive.annotations(id))));
  return {
    passages: files.flatMap(({ passages }) => passages),
    tasks: files.flatMap(({ tasks }) => tasks),
  };
};
const each = async <T>(ids: readonly PassageId[], said: (passage: Passage) => T): Promise<T[]> => {
  const { passages } = await all();
  return ids.flatMap((id) => passages.filter((passage) => passage.id === id)).map(said);
};
const tag = acts.ensureTag;
const source = async (name: string, reliability: 'B' | 'C' | null): Promise<SourceId> => {
  const sources = createSourceHandlers(bench.deps);
  const { id } = succeed(
    await sources['source:ensure']({ sourceId: newSourceId(), name, kind: 'person', parentId: null }),
  );
  if (reliability !== null) {
    succeed(await sources['source:set-reliability']({ sourceId: id, reliability, why: '' }));
  }
  return id;
};
/** Every file of the articles as it stands on the disk. */
const bytes = (): readonly string[] =>
  articles.map((id) => readFileSync(join(bench.archive.folder, 'articles', id, 'annotations.json'), 'utf8'));

/** Handlers whose long acts are ended once so many files are told of, and all that was told. */
const endedAfter = (files: number) => {
  const told: Events['bulk-progress'][] = [];
  let nowMs = 0;
  // A clock on which every look lasts a second: progress is told of each file.
  const machine = { ...bench.deps.machine, nowMs: () => (nowMs += 1000) };
  const handlers = createHandlers({
    ...bench.deps,
    machine,
    emit: (name, event) => {
      if (name !== 'bulk-progress') return;
      told.push(event as Events['bulk-progress']);
      if (told.length === files) void handlers['bulk:cancel']({});
    },
  });
  return { handlers, told };
};

const someTask = { title: 'Ask the desk', kind: 'gap', due: null, owner: null } as const;

describe('an act on many passages', () => {
  it.each<[string, (ids: { tagId: TagId; sourceId: SourceId }) => BulkChange]>([
    ['relabel-passages', () => ({ kind: 'label', label: 'gap' })],
    ['tag-passages', ({ tagId }) => ({ kind: 'tag', add: [tagId], remove: [] })],
    ['source-passages', ({ sourceId }) => ({ kind: 'source', sourceId })],
    [
      'grade-passages',
      () => ({ kind: 'grade', grade: { reliability: 'B', credibility: 3 }, confirmedBecause: null }),
    ],
    ['note-passages', () => ({ kind: 'append-note', text: 'Look again' })],
    ['add-tasks', () => ({ kind: 'task', task: someTask })],
    ['delete-passages', () => ({ kind: 'delete' })],
  ])(
    '%s is one step over all files; undone and done again it leaves the same bytes',
    async (name, changeOf) => {
      const ids = [await add(0, 'port'), await add(0, 'nobody asked'), await add(1, 'Monday')];
      const untouched = await add(1, 'why');
      const change = changeOf({ tagId: await tag('Ports'), sourceId: await source('Official', 'B') });
      const before = bytes();
      const keptBefore = await each([untouched], JSON.stringify);
      expect(succeed(await bulk(ids, change))).toEqual({ changed: 3 });
      const after = bytes();
      expect(bench.archive.undoState().undo).toBe(name);
      expect(await each([untouched], JSON.stringify)).toEqual(keptBefore);
      expect(after).not.toEqual(before);
      succeed(await bench.archive.undo());
      expect(bytes()).toEqual(before);
      succeed(await bench.archive.redo());
      expect(bytes()).toEqual(after);
    },
  );

  it('adds and takes away tags, and leaves what is not spoken of', async () => {
    const [one, two, three] = [await tag('One'), await tag('Two'), await tag('Three')];
    const ids = [await add(0, 'port', { tagIds: [one, two] }), await add(1, 'why', { tagIds: [two] })];
    succeed(await bulk(ids, { kind: 'tag', add: [three], remove: [one] }));
    expect(await each(ids, ({ tagIds }) => tagIds)).toEqual([
      [two, three],
      [two, three],
    ]);
    succeed(await bulk(ids, { kind: 'tag', add: [three], remove: [] }));
    expect(bench.archive.undoState().undo).toBe('tag-passages');
    succeed(await bench.archive.undo());
    expect(await each(ids, ({ tagIds }) => tagIds)).toEqual([[one, two], [two]]);
  });

  it('grades each with its own letter, or that of its speaker today, and changes neither where both are said', async () => {
    const official = await source('Official', 'B');
    const ids = [
      await add(0, 'port', { grade: { reliability: 'D', credibility: 5 }, sourceId: official }),
      await add(0, 'why', { sourceId: official }),
      await add(1, 'Monday'),
    ];
    const grade = { reliability: 'own', credibility: 3 } as const;
    succeed(await bulk(ids, { kind: 'grade', grade, confirmedBecause: null }));
    expect(await each(ids, (passage) => printGrade(passage.grade))).toEqual(['D3', 'B3', '–3']);
    const letter = { reliability: 'C', credibility: 'own' } as const;
    succeed(await bulk(ids, { kind: 'grade', grade: letter, confirmedBecause: null }));
    expect(await each(ids, (passage) => printGrade(passage.grade))).toEqual(['C3', 'C3', 'C3']);
    const clear = { reliability: null, credibility: null };
    succeed(await bulk(ids, { kind: 'grade', grade: clear, confirmedBecause: null }));
    expect(await each(ids, (passage) => printGrade(passage.grade))).toEqual(['', '', '']);
  });

  it('refuses "confirmed" without a reason, writes nothing, and keeps the reason that is given', async () => {
    const ids = [await add(0, 'port'), await add(1, 'why')];
    const grade = { reliability: 'own', credibility: 1 } as const;
    const before = bytes();
    expect(codeOf(await bulk(ids, { kind: 'grade', grade, confirmedBecause: null }))).toBe('not-confirmed');
    expect(bytes()).toEqual(before);
    succeed(await bulk(ids, { kind: 'grade', grade, confirmedBecause: 'Seen by two desks' }));
    const letter = { reliability: 'B', credibility: 'own' } as const;
    succeed(await bulk(ids, { kind: 'grade', grade: letter, confirmedBecause: null }));
    expect(await each(ids, ({ confirmedBecause }) => confirmedBecause)).toEqual([
      'Seen by two desks',
      'Seen by two desks',
    ]);
  });

  it('writes a note below what each says already', async () => {
    const ids = [await add(0, 'port', { note: richTextFromPlain('First.') }), await add(1, 'why')];
    succeed(await bulk(ids, { kind: 'append-note', text: 'Second.' }));
    expect(await each(ids, ({ note }) => note && richTextToPlain(note))).toEqual([
      'First.\nSecond.',
      'Second.',
    ]);
  });

  it('puts the same follow-up on each, and takes those of deleted passages with them', async () => {
    const ids = [await add(0, 'port'), await add(1, 'why')];
    succeed(await bulk(ids, { kind: 'task', task: someTask }));
    const { tasks } = await all();
    expect(tasks.map(({ title, passageId }) => [title, passageId])).toEqual(
      ids.map((id) => ['Ask the desk', id]),
    );
    succeed(await bulk(ids, { kind: 'delete' }));
    expect((await all()).tasks.every(({ deletedAt }) => deletedAt !== null)).toBe(true);
  });

  it('is done to all or to none: one that is gone stops it', async () => {
    const ids = [await add(0, 'port'), await add(1, 'why')];
    succeed(await bulk(ids.slice(1), { kind: 'delete' }));
    const before = bytes();
    expect(codeOf(await bulk(ids, { kind: 'label', label: 'gap' }))).toBe('not-found');
    expect(codeOf(await bulk(ids.slice(0, 1), { kind: 'tag', add: [ids[0] as never], remove: [] }))).toBe(
      'not-found',
    );
    expect(bytes()).toEqual(before);
  });

  it('is no step where nothing changes', async () => {
    const ids = [await add(0, 'port'), await add(1, 'why')];
    expect(succeed(await bulk(ids, { kind: 'label', label: 'claim' }))).toEqual({ changed: 0 });
    expect(bench.archive.undoState().undo).toBe('add-passage');
  });

  it('can be ended between two files: what it wrote is put back, and it is no step', async () => {
    const ids = [await add(0, 'port'), await add(1, 'why')];
    const before = bytes();
    const { handlers, told } = endedAfter(3);
    const ended = await handlers['bulk:change-passages']({
      passageIds: ids,
      change: { kind: 'label', label: 'gap' },
    });
    expect(codeOf(ended)).toBe('cancelled');
    // Both files are looked at, and one is written.
    expect(told).toEqual([...[1, 2, 3].map((done) => ({ done, total: 4 })), { done: 1, total: 1 }]);
    expect(bytes()).toEqual(before);
    expect(readdirSync(join(bench.archive.folder, 'articles', articles[0] as string)).join()).not.toContain(
      'tmp',
    );
    expect(bench.archive.undoState().undo).toBe('add-passage');
    expect(await each(ids, ({ label }) => label)).toEqual(['claim', 'claim']);
  });

  it.each([1, 3])(
    'can be ended while it is undone, after %s of two times two looks and writes',
    async (files) => {
      const ids = [await add(0, 'port'), await add(1, 'why')];
      succeed(await bulk(ids, { kind: 'label', label: 'gap' }));
      const after = bytes();
      const { handlers, told } = endedAfter(files);
      expect(codeOf(await handlers['undo:undo']({}))).toBe('cancelled');
      expect(told.at(-2)).toEqual({ done: files, total: 4 });
      expect(bytes()).toEqual(after);
      expect(bench.archive.undoState()).toEqual({ undo: 'relabel-passages', redo: null });
      succeed(await createHandlers(bench.deps)['undo:undo']({}));
      expect(await each(ids, ({ label }) => label)).toEqual(['claim', 'claim']);
    },
  );
});
