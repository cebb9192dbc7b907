/** What Git and Syncthing leave of a folder that another machine has deleted: `.bak`, which does not travel. */
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Archive } from '#electron/ports/archive.ts';
import { changePassage } from '../../support/archive/sample-changes.ts';
import { samplePassage } from '../../support/archive/sample-records.ts';
import {
  it,
  listenForRepairs,
  mustFail,
  mustSucceed,
  openWithArticle,
  perform,
} from './archive-under-test.ts';

/** An article whose annotations have a version before them. */
const openWithBackup = async (open: () => Promise<Archive>) => {
  const opened = await openWithArticle(open);
  const passage = samplePassage('words');
  mustSucceed(await perform(opened.archive, { changes: [changePassage(opened.id, null, passage)] }));
  return { ...opened, passage };
};

/** Takes all files of a folder away but those that are ignored. */
const leaveGhost = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) if (!name.endsWith('.bak')) await rm(join(folder, name));
};

describe('a folder of which another program has left the .bak alone', () => {
  it('is no article any more, and nothing of it is made anew', async ({ folder, open }) => {
    const { archive, id } = await openWithBackup(open);
    await archive.close();
    const place = join(folder, 'articles', id);
    await leaveGhost(place);
    const again = await open();
    const heard = listenForRepairs(again);
    expect(mustFail(await again.annotations(id))).toEqual({ code: 'not-found', what: 'article', id });
    expect(mustFail(await again.article(id))).toEqual({ code: 'not-found', what: 'article', id });
    expect(await readdir(place)).toEqual(['annotations.json.bak']);
    expect(heard).toEqual([]);
  });

  it('lets the article come back from the trash, where another machine has laid it', async ({
    folder,
    open,
  }) => {
    const { archive, id, passage } = await openWithBackup(open);
    const discard = { type: 'folder', kind: 'article', id } as const;
    const place = join(folder, 'articles', id);
    await cp(place, join(folder, 'kept'), { recursive: true });
    mustSucceed(await perform(archive, { changes: [{ ...discard, to: 'trash' }] }));
    await archive.close();
    await cp(join(folder, 'kept'), place, { recursive: true });
    await leaveGhost(place);
    const again = await open();
    expect((await again.trashedArticles()).map((trashed) => trashed.id)).toEqual([id]);
    mustSucceed(await perform(again, { changes: [{ ...discard, to: 'archive' }] }));
    expect(mustSucceed(await again.annotations(id)).passages).toEqual([passage]);
  });

  it('is no fault in the trash that another machine has emptied', async ({ folder, open }) => {
    const { archive, id } = await openWithBackup(open);
    mustSucceed(await perform(archive, { changes: [{ type: 'folder', kind: 'article', id, to: 'trash' }] }));
    await archive.close();
    await leaveGhost(join(folder, 'trash/articles', id));
    const again = await open();
    expect(await again.trashFaults()).toEqual([]);
    expect(await again.trashedArticles()).toEqual([]);
  });

  it('is damage where more than that is left', async ({ folder, open }) => {
    const { archive, id } = await openWithBackup(open);
    await archive.close();
    await rm(join(folder, 'articles', id, 'article.json'));
    const again = await open();
    expect(mustFail(await again.article(id))).toMatchObject({ code: 'archive-damaged' });
  });
});

it('an older .stignore lets folders go that another machine has deleted', async ({ folder, open }) => {
  await (await open()).close();
  const path = join(folder, '.stignore');
  await writeFile(path, '.lock\n*.bak\nmy own folder\n');
  await open();
  expect(await readFile(path, 'utf8')).toBe('(?d).lock\n(?d)*.bak\nmy own folder\n');
});
