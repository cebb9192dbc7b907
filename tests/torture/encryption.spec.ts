import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openArchive } from '#electron/storage/open-archive.ts';
import { addTag, changePassage } from '../support/archive/sample-changes.ts';
import { sampleArticle, sampleMemo } from '../support/archive/sample-folders.ts';
import { samplePassage, sampleTag } from '../support/archive/sample-records.ts';
import { bundleProgram } from '../support/bundle-program.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';

/** Of the changes on the disk that a conversion makes one in so many is tried; each in `npm run torture`. */
const every = Number(process.env.PRECIS_STEPS ?? 11);
const passphrase = async (): Promise<string> => 'correct horse battery staple';
const machine = { nowMs: Date.now, newId: randomUUID };

const open = async (folder: string) => {
  const opened = await openArchive({ folder, machine, create: true, passphrase });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
};

const fill = async (folder: string): Promise<void> => {
  const archive = await open(folder);
  const passage = samplePassage('Marked');
  const article = sampleArticle('Marked', [passage]);
  const noted = { ...passage, confirmedBecause: 'seen' };
  const change = changePassage(article.article.id, passage, noted);
  for (const outcome of [
    { newArticles: [article], newMemos: [sampleMemo('The visit')], changes: [addTag(sampleTag('one'))] },
    { changes: [change] },
  ])
    await archive.perform(async () => ({
      ok: true,
      value: { value: null, name: 'add-passage', ...outcome },
    }));
  await archive.close();
};

/** All that an archive says. */
const read = async (folder: string): Promise<unknown> => {
  const archive = await open(folder);
  const repairs = archive.repairs();
  const articles = await Promise.all(
    (await archive.articleIds()).map(async (id) => [
      await archive.article(id),
      await archive.body(id),
      await archive.annotations(id),
    ]),
  );
  const memos = await Promise.all((await archive.memoIds()).map((id) => archive.memo(id)));
  const said = { tags: await archive.tags(), articles, memos, repairs };
  const { encryption } = archive.info;
  await archive.close();
  expect(['on', 'off']).toContain(encryption);
  return said;
};

for (const to of ['encrypted', 'clear'] as const) {
  test(`nothing is lost at whatever change a conversion is killed, to ${to}`, async () => {
    test.setTimeout(30 * 60_000);
    const folder = await makeTemporaryFolder();
    try {
      const converter = await bundleProgram('tests/torture/converter.ts', folder);
      const [clear, start, archive] = ['clear', 'start', 'archive'].map((name) => join(folder, name)) as [
        string,
        string,
        string,
      ];
      const run = (place: string, side: string, last: number) =>
        spawnSync(process.execPath, [converter, place, side, String(last)], { encoding: 'utf8' });
      await fill(clear);
      const said = await read(clear);
      await cp(clear, start, { recursive: true });
      if (to === 'clear') expect(run(start, 'encrypted', 0).status).toBe(0);
      let kills = 0;
      for (let last = 1; ; last += every) {
        await rm(archive, { recursive: true, force: true });
        await cp(start, archive, { recursive: true });
        const { signal, status, stderr } = run(archive, to, last);
        if (signal !== 'SIGKILL') {
          expect(status, stderr).toBe(0);
          break;
        }
        kills += 1;
        expect(await read(archive), `killed before change ${last}`).toEqual(said);
      }
      console.log(`${kills} kills, nothing lost`);
      expect(kills * every).toBeGreaterThan(20);
    } finally {
      await removeFolder(folder);
    }
  });
}
