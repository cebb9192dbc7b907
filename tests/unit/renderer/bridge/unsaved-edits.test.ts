import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnyRequest } from '#domain/contract/any-request.ts';
import { settingsChange } from '#domain/contract/app.ts';
import { articleCorrect } from '#domain/contract/article.ts';
import { importChoose } from '#domain/contract/import.ts';
import { memoSetState } from '#domain/contract/memo.ts';
import { memoExport } from '#domain/contract/memo-export.ts';
import { passageEdit } from '#domain/contract/passage.ts';
import { requests } from '#domain/contract/requests.ts';
import { searchSave } from '#domain/contract/search.ts';
import { tagChange, tagEnsure } from '#domain/contract/tag.ts';
import { trashRestore } from '#domain/contract/trash.ts';
import { articleIdSchema, memoIdSchema, passageIdSchema, sourceIdSchema, tagIdSchema } from '#domain/ids.ts';
import { usualParts } from '#domain/memo/export/export-parts.ts';
import { act } from '#renderer/bridge/act.ts';
import {
  giveUpEdit,
  isCollided,
  keepOurs,
  retryUnsavedEdits,
  useUnsavedEdits,
} from '#renderer/bridge/unsaved-edits.ts';
import { useNotices } from '#renderer/window/notices.ts';
import { newSearchId, newTagId } from '../../../support/archive/sample-ids.ts';
import { freshWindowForEach } from './fresh-window.ts';
import type { ScriptedBridge } from './scripted-bridge.ts';

const diskFull = { ok: false, error: { code: 'write-failed', file: 'tags.json', reason: 'disk-full' } };
const articleId = articleIdSchema.parse('0190f000-0000-7000-8000-000000000009');
const one = tagIdSchema.parse('0190f000-0000-7000-8000-000000000001');
const two = tagIdSchema.parse('0190f000-0000-7000-8000-000000000002');

let main: ScriptedBridge;
freshWindowForEach((bridge) => {
  main = bridge;
});

const rename = (tagId: typeof one, name: string) => act(tagChange, { tagId, name });
const unsaved = () => useUnsavedEdits.getState().edits.map(({ input }) => (input as { name: string }).name);
const askedNames = () => main.asked.map(({ input }) => input.name);

describe('an edit of an article whose folder was taken away', () => {
  const gone = { ok: false, error: { code: 'not-found', what: 'article', id: articleId } };
  const correct = () => act(articleCorrect, { articleId, corrections: { title: 'Envoy' } });
  const reasons = () => useUnsavedEdits.getState().edits.map(({ error }) => error);
  const away = { code: 'write-failed', file: `articles/${articleId}`, reason: 'gone-outside' };

  it('is kept, and written as soon as the folder is back', async () => {
    main.answer('article:correct', () => gone);
    expect((await correct()).ok).toBe(false);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(reasons()).toEqual([away]);
    main.answer('article:correct', () => ({ ok: true, value: {} }));
    await vi.advanceTimersByTimeAsync(6_000);
    expect(reasons()).toEqual([]);
  });

  it('does not hold up what puts the article back', async () => {
    main.answer('article:correct', () => gone);
    await correct();
    main.answer('trash:restore', () => ({ ok: true, value: null }));
    const rows = [{ kind: 'article' as const, id: articleId }];
    expect((await act(trashRestore, { rows })).ok).toBe(true);
    expect(main.asked.map(({ name }) => name)).toEqual(['article:correct', 'trash:restore']);
    main.answer('article:correct', () => ({ ok: true, value: {} }));
    await retryUnsavedEdits();
    expect(reasons()).toEqual([]);
  });

  it('is kept also where it waited for the disk before', async () => {
    main.answer('article:correct', () => diskFull);
    await correct();
    main.answer('article:correct', () => ({ ok: false, error: { ...gone.error, code: 'changed-since' } }));
    await vi.advanceTimersByTimeAsync(6_000);
    expect(reasons()).toEqual([away]);
  });

  it('holds up no edit of anything else, and goes when the analyst gives it up', async () => {
    main.answer('article:correct', () => gone);
    main.answer('tag:change', () => diskFull);
    await correct();
    await rename(one, 'Peking');
    main.answer('tag:change', () => ({ ok: true, value: {} }));
    await retryUnsavedEdits();
    expect(reasons()).toEqual([away]);
    for (const edit of useUnsavedEdits.getState().edits) giveUpEdit(edit);
    expect(reasons()).toEqual([]);
  });
});

describe('an edit that could not be written', () => {
  it('is kept, and its answer says that it failed', async () => {
    main.answer('tag:change', () => diskFull);
    expect((await rename(one, 'Peking')).ok).toBe(false);
    expect(unsaved()).toEqual(['Peking']);
  });

  it('is tried again by itself until it is written', async () => {
    main.answer('tag:change', () => diskFull);
    await rename(one, 'Peking');
    await vi.advanceTimersByTimeAsync(11_000);
    expect(askedNames()).toEqual(['Peking', 'Peking', 'Peking']);
    main.answer('tag:change', () => ({ ok: true, value: {} }));
    await vi.advanceTimersByTimeAsync(6_000);
    expect(unsaved()).toEqual([]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(askedNames()).toHaveLength(4);
  });

  it('gives way to a later edit of the same thing, so that it never overwrites it', async () => {
    main.answer('tag:change', () => diskFull);
    await rename(one, 'first');
    await rename(one, 'second');
    expect(unsaved()).toEqual(['second']);
    main.answer('tag:change', () => ({ ok: true, value: {} }));
    await rename(one, 'third');
    expect(unsaved()).toEqual([]);
  });

  it('is written with a later edit of another field of the same thing', async () => {
    const correct = (corrections: object) => act(articleCorrect, { articleId, corrections });
    main.answer('article:correct', () => diskFull);
    await correct({ title: 'Envoy' });
    await correct({ publisher: 'Dispatch' });
    expect(useUnsavedEdits.getState().edits).toHaveLength(1);
    main.answer('article:correct', () => ({ ok: true, value: {} }));
    await correct({ publisher: 'Post' });
    expect(main.asked.at(-1)?.input).toEqual({
      articleId,
      corrections: { title: 'Envoy', publisher: 'Post' },
    });
    expect(useUnsavedEdits.getState().edits).toEqual([]);
  });

  it('of one part of a definition is not undone by one of another part, or of another field', async () => {
    const define = (said: object) => act(tagChange, { tagId: one, ...said });
    main.answer('tag:change', () => diskFull);
    await define({ definition: { useWhen: 'Ships are named.' } });
    await define({ definition: { notWhen: 'They are only counted.' } });
    main.answer('tag:change', () => ({ ok: true, value: {} }));
    await define({ aliases: ['Vessels'] });
    expect(main.asked.at(-1)?.input).toEqual({
      tagId: one,
      definition: { useWhen: 'Ships are named.', notWhen: 'They are only counted.' },
      aliases: ['Vessels'],
    });
    expect(useUnsavedEdits.getState().edits).toEqual([]);
  });

  it('stands beside an edit of another thing', async () => {
    main.answer('tag:change', () => diskFull);
    await rename(one, 'a');
    await rename(two, 'b');
    expect(unsaved()).toEqual(['a', 'b']);
  });

  it('of a speaker is not written after a later one of the same passage', async () => {
    const passageId = passageIdSchema.parse('0190f000-0000-7000-8000-000000000011');
    const say = (sourceId: string) =>
      act(passageEdit, {
        articleId,
        passageId,
        edit: { kind: 'source', sourceId: sourceIdSchema.parse(sourceId) },
      });
    main.answer('passage:edit', () => diskFull);
    await say('0190f000-0000-7000-8000-000000000021');
    main.answer('passage:edit', () => ({ ok: true, value: {} }));
    await say('0190f000-0000-7000-8000-000000000022');
    await vi.advanceTimersByTimeAsync(11_000);
    expect(main.asked.at(-1)?.input.edit).toEqual({
      kind: 'source',
      sourceId: '0190f000-0000-7000-8000-000000000022',
    });
    expect(useUnsavedEdits.getState().edits).toEqual([]);
  });

  it('of a saved search stays beside one of another name', async () => {
    main.answer('search:save', () => diskFull);
    await act(searchSave, { searchId: newSearchId(), name: 'a', text: '', scope: 'passages' });
    await act(searchSave, { searchId: newSearchId(), name: 'b', text: '', scope: 'passages' });
    expect(unsaved()).toEqual(['a', 'b']);
  });

  it('that is of no record gives way to a later one of the same thing all the same', async () => {
    main.answer('settings:change', () => diskFull);
    await act(settingsChange, { theme: 'dark', readingSizePx: 20 });
    main.answer('settings:change', () => ({ ok: true, value: {} }));
    await act(settingsChange, { theme: 'light' });
    await vi.advanceTimersByTimeAsync(11_000);
    expect(main.asked.at(-1)?.input).toEqual({ theme: 'light', readingSizePx: 20 });
    expect(useUnsavedEdits.getState().edits).toEqual([]);
  });

  it('that adds something never gives way to another addition', async () => {
    main.answer('tag:ensure', () => diskFull);
    await act(tagEnsure, { tagId: newTagId(), path: ['a'] });
    await act(tagEnsure, { tagId: newTagId(), path: ['b'] });
    expect(useUnsavedEdits.getState().edits).toHaveLength(2);
  });

  it('keeps those after it waiting, in their order', async () => {
    main.answer('tag:change', () => diskFull);
    await rename(one, 'a');
    await rename(two, 'b');
    main.asked.length = 0;
    await retryUnsavedEdits();
    expect(askedNames()).toEqual(['a']);
    expect(unsaved()).toEqual(['a', 'b']);
  });

  it('is let go with words when trying again can’t mend it', async () => {
    main.answer('tag:change', () => diskFull);
    await rename(one, 'a');
    main.answer('tag:change', () => ({ ok: false, error: { code: 'name-taken', name: 'a' } }));
    await retryUnsavedEdits();
    expect(unsaved()).toEqual([]);
    expect(useNotices.getState().notices).toHaveLength(1);
  });

  it('is kept where its record was deleted meanwhile, and written when that is put back', async () => {
    main.answer('tag:change', () => ({ ok: false, error: { code: 'not-found', what: 'tag', id: one } }));
    await rename(one, 'a');
    await retryUnsavedEdits();
    expect(unsaved()).toEqual(['a']);
    main.answer('tag:change', () => ({ ok: true, value: {} }));
    await retryUnsavedEdits();
    expect(unsaved()).toEqual([]);
  });

  it('is let go where another record that it names is gone', async () => {
    main.answer('tag:change', () => ({ ok: false, error: { code: 'not-found', what: 'tag', id: two } }));
    await act(tagChange, { tagId: one, parentId: two });
    expect(useUnsavedEdits.getState().edits).toEqual([]);
    expect(useNotices.getState().notices.map(({ title }) => title)).toContain('This tag is no longer there.');
  });
});

describe('an edit that another program has overtaken', () => {
  const error = {
    code: 'changed-outside',
    file: 'tags.json',
    isGone: false,
    collisions: [{ what: 'tag', id: one, field: 'name', ours: 'ours', theirs: 'theirs' }],
  };
  const collided = () => {
    const edit = useUnsavedEdits.getState().edits.find(isCollided);
    if (edit === undefined) throw new Error('No edit waits for the analyst.');
    return edit;
  };
  beforeEach(async () => {
    main.answer('tag:change', () => ({ ok: false, error }));
    expect((await rename(one, 'ours')).ok).toBe(false);
    main.asked.length = 0;
    main.answer('tag:change', () => ({ ok: true, value: {} }));
  });

  it('waits for the analyst, and is not tried again by itself', async () => {
    await vi.advanceTimersByTimeAsync(30_000);
    await retryUnsavedEdits();
    expect(main.asked).toEqual([]);
    expect(unsaved()).toEqual(['ours']);
    expect(useNotices.getState().notices).toEqual([]);
  });

  it('takes in what is edited further, which is not sent either', async () => {
    const answer = await rename(one, 'ours, longer');
    expect(answer).toEqual({ ok: false, error });
    expect(main.asked).toEqual([]);
    expect(unsaved()).toEqual(['ours, longer']);
    expect(collided().error.collisions).toMatchObject([{ ours: 'ours, longer', theirs: 'theirs' }]);
    await rename(two, 'another tag');
    expect(askedNames()).toEqual(['another tag']);
  });

  it('is written where the analyst keeps it', async () => {
    expect(await keepOurs(collided())).toBe(true);
    expect(askedNames()).toEqual(['ours']);
    expect(unsaved()).toEqual([]);
  });

  it('stays where it can not be written then either, and is tried again', async () => {
    main.answer('tag:change', () => diskFull);
    expect(await keepOurs(collided())).toBe(false);
    expect(unsaved()).toEqual(['ours']);
    main.answer('tag:change', () => ({ ok: true, value: {} }));
    await vi.advanceTimersByTimeAsync(6_000);
    expect(unsaved()).toEqual([]);
  });

  it('is given up where the analyst keeps the other version', () => {
    giveUpEdit(collided());
    expect(main.asked).toEqual([]);
    expect(useUnsavedEdits.getState()).toMatchObject({ edits: [], givenUp: 1 });
  });

  it('lets those after it be written', async () => {
    main.answer('tag:change', () => diskFull);
    await rename(two, 'waits');
    main.answer('tag:change', () => ({ ok: true, value: {} }));
    await retryUnsavedEdits();
    expect(unsaved()).toEqual(['ours']);
  });

  it('is only said where it can not be asked for again as it is', async () => {
    main.answer('passage:edit', () => ({ ok: false, error }));
    await act(passageEdit, { articleId, passageId: one as never, edit: { kind: 'delete' } });
    expect(unsaved()).toEqual(['ours']);
    expect(useNotices.getState().notices).toHaveLength(1);
  });
});

describe('an edit without a lock, or without its archive', () => {
  it.for([
    { code: 'lock-lost', holder: null },
    { code: 'archive-gone', folder: '/a', found: 'nothing' },
  ])('is kept and tried again: $code', async (error) => {
    main.answer('tag:change', () => ({ ok: false, error }));
    await rename(one, 'ours');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(unsaved()).toEqual(['ours']);
    expect(useNotices.getState().notices).toEqual([]);
    main.answer('tag:change', () => ({ ok: true, value: {} }));
    await vi.advanceTimersByTimeAsync(6_000);
    expect(unsaved()).toEqual([]);
  });
});

const asPdf = {
  format: 'pdf',
  options: { paper: 'a4', glyphs: 'refuse' },
  parts: usualParts,
  fileName: 'memo.pdf',
  replaces: false,
} as const;

describe('an act that asks the analyst for a place or for files', () => {
  it.for([
    ['memo:export', { memoId: memoIdSchema.parse(one), ...asPdf }],
    ['import:choose', {}],
  ] as const)(
    'is said where it could not be written, and does not ask again by itself: %s',
    async ([name, input]) => {
      main.answer(name, () => diskFull);
      await act(requests[name] as AnyRequest, input);
      await vi.advanceTimersByTimeAsync(11_000);
      expect(main.asked).toHaveLength(1);
      expect(useUnsavedEdits.getState().edits).toEqual([]);
      expect(useNotices.getState().notices).toMatchObject([
        {
          title: 'tags.json could not be written: the disk is full.',
          text: /^Precis does not try again automatically/,
        },
      ]);
    },
  );
});

describe('a memo that is not saved', () => {
  it('is not exported as it was before, and nobody is asked for a place once it is saved', async () => {
    const memoId = memoIdSchema.parse(one);
    main.answer('memo:set-state', () => diskFull);
    await act(memoSetState, { memoId, state: 'in-review' });
    main.answer('memo:export', () => ({ ok: true, value: {} }));
    expect(await act(memoExport, { memoId, ...asPdf })).toEqual(diskFull);
    expect(useNotices.getState().notices).toHaveLength(1);
    main.answer('memo:set-state', () => ({ ok: true, value: {} }));
    await vi.advanceTimersByTimeAsync(11_000);
    expect(useUnsavedEdits.getState().edits).toEqual([]);
    expect(main.asked.map(({ name }) => name)).not.toContain('memo:export');
  });
});

describe('an act that fails otherwise', () => {
  it('is said and not kept', async () => {
    main.answer('tag:change', () => ({ ok: false, error: { code: 'name-taken', name: 'G7' } }));
    await rename(one, 'G7');
    expect(unsaved()).toEqual([]);
    expect(useNotices.getState().notices.map(({ title }) => title)).toEqual(['“G7” already exists.']);
  });

  it('is not said when the analyst cancelled it', async () => {
    main.answer('import:choose', () => ({ ok: false, error: { code: 'cancelled' } }));
    await act(importChoose, {});
    expect(useNotices.getState().notices).toEqual([]);
  });
});
