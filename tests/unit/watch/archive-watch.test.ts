import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, beforeAll, describe, expect } from 'vitest';
import type { WatchState } from '#domain/contract/events.ts';
import type { ArchiveWatch } from '#electron/ports/archive-watch.ts';
import { createArchiveWatch } from '#electron/watch/create-archive-watch.ts';
import type { WatchProcess } from '#electron/watch/watch-messages.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { buildWatchProcess, type SpawnWatcher } from './spawn-built-watcher.ts';

const idOf = (n: number): string => `0190a5b0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const annotationsOf = (n: number): string => `articles/${idOf(n)}/annotations.json`;

let spawn: SpawnWatcher;
beforeAll(async () => {
  spawn = await buildWatchProcess();
}, 60_000);

type Watched = {
  readonly root: string;
  watch(deps?: { readonly spawn?: SpawnWatcher }): Promise<ArchiveWatch>;
  readonly states: WatchState[];
  /** Every name that was told of so far, once. */
  names(): readonly string[];
  readonly processes: WatchProcess[];
};

const it = base.extend<{ watched: Watched }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from this pattern that nothing is needed
  watched: async ({}, use) => {
    const root = await makeTemporaryFolder();
    const named = new Set<string>();
    const states: WatchState[] = [];
    const processes: WatchProcess[] = [];
    const watches: ArchiveWatch[] = [];
    for (const n of [1, 2]) {
      await mkdir(join(root, 'articles', idOf(n)), { recursive: true });
      await writeFile(join(root, annotationsOf(n)), '{}');
    }
    await use({
      root,
      states,
      processes,
      names: () => [...named].toSorted(),
      async watch({ spawn: spawnOther = spawn } = {}) {
        const watch = createArchiveWatch({
          spawn: (asksSystem) => {
            const started = spawnOther(root, asksSystem);
            processes.push(started);
            return started;
          },
          report: () => undefined,
          hasTime: Promise.resolve(),
        });
        watches.push(watch);
        watch.onState((state) => states.push(state));
        watch.onChanged((names) => {
          for (const name of names ?? []) named.add(name);
        });
        await expect.poll(() => watch.state().mode).not.toBe('starting');
        return watch;
      },
    });
    for (const watch of watches) await watch.close();
    await removeFolder(root);
  },
});

describe('the watched archive, by the events of this system', () => {
  it('tells of a file that was written in place, by a rename, or removed', async ({ watched }) => {
    const watch = await watched.watch();
    expect(watch.state()).toEqual({ mode: 'events' });
    await writeFile(join(watched.root, annotationsOf(1)), '{"version":1}');
    await expect.poll(watched.names).toEqual([annotationsOf(1)]);
    await writeFile(join(watched.root, 'theirs'), '{"version":1}');
    await rename(join(watched.root, 'theirs'), join(watched.root, 'tags.json'));
    await expect.poll(watched.names).toEqual([annotationsOf(1), 'tags.json']);
    await rm(join(watched.root, annotationsOf(2)));
    await expect.poll(watched.names).toEqual([annotationsOf(1), annotationsOf(2), 'tags.json']);
  });

  it('tells of the files of an article that was renamed in, and of what happens in it then', async ({
    watched,
  }) => {
    await watched.watch();
    const incoming = join(watched.root, 'articles', `.incoming-${idOf(3)}`);
    await mkdir(incoming);
    await writeFile(join(incoming, 'annotations.json'), '{}');
    await writeFile(join(incoming, 'body.json'), '{}');
    await rename(incoming, join(watched.root, 'articles', idOf(3)));
    const both = [annotationsOf(3), `articles/${idOf(3)}/body.json`];
    await expect.poll(watched.names).toEqual(both);
    await writeFile(join(watched.root, 'articles', idOf(3), 'article.json'), '{}');
    await expect
      .poll(watched.names)
      .toEqual([annotationsOf(3), `articles/${idOf(3)}/article.json`, `articles/${idOf(3)}/body.json`]);
  });

  it('misses none of two thousand files that are written at once', async ({ watched }) => {
    const all = Array.from({ length: 2000 }, (_, n) => n + 10);
    for (const n of all) await mkdir(join(watched.root, 'articles', idOf(n)), { recursive: true });
    await watched.watch();
    await Promise.all(all.map((n) => writeFile(join(watched.root, annotationsOf(n)), '{"version":2}')));
    await expect.poll(() => watched.names().length).toBe(2000);
  });
});

describe('the watched archive, where the process does not hold', () => {
  it('is watched on by a new process', async ({ watched }) => {
    await watched.watch();
    watched.processes[0]?.kill();
    await expect.poll(() => watched.states.length).toBe(2);
    await writeFile(join(watched.root, annotationsOf(1)), '{"version":1}');
    await expect.poll(watched.names).toEqual([annotationsOf(1)]);
  });

  it('is looked at every two seconds once the native watcher has failed twice, and says so', async ({
    watched,
  }) => {
    const watch = await watched.watch({
      // The native part ends its process as soon as it is loaded.
      spawn: (root, asksSystem) => {
        const started = spawn(root, asksSystem);
        if (asksSystem) started.kill();
        return started;
      },
    });
    expect(watch.state()).toEqual({ mode: 'polling', why: 'refused' });
    await writeFile(join(watched.root, annotationsOf(1)), '{"version":1}');
    await expect.poll(watched.names).toEqual([annotationsOf(1)]);
  });

  it('is not watched where none holds, and says so', async ({ watched }) => {
    const watch = await watched.watch({
      spawn: (root, asksSystem) => {
        const started = spawn(root, asksSystem);
        started.kill();
        return started;
      },
    });
    expect(watch.state()).toEqual({ mode: 'off' });
  });
});
