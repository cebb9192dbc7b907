/** What an archive promises, however its files lie on the disk: each kind of storage runs all of it. */
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ArticleId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok } from '#domain/result.ts';
import type { Archive, NewArticle } from '#electron/ports/archive.ts';
import { hashBytes } from '#electron/storage/hash-text.ts';
import type { OpenArchiveOptions } from '#electron/storage/open-archive.ts';
import { addTag, changePassage, changeTag } from '../../support/archive/sample-changes.ts';
import { sampleArticle, sampleMemo } from '../../support/archive/sample-folders.ts';
import { samplePassage, sampleTag } from '../../support/archive/sample-records.ts';
import { it, listenForRepairs, mustFail, mustSucceed, perform, tryToOpen } from './archive-under-test.ts';
import { givePassphrase, PASSPHRASE } from './encryption/encrypted-archive.ts';

const storages: readonly (readonly [string, Partial<OpenArchiveOptions>])[] = [
  ['in the clear', {}],
  ['encrypted', { newPassphrase: PASSPHRASE, passphrase: givePassphrase }],
];

/** An article whose original is the one that its record tells of. */
const articleOf = (passages: readonly Passage[]): NewArticle => {
  const made = sampleArticle('Talks resume', passages);
  return { ...made, article: { ...made.article, originalSha256: hashBytes(made.original) } };
};

/** All records that a reader shows. */
const readAll = async (archive: Archive) => {
  const ofArticle = async (id: ArticleId) => ({
    article: mustSucceed(await archive.article(id)),
    body: mustSucceed(await archive.body(id)),
    annotations: mustSucceed(await archive.annotations(id)),
    original: Buffer.from(mustSucceed(await archive.original(id))).toString('base64'),
  });
  return {
    tags: mustSucceed(await archive.tags()),
    articles: await Promise.all((await archive.articleIds()).map(ofArticle)),
    memos: await Promise.all(
      (await archive.memoIds()).map(async (id) => mustSucceed(await archive.memo(id))),
    ),
    trashed: await archive.trashedArticles(),
  };
};

describe.each(storages)('an archive %s', (_name, how) => {
  it('shows after another start all that it has acknowledged', async ({ open }) => {
    const archive = await open(how);
    const [passage, tag] = [samplePassage('talks'), sampleTag('china')];
    const article = articleOf([passage]);
    const newMemos = [sampleMemo('The visit')];
    mustSucceed(await perform(archive, { newArticles: [article], newMemos, changes: [addTag(tag)] }));
    const tagged = { ...passage, tagIds: [tag.id] };
    const changes = [changePassage(article.article.id, passage, tagged)];
    mustSucceed(await perform(archive, { changes }));
    const shown = await readAll(archive);
    expect(shown.articles[0]?.annotations.passages).toEqual([tagged]);
    expect(shown.memos).toHaveLength(1);
    await archive.close();
    const again = await open(how);
    expect(await readAll(again)).toEqual(shown);
    expect(again.repairs()).toEqual([]);
  });

  it('is as before after undo, and as after once more after redo', async ({ open }) => {
    const archive = await open(how);
    const article = articleOf([samplePassage('talks')]);
    mustSucceed(await perform(archive, { newArticles: [article] }));
    const before = await readAll(archive);
    const passage = samplePassage('resume');
    const changes = [addTag(sampleTag('china')), changePassage(article.article.id, null, passage)];
    mustSucceed(await perform(archive, { changes }));
    const after = await readAll(archive);
    mustSucceed(await archive.undo());
    expect(await readAll(archive)).toEqual(before);
    mustSucceed(await archive.redo());
    expect(await readAll(archive)).toEqual(after);
    mustSucceed(await archive.undo());
    await archive.close();
    expect(await readAll(await open(how))).toEqual(before);
  });

  it('keeps nothing of an act that is ended between two files', async ({ open }) => {
    const archive = await open(how);
    const article = articleOf([]);
    mustSucceed(await perform(archive, { newArticles: [article], changes: [addTag(sampleTag('one'))] }));
    const before = await readAll(archive);
    const ends = new AbortController();
    const failed = await perform(archive, {
      changes: [addTag(sampleTag('two')), changePassage(article.article.id, null, samplePassage('resume'))],
      signal: ends.signal,
      onWritten: () => ends.abort(),
    });
    expect(mustFail(failed).code).toBe('cancelled');
    expect(await readAll(archive)).toEqual(before);
    await archive.close();
    expect(await readAll(await open(how))).toEqual(before);
  });

  it('refuses a change of a record that is not as it was thought to be', async ({ open }) => {
    const archive = await open(how);
    const tag = sampleTag('china');
    mustSucceed(await perform(archive, { changes: [addTag(tag)] }));
    const before = await readAll(archive);
    const changes = [changeTag({ ...tag, name: 'Peking' }, { ...tag, name: 'PRC' })];
    expect(mustFail(await perform(archive, { changes })).code).toBe('changed-since');
    expect(await readAll(archive)).toEqual(before);
  });

  it('takes the copy of what was saved last in place of a damaged file, says so and keeps the damaged bytes', async ({
    folder,
    open,
  }) => {
    const archive = await open(how);
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('one'))] }));
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('two'))] }));
    const { tags } = await readAll(archive);
    await archive.close();
    const path = join(folder, 'tags.json');
    const damaged = (await readFile(path)).subarray(0, -9);
    await writeFile(path, damaged);
    const again = await open(how);
    const heard = listenForRepairs(again);
    expect((await readAll(again)).tags).toEqual(tags);
    const told = [...again.repairs(), ...heard];
    expect(told[0]).toMatchObject({ file: 'tags.json', hasBackup: true });
    expect(await readFile(join(folder, told[0]?.quarantinedAs ?? ''))).toEqual(damaged);
  });

  it('takes over what another program has written, and never writes over it', async ({ folder, open }) => {
    const archive = await open(how);
    const [one, two] = [sampleTag('one'), sampleTag('two')];
    mustSucceed(await perform(archive, { changes: [addTag(one), addTag(two)] }));
    // Another desk with a copy of the archive, whose file a sync lays in the place of this one.
    const copy = `${folder}-copy`;
    await cp(folder, copy, { recursive: true });
    await rm(join(copy, '.lock'));
    const other = mustSucceed(await tryToOpen(copy, how));
    mustSucceed(await perform(other, { changes: [changeTag(one, { ...one, name: 'theirs' })] }));
    await other.close();
    await rename(join(copy, 'tags.json'), join(folder, 'tags.json'));
    const theirs = await readFile(join(folder, 'tags.json'));

    const overTheirs = await perform(archive, { changes: [changeTag(one, { ...one, name: 'ours' })] });
    expect(mustFail(overTheirs).code).toBe('changed-outside');
    expect(await readFile(join(folder, 'tags.json'))).toEqual(theirs);
    mustSucceed(await perform(archive, { changes: [changeTag(two, { ...two, name: 'ours' })] }));
    const names = mustSucceed(await archive.tags()).tags.map(({ name }) => name);
    expect(names.toSorted()).toEqual(['ours', 'theirs']);
  });

  it('is open in one place alone', async ({ folder, open }) => {
    const archive = await open(how);
    expect(mustFail(await tryToOpen(folder, how)).code).toBe('archive-locked');
    await archive.close();
    const again = await open(how);
    expect(await again.tags()).toEqual(ok({ version: expect.any(Number), tags: [] }));
  });
});
