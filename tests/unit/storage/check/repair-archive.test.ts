import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { planRepair } from '#domain/archive/plan-repair.ts';
import type { Archive } from '#electron/ports/archive.ts';
import { checkArchive } from '#electron/storage/check/check-archive.ts';
import { repairArchive } from '#electron/storage/check/repair-archive.ts';
import { listRepairs } from '#electron/storage/check/repair-note.ts';
import { takeBackRepair } from '#electron/storage/check/take-back-repair.ts';
import { plainCodec } from '#electron/storage/encryption/file-codec.ts';
import { createStorageContext } from '#electron/storage/storage-context.ts';
import { addTag, addTask, changePassage, changeTag } from '../../../support/archive/sample-changes.ts';
import { createSampleMachine } from '../../../support/archive/sample-ids.ts';
import { sampleTag, sampleTask } from '../../../support/archive/sample-records.ts';
import { checkByCommand } from '../../../support/damages/check-by-command.ts';
import { damageArchive } from '../../../support/damages/damage-archive.ts';
import { lostBetween, readArchive } from '../../../support/damages/read-archive.ts';
import { layRichArchive, soundArticle, standingPassage } from '../../../support/damages/rich-archive.ts';
import { readTree } from '../../../support/files/read-tree.ts';
import { it, mustFail, mustSucceed, perform } from '../archive-under-test.ts';

const contextOf = (folder: string) => createStorageContext(folder, createSampleMachine(), () => {});
const findingsIn = async (folder: string, isMergeStopped = false) =>
  (await checkArchive({ root: folder, codec: plainCodec, isMergeStopped })).findings;
const codesIn = async (folder: string, isMergeStopped = false) =>
  (await findingsIn(folder, isMergeStopped)).map(({ file, code }) => `${code} ${file}`);
const repair = async (folder: string) =>
  mustSucceed(await repairArchive(contextOf(folder), planRepair(await findingsIn(folder), [])));
const filesIn = async (folder: string) =>
  Object.fromEntries(
    Object.entries(await readTree(folder)).filter(([path]) => !path.startsWith('trash/before-repair')),
  );

/** An archive with a passage that has a tag, and one that is nowhere any more. */
const layLostTag = async (archive: Archive) => {
  const [kept, lost] = [sampleTag('kept'), sampleTag('lost')];
  const passage = standingPassage({ tagIds: [kept.id, lost.id] });
  const article = soundArticle([passage]);
  const { id } = article.article;
  mustSucceed(await perform(archive, { changes: [addTag(kept), addTag(lost)], newArticles: [article] }));
  mustSucceed(await perform(archive, { changes: [changeTag(lost, null)] }));
  // Now the version before does not have it either.
  mustSucceed(await perform(archive, { changes: [addTag(sampleTag('other'))] }));
  mustSucceed(await perform(archive, { changes: [addTask(sampleTask('call'))] }));
  await archive.close();
  return { kept, lost, passage, articleId: id, file: `articles/${id}/annotations.json` };
};

const passagesIn = async (folder: string, file: string): Promise<readonly { tagIds: readonly string[] }[]> =>
  JSON.parse(await readFile(join(folder, file), 'utf8')).passages;

describe('a repair', () => {
  it('restores the copy of a damaged file, and makes a tag again that is nowhere, with every reference to it', async ({
    folder,
    open,
  }) => {
    const { kept, lost, passage, file } = await layLostTag(await open());
    const damaged = '{"version": 1, "tasks": [{';
    await writeFile(join(folder, 'tasks.json'), damaged);
    expect(await codesIn(folder)).toEqual([`reference-lost ${file}`, 'damaged tasks.json']);
    const done = await repair(folder);
    expect(await codesIn(folder)).toEqual([]);
    expect(done.repaired.map((one) => one.file)).toEqual(['tasks.json', 'tags.json']);
    expect(await readFile(join(folder, 'trash', done.folder, 'tasks.json'), 'utf8')).toBe(damaged);
    expect(await passagesIn(folder, file)).toEqual([passage]);
    const { tags } = JSON.parse(await readFile(join(folder, 'tags.json'), 'utf8'));
    const named = tags.map(({ id, name }: { id: string; name: string }) => [id, name]);
    expect(named).toContainEqual([kept.id, 'kept']);
    expect(named).toContainEqual([lost.id, `Recovered tag ${lost.id}`]);
  });

  it('makes a tag again as it was where the damaged bytes still have it, though the copy is one save behind', async ({
    folder,
    open,
  }) => {
    const archive = await open();
    const [kept, newest] = [sampleTag('kept'), sampleTag('new “est” {1}')];
    const article = soundArticle([standingPassage({ tagIds: [newest.id] })]);
    mustSucceed(await perform(archive, { changes: [addTag(kept), addTag(newest)], newArticles: [article] }));
    await archive.close();
    const path = join(folder, 'tags.json');
    const file = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(`${path}.bak`, JSON.stringify({ ...file, tags: [kept] }));
    await writeFile(path, (await readFile(path)).subarray(0, -4));
    await repair(folder);
    expect(await codesIn(folder)).toEqual([]);
    expect(JSON.parse(await readFile(path, 'utf8')).tags).toEqual(expect.arrayContaining([kept, newest]));
  });

  it('is taken back to the byte, in a later session as well, and only once', async ({ folder, open }) => {
    await layLostTag(await open());
    await writeFile(join(folder, 'tasks.json'), '{"version": 1, "tasks": [{');
    await rename(join(folder, 'searches.json'), join(folder, 'searches.json.bak'));
    const before = await filesIn(folder);
    await repair(folder);
    expect(await codesIn(folder)).toEqual([]);
    const [last] = await listRepairs(contextOf(folder));
    const taken = mustSucceed(await takeBackRepair(contextOf(folder), last?.folder ?? ''));
    expect(taken.left).toEqual([]);
    expect(taken.back.toSorted()).toEqual(['searches.json', 'tags.json', 'tasks.json']);
    expect(await filesIn(folder)).toEqual(before);
    expect(mustFail(await takeBackRepair(contextOf(folder), last?.folder ?? '')).code).toBe(
      'nothing-to-undo',
    );
  });

  it('is taken back without what was done since: the references come back into the records as they are', async ({
    folder,
    open,
  }) => {
    const { passage, articleId, file } = await layLostTag(await open());
    const { folder: keptIn } = await repair(folder);
    const again = await open();
    const [mended] = mustSucceed(await again.annotations(articleId)).passages;
    if (mended === undefined) throw new Error('the passage is gone');
    const [edited, added] = [{ ...mended, label: 'data' as const }, standingPassage()];
    const changes = [changePassage(articleId, mended, edited), changePassage(articleId, null, added)];
    mustSucceed(await perform(again, { changes }));
    await again.close();
    expect(mustSucceed(await takeBackRepair(contextOf(folder), keptIn)).left).toEqual([]);
    expect(await passagesIn(folder, file)).toEqual([{ ...edited, tagIds: passage.tagIds }, added]);
  });

  it('believes no note that names what a repair can’t have touched', async ({ folder, open }) => {
    await layLostTag(await open());
    const { folder: keptIn } = await repair(folder);
    const path = join(folder, 'trash', keptIn, 'repair.json');
    const note = JSON.parse(await readFile(path, 'utf8'));
    for (const file of [
      '../evil',
      'articles/../../evil.json',
      '.git/hooks/post-commit',
      '..\\evil',
      'key.age',
    ]) {
      await writeFile(path, JSON.stringify({ ...note, restored: [{ file, wasThere: false, sha256: '' }] }));
      expect(mustFail(await takeBackRepair(contextOf(folder), keptIn)).code).toBe('nothing-to-undo');
    }
    expect(mustFail(await takeBackRepair(contextOf(folder), '../before-repair')).code).toBe(
      'nothing-to-undo',
    );
  });

  it('never puts the file of another record into the place of one', async ({ folder, open }) => {
    const archive = await open();
    const [one, other] = [soundArticle([standingPassage()]), soundArticle([standingPassage()], 'Other news')];
    mustSucceed(await perform(archive, { newArticles: [one, other] }));
    await archive.close();
    const pathOf = ({ article }: typeof one) => join(folder, 'articles', article.id, 'annotations.json');
    await cp(pathOf(one), `${pathOf(one)}.bak`);
    await cp(pathOf(other), pathOf(one));
    await cp(pathOf(one), `${pathOf(other)}.bak`);
    await writeFile(pathOf(other), 'null');
    await cp(`${pathOf(one)}.bak`, `${pathOf(other)}.bak`);
    const found = await findingsIn(folder);
    expect(found.map(({ code, isRepairable }) => [code, isRepairable])).toEqual([
      ['wrong-id', true],
      ['damaged', false],
    ]);
    await repair(folder);
    expect((await passagesIn(folder, `articles/${one.article.id}/annotations.json`))[0]).toEqual(
      one.annotations.passages[0],
    );
  });
});

/** What may have become of the file that references lead into, while its record may still be had. */
const states: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
  damaged: (path) => writeFile(path, '{"version": 4, "tags": ['),
  'damaged beside no version before': async (path) => {
    await writeFile(path, 'null');
    await rm(`${path}.bak`);
  },
  missing: async (path) => {
    await rm(path);
    await rm(`${path}.bak`);
  },
  'missing beside the version before': (path) => rm(path),
  newer: async (path) =>
    writeFile(path, (await readFile(path, 'utf8')).replace(/"version": \d+/u, '"version": 99')),
  'a folder': async (path) => {
    await rm(path);
    await mkdir(path);
  },
  'in conflict by Git’s markers': async (path) => {
    const text = await readFile(path, 'utf8');
    await writeFile(path, `<<<<<<< ours\n${text}=======\n${text}>>>>>>> theirs\n`);
  },
  'the version before, beside a conflict copy of any name': async (path) => {
    await rename(path, path.replace('.json', '-DESKTOP-ABC.json'));
    await rename(`${path}.bak`, path);
  },
  'an earlier version, beside what was damaged': async (path) => {
    const text = await readFile(path, 'utf8');
    await writeFile(`${path}.corrupt-20240424T090000000Z`, `${text.slice(0, -20)}`);
    await rename(`${path}.bak`, path);
  },
};

describe('a repair beside a root file that is not sound', () => {
  const files = Object.keys(states).flatMap((state) => [
    [state, 'tags.json'] as const,
    [state, 'sources.json'] as const,
    [state, 'tasks.json'] as const,
  ]);

  it.for(files)('removes nothing where it is %s: %s', async ([state, name], { folder }) => {
    await layRichArchive(folder);
    await states[state]?.(join(folder, name));
    const before = readArchive(folder);
    await checkByCommand(folder, { repair: true, yes: true });
    const after = readArchive(folder);
    expect(lostBetween(before, after)).toEqual([]);
    expect(
      [...before.references].filter(
        (reference) => !after.references.has(reference) && !reference.startsWith(name.slice(0, -5)),
      ),
    ).toEqual([]);
  });

  it('says what it could not judge, in one line for each reason', async ({ folder }) => {
    await layRichArchive(folder);
    await rm(join(folder, 'tags.json'));
    await rm(join(folder, 'tags.json.bak'));
    const unjudged = (await findingsIn(folder)).filter(({ code }) => code === 'reference-unjudged');
    expect(unjudged.map(({ file, says }) => [file, says])).toEqual([
      [
        'tags.json',
        expect.stringMatching(
          /^\d+ references to tags in 5 files can’t be judged: this file is missing\. They stay as they are\.$/u,
        ),
      ],
    ]);
  });

  it('removes nothing while Git waits in the middle of a merge', async ({ folder, open }) => {
    const { file } = await layLostTag(await open());
    expect(await codesIn(folder)).toEqual([`reference-lost ${file}`]);
    expect(await codesIn(folder, true)).toEqual(['merge-stopped .git', 'reference-unjudged .git']);
  });
});

describe('whatever is done to the files', () => {
  const seeds = Array.from({ length: 20 }, (_, part) => part);

  it.for(seeds)(
    'nothing that a reader could still have got is gone after a repair (%s)',
    async (part, { folder }) => {
      await layRichArchive(folder);
      for (let seed = 24_000 + part * 10; seed < 24_010 + part * 10; seed++) {
        const copy = `${folder}-${seed}`;
        await cp(folder, copy, { recursive: true });
        const done = damageArchive(copy, seed);
        const before = readArchive(copy);
        await checkByCommand(copy, { repair: true, yes: true });
        expect(lostBetween(before, readArchive(copy)), `seed ${seed}: ${done.join(', ')}`).toEqual([]);
      }
    },
  );

  it('a repair is taken back to the byte', async ({ folder }) => {
    await layRichArchive(folder);
    for (let seed = 25_000; seed < 25_020; seed++) {
      const copy = `${folder}-${seed}`;
      await cp(folder, copy, { recursive: true });
      const done = damageArchive(copy, seed);
      const before = await filesIn(copy);
      await checkByCommand(copy, { repair: true, yes: true });
      await checkByCommand(copy, { 'take-back': true });
      expect(await filesIn(copy), `seed ${seed}: ${done.join(', ')}`).toEqual(before);
    }
  });
});
