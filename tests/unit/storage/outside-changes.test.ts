import { existsSync, writeFileSync } from 'node:fs';
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { type AnnotationsFile, TAGS_VERSION, type TagsFile } from '#domain/archive/files.ts';
import type { Events } from '#domain/contract/events.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok } from '#domain/result.ts';
import type { Archive, ArchiveChanged } from '#electron/ports/archive.ts';
import { addTag, changePassage, changeTag } from '../../support/archive/sample-changes.ts';
import { sampleArticle, sampleMemo } from '../../support/archive/sample-folders.ts';
import { samplePassage, sampleTag } from '../../support/archive/sample-records.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { it as base, mustFail, mustSucceed, perform } from './archive-under-test.ts';

type Laid = {
  readonly archive: Archive;
  readonly id: ArticleId;
  readonly passage: Passage;
  readonly other: Passage;
  /** Of the annotations. */
  readonly path: string;
};

/** An open archive with an article of two passages, which has been read. */
const it = base.extend<{ laid: Laid }>({
  laid: async ({ folder, open }, use) => {
    const archive = await open();
    const [passage, other] = [samplePassage('talks'), samplePassage('resume')];
    const article = sampleArticle('Talks resume', [passage, other]);
    const { id } = article.article;
    mustSucceed(await perform(archive, { newArticles: [article] }));
    mustSucceed(await archive.annotations(id));
    await use({ archive, id, passage, other, path: join(folder, 'articles', id, 'annotations.json') });
  },
});

type How = 'in place' | 'by a rename';

/** Writes a file as another program does. */
const writeOutside = async (path: string, text: string, how: How = 'by a rename'): Promise<void> => {
  if (how === 'in place') return writeFile(path, text);
  await writeFile(`${path}.theirs`, text);
  await rename(`${path}.theirs`, path);
};

const editOutside = async <F>(path: string, edit: (content: F) => F, how?: How): Promise<void> =>
  writeOutside(path, JSON.stringify(edit(JSON.parse(await readFile(path, 'utf8')))), how);

const replacePassage = (changed: Passage) => (file: AnnotationsFile) => ({
  ...file,
  passages: file.passages.map((each) => (each.id === changed.id ? changed : each)),
});

const onDisk = async (path: string): Promise<AnnotationsFile> => JSON.parse(await readFile(path, 'utf8'));

/** Sets one field of a passage as it stands now: what the use cases do. */
const setOn = (archive: Archive, id: ArticleId, passageId: string, change: Partial<Passage>) =>
  archive.perform(async (reader) => {
    const before = mustSucceed(await reader.annotations(id)).passages.find((each) => each.id === passageId);
    if (before === undefined) throw new Error('There is no such passage.');
    return ok({
      value: null,
      name: 'note-passage',
      changes: [changePassage(id, before, { ...before, ...change })],
    });
  });

describe('what another program has written into a file', () => {
  it.for<How>(['in place', 'by a rename'])(
    'is kept with what is saved next, %s',
    async (how, { laid: { archive, id, passage, other, path } }) => {
      const theirs = { ...other, label: 'gap' } as const;
      await editOutside(path, replacePassage(theirs), how);
      const bytes = await readFile(path, 'utf8');
      mustSucceed(await setOn(archive, id, passage.id, { label: 'data' }));
      const kept = [{ ...passage, label: 'data' }, theirs];
      expect((await onDisk(path)).passages).toEqual(kept);
      expect(mustSucceed(await archive.annotations(id)).passages).toEqual(kept);
      expect(await readFile(`${path}.bak`, 'utf8')).toBe(bytes);
    },
  );

  it('is kept where both have changed one passage in different ways', async ({ laid }) => {
    const { archive, id, passage, path } = laid;
    await editOutside(path, replacePassage({ ...passage, label: 'gap' }));
    mustSucceed(await setOn(archive, id, passage.id, { confirmedBecause: 'ours' }));
    expect((await onDisk(path)).passages[0]).toEqual({ ...passage, label: 'gap', confirmedBecause: 'ours' });
  });

  it('is kept by acts that follow each other without pause', async ({ laid }) => {
    const { archive, id, passage, other, path } = laid;
    mustSucceed(await setOn(archive, id, passage.id, { confirmedBecause: '0' }));
    await editOutside(path, replacePassage({ ...other, label: 'gap' }));
    const acts = Array.from({ length: 20 }, (_, n) =>
      setOn(archive, id, passage.id, { confirmedBecause: `${n + 1}` }),
    );
    for (const act of await Promise.all(acts)) mustSucceed(act);
    expect((await onDisk(path)).passages).toMatchObject([{ confirmedBecause: '20' }, { label: 'gap' }]);
  });

  it('is told of once, with what may show it', async ({ laid: { archive, id, passage, other, path } }) => {
    const outside: Events['changed-outside'][] = [];
    const changed: ArchiveChanged[] = [];
    archive.onChangedOutside((event) => outside.push(event));
    archive.onChanged((event) => changed.push(event));
    await editOutside(path, replacePassage({ ...other, label: 'gap' }));
    mustSucceed(await setOn(archive, id, passage.id, { label: 'data' }));
    mustSucceed(await setOn(archive, id, passage.id, { label: 'view' }));
    expect(outside).toEqual([{ articleIds: [id], memoIds: [] }]);
    expect(changed).toHaveLength(3);
    expect(changed[0]?.topics).toContain('passages');
  });

  it('with the same content is no change', async ({ laid: { archive, id, passage, path } }) => {
    const outside: unknown[] = [];
    archive.onChangedOutside((event) => outside.push(event));
    await editOutside<AnnotationsFile>(path, ({ passages, ...rest }) => ({ passages, ...rest }));
    mustSucceed(await setOn(archive, id, passage.id, { label: 'data' }));
    expect(outside).toEqual([]);
  });

  it('is kept in tags.json, also where the window wants the same tag', async ({
    folder,
    laid: { archive },
  }) => {
    const theirs = sampleTag('china');
    await editOutside<TagsFile>(join(folder, 'tags.json'), (file) => ({ ...file, tags: [theirs] }));
    const ensured = await archive.perform(async (reader) => {
      const { tags } = mustSucceed(await reader.tags());
      const known = tags.find(({ name }) => name === 'china');
      const tag = known ?? sampleTag('china');
      const changes = known === undefined ? [addTag(tag)] : [];
      return ok({ value: tag.id, name: 'add-tag', changes });
    });
    expect(mustSucceed(ensured)).toBe(theirs.id);
    expect(mustSucceed(await archive.tags()).tags).toEqual([theirs]);
  });

  it('is kept in one file of an act that writes several', async ({ folder, laid }) => {
    const { archive, id, passage, path } = laid;
    const [theirs, ours] = [sampleTag('theirs'), sampleTag('ours')];
    await editOutside<TagsFile>(join(folder, 'tags.json'), (file) => ({ ...file, tags: [theirs] }));
    const tagged = { ...passage, tagIds: [ours.id] };
    mustSucceed(await perform(archive, { changes: [addTag(ours), changePassage(id, passage, tagged)] }));
    expect(mustSucceed(await archive.tags()).tags).toEqual([theirs, ours]);
    expect((await onDisk(path)).passages[0]).toEqual(tagged);
  });

  it('is found even where it is done again and again', async ({
    laid: { archive, id, passage, other, path },
  }) => {
    for (const label of ['gap', 'view', 'context', 'data'] as const) {
      await editOutside(path, (file: AnnotationsFile) => replacePassage({ ...other, label })(file));
      mustSucceed(await setOn(archive, id, passage.id, { confirmedBecause: label }));
      expect((await onDisk(path)).passages).toMatchObject([{ confirmedBecause: label }, { label }]);
    }
  });
});

describe('what both have changed', () => {
  const collide = async ({ archive, id, passage, path }: Laid) => {
    await editOutside(path, replacePassage({ ...passage, confirmedBecause: 'theirs' }));
    return setOn(archive, id, passage.id, { confirmedBecause: 'ours' });
  };

  it('is put to the analyst with both sides, and nothing is written', async ({ folder, laid }) => {
    const { archive, id, passage, path } = laid;
    await editOutside(path, replacePassage({ ...passage, confirmedBecause: 'theirs' }));
    const before = await readTree(folder);
    expect(mustFail(await setOn(archive, id, passage.id, { confirmedBecause: 'ours' }))).toEqual({
      code: 'changed-outside',
      file: `articles/${id}/annotations.json`,
      isGone: false,
      collisions: [
        { what: 'passage', id: passage.id, field: 'confirmedBecause', ours: 'ours', theirs: 'theirs' },
      ],
    });
    expect(await readTree(folder)).toEqual(before);
    expect(mustSucceed(await archive.annotations(id)).passages[0]?.confirmedBecause).toBe('theirs');
  });

  it('becomes ours where it is asked for again; then theirs is the version before, and undo gives it back', async ({
    laid,
  }) => {
    const { archive, id, passage, path } = laid;
    mustFail(await collide(laid));
    const theirs = await readFile(path, 'utf8');
    mustSucceed(await setOn(archive, id, passage.id, { confirmedBecause: 'ours' }));
    expect((await onDisk(path)).passages[0]?.confirmedBecause).toBe('ours');
    expect(await readFile(`${path}.bak`, 'utf8')).toBe(theirs);
    mustSucceed(await archive.undo());
    expect(await onDisk(path)).toEqual(JSON.parse(theirs));
  });

  it('is asked again where the other program writes again', async ({ laid }) => {
    const { archive, id, passage, path } = laid;
    mustFail(await collide(laid));
    await editOutside(path, replacePassage({ ...passage, confirmedBecause: 'theirs again' }));
    const again = mustFail(await setOn(archive, id, passage.id, { confirmedBecause: 'ours' }));
    expect(again).toMatchObject({ collisions: [{ ours: 'ours', theirs: 'theirs again' }] });
  });

  it('is put to the analyst where the act deletes what the other has changed', async ({ laid }) => {
    const { archive, id, passage, path } = laid;
    await editOutside(path, replacePassage({ ...passage, label: 'gap' }));
    const at = passage.updatedAt;
    const refused = mustFail(await setOn(archive, id, passage.id, { deletedAt: at }));
    expect(refused).toMatchObject({ collisions: [{ field: 'deletedAt', ours: at, theirs: null }] });
    expect((await onDisk(path)).passages[0]).toMatchObject({ label: 'gap', deletedAt: null });
  });

  it('of several files stops the act as a whole', async ({ folder, laid }) => {
    const { archive, id, passage, path } = laid;
    await editOutside(path, replacePassage({ ...passage, label: 'gap' }));
    const changed = { ...passage, label: 'view' } as const;
    const act = { changes: [addTag(sampleTag('ours')), changePassage(id, passage, changed)] };
    expect(mustFail(await perform(archive, act)).code).toBe('changed-outside');
    expect(JSON.parse(await readFile(join(folder, 'tags.json'), 'utf8')).tags).toEqual([]);
  });
});

describe('a text that was begun before the change was taken over', () => {
  const takeOver = async ({ archive, id, passage, other, path }: Laid) => {
    await editOutside(path, replacePassage({ ...passage, confirmedBecause: 'theirs' }));
    mustSucceed(await setOn(archive, id, other.id, { label: 'view' }));
  };

  it('is not written over it unseen', async ({ laid }) => {
    const { archive, id, passage, path } = laid;
    await takeOver(laid);
    expect(mustFail(await setOn(archive, id, passage.id, { confirmedBecause: 'ours' }))).toMatchObject({
      code: 'changed-outside',
      collisions: [{ field: 'confirmedBecause', ours: 'ours', theirs: 'theirs' }],
    });
    expect((await onDisk(path)).passages[0]?.confirmedBecause).toBe('theirs');
    mustSucceed(await setOn(archive, id, passage.id, { confirmedBecause: 'ours' }));
  });

  it('deletes nothing of it unseen', async ({ laid }) => {
    const { archive, id, passage } = laid;
    await takeOver(laid);
    const deletion = { deletedAt: passage.updatedAt };
    expect(mustFail(await setOn(archive, id, passage.id, deletion))).toMatchObject({
      collisions: [{ field: 'deletedAt', theirs: null }],
    });
  });

  it('may be written once all has been seen, and other fields at any time', async ({ laid }) => {
    const { archive, id, passage, path } = laid;
    await takeOver(laid);
    mustSucceed(await setOn(archive, id, passage.id, { label: 'gap' }));
    archive.seeOutsideChanges();
    mustSucceed(await setOn(archive, id, passage.id, { confirmedBecause: 'ours' }));
    expect((await onDisk(path)).passages[0]).toMatchObject({ label: 'gap', confirmedBecause: 'ours' });
  });
});

describe('undo after another program has written', () => {
  it('keeps what it wrote, and gives back the rest', async ({
    laid: { archive, id, passage, other, path },
  }) => {
    mustSucceed(await setOn(archive, id, passage.id, { label: 'data' }));
    await editOutside(path, replacePassage({ ...other, label: 'gap' }));
    mustSucceed(await archive.undo());
    expect((await onDisk(path)).passages).toEqual([passage, { ...other, label: 'gap' }]);
  });

  it('of a record that it wrote is refused', async ({ laid: { archive, id, passage, path } }) => {
    mustSucceed(await setOn(archive, id, passage.id, { label: 'data' }));
    await editOutside(path, replacePassage({ ...passage, label: 'gap' }));
    expect(mustFail(await archive.undo())).toEqual({
      code: 'changed-since',
      what: 'passage',
      id: passage.id,
    });
    expect((await onDisk(path)).passages[0]?.label).toBe('gap');
  });

  it('does not take it back with an edit that began before', async ({
    laid: { archive, id, passage, path },
  }) => {
    const edit = async (because: string) => {
      const [before = passage] = mustSucceed(await archive.annotations(id)).passages;
      return archive.perform(
        async (reader) => {
          const [now = before] = mustSucceed(await reader.annotations(id)).passages;
          const changes = [changePassage(id, now, { ...now, confirmedBecause: because })];
          return ok({ value: null, name: 'note-passage', changes });
        },
        { editId: 'visit' },
      );
    };
    mustSucceed(await edit('a'));
    await editOutside(path, (file: AnnotationsFile) =>
      replacePassage({ ...passage, confirmedBecause: 'a', label: 'gap' })(file),
    );
    mustSucceed(await edit('ab'));
    mustSucceed(await archive.undo());
    expect((await onDisk(path)).passages[0]).toEqual({ ...passage, confirmedBecause: 'a', label: 'gap' });
  });
});

describe('a file that another program', () => {
  it('removes is put to the analyst, and made again with all that it held', async ({ laid }) => {
    const { archive, id, passage, other, path } = laid;
    await rm(path);
    expect(mustFail(await setOn(archive, id, passage.id, { label: 'data' }))).toMatchObject({
      code: 'changed-outside',
      isGone: true,
      collisions: [{ what: 'passage', id: passage.id, field: null, theirs: null }],
    });
    expect(existsSync(path)).toBe(false);
    mustSucceed(await setOn(archive, id, passage.id, { label: 'data' }));
    expect((await onDisk(path)).passages).toEqual([{ ...passage, label: 'data' }, other]);
  });

  it.for(['', '{"version":2,', '{"version":99}'])(
    'fills with %j is left as it is until it can be read',
    async (text, { laid }) => {
      const { archive, id, passage, path } = laid;
      const sound = await readFile(path, 'utf8');
      const states: Events['save-state'][] = [];
      archive.onSaveState((state) => states.push(state));
      await writeOutside(path, text, 'in place');
      const failure = { file: `articles/${id}/annotations.json`, reason: 'unreadable-outside' };
      const refused = await setOn(archive, id, passage.id, { label: 'data' });
      expect(mustFail(refused)).toEqual({ code: 'write-failed', ...failure });
      expect(states).toEqual([{ state: 'failed', ...failure }]);
      expect(await readFile(path, 'utf8')).toBe(text);
      await writeOutside(path, sound, 'in place');
      mustSucceed(await setOn(archive, id, passage.id, { label: 'data' }));
    },
  );

  it('moves away with its whole folder is not made again, and goes on where it comes back', async ({
    folder,
    laid: { archive, id, passage, path },
  }) => {
    const home = join(folder, 'articles', id);
    await rename(home, join(folder, 'away'));
    const refused = await setOn(archive, id, passage.id, { label: 'gap' });
    expect(mustFail(refused)).toEqual({
      code: 'write-failed',
      file: `articles/${id}`,
      reason: 'gone-outside',
    });
    expect(existsSync(home)).toBe(false);
    expect(mustSucceed(await archive.annotations(id)).passages).toHaveLength(2);
    await rename(join(folder, 'away'), home);
    mustSucceed(await setOn(archive, id, passage.id, { label: 'gap' }));
    expect((await onDisk(path)).passages[0]?.label).toBe('gap');
  });

  it('makes where there was none is not replaced', async ({ folder, open }) => {
    await (await open()).close();
    await rm(join(folder, 'tags.json'));
    const archive = await open();
    const theirs = sampleTag('theirs');
    await writeFile(join(folder, 'tags.json'), JSON.stringify({ version: TAGS_VERSION, tags: [theirs] }));
    const ours = sampleTag('ours');
    mustSucceed(await perform(archive, { changes: [addTag(ours)] }));
    expect(mustSucceed(await archive.tags()).tags).toEqual([theirs, ours]);
  });

  it('writes after one file of an act was written is not overwritten when the act is put back', async ({
    folder,
    open,
  }) => {
    const archive = await open();
    const tag = sampleTag('ours');
    const memo = sampleMemo('The visit');
    mustSucceed(await perform(archive, { changes: [addTag(tag)], newMemos: [memo] }));
    // A file in the way of the trash: the move, which comes last, can't be made.
    await writeFile(join(folder, 'trash', 'memos'), 'in the way');
    const tags = join(folder, 'tags.json');
    const theirs = JSON.stringify({ version: TAGS_VERSION, tags: [{ ...tag, name: 'theirs' }] });
    const failed = await perform(archive, {
      changes: [
        changeTag(tag, { ...tag, name: 'renamed' }),
        { type: 'folder', kind: 'memo', id: memo.memo.id, to: 'trash' },
      ],
      onWritten: (done) => {
        if (done === 1) writeFileSync(tags, theirs);
      },
    });
    expect(mustFail(failed).code).toBe('write-failed');
    expect(await readFile(tags, 'utf8')).toBe(theirs);
    const stands = mustSucceed(await archive.tags()).tags;
    expect(stands).toEqual([tag]);
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('more'))] }));
    expect(mustSucceed(await archive.tags()).tags.map(({ name }) => name)).toEqual(['theirs', 'more']);
  });
});

describe('a whole folder that stands in the place of the archive', () => {
  it('and is an older copy of it is merged file by file', async ({
    folder,
    laid: { archive, id, passage, other, path },
  }) => {
    await cp(folder, `${folder}-copy`, { recursive: true, preserveTimestamps: true });
    mustSucceed(await setOn(archive, id, other.id, { label: 'view' }));
    await rename(folder, `${folder}-away`);
    await rename(`${folder}-copy`, folder);
    // The copy was made with the lock in it.
    mustSucceed(await setOn(archive, id, passage.id, { label: 'data' }));
    expect((await onDisk(path)).passages).toEqual([{ ...passage, label: 'data' }, other]);
  });
});
