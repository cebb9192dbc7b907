import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { RecordChange, StepName } from '#domain/archive/changes.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { Pad } from '#domain/pad/pad.ts';
import { type RichText, richTextFromPlain, richTextToPlain } from '#domain/rich-text.ts';
import { toTimestamp } from '#domain/time.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { OpenArchiveOptions } from '#electron/storage/open-archive.ts';
import { sampleMemo } from '../../support/archive/sample-folders.ts';
import { it, mustSucceed, openWithArticle, perform, tryToOpen } from './archive-under-test.ts';

const at = toTimestamp(1_714_000_000_000);
const jotted = (text: string): Pad => ({ id: 'pad', note: richTextFromPlain(text), updatedAt: at });
const changeOfPad = (before: Pad | null, after: Pad): RecordChange => ({
  type: 'record',
  file: { kind: 'pad' },
  collection: 'pads',
  recordId: 'pad',
  before,
  after,
});

const noteOnArticle = async (archive: Archive, articleId: ArticleId, note: RichText | null) => {
  const { about } = mustSucceed(await archive.annotations(articleId));
  return {
    type: 'record',
    file: { kind: 'annotations', articleId },
    collection: 'about',
    recordId: articleId,
    before: about,
    after: { ...about, note },
  } satisfies RecordChange;
};

/** Moves a line of the pad into the note of an article, and keeps what lies on the disk after so many files. */
const moveAndEnd = async (
  open: () => Promise<Archive>,
  { files, name = 'move-from-pad' }: { readonly files: number; readonly name?: StepName },
) => {
  const { archive, id } = await openWithArticle(open);
  const [before, after] = [jotted('One\nTwo'), jotted('One')];
  mustSucceed(await perform(archive, { name: 'edit-pad', changes: [changeOfPad(null, before)] }));
  const ended = `${archive.folder}-ended`;
  const changes = [await noteOnArticle(archive, id, richTextFromPlain('Two')), changeOfPad(before, after)];
  const onWritten = (done: number): void => {
    if (done === files) cpSync(archive.folder, ended, { recursive: true });
  };
  mustSucceed(await perform(archive, { name, changes, onWritten }));
  return { archive, ended, id };
};

const plain = (note: RichText | null | undefined): string | null =>
  note === null || note === undefined ? null : richTextToPlain(note);

const wordsIn = async (archive: Archive, id: ArticleId) => ({
  pad: plain(mustSucceed(await archive.pad()).pads[0]?.note),
  article: plain(mustSucceed(await archive.annotations(id)).about.note),
});

/** Opens what lay on the disk when a program was ended. */
const reopen = async (ended: string, options: Partial<OpenArchiveOptions> = {}): Promise<Archive> => {
  // The process that has it open is this one, and goes on.
  rmSync(join(ended, '.lock'));
  return mustSucceed(await tryToOpen(ended, { create: false, ...options }));
};

const notesIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('.act'));

describe('an act that must not be left half done', () => {
  it('is taken back where the program was ended between its files', async ({ open }) => {
    const { ended, id } = await moveAndEnd(open, { files: 1 });
    const again = await reopen(ended);
    expect(await wordsIn(again, id)).toEqual({ pad: 'One\nTwo', article: null });
    expect(notesIn(ended)).toEqual([]);
    await again.close();
  });

  it('is taken back where the archive is encrypted, too', { timeout: 60_000 }, async ({ open }) => {
    const PASSPHRASE = 'correct horse battery staple';
    const passphrase = async () => PASSPHRASE;
    const encrypted = () => open({ newPassphrase: PASSPHRASE, passphrase });
    const { ended, id } = await moveAndEnd(encrypted, { files: 1 });
    const again = await reopen(ended, { passphrase });
    expect(await wordsIn(again, id)).toEqual({ pad: 'One\nTwo', article: null });
    expect(notesIn(ended)).toEqual([]);
    await again.close();
  });

  it('would be doubled there if it were like any other', async ({ open }) => {
    const { ended, id } = await moveAndEnd(open, { files: 1, name: 'edit-pad' });
    const again = await reopen(ended);
    expect(await wordsIn(again, id)).toEqual({ pad: 'One\nTwo', article: 'Two' });
    await again.close();
  });

  it('stays where all of it was written', async ({ open }) => {
    const { archive, ended, id } = await moveAndEnd(open, { files: 2 });
    expect(notesIn(archive.folder)).toEqual([]);
    expect(notesIn(ended)).toHaveLength(1);
    const again = await reopen(ended);
    expect(await wordsIn(again, id)).toEqual({ pad: 'One', article: 'Two' });
    await again.close();
  });

  it('gives back what was to go into a folder that did not come any more', async ({ open }) => {
    const archive = await open();
    const [before, after] = [jotted('One'), jotted('Left')];
    mustSucceed(await perform(archive, { name: 'edit-pad', changes: [changeOfPad(null, before)] }));
    const ended = `${archive.folder}-ended`;
    const memo = sampleMemo('Begun');
    const onWritten = (done: number): void => {
      if (done === 1) cpSync(archive.folder, ended, { recursive: true });
    };
    const changes = [changeOfPad(before, after)];
    mustSucceed(await perform(archive, { name: 'move-from-pad', changes, newMemos: [memo], onWritten }));
    const again = await reopen(ended);
    expect(plain(mustSucceed(await again.pad()).pads[0]?.note)).toBe('One');
    expect(await again.memoIds()).toEqual([]);
    await again.close();
  });

  it('leaves what another program has written since', async ({ open }) => {
    const { ended, id } = await moveAndEnd(open, { files: 1 });
    const file = join(ended, 'articles', id, 'annotations.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"Two"', '"Two, and more"'));
    const again = await reopen(ended);
    expect(await wordsIn(again, id)).toEqual({ pad: 'One\nTwo', article: 'Two, and more' });
    expect(notesIn(ended)).toEqual([]);
    await again.close();
  });

  it('leaves a note alone that does not fit the files, and names that are none of an archive', async ({
    open,
  }) => {
    const { ended, id } = await moveAndEnd(open, { files: 1 });
    const note = join(ended, '.act.tmp-note');
    writeFileSync(join(ended, 'mine.txt'), 'mine');
    const parts = [
      { name: '../mine.txt', before: { is: 'nothing' }, after: 'b'.repeat(64) },
      { name: 'mine.txt', before: { is: 'nothing' }, after: 'b'.repeat(64) },
      { name: 'pad.json', before: { is: 'file', sha256: 'a'.repeat(64) }, after: 'b'.repeat(64) },
      { name: 'sources.json', before: { is: 'folder' }, after: 'b'.repeat(64) },
      { name: 'none.json', before: { is: 'nothing' }, after: 'b'.repeat(64) },
    ];
    writeFileSync(note, JSON.stringify({ version: 1, parts }));
    const again = await reopen(ended);
    expect(await wordsIn(again, id)).toEqual({ pad: 'One\nTwo', article: 'Two' });
    expect(existsSync(join(ended, 'mine.txt'))).toBe(true);
    expect(existsSync(note)).toBe(false);
    await again.close();
  });
});
