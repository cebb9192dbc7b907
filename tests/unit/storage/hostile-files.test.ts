/** What may stand in the place of a file: nothing of it may stop anything else, or be waited for. */
import { execFileSync } from 'node:child_process';
import { chmodSync, truncateSync } from 'node:fs';
import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ReadFailure } from '#domain/contract/errors/archive-errors.ts';
import { err } from '#domain/result.ts';
import type { Archive } from '#electron/ports/archive.ts';
import { readBytes } from '#electron/storage/file/read/read-bytes.ts';
import { addTag } from '../../support/archive/sample-changes.ts';
import { sampleArticle, sampleMemo } from '../../support/archive/sample-folders.ts';
import { sampleTag } from '../../support/archive/sample-records.ts';
import { it, mustFail, mustSucceed, perform, tryToOpen } from './archive-under-test.ts';

const isPosix = process.platform !== 'win32';
const makePipe = (path: string): void => void execFileSync('mkfifo', [path]);
/** A file of so many bytes that takes no room. */
const makeHuge = async (path: string): Promise<void> => {
  await writeFile(path, '');
  truncateSync(path, 600 * 1024 * 1024);
};

type Replacement = readonly [string, ReadFailure, (path: string) => unknown];
const replacements: readonly Replacement[] = [
  ['a pipe', 'not-a-file', makePipe],
  ['a folder', 'not-a-file', (path) => mkdir(path)],
  ['a device that never ends', 'not-a-file', (path) => symlink('/dev/zero', path)],
  ['a link that leads nowhere', 'not-a-file', (path) => symlink('nowhere', path)],
  ['a link out of the archive', 'not-a-file', (path) => symlink('/etc/hostname', path)],
  ['600 MB', 'too-large', makeHuge],
];

/** Two articles and a memo; closed again. */
const writeArchive = async (open: () => Promise<Archive>) => {
  const archive = await open();
  const [first, second, memo] = [sampleArticle('First'), sampleArticle('Second'), sampleMemo('The visit')];
  mustSucceed(await perform(archive, { newArticles: [first, second], newMemos: [memo] }));
  mustSucceed(await perform(archive, { changes: [addTag(sampleTag('one'))] }));
  await archive.close();
  return { id: first.article.id, otherId: second.article.id, memoId: memo.memo.id };
};

const replace = async (path: string, make: Replacement[2]): Promise<void> => {
  await rm(path);
  await make(path);
};

it.runIf(isPosix)('a link to a file of the same archive is read', async ({ folder, open }) => {
  const { id } = await writeArchive(open);
  const path = join(folder, 'articles', id, 'article.json');
  await rename(path, join(folder, 'elsewhere.json'));
  await symlink('../../elsewhere.json', path);
  expect(mustSucceed(await (await open()).article(id)).article.id).toBe(id);
});

describe.runIf(isPosix)('in the place of a file of an article', () => {
  const kinds = ['article', 'body', 'annotations'] as const;
  const cases = kinds.flatMap((kind) => replacements.map((replacement) => [kind, ...replacement] as const));

  it.for(cases)(
    '%s.json, %s is told apart from damage, and all else is read',
    async (replaced, { folder, open }) => {
      const [kind, , reason, make] = replaced;
      const { id, otherId } = await writeArchive(open);
      const name = `articles/${id}/${kind}.json`;
      await replace(join(folder, name), make);
      const archive = await open();
      const error = { code: 'archive-unreadable', file: name, reason };
      expect(await archive[kind](id)).toEqual(err(error));
      for (const each of kinds) expect((await archive[each](otherId)).ok).toBe(true);
      expect(await archive.articleIds()).toEqual([id, otherId]);
      mustSucceed(await perform(archive, { changes: [addTag(sampleTag('two'))] }));
    },
  );
});

describe.runIf(isPosix)('in the place of a main file', () => {
  it.for(replacements)('%s keeps the archive shut, with a word', async (replaced, { folder, open }) => {
    const [, reason, make] = replaced;
    await writeArchive(open);
    await replace(join(folder, 'tags.json'), make);
    const error = { code: 'archive-unreadable', file: 'tags.json', reason };
    expect(mustFail(await tryToOpen(folder))).toEqual(error);
  });
});

describe.runIf(isPosix)('in the place of the lock', () => {
  const lasting = replacements.filter(([what]) => what !== '600 MB');
  it.for(lasting)('%s keeps the archive shut, with a word', async ([, reason, make], { folder, open }) => {
    await writeArchive(open);
    await make(join(folder, '.lock'));
    expect(mustFail(await tryToOpen(folder))).toEqual({ code: 'archive-unreadable', file: '.lock', reason });
  });
});

describe.runIf(isPosix)('beside a damaged file', () => {
  it('a pipe among its copies is not read', async ({ folder, open }) => {
    const { id } = await writeArchive(open);
    const path = join(folder, 'articles', id, 'body.json');
    await writeFile(path, '{');
    makePipe(`${path}.corrupt-1`);
    const archive = await open();
    expect(mustFail(await archive.body(id))).toMatchObject({ code: 'archive-damaged' });
  });

  it('a pipe in the place of its backup is not read', async ({ folder, open }) => {
    const { id } = await writeArchive(open);
    const path = join(folder, 'articles', id, 'annotations.json');
    await writeFile(path, '{');
    makePipe(`${path}.bak`);
    const archive = await open();
    expect(mustFail(await archive.annotations(id))).toMatchObject({ code: 'archive-damaged' });
  });
});

it.runIf(isPosix)(
  'copies in the trash that can’t be listed are told of by their folder',
  async ({ folder, open }) => {
    const archive = await open();
    await symlink('copies', join(folder, 'trash/copies'));
    const error = { code: 'archive-unreadable', file: 'trash/copies', reason: 'other' };
    await expect(archive.keptCopies()).rejects.toMatchObject({ error });
  },
);

describe.runIf(isPosix)('a file that the system forbids to read', () => {
  it('says so, and is no damage', async ({ folder }) => {
    await mkdir(folder);
    const path = join(folder, 'tags.json');
    await writeFile(path, '{}');
    chmodSync(path, 0o000);
    const asRoot = process.getuid?.() === 0;
    // Root reads everything: the look is taken as another user.
    if (asRoot) {
      chmodSync(join(folder, '..'), 0o755);
      process.seteuid?.('nobody');
    }
    try {
      expect(await readBytes(path, 100)).toEqual({ kind: 'unreadable', reason: 'no-permission' });
    } finally {
      if (asRoot) process.seteuid?.(0);
    }
  });
});

describe('a file that says two things', () => {
  const cases: readonly [string, (text: string) => string][] = [
    ['a key twice', (text) => text.replace('"state":"unread"', '"state":"read","state":"unread"')],
    ['a key twice, written in two ways', (text) => text.replace('"note"', '"not\\u0065":null,"note"')],
    ['an id twice', (text) => text.replace(/"passages": \[([\s\S]*?)\n {2}\]/u, '"passages": [$1,$1\n  ]')],
    ['what is nested beyond measure', () => `{"version":2,"about":${'['.repeat(9e4)}${']'.repeat(9e4)}}`],
  ];

  it.for(cases)('%s is damaged, and never read as one of them', async ([, change], { folder, open }) => {
    const { id } = await writeArchive(open);
    const path = join(folder, 'articles', id, 'annotations.json');
    const before = await readFile(path, 'utf8');
    const passage = '"passages": [\n    {"id":"018f0e7b-0000-7000-8000-0000000f0000"}\n  ]';
    const after = change(
      before.includes('"passages": []') ? before.replace('"passages": []', passage) : before,
    );
    expect(after).not.toBe(before);
    await writeFile(path, after);
    const archive = await open();
    expect(mustFail(await archive.annotations(id))).toMatchObject({ code: 'archive-damaged' });
    expect(await readFile(path, 'utf8')).toBe(after);
  });

  it('two tags of one id are damaged: either may be the one that was meant', async ({ folder, open }) => {
    await writeArchive(open);
    const path = join(folder, 'tags.json');
    const { version, tags } = JSON.parse(await readFile(path, 'utf8'));
    const twice = JSON.stringify({ version, tags: [...tags, { ...tags[0], name: 'other' }] });
    await writeFile(path, twice);
    await rename(`${path}.bak`, `${path}.elsewhere`);
    expect(mustFail(await tryToOpen(folder))).toMatchObject({ code: 'archive-damaged', file: 'tags.json' });
    expect(await readFile(path, 'utf8')).toBe(twice);
  });
});
