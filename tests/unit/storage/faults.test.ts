import { cp, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import { ANNOTATIONS_VERSION, MEMO_VERSION } from '#domain/archive/files.ts';
import type { Events } from '#domain/contract/events.ts';
import { eventDateSchema } from '#domain/dates/event-date.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { Archive } from '#electron/ports/archive.ts';
import {
  addSource,
  addTag,
  changePassage,
  sampleArticle,
  sampleMemo,
  samplePassage,
  sampleSource,
  sampleTag,
} from '../../support/archive-samples.ts';
import { readTree } from '../../support/read-tree.ts';
import { it, mustFail, mustSucceed, perform, tryToOpen } from './archive-under-test.ts';

type Damage = (path: string) => Promise<void>;

/** What may become of a file's bytes. None of it is ever what the analyst meant. */
const damages: readonly [string, Damage][] = [
  ['has no bytes', (path) => truncate(path, 0)],
  ['is cut off', async (path) => truncate(path, Math.floor((await readFile(path)).length / 2))],
  ['holds NULs', async (path) => writeFile(path, Buffer.alloc((await readFile(path)).length))],
  ['holds null', (path) => writeFile(path, 'null')],
  ['holds another shape', (path) => writeFile(path, '{"version":1,"sourcess":[]}')],
  ['holds no JSON', (path) => writeFile(path, 'describe('an archive of an older version', () => {
  it.for(['v1', 'v2'])(
    '%s is read whole, and an act on it changes only what it means to',
    async (frozen, { folder, open }) => {
      await cp(join(import.meta.dirname, '../../fixtures/archives', frozen), folder, { recursive: true });
      const before = await readTree(folder);
      const archive = await open({ create: false });
      const heard = listenForRepairs(archive);
      const ids = await archive.articleIds();
      for (const id of ids) await readWhole(archive, id);
      for (const id of await archive.memoIds()) mustSucceed(await archive.memo(id));
      expect(ids).toHaveLength(1);
      expect(await archive.trashedArticles()).toHaveLength(1);
      expect(heard).toEqual([]);
      mustSucceed(await perform(archive, { changes: [addSource(sampleSource('new'))] }));
      mustSucceed(await archive.undo());
      expect(await readTree(folder)).toEqual(before);
    },
  );
});

const readWhole = async (archive: Archive, id: ArticleId): Promise<void> => {
  mustSucceed(await archive.article(id));
  mustSucceed(await archive.body(id));
  mustSucceed(await archive.annotations(id));
};

const readIfThere = async (path: string): Promise<Buffer | null> =>
  (await readdir(dirname(path))).includes(path.slice(dirname(path).length + 1)) ? readFile(path) : null;
