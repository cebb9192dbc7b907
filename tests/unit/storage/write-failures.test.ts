import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Events } from '#domain/contract/events.ts';
import type { Archive } from '#electron/ports/archive.ts';
import { addTag, changePassage } from '../../support/archive/sample-changes.ts';
import { sampleArticle } from '../../support/archive/sample-folders.ts';
import { samplePassage, sampleTag } from '../../support/archive/sample-records.ts';
import { readTree } from '../../support/files/read-tree.ts';
import {
  it as base,
  mustFail,
  mustSucceed,
  openWithArticle,
  perform,
  tryToOpen,
} from './archive-under-test.ts';
import { makeReadOnly, mountSmallDisk, type SmallDisk, whyNoSmallDisk } from './hostile-disk.ts';

const it = base.extend<{ disk: SmallDisk }>({
  disk: async ({ folder }, use) => {
    const disk = mountSmallDisk(folder);
    await use(disk);
    disk.unmount();
  },
});

const listenForStates = (archive: Archive): Events['save-state'][] => {
  const states: Events['save-state'][] = [];
  archive.onSaveState((state) => states.push(state));
  return states;
};

describe('in a folder that may not be written to', () => {
  it('a save fails and says so, the edit is not taken for saved, and it succeeds later', async ({
    folder,
    open,
  }) => {
    const { archive, id } = await openWithArticle(open);
    const before = await readTree(folder);
    const states = listenForStates(archive);
    const allow = await makeReadOnly(join(folder, 'articles', id));
    const change = changePassage(id, null, samplePassage('talks'));
    const file = `articles/${id}/annotations.json`;

    try {
      const failed = await perform(archive, { changes: [change] });
      expect(mustFail(failed)).toEqual({ code: 'write-failed', file, reason: 'read-only' });
      expect(states).toEqual([{ state: 'saving' }, { state: 'failed', file, reason: 'read-only' }]);
      expect(mustSucceed(await archive.annotations(id)).passages).toEqual([]);
      expect(await readTree(folder)).toEqual(before);
    } finally {
      await allow();
    }
    mustSucceed(await perform(archive, { changes: [change] }));
    expect(mustSucceed(await archive.annotations(id)).passages).toEqual([change.after]);
  });

  it('a step can neither be undone nor done again, and stays as it was until it can', async ({
    folder,
    open,
  }) => {
    const { archive, id } = await openWithArticle(open);
    const before = await readTree(folder);
    mustSucceed(await perform(archive, { changes: [changePassage(id, null, samplePassage('talks'))] }));
    const after = await readTree(folder);
    const steps = [
      { take: archive.undo, from: after, to: before },
      { take: archive.redo, from: before, to: after },
    ];
    for (const { take, from, to } of steps) {
      const allow = await makeReadOnly(join(folder, 'articles', id));
      const [state, states] = [archive.undoState(), listenForStates(archive)];
      try {
        expect(mustFail(await take())).toMatchObject({ code: 'write-failed', reason: 'read-only' });
        expect(archive.undoState()).toEqual(state);
        expect(states.map((each) => each.state)).toEqual(['saving', 'saved']);
      } finally {
        await allow();
      }
      expect(await readTree(folder)).toEqual(from);
      mustSucceed(await take());
      expect(await readTree(folder)).toEqual(to);
    }
  });

  it('an article can not be imported, and nothing of it is left', async ({ folder, open }) => {
    const archive = await open();
    const before = await readTree(folder);
    const article = sampleArticle('Talks resume');
    const allow = await makeReadOnly(join(folder, 'articles'));
    try {
      const failed = await perform(archive, {
        newArticles: [article],
        changes: [addTag(sampleTag('china'))],
      });
      expect(mustFail(failed)).toEqual({
        code: 'write-failed',
        file: `articles/${article.article.id}`,
        reason: 'read-only',
      });
      expect(await readTree(folder)).toEqual(before);
      expect(mustSucceed(await archive.tags()).tags).toEqual([]);
    } finally {
      await allow();
    }
  });

  it('no archive can be opened or made', async ({ folder, open }) => {
    await (await open()).close();
    const empty = `${folder}-empty`;
    await mkdir(empty);
    const error = { code: 'write-failed', file: '.lock', reason: 'read-only' };
    for (const place of [folder, empty]) {
      const allow = await makeReadOnly(place);
      try {
        expect(mustFail(await tryToOpen(place))).toEqual(error);
      } finally {
        await allow();
      }
    }
    expect(await readdir(empty)).toEqual([]);
  });
});

describe.skipIf(whyNoSmallDisk() !== null)('on a disk', () => {
  it('that was made read-only a save fails, and succeeds once it is writable', async ({
    folder,
    disk,
    open,
  }) => {
    const archive = await open();
    const before = await readTree(folder);
    disk.setReadOnly(true);
    const failed = await perform(archive, { changes: [addTag(sampleTag('china'))] });
    expect(mustFail(failed)).toEqual({ code: 'write-failed', file: 'tags.json', reason: 'read-only' });
    expect(await readTree(folder)).toEqual(before);
    disk.setReadOnly(false);
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('china'))] }));
  });

  it.for([0, 1, 5])(
    'that is full but for %i pages a long save fails, and nothing is lost',
    async (freePages, { folder, disk, open }) => {
      const passage = samplePassage('talks');
      const { archive, id } = await openWithArticle(open, [passage]);
      const before = await readTree(folder);
      disk.fill(freePages);
      const states = listenForStates(archive);

      const many = Array.from({ length: 50 }, (_, n) =>
        changePassage(id, null, samplePassage(`passage ${n}`)),
      );
      const failed = await perform(archive, { changes: many });
      const error = { file: `articles/${id}/annotations.json`, reason: 'disk-full' };
      expect(mustFail(failed)).toEqual({ code: 'write-failed', ...error });
      expect(states.at(-1)).toEqual({ state: 'failed', ...error });
      expect(mustSucceed(await archive.annotations(id)).passages).toEqual([passage]);

      await disk.empty();
      expect(await readTree(folder)).toEqual(before);
      mustSucceed(await perform(archive, { changes: many }));
      expect(mustSucceed(await archive.annotations(id)).passages).toHaveLength(51);
    },
  );

  it('with room for the first file of an act but not for the second both are as before', async ({
    folder,
    disk,
    open,
  }) => {
    const archive = await open();
    const article = sampleArticle('Talks resume');
    const { id } = article.article;
    mustSucceed(await perform(archive, { newArticles: [article], changes: [addTag(sampleTag('old'))] }));
    const before = await readTree(folder);
    disk.fill(3);

    const tag = sampleTag('china');
    const many = Array.from({ length: 50 }, (_, n) =>
      changePassage(id, null, samplePassage(`passage ${n}`, { tagIds: [tag.id] })),
    );
    const failed = await perform(archive, { changes: [...many, addTag(tag)] });
    expect(mustFail(failed)).toMatchObject({ file: `articles/${id}/annotations.json`, reason: 'disk-full' });
    expect(mustSucceed(await archive.tags()).tags.map(({ name }) => name)).toEqual(['old']);
    await disk.empty();
    expect(await readTree(folder)).toEqual(before);
    await archive.close();
    expect(mustSucceed(await (await open()).tags()).tags.map(({ name }) => name)).toEqual(['old']);
  });

  it('that is full no article is half imported', async ({ folder, disk, open }) => {
    const archive = await open();
    const before = await readTree(folder);
    disk.fill(3);
    const failed = await perform(archive, { newArticles: [sampleArticle('Talks resume '.repeat(5000))] });
    expect(mustFail(failed)).toMatchObject({ code: 'write-failed', reason: 'disk-full' });
    expect(await archive.articleIds()).toEqual([]);
    expect(await readdir(join(folder, 'articles'))).toEqual([]);
    await disk.empty();
    expect(await readTree(folder)).toEqual(before);
  });

  it('that is full a deletion fails or succeeds as a whole', async ({ folder, disk, open }) => {
    const { archive, id } = await openWithArticle(open);
    const before = await readTree(folder);
    disk.fill(0);
    const failed = await perform(archive, {
      changes: [{ type: 'folder', kind: 'article', id, to: 'trash' }],
    });
    expect(mustFail(failed)).toEqual({ code: 'write-failed', file: `articles/${id}`, reason: 'disk-full' });
    expect(await archive.articleIds()).toEqual([id]);
    await disk.empty();
    expect(await readTree(folder)).toEqual(before);
  });

  it('that is full no archive is half made', async ({ folder, disk, open }) => {
    disk.fill(1);
    const failed = mustFail(await tryToOpen(join(folder, 'new')));
    expect(failed).toMatchObject({ code: 'write-failed', reason: 'disk-full' });
    await disk.empty();
    expect((await open({ folder: join(folder, 'new') })).info.title).toBe('new');
  });
});

const whyNot = whyNoSmallDisk();
if (whyNot !== null)
  describe('the tests on a full disk', () => {
    it('did not run', ({ skip }) => skip(whyNot));
  });
