import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, describe, expect } from 'vitest';
import {
  ArchiveWatcher,
  partOf,
  type Subscribe,
  type WatcherOptions,
} from '#electron/watch/process/archive-watcher.ts';
import type { WatchAnswer } from '#electron/watch/watch-messages.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';

const ID = '0190a5b0-0000-7000-8000-000000000001';
const OTHER = '0190a5b0-0000-7000-8000-000000000002';

type Watched = {
  readonly root: string;
  readonly told: WatchAnswer[];
  /** Starts a watcher; whatever the system would tell is said by `hint`. */
  start(options?: Partial<WatcherOptions>): Promise<void>;
  hint(...names: readonly string[]): void;
  fail(): void;
  /** The names that were told of so far. */
  names(): readonly string[];
};

const it = base.extend<{ watched: Watched }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from this pattern that nothing is needed
  watched: async ({}, use) => {
    const root = await makeTemporaryFolder();
    const told: WatchAnswer[] = [];
    let hear: Parameters<Subscribe>[1] = () => undefined;
    const watchers: ArchiveWatcher[] = [];
    await mkdir(join(root, 'articles', ID), { recursive: true });
    await writeFile(join(root, 'articles', ID, 'annotations.json'), '{}');
    await use({
      root,
      told,
      async start(options) {
        const watcher = new ArchiveWatcher({
          root,
          subscribe: async (_root, listener) => {
            hear = listener;
            return async () => undefined;
          },
          isRemote: async () => false,
          tell: (answer) => told.push(answer),
          ...options,
        });
        watchers.push(watcher);
        await watcher.start();
      },
      hint: (...names) => hear(names.map((name) => join(root, name))),
      fail: () => hear('failed'),
      names: () => told.flatMap((answer) => (answer.kind === 'changed' ? answer.names : [])).toSorted(),
    });
    for (const watcher of watchers) await watcher.close();
    await removeFolder(root);
  },
});

const untilNamed = (watched: Watched, names: readonly string[]) =>
  expect.poll(watched.names).toEqual(names.toSorted());

describe('the watcher of an archive', () => {
  it('tells that the archive itself may have gone, come back or been taken over', async ({ watched }) => {
    const { root } = watched;
    const standings = () => watched.told.filter(({ kind }) => kind === 'standing').length;
    await writeFile(join(root, 'archive.json'), '{}');
    await watched.start();
    await rename(root, `${root}-moved`);
    await expect.poll(standings, { timeout: 10_000 }).toBe(1);
    await rename(`${root}-moved`, root);
    await expect.poll(standings, { timeout: 10_000 }).toBe(2);
    await writeFile(join(root, '.lock'), 'another');
    await expect.poll(standings, { timeout: 10_000 }).toBe(3);
    expect(watched.names()).not.toContain(`articles/${ID}/annotations.json`);
  }, 40_000);

  it('tells nothing of what was there when it began', async ({ watched }) => {
    await watched.start();
    expect(watched.told).toEqual([{ kind: 'state', state: { mode: 'events' } }]);
  });

  it('looks at what the system names, and tells of what differs there', async ({ watched }) => {
    await watched.start();
    await writeFile(join(watched.root, 'articles', ID, 'annotations.json'), '{"version":1}');
    watched.hint(`articles/${ID}/annotations.json`);
    await untilNamed(watched, [`articles/${ID}/annotations.json`]);
  });

  it('tells nothing of an event after which all is as it was', async ({ watched }) => {
    await watched.start();
    watched.hint(`articles/${ID}/annotations.json`);
    await writeFile(join(watched.root, 'tags.json'), '{}');
    watched.hint('tags.json');
    await untilNamed(watched, ['tags.json']);
  });

  it('finds the files of a folder of which only the folder is named', async ({ watched }) => {
    await watched.start();
    await mkdir(join(watched.root, 'elsewhere'));
    for (const file of ['article', 'body', 'annotations'])
      await writeFile(join(watched.root, 'elsewhere', `${file}.json`), '{}');
    await rename(join(watched.root, 'elsewhere'), join(watched.root, 'articles', OTHER));
    watched.hint(`articles/${OTHER}`);
    await untilNamed(
      watched,
      ['article', 'body', 'annotations'].map((file) => `articles/${OTHER}/${file}.json`),
    );
  });

  it('finds the files of a conflict copy of a folder, also where it lay there before', async ({
    watched,
  }) => {
    const lay = async (said: string): Promise<string> => {
      const folder = `articles/${OTHER} (${said})`;
      await mkdir(join(watched.root, folder), { recursive: true });
      await writeFile(join(watched.root, folder, 'annotations.json'), '{}');
      return folder;
    };
    const before = await lay('conflicted copy 2024-05-01');
    const own = await lay('my own copy');
    await watched.start();
    const both = [before, own].map((folder) => `${folder}/annotations.json`);
    await untilNamed(watched, both);
    const later = await lay('conflicted copy 2024-05-02');
    watched.hint(later);
    await untilNamed(watched, [...both, `${later}/annotations.json`]);
  });

  it('tells of all files of a folder that went', async ({ watched }) => {
    await watched.start();
    await rm(join(watched.root, 'articles', ID), { recursive: true });
    watched.hint(`articles/${ID}`);
    await untilNamed(watched, [`articles/${ID}/annotations.json`]);
  });

  it('passes over what is being written, kept beside, or of another program', async ({ watched }) => {
    await watched.start();
    const folder = join(watched.root, 'articles', ID);
    for (const name of [
      'annotations.json.bak',
      'annotations.json.tmp-0190a5b0-0000-7000-8000-000000000003-1',
      '.syncthing.annotations.json.tmp',
      '.hidden.json',
    ])
      await writeFile(join(folder, name), '{}');
    await writeFile(join(folder, 'annotations.sync-conflict-20240501-101500-ABCDEFG.json'), '{}');
    watched.hint(`articles/${ID}/annotations.json.bak`);
    await untilNamed(watched, [`articles/${ID}/annotations.sync-conflict-20240501-101500-ABCDEFG.json`]);
  });

  it('tells once of many events, and misses none of two thousand files', async ({ watched }) => {
    const ids = Array.from(
      { length: 2000 },
      (_, n) => `0190a5b0-0000-7000-8000-${String(n).padStart(12, '0')}`,
    );
    for (const id of ids) await mkdir(join(watched.root, 'articles', id), { recursive: true });
    await watched.start();
    for (const id of ids) {
      await writeFile(join(watched.root, 'articles', id, 'annotations.json'), '{"version":2}');
    }
    for (const id of ids) watched.hint(`articles/${id}/annotations.json`);
    await untilNamed(
      watched,
      ids.map((id) => `articles/${id}/annotations.json`),
    );
    expect(watched.told.length).toBeLessThan(100);
  });

  it('looks at everything by itself where the system tells nothing, and says why', async ({ watched }) => {
    await watched.start({
      subscribe: () => Promise.reject(new Error('inotify_add_watch on "/x" failed: No space left on device')),
    });
    expect(watched.told).toEqual([{ kind: 'state', state: { mode: 'polling', why: 'limit' } }]);
    await writeFile(join(watched.root, 'sources.json'), '{}');
    await untilNamed(watched, ['sources.json']);
  });

  it.for([
    ['refused', { subscribe: null }],
    ['refused', { subscribe: () => Promise.reject(new Error('no such thing')) }],
    ['remote', { isRemote: async () => true }],
  ] as const)('polls and says that it was %s', async ([why, options], { watched }) => {
    await watched.start(options);
    expect(watched.told).toEqual([{ kind: 'state', state: { mode: 'polling', why } }]);
  });

  it('listens anew after a failure, and finds what was missed', async ({ watched }) => {
    await watched.start();
    await writeFile(join(watched.root, 'tags.json'), '{}');
    watched.fail();
    await untilNamed(watched, ['tags.json']);
    await writeFile(join(watched.root, 'tasks.json'), '{}');
    watched.hint('tasks.json');
    await untilNamed(watched, ['tags.json', 'tasks.json']);
  });

  it('takes a folder that is gone for one that may come back, and goes on when it does', async ({
    watched,
  }) => {
    await watched.start();
    await rename(watched.root, `${watched.root}-moved`);
    watched.hint('');
    await rename(`${watched.root}-moved`, watched.root);
    await writeFile(join(watched.root, 'tags.json'), '{}');
    watched.hint('tags.json');
    await untilNamed(watched, ['tags.json']);
  });
});

describe('the part of an archive in which something lies', () => {
  it.for([
    ['tags.json', ''],
    ['', ''],
    ['archive.json', ''],
    ['templates', 'templates'],
    ['templates/x.json', 'templates'],
    ['events/0002.json', 'events'],
    ['boards/x.json', 'boards'],
    ['trash/articles/x', 'trash'],
    [`articles/${ID}`, `articles/${ID}`],
    [`articles/${ID}/annotations.json`, `articles/${ID}`],
    [`memos/${ID}/snapshots/x.json`, `memos/${ID}`],
    [`articles/.incoming-${ID}/body.json`, ''],
    ['articles', null],
    ['memos', null],
  ] as const)('of %j is %j', ([name, part]) => {
    expect(partOf(name)).toBe(part);
  });
});
