import { existsSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PadFile } from '#domain/archive/files.ts';
import type { Handlers } from '#domain/contract/requests.ts';
import type { ConflictToReview } from '#domain/contract/review.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { PadTarget } from '#domain/pad/move-from-pad.ts';
import { ok } from '#domain/result.ts';
import { type RichText, richTextFromPlain, richTextToPlain } from '#domain/rich-text.ts';
import { createCopyMerger } from '#electron/handlers/copies/copy-merger.ts';
import { keepTakenBack } from '#electron/handlers/copies/keep-taken-back.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import type { ArchiveChanged } from '#electron/ports/archive.ts';
import { sampleArticle } from '../../support/archive/sample-folders.ts';
import { newMemoIds, newTaskId } from '../../support/archive/sample-ids.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
let handlers: Handlers;
let changed: ArchiveChanged[];

beforeEach(() => {
  changed = [];
});
benchForEach((opened) => {
  bench = opened;
  handlers = createHandlers(bench.deps);
  bench.archive.onChanged((event) => changed.push(event));
});

const path = (name = 'pad.json'): string => join(bench.archive.folder, name);
const write = (text: string, editId: string = text) =>
  handlers['pad:write']({ note: richTextFromPlain(text), editId });
const wordsOf = (note: RichText | null): string | null => (note === null ? null : richTextToPlain(note));
const read = async () => wordsOf(succeed(await handlers['pad:read']({})).note);
const onDisk = async (): Promise<PadFile> => JSON.parse(await readFile(path(), 'utf8'));
const undo = () => handlers['undo:undo']({});
const conflicts = async (): Promise<readonly ConflictToReview[]> =>
  succeed(await handlers['review:list']({})).filter((item) => item.kind === 'conflict');

/** Another program writes the pad, and it is noticed. */
const writeOutside = async (text: string): Promise<void> => {
  const note = richTextFromPlain(text);
  const file: PadFile = {
    version: 1,
    pads: [
      { id: 'pad', note, updatedAt: '2024-05-01T09:00:00.000Z' as PadFile['pads'][number]['updatedAt'] },
    ],
  };
  await writeFile(path('theirs'), JSON.stringify(file));
  await rename(path('theirs'), path());
  await bench.archive.lookOutside(['pad.json']);
};

describe('the scratch pad', () => {
  it('is no file before somebody writes in it, and then is on the disk with what was written', async () => {
    expect(await read()).toBeNull();
    succeed(await handlers['pad:write']({ note: null, editId: 'nothing' }));
    expect(existsSync(path())).toBe(false);
    succeed(await write('Ask the pilots.'));
    expect(wordsOf((await onDisk()).pads[0]?.note ?? null)).toBe('Ask the pilots.');
    const again = createHandlers((await bench.reopen()).deps);
    expect(wordsOf(succeed(await again['pad:read']({})).note)).toBe('Ask the pilots.');
  });

  it('is one step of undo for each burst of typing, which leads to it', async () => {
    succeed(await write('A', 'first'));
    succeed(await write('A b', 'first'));
    succeed(await write('A b c', 'second'));
    expect(succeed(await undo())).toMatchObject({ name: 'edit-pad', place: { view: 'pad' } });
    expect(await read()).toBe('A b');
    succeed(await undo());
    expect(await read()).toBeNull();
    succeed(await handlers['undo:redo']({}));
    expect(await read()).toBe('A b');
  });

  it('is found by its words and phrases in the palette', async () => {
    succeed(await write('Insurers in Łódź.\nAsk the pilots.'));
    const found = async (text: string) => succeed(await handlers['search:find']({ text, limit: 5 }));
    const hit = { kind: 'pad', title: 'Insurers in Łódź. Ask the pilots.', detail: '' };
    expect(await found('pilot lodz')).toEqual([hit]);
    expect(await found('“the pilots”')).toEqual([hit]);
    expect(await found('“pilots the”')).toEqual([]);
    expect(await found('tugs')).toEqual([]);
  });

  it('shows what another program has written, and is not written over it unseen', async () => {
    succeed(await write('Mine'));
    await writeOutside('Theirs');
    expect(await read()).toBe('Theirs');
    expect(changed.at(-1)).toMatchObject({ topics: ['pad'] });
    const refused = await write('Mine, and more');
    expect(codeOf(refused)).toBe('changed-outside');
    expect(await read()).toBe('Theirs');
    // Asked for again, with both in sight.
    succeed(await write('Mine, and more'));
    expect(await read()).toBe('Mine, and more');
  });

  it('is told of where it was never read here', async () => {
    await writeOutside('Theirs');
    expect(changed.at(-1)).toMatchObject({ topics: ['pad'] });
    expect(await read()).toBe('Theirs');
  });

  it('holds what both have written where a sync lays a copy beside it', async () => {
    succeed(await write('Both\nMine'));
    const { version, pads } = await onDisk();
    const note = richTextFromPlain('Both\nTheirs');
    const copy = 'pad.sync-conflict-20240501-101500-ABCDEFG.json';
    await writeFile(path(copy), JSON.stringify({ version, pads: pads.map((pad) => ({ ...pad, note })) }));
    const { archive, machine } = bench.deps;
    await createCopyMerger({ archive, machine, tell: () => undefined }).meet([copy]);
    expect(await read()).toBe('Both\nMine\nTheirs');
    expect(await conflicts()).toEqual([]);
    expect(existsSync(path(`trash/copies/${copy}`))).toBe(true);
  });

  it('keeps for a choice what a program takes back that writes what it has read before', async () => {
    const kept: Promise<unknown>[] = [];
    bench.archive.onTakenBack((changes) => kept.push(keepTakenBack(bench.deps, changes)));
    succeed(await write('First'));
    const before = await readFile(path(), 'utf8');
    succeed(await write('First and second'));
    await writeFile(path('theirs'), before);
    await rename(path('theirs'), path());
    await bench.archive.lookOutside(['pad.json']);
    await Promise.all(kept);
    const [conflict] = await conflicts();
    expect(conflict).toMatchObject({ what: 'pad', title: 'Scratch pad', contested: [{ field: 'note' }] });
    const conflictIds = [conflict?.conflictId].filter((id) => id !== undefined);
    succeed(await handlers['review:settle-conflict']({ conflictIds, takes: 'other' }));
    expect(await read()).toBe('First and second');
  });

  it('says that it is damaged, keeps the bytes, and stops nothing else', async () => {
    succeed(await write('Mine'));
    const { deps } = await bench.reopen(() => {
      for (const name of ['pad.json', 'pad.json.bak']) writeFileSync(path(name), '{"version": 1, "pads": [');
    });
    const again = createHandlers(deps);
    expect(codeOf(await again['pad:read']({}))).toBe('archive-damaged');
    expect((await readdir(bench.archive.folder)).some((name) => name.startsWith('pad.json.corrupt-'))).toBe(
      true,
    );
    succeed(await again['tag:list']({}));
  });
});

const noteOf = (text: string): RichText => {
  const note = richTextFromPlain(text);
  if (note === null) throw new Error('nothing is written');
  return note;
};

const addArticle = async (): Promise<ArticleId> => {
  const newArticle = sampleArticle('Strait closed');
  succeed(
    await bench.archive.perform(async () =>
      ok({ value: null, name: 'import-article', changes: [], newArticles: [newArticle] }),
    ),
  );
  return newArticle.article.id;
};

describe('moving out of the scratch pad', () => {
  const move = (to: PadTarget, moved = 'Two') =>
    handlers['pad:move']({ before: noteOf('One\nTwo'), left: noteOf('One'), moved: noteOf(moved), to });

  it('leaves the pad and stands behind what the note says, until one undo', async () => {
    succeed(await write('One\nTwo'));
    const articleId = await addArticle();
    succeed(await handlers['article:set-note']({ articleId, note: noteOf('Mine'), editId: 'mine' }));
    const noteHere = async () =>
      wordsOf(succeed(await handlers['article:annotations']({ articleId })).about.note);
    expect(succeed(await move({ kind: 'article', articleId }))).toEqual({ kind: 'article' });
    expect([await read(), await noteHere()]).toEqual(['One', 'Mine\nTwo']);
    expect(succeed(await undo())).toMatchObject({ name: 'move-from-pad' });
    expect([await read(), await noteHere()]).toEqual(['One\nTwo', 'Mine']);
  });

  it('leaves a pad that was written by hand in another form of JSON', async () => {
    const blocks = ['On', 'e'].map((text) => ({ marks: [], text, type: 'text' }));
    const note = {
      content: [
        { content: blocks, type: 'paragraph' },
        { type: 'paragraph', content: [{ type: 'text', text: 'Two' }] },
      ],
      type: 'doc',
    };
    const pads = [{ updatedAt: '2024-05-01T09:00:00.000Z', note, id: 'pad' }];
    await writeFile(path(), JSON.stringify({ pads, version: 1 }, null, 4));
    handlers = createHandlers((await bench.reopen()).deps);
    succeed(await move({ kind: 'task', taskId: newTaskId() }));
    expect(await read()).toBe('One');
  });

  it('is a task with all its words, or none where they are too long for one', async () => {
    succeed(await write('One\nTwo'));
    const taskId = newTaskId();
    expect(codeOf(await move({ kind: 'task', taskId }, 'word '.repeat(200)))).toBe('invalid-input');
    expect(await read()).toBe('One\nTwo');
    succeed(await move({ kind: 'task', taskId }, 'Ask\nthe pilots'));
    const tasks = succeed(await bench.archive.tasks()).tasks.map(({ title }) => title);
    expect(tasks).toEqual(['Ask the pilots']);
  });

  it('stands in the background of a memo that is begun with it', async () => {
    succeed(await write('One\nTwo'));
    const ids = newMemoIds();
    succeed(await move({ kind: 'new-memo', ...ids, title: 'Begun' }));
    const { memo } = succeed(await handlers['memo:open']({ memoId: ids.memoId }));
    const background = memo.content.content.find(({ attrs }) => attrs.role === 'background');
    expect(background?.content).toEqual(noteOf('Two').content);
    expect(memo.head.title).toBe('Begun');
  });

  it('is refused where the pad is another by now, and nothing is moved', async () => {
    succeed(await write('One\nTwo\nThree'));
    const articleId = await addArticle();
    expect(codeOf(await move({ kind: 'article', articleId }))).toBe('changed-since');
    expect(await read()).toBe('One\nTwo\nThree');
    expect(succeed(await handlers['article:annotations']({ articleId })).about.note).toBeNull();
  });
});
