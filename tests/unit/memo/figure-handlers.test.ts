import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planRepair } from '#domain/archive/plan-repair.ts';
import type { Handlers } from '#domain/contract/requests.ts';
import { type MemoId, memoIdSchema, newMemoIdSchema } from '#domain/ids.ts';
import { usualParts } from '#domain/memo/export/export-parts.ts';
import type { MemoContent } from '#domain/memo/memo-content.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { pathOfPicture, type StoredPicture } from '#domain/picture/stored-picture.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { checkArchive } from '#electron/storage/check/check-archive.ts';
import { repairArchive } from '#electron/storage/check/repair-archive.ts';
import { takeBackRepair } from '#electron/storage/check/take-back-repair.ts';
import { findUnusedPictures } from '#electron/storage/check/unused-pictures.ts';
import { plainCodec } from '#electron/storage/encryption/file-codec.ts';
import { createStorageContext } from '#electron/storage/storage-context.ts';
import { paragraph, section } from '../../support/memo/written-memo.ts';
import { keepExported } from '../../support/pictures/keep-exported.ts';
import { makePng } from '../../support/pictures/make-png.ts';
import { figureOf, hashOf } from '../../support/pictures/written-figure.ts';
import { addMemo } from '../../support/workbench/add-records.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const bytes = makePng(60, 40);
const sha256 = hashOf(bytes);
const exported = {
  format: 'html',
  options: { paper: 'a4', glyphs: 'refuse' },
  parts: usualParts,
  fileName: 'memo.html',
  replaces: true,
} as const;

let bench: Workbench;
let handlers: Handlers;
let memoId: MemoId;
let written: () => MemoDocument | null;

beforeEach(async () => {
  bench = await openWorkbench();
  ({ handlers, exported: written } = keepExported(bench));
  memoId = await addMemo(bench, '1');
});
afterEach(() => bench.close());

const pathIn = (id: MemoId, where = 'memos'): string =>
  join(bench.archive.folder, where, id, pathOfPicture({ sha256, format: 'png' }));
const add = async (to = memoId): Promise<StoredPicture> =>
  succeed(await handlers['memo:add-figure']({ memoId: to, fileName: 'chart.png', bytes }));
const contentWith = (picture: StoredPicture, alt = 'A chart'): MemoContent => ({
  type: 'doc',
  content: [section('analysis', 'Analysis', paragraph('So.'), figureOf({ bytes, ...picture }, { alt }))],
});
let edits = 0;
const save = async (id: MemoId, content: MemoContent): Promise<void> => {
  succeed(await handlers['memo:save']({ memoId: id, editId: `edit ${++edits}`, content }));
};
const shown = async (id: MemoId): Promise<string | null> =>
  succeed(await handlers['memo:figure']({ memoId: id, picture: { sha256, format: 'png' } })).base64;
const place = () => ({ root: bench.archive.folder, codec: plainCodec });
const unused = async () => findUnusedPictures(place(), (await checkArchive(place())).findings);
const findings = async () =>
  (await checkArchive(place())).findings.map(({ file, code }) => `${code} ${file}`);

it('keeps a picture by its hash in the folder of the memo, and adds no step of undo for it', async () => {
  const before = bench.archive.undoState();
  expect(await add()).toEqual({ sha256, format: 'png', width: 60, height: 40 });
  expect(await readFile(pathIn(memoId))).toEqual(bytes);
  expect(bench.archive.undoState()).toEqual(before);
  await add();
  expect(await readdir(join(pathIn(memoId), '..'))).toHaveLength(1);
  expect(await shown(memoId)).toBe(bytes.toString('base64'));
  expect(await findings()).toEqual([]);
});

it('refuses what is no picture, and a memo that was sent', async () => {
  const page = { memoId, fileName: 'page.png', bytes: Buffer.from('<html></html>'.repeat(9)) };
  expect(await handlers['memo:add-figure'](page)).toEqual({
    ok: false,
    error: { code: 'figure-unusable', file: 'page.png', why: 'no-picture' },
  });
  const sent = await addMemo(bench, '2', [], { state: 'sent' });
  expect(codeOf(await handlers['memo:add-figure']({ memoId: sent, fileName: 'a.png', bytes }))).toBe(
    'memo-is-sent',
  );
});

it('is in the document of an export; without a description or its file the memo is not exported', async () => {
  const picture = await add();
  await save(memoId, contentWith(picture, ''));
  expect(await handlers['memo:export']({ memoId, ...exported })).toEqual({
    ok: false,
    error: { code: 'figures-unprintable', missing: [], undescribed: [1] },
  });
  await save(memoId, contentWith(picture));
  succeed(await handlers['memo:export']({ memoId, ...exported }));
  expect(written()?.pictures).toEqual({ [sha256]: bytes.toString('base64') });
  await writeFile(pathIn(memoId), 'other bytes');
  expect(await handlers['memo:export']({ memoId, ...exported })).toEqual({
    ok: false,
    error: { code: 'figures-unprintable', missing: [1], undescribed: [] },
  });
  expect(await findings()).toEqual([`picture-altered memos/${memoId}/${pathOfPicture(picture)}`]);
  await rm(pathIn(memoId));
  expect(codeOf(await handlers['memo:export']({ memoId, ...exported }))).toBe('figures-unprintable');
  expect(await findings()).toEqual([`picture-missing memos/${memoId}/${pathOfPicture(picture)}`]);
  succeed(await handlers['memo:open']({ memoId }));
});

it('put in again it takes the place of other bytes, which are kept', async () => {
  const picture = await add();
  await save(memoId, contentWith(picture));
  await writeFile(pathIn(memoId), 'other bytes');
  await add();
  expect(await readFile(pathIn(memoId))).toEqual(bytes);
  const aside = (await readdir(join(pathIn(memoId), '..'))).find((name) => name.includes('.corrupt-')) ?? '';
  expect(await readFile(join(pathIn(memoId), '..', aside), 'utf8')).toBe('other bytes');
});

it('follows its figure: pasted into another memo, duplicated, to the trash and back', async () => {
  const picture = await add();
  await save(memoId, contentWith(picture));
  const other = await addMemo(bench, '2');
  expect(await shown(other)).toBe(bytes.toString('base64'));
  await save(other, contentWith(picture));
  expect(await readFile(pathIn(other))).toEqual(bytes);

  const newMemoId = memoIdSchema.parse(bench.deps.machine.newId());
  succeed(await handlers['memo:duplicate']({ memoId, newMemoId }));
  expect(await readFile(pathIn(newMemoId))).toEqual(bytes);
  succeed(await bench.archive.undo());
  expect(await readFile(pathIn(newMemoId, 'trash/memos'))).toEqual(bytes);
  succeed(await bench.archive.redo());

  succeed(await handlers['memo:delete']({ memoId }));
  succeed(await handlers['trash:restore']({ rows: [{ kind: 'memo', id: memoId }] }));
  expect(await readFile(pathIn(memoId))).toEqual(bytes);
  expect(await findings()).toEqual([]);
});

it('stays for undo and for snapshots when its figure is taken out of the text', async () => {
  const picture = await add();
  await save(memoId, contentWith(picture));
  const { snapshotId } = succeed(await handlers['memo:snapshot']({ memoId }));
  await save(memoId, { type: 'doc', content: [section('analysis', 'Analysis', paragraph('So.'))] });
  expect(await shown(memoId)).toBe(bytes.toString('base64'));
  const frozen = succeed(await bench.archive.snapshot(memoId, snapshotId)).snapshot;
  expect(frozen.document.sections[0]?.blocks[1]).toMatchObject({ kind: 'figure', picture });
  expect(JSON.stringify(frozen)).not.toContain(bytes.toString('base64'));
  await rm(pathIn(memoId));
  expect(await findings()).toEqual([`picture-missing memos/${memoId}/${pathOfPicture(picture)}`]);
});

const without: MemoContent = { type: 'doc', content: [section('analysis', 'Analysis', paragraph('So.'))] };
const sentOn = calendarDateSchema.parse('2024-04-24');

it('goes along into an update of a memo that was sent, which keeps its own when the update drops it', async () => {
  const picture = await add();
  await save(memoId, contentWith(picture));
  succeed(
    await handlers['memo:send']({ memoId, recipients: ['Director'], sentOn, way: 'e-mail', file: null }),
  );
  const newMemoId = newMemoIdSchema.parse(bench.deps.machine.newId());
  succeed(await handlers['memo:supersede']({ memoId, kind: 'update', newMemoId }));
  expect(await readFile(pathIn(newMemoId))).toEqual(bytes);
  expect(JSON.stringify(succeed(await handlers['memo:open']({ memoId: newMemoId })).memo)).toContain(sha256);
  await rm(pathIn(newMemoId));
  expect(await shown(newMemoId)).toBe(bytes.toString('base64'));

  await save(newMemoId, without);
  succeed(await handlers['memo:export']({ memoId, ...exported }));
  expect(written()?.pictures).toEqual({ [sha256]: bytes.toString('base64') });
  expect(await findings()).toEqual([]);
});

it('is compared between two states by its picture, its words and its number', async () => {
  const picture = await add();
  await save(memoId, contentWith(picture));
  const { snapshotId } = succeed(await handlers['memo:snapshot']({ memoId }));
  const other = makePng(61, 40);
  const drawn = succeed(await handlers['memo:add-figure']({ memoId, fileName: 'chart.png', bytes: other }));
  await save(memoId, contentWith(drawn, 'A chart, anew'));
  const sides = { old: { memoId, snapshotId }, fresh: { memoId, snapshotId: null } };
  const { blocks } = succeed(await handlers['memo:compare'](sides));
  const texts = (side: 'old' | 'fresh') =>
    blocks.map((block) => (block[side] ?? []).map(({ text }) => text).join(''));
  expect(texts('old')).toEqual(['[Picture: A chart]', `Picture file: ${sha256.slice(0, 12)}`]);
  expect(texts('fresh')).toEqual(['[Picture: A chart, anew]', `Picture file: ${drawn.sha256.slice(0, 12)}`]);
});

it('comes back when the snapshot that shows it is restored, and goes again by undo', async () => {
  const picture = await add();
  await save(memoId, contentWith(picture));
  const { snapshotId } = succeed(await handlers['memo:snapshot']({ memoId }));
  await save(memoId, without);
  expect(await unused()).toEqual([]);
  succeed(await handlers['memo:restore']({ memoId, snapshotId }));
  succeed(await handlers['memo:export']({ memoId, ...exported }));
  expect(written()?.pictures).toEqual({ [sha256]: bytes.toString('base64') });
  succeed(await bench.archive.undo());
  expect(JSON.stringify(succeed(await handlers['memo:open']({ memoId })).memo)).not.toContain(sha256);
});

it('is put away when nothing shows it any more, and not while any other file names it', async () => {
  const { folder } = bench.archive;
  const file = `memos/${memoId}/${pathOfPicture({ sha256, format: 'png' })}`;
  const picture = await add();
  expect(await unused()).toEqual([file]);
  await save(memoId, contentWith(picture));
  expect(await unused()).toEqual([]);
  await save(memoId, without);
  // The version before it still shows it.
  expect(await unused()).toEqual([]);
  await save(memoId, { type: 'doc', content: [section('analysis', 'Analysis', paragraph('So it is.'))] });
  expect(await unused()).toEqual([file]);

  const conflicts = join(folder, 'conflicts.json');
  const stood = await readFile(conflicts, 'utf8').catch(() => null);
  await writeFile(conflicts, JSON.stringify({ theirs: figureOf({ bytes, ...picture }) }));
  expect(await unused()).toEqual([]);
  await rm(conflicts);
  await mkdir(conflicts);
  await mkdir(join(folder, 'memos', memoId, 'snapshots'), { recursive: true });
  const unreadable = join(folder, 'memos', memoId, 'snapshots', 'unreadable.json');
  await symlink('nowhere', unreadable);
  expect(await unused()).toEqual([]);
  await rm(unreadable);
  await rm(conflicts, { recursive: true });
  if (stood !== null) await writeFile(conflicts, stood);

  const context = createStorageContext(folder, bench.deps.machine, () => {});
  const done = succeed(await repairArchive(context, planRepair([], await unused())));
  expect(done.putAway).toEqual([{ file, keptAs: `trash/${done.folder}/${file}` }]);
  expect(await readFile(join(folder, 'trash', done.folder, file))).toEqual(bytes);
  expect(await readdir(join(pathIn(memoId), '..'))).toEqual([]);
  expect(await unused()).toEqual([]);
  expect(await findings()).toEqual([]);
  expect(succeed(await takeBackRepair(context, done.folder)).back).toEqual([file]);
  expect(await readFile(join(folder, file))).toEqual(bytes);
  expect(await unused()).toEqual([file]);
});

describe('a picture that is cropped', () => {
  const part = { x: 10, y: 5, w: 20, h: 10 };
  const cut = makePng(part.w, part.h);
  const crop = async (id = memoId) =>
    handlers['memo:crop-figure']({
      memoId: id,
      picture: { sha256, format: 'png', width: 60, height: 40 },
      part,
    });
  const cropped = async (): Promise<MemoContent> => {
    const whole = await add();
    const shown = succeed(await crop());
    return {
      type: 'doc',
      content: [
        section(
          'analysis',
          'Analysis',
          paragraph('So.'),
          figureOf({ bytes: cut, ...shown }, { croppedFrom: { ...whole, part } }),
        ),
      ],
    };
  };

  it('is kept beside the whole, and leaves alone with an export', async () => {
    const content = await cropped();
    await save(memoId, content);
    succeed(await handlers['memo:export']({ memoId, ...exported }));
    expect(written()?.pictures).toEqual({ [hashOf(cut)]: cut.toString('base64') });
    expect(await readdir(join(pathIn(memoId), '..'))).toHaveLength(2);
    expect(await unused()).toEqual([]);
    await rm(pathIn(memoId));
    expect(await findings()).toEqual([
      `picture-missing memos/${memoId}/${pathOfPicture({ sha256, format: 'png' })}`,
    ]);
  });

  it('takes its whole along to a memo that it is copied to', async () => {
    const content = await cropped();
    await save(memoId, content);
    const other = await addMemo(bench, '2');
    await save(other, content);
    expect(await readFile(pathIn(other))).toEqual(bytes);
  });

  it('is refused off its edges, of a picture that is gone, and in a memo that was sent', async () => {
    await add();
    const picture = { sha256, format: 'png', width: 60, height: 40 } as const;
    const off = await handlers['memo:crop-figure']({ memoId, picture, part: { ...part, w: 60 } });
    expect(codeOf(off)).toBe('invalid-input');
    const sent = await addMemo(bench, '2', [], { state: 'sent' });
    expect(codeOf(await crop(sent))).toBe('memo-is-sent');
    await rm(pathIn(memoId));
    expect(codeOf(await crop())).toBe('figure-unusable');
  });
});
