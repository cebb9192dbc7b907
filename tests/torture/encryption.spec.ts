import { randomUUID } from 'node:crypto';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Side } from '#electron/storage/encryption/convert/conversion-record.ts';
import type { ConversionDecision } from '#electron/storage/encryption/open-encryption.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { addTag, changePassage } from '../support/archive/sample-changes.ts';
import { sampleArticle, sampleMemo } from '../support/archive/sample-folders.ts';
import { samplePassphraseWork } from '../support/archive/sample-ids.ts';
import { samplePassage, sampleTag } from '../support/archive/sample-records.ts';
import { bundleProgram } from '../support/bundle-program.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { runToEnd } from '../support/run-limited.ts';

/** Of the changes on the disk that a conversion makes one in so many is tried; each in `npm run torture`. */
const every = Number(process.env.PRECIS_STEPS ?? 11);
const passphrase = async (): Promise<string> => 'correct horse battery staple';
const machine = { nowMs: Date.now, newId: randomUUID, passphraseWork: samplePassphraseWork };

/** @param decision what the person says where the removal of the encryption was begun; null: nobody is there */
const open = async (folder: string, decision: ConversionDecision | null = null) => {
  const decideConversion = async () => decision;
  const opened = await openArchive({ folder, machine, create: true, passphrase, decideConversion });
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
const read = async (folder: string, decision: ConversionDecision | null = null): Promise<unknown> => {
  const archive = await open(folder, decision);
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

type Run = {
  readonly name: string;
  /** What was begun before the conversion that is killed: the change before which that was killed. */
  readonly before?: { readonly to: Side; readonly last: number };
  /** How the archive lies there at first. */
  readonly from: Side;
  readonly to: Side;
};

const runs: readonly Run[] = [
  { name: 'encrypting', from: 'clear', to: 'encrypted' },
  { name: 'removing the encryption', from: 'encrypted', to: 'clear' },
  { name: 'turning back the encrypting', from: 'clear', before: { to: 'encrypted', last: 40 }, to: 'clear' },
  { name: 'turning back the removal', from: 'encrypted', before: { to: 'clear', last: 40 }, to: 'encrypted' },
];

for (const { name, from, before, to } of runs) {
  test(`nothing is lost at whatever change ${name} is killed`, async () => {
    // Each of some hundred changes where all are tried; every eleventh in a short run.
    test.setTimeout(5 * 60_000 + (every === 1 ? 60 * 60_000 : 0));
    const folder = await makeTemporaryFolder();
    try {
      const converter = await bundleProgram('tests/torture/converter.ts', folder);
      const [clear, start, archive] = ['clear', 'start', 'archive'].map((each) => join(folder, each)) as [
        string,
        string,
        string,
      ];
      const run = (place: string, side: string, last: number) =>
        runToEnd(process.execPath, [converter, place, side, String(last)]);
      await fill(clear);
      const said = await read(clear);
      await cp(clear, start, { recursive: true });
      if (from === 'encrypted') expect((await run(start, 'encrypted', 0)).status).toBe(0);
      if (before !== undefined) expect((await run(start, before.to, before.last)).signal).toBe('SIGKILL');
      let kills = 0;
      for (let last = 1; ; last += every) {
        await rm(archive, { recursive: true, force: true });
        await cp(start, archive, { recursive: true });
        const { signal, status, stderr } = await run(archive, to, last);
        if (signal !== 'SIGKILL') {
          expect(status, stderr).toBe(0);
          break;
        }
        kills += 1;
        const decision = kills % 2 === 0 ? 'decrypt' : 'encrypt';
        expect(await read(archive, decision), `killed before change ${last}, then ${decision}`).toEqual(said);
        // What a person has decided stays so, and needs nobody any more.
        expect(await read(archive)).toEqual(said);
      }
      console.log(`${kills} kills, nothing lost`);
      expect(kills * every).toBeGreaterThan(20);
    } finally {
      await removeFolder(folder);
    }
  });
}
