import { describe, expect, it } from 'vitest';
import type { SourceId, TagId } from '#domain/ids.ts';
import type { SourceKind } from '#domain/source/source.ts';
import { createUndoHandlers } from '#electron/handlers/archive/undo-handlers.ts';
import { createSourceHandlers } from '#electron/handlers/source/source-handlers.ts';
import { createTagHandlers } from '#electron/handlers/tag/tag-handlers.ts';
import { newSourceId, newTagId } from '../../support/archive/sample-ids.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
benchForEach((opened) => {
  bench = opened;
});

const tags = () => createTagHandlers(bench.deps);
const sources = () => createSourceHandlers(bench.deps);
const ensureTag = async (...path: string[]): Promise<TagId> =>
  succeed(await tags()['tag:ensure']({ tagId: newTagId(), path })).id;
const ensureSource = async (
  name: string,
  parentId: SourceId | null = null,
  kind: SourceKind = 'person',
): Promise<SourceId> =>
  succeed(await sources()['source:ensure']({ sourceId: newSourceId(), name, kind, parentId })).id;
const storedTags = async () => succeed(await bench.archive.tags()).tags;
const storedSources = async () => succeed(await bench.archive.sources()).sources;

describe('ensuring a tag', () => {
  it('makes the whole path in one step, and finds it afterwards', async () => {
    const id = await ensureTag('China', 'Dual use');
    expect((await storedTags()).map(({ name }) => name)).toEqual(['China', 'Dual use']);
    expect(await ensureTag('China', 'Dual use')).toBe(id);
    expect(await storedTags()).toHaveLength(2);
    succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    expect(await storedTags()).toEqual([]);
  });
});

describe('changing the codebook', () => {
  it('refuses what would break the tree, and says why', async () => {
    const china = await ensureTag('China');
    const dualUse = await ensureTag('China', 'Dual use');
    const russia = await ensureTag('Russia');
    expect(codeOf(await tags()['tag:change']({ tagId: china, name: 'Russia' }))).toBe('name-taken');
    expect(codeOf(await tags()['tag:change']({ tagId: china, parentId: dualUse }))).toBe('would-be-cycle');
    expect(codeOf(await tags()['tag:merge']({ tagId: china, intoId: china }))).toBe('would-be-cycle');
    succeed(await tags()['tag:delete']({ tagId: russia }));
    expect(codeOf(await tags()['tag:change']({ tagId: russia, name: 'X' }))).toBe('not-found');
  });

  it('answers the tag as it stands after the act', async () => {
    const china = await ensureTag('China');
    const prc = await ensureTag('PRC');
    expect(succeed(await tags()['tag:change']({ tagId: prc, name: 'P.R.C.' })).name).toBe('P.R.C.');
    expect(succeed(await tags()['tag:merge']({ tagId: prc, intoId: china })).aliases).toEqual(['P.R.C.']);
    const definition = { useWhen: 'the state is meant', notWhen: 'the firm', example: '' };
    const defined = succeed(await tags()['tag:change']({ tagId: prc, definition, aliases: ['Beijing'] }));
    expect(defined).toMatchObject({ id: china, definition, aliases: ['Beijing'] });
  });

  it('never touches an article, whatever it does', async () => {
    await addArticle(bench, 'Text.');
    const touched: string[] = [];
    bench.archive.onChanged(({ articleIds }) => touched.push(...articleIds));
    const china = await ensureTag('China');
    const prc = await ensureTag('PRC');
    succeed(await tags()['tag:merge']({ tagId: prc, intoId: china }));
    succeed(await tags()['tag:delete']({ tagId: china }));
    expect(touched).toEqual([]);
  });

  it('takes a merge back as it was', async () => {
    const china = await ensureTag('China');
    const prc = await ensureTag('PRC');
    await ensureTag('PRC', 'Army');
    const before = await storedTags();
    succeed(await tags()['tag:merge']({ tagId: prc, intoId: china }));
    const undone = succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    expect(undone).toMatchObject({ name: 'merge-tags', place: { view: 'tags' } });
    expect(await storedTags()).toEqual(before);
  });
});

describe('sources', () => {
  it('are found by name or alias before they are made', async () => {
    const department = await ensureSource('State Department', null, 'organisation');
    succeed(await sources()['source:change']({ sourceId: department, aliases: ['Foggy Bottom'] }));
    expect(await ensureSource('State  Department')).toBe(department);
    expect(await ensureSource('Foggy Bottom')).toBe(department);
    expect(await storedSources()).toHaveLength(1);
  });

  it('are never one that is written otherwise: the answer names it', async () => {
    const müller = await ensureSource('Jan Müller');
    const asked = { name: 'Jan Muller', kind: 'person' as const, parentId: null };
    const answer = succeed(await sources()['source:ensure']({ sourceId: newSourceId(), ...asked }));
    expect(answer.id).not.toBe(müller);
    expect(answer.near).toEqual(['Jan Müller']);
    expect(succeed(await sources()['source:ensure']({ sourceId: newSourceId(), ...asked }))).toMatchObject({
      id: answer.id,
      near: [],
    });
    expect((await storedSources()).map(({ name }) => name)).toEqual(['Jan Müller', 'Jan Muller']);
  });

  it('may share a name below different parents', async () => {
    const [a, b] = [await ensureSource('Ministry A'), await ensureSource('Ministry B')];
    expect(await ensureSource('Spokesperson', a)).not.toBe(await ensureSource('Spokesperson', b));
  });

  it('keep every letter with its reason, and answer through a merge', async () => {
    const [one, two] = [await ensureSource('Official'), await ensureSource('The official')];
    succeed(
      await sources()['source:set-reliability']({ sourceId: one, reliability: 'C', why: 'first look' }),
    );
    succeed(await sources()['source:set-reliability']({ sourceId: one, reliability: 'B', why: 'was right' }));
    succeed(await sources()['source:merge']({ sourceId: two, intoId: one }));
    const open = succeed(await sources()['source:open']({ sourceId: two }));
    expect(open.id).toBe(one);
    expect(open.reliabilityHistory.map(({ from, to, why }) => [from, to, why])).toEqual([
      [null, 'C', 'first look'],
      ['C', 'B', 'was right'],
    ]);
  });

  it('make no step where the letter is the same', async () => {
    const one = await ensureSource('Official');
    succeed(await sources()['source:set-reliability']({ sourceId: one, reliability: null, why: 'still' }));
    expect(bench.archive.undoState().undo).toBe('add-source');
  });

  it('refuse to stand below themselves or below what is gone', async () => {
    const [one, two] = [await ensureSource('One'), await ensureSource('Two')];
    succeed(await sources()['source:change']({ sourceId: two, parentId: one }));
    expect(codeOf(await sources()['source:change']({ sourceId: one, parentId: two }))).toBe('would-be-cycle');
    succeed(await sources()['source:delete']({ sourceId: one }));
    expect(codeOf(await sources()['source:open']({ sourceId: two }))).toBe('not-found');
    const below = await sources()['source:ensure']({
      sourceId: newSourceId(),
      name: 'Three',
      kind: 'person',
      parentId: one,
    });
    expect(codeOf(below)).toBe('not-found');
  });
});

describe('ensuring a source below others', () => {
  const above = [
    { name: 'US government', kind: 'organisation' as const },
    { name: 'State Department', kind: 'body' as const },
  ];
  const ensure = async (name: string) =>
    succeed(
      await sources()['source:ensure']({
        sourceId: newSourceId(),
        name,
        kind: 'person',
        parentId: null,
        above,
      }),
    );

  it('makes the whole path in one step, and finds it afterwards', async () => {
    const roe = await ensure('Ann Roe');
    expect((await storedSources()).map(({ name }) => name)).toEqual([
      'US government',
      'State Department',
      'Ann Roe',
    ]);
    expect((await ensure('Ann Roe')).id).toBe(roe.id);
    succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    expect(await storedSources()).toEqual([]);
  });

  it('puts one there who stood alone, and undoing takes him out again', async () => {
    const alone = await ensureSource('Ann Roe');
    const before = await storedSources();
    const moved = await ensure('Ann Roe');
    expect(moved.id).toBe(alone);
    expect(moved.parentId).not.toBeNull();
    succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    expect(await storedSources()).toEqual(before);
  });
});
