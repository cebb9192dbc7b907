import { cp, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import { ANNOTATIONS_VERSION, MEMO_VERSION, SOURCES_VERSION } from '#domain/archive/files.ts';
import { type EventDate, eventDateSchema } from '#domain/dates/event-date.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import { textSelectorOf } from '#domain/passage/region/region-selector.ts';
import type { Archive } from '#electron/ports/archive.ts';
import { addSource, addTag, changePassage } from '../../support/archive/sample-changes.ts';
import { sampleArticle, sampleMemo } from '../../support/archive/sample-folders.ts';
import { samplePassage, sampleSource, sampleTag } from '../../support/archive/sample-records.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { it, listenForRepairs, mustFail, mustSucceed, perform, tryToOpen } from './archive-under-test.ts';

type Damage = (path: string) => Promise<void>;

/** What may become of a file's bytes. None of it is ever what the analyst meant. */
const damages: readonly [string, Damage][] = [
  ['has no bytes', (path) => truncate(path, 0)],
  ['is cut off', async (path) => truncate(path, Math.floor((await readFile(path)).length / 2))],
  ['holds NULs', async (path) => writeFile(path, Buffer.alloc((await readFile(path)).length))],
  ['holds null', (path) => writeFile(path, 'null')],
  ['holds another shape', (path) => writeFile(path, '{"version":1,"sourcess":[]}')],
  ['holds no JSON', (path) => writeFile(path, '<<<<<<< HEAD\n{"version":1}')],
  ['holds no UTF-8', (path) => writeFile(path, Buffer.from('7b22ff22', 'hex'))],
  ['holds a list', (path) => writeFile(path, '[]')],
];
const everyLoss: readonly [string, Damage][] = [...damages, ['is missing', (path) => rm(path)]];

const quarantined = /\.corrupt-\d{8}T\d{9}Z$/;

/** An archive with an article and a memo, each file of which has a version before it; closed again. */
const writeArchive = async (open: () => Promise<Archive>) => {
  const archive = await open();
  const article = sampleArticle('Talks resume');
  const memo = sampleMemo('The visit');
  const { id } = article.article;
  mustSucceed(await perform(archive, { newArticles: [article], newMemos: [memo] }));
  const [first, second] = [samplePassage('first'), samplePassage('second')];
  mustSucceed(
    await perform(archive, { changes: [changePassage(id, null, first), addTag(sampleTag('one'))] }),
  );
  mustSucceed(
    await perform(archive, { changes: [changePassage(id, null, second), addTag(sampleTag('two'))] }),
  );
  await archive.close();
  return { id, memoId: memo.memo.id, first, second };
};

/** An archive as an earlier version of the program wrote it. */
const openFrozen = async (
  version: 'v1' | 'v2' | 'v3',
  folder: string,
  open: (options: { create: boolean }) => Promise<Archive>,
): Promise<Archive> => {
  await cp(join(import.meta.dirname, '../../fixtures/archives', version), folder, { recursive: true });
  return open({ create: false });
};

const firstOf = <T>([id]: readonly T[]): T => {
  if (id === undefined) throw new Error('The frozen archive has none');
  return id;
};

describe('annotations that were saved', () => {
  it.for(everyLoss)(
    'are taken from the copy of what was saved last when the file %s, and the analyst is told',
    async ([what, damage], { folder, open }) => {
      const { id, first, second } = await writeArchive(open);
      const name = `articles/${id}/annotations.json`;
      const path = join(folder, name);
      await damage(path);
      const bytes = what === 'is missing' ? null : await readFile(path);

      const archive = await open();
      const heard = listenForRepairs(archive);
      expect(mustSucceed(await archive.annotations(id)).passages).toEqual([first, second]);

      const copies = (await readdir(dirname(path))).filter((file) => file.includes('.corrupt-'));
      expect(heard).toEqual([
        {
          file: name,
          hasBackup: true,
          quarantinedAs: bytes === null ? null : expect.stringMatching(quarantined),
        },
      ]);
      expect(copies).toHaveLength(bytes === null ? 0 : 1);
      for (const copy of copies) expect(await readFile(join(dirname(path), copy))).toEqual(bytes);
      expect(await readFile(path)).toEqual(await readFile(`${path}.bak`));
      const third = samplePassage('third');
      mustSucceed(await perform(archive, { changes: [changePassage(id, null, third)] }));
      expect(mustSucceed(await archive.annotations(id)).passages).toEqual([first, second, third]);
    },
  );
});

describe('annotations without a sound version before them', () => {
  const losses = everyLoss.flatMap(([what, damage]) => [
    [what, 'is missing', damage, (path: string) => rm(path)] as const,
    [what, 'is damaged too', damage, (path: string) => writeFile(path, '')] as const,
  ]);

  it.for(losses)('can not be read when the file %s and its backup %s', async (loss, { folder, open }) => {
    const [what, , damage, damageBackup] = loss;
    const { id } = await writeArchive(open);
    const name = `articles/${id}/annotations.json`;
    const path = join(folder, name);
    await damage(path);
    await damageBackup(`${path}.bak`);
    const before = await readIfThere(path);

    const archive = await open();
    const heard = listenForRepairs(archive);
    const fault = { code: 'archive-damaged', file: name };
    expect(mustFail(await archive.annotations(id))).toMatchObject(fault);
    expect(mustFail(await archive.annotations(id))).toMatchObject(fault);
    const change = changePassage(id, null, samplePassage('new'));
    expect(mustFail(await perform(archive, { changes: [change] }))).toMatchObject(fault);

    expect(await readIfThere(path)).toEqual(before);
    const copies = (await readdir(dirname(path))).filter((file) => file.includes('.corrupt-'));
    expect(copies).toHaveLength(what === 'is missing' ? 0 : 1);
    expect(heard.length).toBeLessThanOrEqual(1);
    expect(mustSucceed(await archive.article(id)).article.id).toBe(id);
  });
});

describe('tags', () => {
  it.for(everyLoss)(
    'are taken from the copy of what was saved last when the file %s',
    async ([, damage], { folder, open }) => {
      await writeArchive(open);
      await damage(join(folder, 'tags.json'));
      const archive = await open();
      expect(listenForRepairs(archive)).toHaveLength(1);
      expect(mustSucceed(await archive.tags()).tags.map(({ name }) => name)).toEqual(['one', 'two']);
    },
  );

  it.for(damages)(
    'that are lost when the file %s are never replaced by none',
    async ([, damage], { folder, open }) => {
      await writeArchive(open);
      const path = join(folder, 'tags.json');
      await damage(path);
      await rm(`${path}.bak`);
      const before = await readFile(path);

      for (let attempt = 1; attempt <= 3; attempt++)
        expect(mustFail(await tryToOpen(folder))).toEqual({
          code: 'archive-damaged',
          file: 'tags.json',
          quarantinedAs: expect.stringMatching(quarantined),
        });

      expect(await readFile(path)).toEqual(before);
      const copies = (await readdir(folder)).filter((name) => name.startsWith('tags.json.corrupt-'));
      expect(copies).toHaveLength(1);
      // Nobody can take them for tags that never were, even if somebody takes the damaged file away.
      await rm(path);
      expect(mustFail(await tryToOpen(folder))).toMatchObject({ code: 'archive-damaged', file: 'tags.json' });
      expect(await readdir(folder)).not.toContain('tags.json');
    },
  );

  it('can be put right by hand', async ({ folder, open }) => {
    await writeArchive(open);
    const path = join(folder, 'tags.json');
    const sound = await readFile(path);
    await writeFile(path, '');
    await rm(`${path}.bak`);
    expect((await tryToOpen(folder)).ok).toBe(false);
    await writeFile(path, sound);
    expect(mustSucceed(await (await open()).tags()).tags).toHaveLength(2);
  });
});

describe('archive.json', () => {
  it.for(damages)(
    'that %s, with nothing before it, is never made anew',
    async ([, damage], { folder, open }) => {
      await writeArchive(open);
      await damage(join(folder, 'archive.json'));
      const before = await readTree(folder);
      const opened = mustFail(await tryToOpen(folder));
      expect(opened).toMatchObject({ code: 'archive-damaged', file: 'archive.json' });
      expect(await readTree(folder)).toMatchObject(before);
      expect(await readdir(folder)).not.toContain('.lock');
    },
  );

  it('that is missing makes of the folder no archive, and nothing in it is touched', async ({
    folder,
    open,
  }) => {
    await writeArchive(open);
    await rm(join(folder, 'archive.json'));
    const before = await readTree(folder);
    expect(mustFail(await tryToOpen(folder))).toEqual({ code: 'folder-not-an-archive' });
    expect(await readTree(folder)).toEqual(before);
  });

  it('knows of no selector how often its words stand in the text', async ({ folder, open }) => {
    const archive = await openFrozen('v2', folder, open);
    const eventDates: EventDate[] = [];
    for (const id of await archive.articleIds()) {
      const { about, passages } = mustSucceed(await archive.annotations(id));
      eventDates.push(...about.eventDates);
      const selectors = passages.flatMap((passage) => passage.selectors.map(textSelectorOf));
      expect(selectors.length).toBeGreaterThan(0);
      expect(selectors.map(({ occurrence }) => occurrence)).toEqual(selectors.map(() => null));
    }
    expect(eventDates).toEqual([{ date: '2024-05', note: 'toll rises' }]);
  });

  it('has no event dates, and takes some without losing a word of what was said', async ({
    folder,
    open,
  }) => {
    const archive = await openFrozen('v1', folder, open);
    const id = firstOf(await archive.articleIds());
    const { version, ...said } = mustSucceed(await archive.annotations(id));
    expect(version).toBe(ANNOTATIONS_VERSION);
    expect(said.about.eventDates).toEqual([]);
    const after = { ...said.about, eventDates: [eventDateSchema.parse({ date: '2024-04', note: 'visit' })] };
    const file = { kind: 'annotations' as const, articleId: id };
    const change = { type: 'record' as const, file, collection: 'about' as const, recordId: id };
    mustSucceed(await perform(archive, { changes: [{ ...change, before: said.about, after }] }));
    expect(mustSucceed(await archive.annotations(id))).toEqual({ version, ...said, about: after });
  });
});

describe('a memo of a frozen archive', () => {
  it('has no stated reasons, and is else as it was', async ({ folder, open }) => {
    const archive = await openFrozen('v1', folder, open);
    const id = firstOf(await archive.memoIds());
    const frozen = JSON.parse(await readFile(join(folder, `memos/${id}/memo.json`), 'utf8'));
    const { version, memo } = mustSucceed(await archive.memo(id));
    expect(version).toBe(MEMO_VERSION);
    expect(memo).toEqual({ ...frozen.memo, statedReasons: [], kind: 'original', sending: null });
  });

  it('that was sent before Precis asked to whom a memo went keeps its state and its reasons', async ({
    folder,
    open,
  }) => {
    const archive = await openFrozen('v3', folder, open);
    const id = firstOf(await archive.memoIds());
    const frozen = JSON.parse(await readFile(join(folder, `memos/${id}/memo.json`), 'utf8'));
    expect(frozen.version).toBe(2);
    expect(frozen.memo.statedReasons).toHaveLength(1);
    const { memo } = mustSucceed(await archive.memo(id));
    expect(memo).toEqual({ ...frozen.memo, kind: 'original', sending: null });
    expect(memo.state).toBe('sent');
  });
});

describe('what was sealed with an article', () => {
  const files = ['article', 'body'] as const;
  const losses = files.flatMap((file) => everyLoss.map(([what, damage]) => [file, what, damage] as const));

  it.for(losses)('%s.json that %s can not be read, and stays', async ([file, , damage], { folder, open }) => {
    const { id } = await writeArchive(open);
    const name = `articles/${id}/${file}.json`;
    await damage(join(folder, name));
    const before = await readIfThere(join(folder, name));
    const archive = await open();
    expect(mustFail(await archive[file](id))).toMatchObject({ code: 'archive-damaged', file: name });
    expect(await readIfThere(join(folder, name))).toEqual(before);
    expect(mustSucceed(await archive.annotations(id)).passages).toHaveLength(2);
    expect(await archive.articleIds()).toEqual([id]);
  });
});

describe('a file of a newer Precis', () => {
  const newer = '{"version":99,"anything":"else"}';

  it.for(['archive', 'tags', 'sources', 'tasks', 'searches'])(
    '%s.json keeps the archive shut, to the byte',
    async (kind, { folder, open }) => {
      await writeArchive(open);
      await writeFile(join(folder, `${kind}.json`), newer);
      const before = await readTree(folder);
      const error = { code: 'archive-newer', file: `${kind}.json`, version: 99 };
      expect(mustFail(await tryToOpen(folder))).toEqual(error);
      expect(await readTree(folder)).toEqual(before);
    },
  );

  it('annotations are not read and not written', async ({ folder, open }) => {
    const { id } = await writeArchive(open);
    const name = `articles/${id}/annotations.json`;
    const version = ANNOTATIONS_VERSION + 1;
    await writeFile(join(folder, name), JSON.stringify({ version, about: {} }));
    const before = await readTree(folder);
    const archive = await open();
    const error = { code: 'archive-newer', file: name, version };
    expect(mustFail(await archive.annotations(id))).toEqual(error);
    const change = changePassage(id, null, samplePassage('new'));
    expect(mustFail(await perform(archive, { changes: [change] }))).toEqual(error);
    expect(await readTree(folder)).toEqual(before);
  });

  it('memo, article and body are refused alike', async ({ folder, open }) => {
    const { id, memoId } = await writeArchive(open);
    for (const name of [
      `memos/${memoId}/memo.json`,
      `articles/${id}/article.json`,
      `articles/${id}/body.json`,
    ])
      await writeFile(join(folder, name), newer);
    const archive = await open();
    expect(mustFail(await archive.memo(memoId)).code).toBe('archive-newer');
    expect(mustFail(await archive.article(id)).code).toBe('archive-newer');
    expect(mustFail(await archive.body(id)).code).toBe('archive-newer');
  });
});

describe('a file that a person edited', () => {
  it('may begin with a byte order mark and have its records in any order', async ({ folder, open }) => {
    await writeArchive(open);
    const path = join(folder, 'tags.json');
    const { version, tags } = JSON.parse(await readFile(path, 'utf8'));
    const text = JSON.stringify({ tags: tags.toReversed(), version }, null, 2);
    await writeFile(path, `\uFEFF${text}`);
    const archive = await open();
    expect(mustSucceed(await archive.tags()).tags).toEqual(tags);
  });
});

describe('a file whose bytes the system does not hand over', () => {
  it('is taken for neither damaged nor missing, and nothing is put in its place', async ({
    folder,
    open,
  }) => {
    const { id, first, second } = await writeArchive(open);
    const path = join(folder, `articles/${id}/annotations.json`);
    await rename(path, `${path}.elsewhere`);
    // A folder can't be read as a file, not even by root.
    await mkdir(path);
    const archive = await open();
    const error = {
      code: 'archive-unreadable',
      file: `articles/${id}/annotations.json`,
      reason: 'not-a-file',
    };
    expect(mustFail(await archive.annotations(id))).toEqual(error);
    await rm(path, { recursive: true });
    await rename(`${path}.elsewhere`, path);
    expect(mustSucceed(await archive.annotations(id)).passages).toEqual([first, second]);
  });
});

describe('an archive of an older version', () => {
  it.for(Array.from({ length: 12 }, (_, index) => `v${index + 1}` as const))(
    '%s is read whole, and an act on it changes only what it means to',
    async (frozen, { folder, open }) => {
      await cp(join(import.meta.dirname, '../../fixtures/archives', frozen), folder, { recursive: true });
      const before = await readTree(folder);
      const archive = await open({ create: false });
      const heard = listenForRepairs(archive);
      const ids = await archive.articleIds();
      for (const id of ids) await readWhole(archive, id);
      for (const id of await archive.memoIds()) await readWholeMemo(archive, id);
      expect(ids).toHaveLength(2);
      expect(await archive.trashedArticles()).toHaveLength(1);
      expect(heard).toEqual([]);
      mustSucceed(await perform(archive, { changes: [addSource(sampleSource('new'))] }));
      mustSucceed(await archive.undo());
      // Sources have positions since version 3.
      const sources = String(before['sources.json'])
        .replace(/"version": \d+/u, `"version": ${SOURCES_VERSION}`)
        .replaceAll(/(?<!"positions":\[\]),"mergedInto"/gu, ',"positions":[],"mergedInto"');
      expect(await readTree(folder)).toEqual({ ...before, 'sources.json': sources });
    },
  );
});

const readWhole = async (archive: Archive, id: ArticleId): Promise<void> => {
  mustSucceed(await archive.article(id));
  mustSucceed(await archive.body(id));
  mustSucceed(await archive.annotations(id));
};

const readWholeMemo = async (archive: Archive, id: MemoId): Promise<void> => {
  mustSucceed(await archive.memo(id));
  for (const snapshotId of await archive.snapshotIds(id)) mustSucceed(await archive.snapshot(id, snapshotId));
};

const readIfThere = async (path: string): Promise<Buffer | null> =>
  (await readdir(dirname(path))).includes(path.slice(dirname(path).length + 1)) ? readFile(path) : null;
