import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId, MemoId, PassageId } from '#domain/ids.ts';
import { manifestOf } from '#domain/memo/verify/manifest.ts';
import { err } from '#domain/result.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { createMemoWriters } from '#electron/export/create-memo-writers.ts';
import { sentFiles } from '#electron/export/sent-files.ts';
import { readExportedFile } from '#electron/export/verify/read-exported-file.ts';
import { createUndoHandlers } from '#electron/handlers/archive/undo-handlers.ts';
import { createCopyMerger } from '#electron/handlers/copies/copy-merger.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import type { HandlerDeps } from '#electron/handlers/handler-deps.ts';
import { createMemoHandlers } from '#electron/handlers/memo/memo-handlers.ts';
import { finishSendings } from '#electron/handlers/memo/sent/send-memo.ts';
import { createTrashHandlers } from '#electron/handlers/trash/trash-handlers.ts';
import { newMemoIds, newRoundId } from '../../support/archive/sample-ids.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { rangeOf } from '../../support/texts/range-of.ts';
import { sha256Of } from '../../support/texts/sha256-of.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The port closed on Monday.\nNobody said why, and nobody asked.';
const due = calendarDateSchema.parse('2024-04-26');
const sentOn = calendarDateSchema.parse('2024-04-25');

let bench: Workbench;
let folder: string;
let deps: HandlerDeps;
let memos: ReturnType<typeof createMemoHandlers>;
let articleId: ArticleId;
let passageId: PassageId;
let memoId: MemoId;

beforeEach(async () => {
  bench = await openWorkbench();
  folder = await makeTemporaryFolder();
  const { pdfMaker, machine } = bench.deps;
  deps = {
    ...bench.deps,
    memoWriters: createMemoWriters(pdfMaker, machine.newId),
    desktop: { ...bench.deps.desktop, exportFolder: () => folder },
  };
  memos = createMemoHandlers(deps);
  articleId = await addArticle(bench, text, { title: 'Port closed', publisher: 'Harbour Dispatch' });
  ({ id: passageId } = await createActs(() => bench).add(articleId, text, 'nobody asked'));
  const from = { kind: 'article', articleId } as const;
  const asked = { ...newMemoIds(), title: 'The port', template: 'bluf', marking: null, from } as const;
  ({ memoId } = succeed(await memos['memo:create'](asked)));
});
afterEach(async () => {
  await bench.close();
  await removeFolder(folder);
});

const start = (roundId = newRoundId(), using = memos) =>
  using['memo:start-round']({
    memoId,
    roundId,
    reviewers: ['J. Miller', ' K. Osei', 'J. Miller'],
    due,
    fileName: 'For review.docx',
    replaces: true,
    options: { paper: 'a4', glyphs: 'refuse' },
  });
const rounds = async () => succeed(await memos['memo:rounds']({ memoId }));
const stateNow = async () => succeed(await memos['memo:open']({ memoId })).memo.state;
const close = async (isClosed: boolean) => {
  const [round] = await rounds();
  if (round === undefined) throw new Error('there is no round');
  return succeed(await memos['memo:close-round']({ memoId, roundId: round.id, isClosed }));
};
const undo = async () => succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));

describe('sending a memo for review', () => {
  it('keeps who has it and by when, on a snapshot with the file that went out', async () => {
    const { round, file } = succeed(await start());
    expect(round).toMatchObject({ number: 1, reviewers: ['J. Miller', 'K. Osei'], due, closedAt: null });
    expect(file).toMatchObject({ fileName: 'For review.docx' });
    expect(await rounds()).toEqual([round]);
    expect(await stateNow()).toBe('in-review');
    const { snapshot } = succeed(await bench.archive.snapshot(memoId, round.snapshotId));
    expect(snapshot.cause).toBe('round');
    const { sha256 } = succeed(await readExportedFile(join(folder, 'For review.docx')));
    expect(snapshot.exported?.sha256).toBe(sha256);
    // The memo can be written on.
    const { head } = succeed(await memos['memo:open']({ memoId })).memo;
    succeed(await memos['memo:save']({ memoId, head: { ...head, for: 'Director' }, editId: 'for' }));
  });

  it('names memo, snapshot and round in the file, and no reviewer', async () => {
    const { round } = succeed(await start());
    const { manifest, words } = succeed(await readExportedFile(join(folder, 'For review.docx')));
    const { archive } = bench;
    const { snapshot } = succeed(await archive.snapshot(memoId, round.snapshotId));
    const { memo, snapshot: name } = manifestOf(archive.info.id, snapshot, sha256Of);
    expect(manifest).toMatchObject({ memo, snapshot: name, round: expect.stringMatching(/^[0-9a-f]{64}$/u) });
    expect(words).toContain('IN REVIEW');
    expect(words).not.toContain('Miller');
  });

  it('is one step of undo, with the state of the memo', async () => {
    const before = await readTree(bench.archive.folder);
    succeed(await start());
    expect((await undo()).name).toBe('start-round');
    expect(await rounds()).toEqual([]);
    expect(await stateNow()).toBe('draft');
    const after = await readTree(bench.archive.folder);
    const memoFile = `memos/${memoId}/memo.json`;
    expect(after[memoFile]).toEqual(before[memoFile]);
  });

  it('asked for again changes nothing', async () => {
    const roundId = newRoundId();
    succeed(await start(roundId));
    const before = await readTree(bench.archive.folder);
    expect(succeed(await start(roundId)).file).toBeNull();
    expect(await readTree(bench.archive.folder)).toEqual(before);
  });

  it('is refused for what an export is refused for, and leaves no file', async () => {
    await editPassage(bench, articleId, passageId, { kind: 'resize', ranges: [rangeOf(text, 'nobody')] });
    expect(codeOf(await start())).toBe('evidence-changed');
    expect(await stateNow()).toBe('draft');
    expect(await readdir(folder)).toEqual([]);
  });

  it('is refused for a memo that was sent', async () => {
    succeed(await memos['memo:send']({ memoId, recipients: ['Desk'], sentOn, way: '', file: null }));
    expect(codeOf(await start())).toBe('memo-is-sent');
  });

  it('that is broken off gets its file at the next start', async () => {
    const unplaced = { ...sentFiles, place: async () => err({ code: 'cancelled' as const }) };
    const broken = createMemoHandlers({ ...deps, sentFiles: unplaced });
    expect(succeed(await start(newRoundId(), broken)).file).toBeNull();
    expect(await readdir(folder)).not.toEqual(['For review.docx']);
    await finishSendings({ archive: bench.archive, desktop: deps.desktop, sentFiles });
    expect(await readdir(folder)).toEqual(['For review.docx']);
  });
});

describe('the rounds of a memo', () => {
  it('may be two at once; with the last that is closed the memo is a draft again', async () => {
    succeed(await start());
    succeed(await start());
    expect((await rounds()).map(({ number }) => number)).toEqual([1, 2]);
    await close(true);
    expect(await stateNow()).toBe('in-review');
    const [, second] = await rounds();
    if (second === undefined) throw new Error('there is one round');
    succeed(await memos['memo:close-round']({ memoId, roundId: second.id, isClosed: true }));
    expect(await stateNow()).toBe('draft');
    await close(false);
    expect(await stateNow()).toBe('in-review');
    expect((await undo()).name).toBe('change-round');
    expect(await stateNow()).toBe('draft');
  });

  it('go to the trash with it, and come back', async () => {
    succeed(await start());
    const before = await rounds();
    succeed(await memos['memo:delete']({ memoId }));
    expect(codeOf(await memos['memo:rounds']({ memoId }))).toBe('not-found');
    succeed(await createTrashHandlers(bench.deps)['trash:restore']({ rows: [{ kind: 'memo', id: memoId }] }));
    expect(await rounds()).toEqual(before);
  });
});

describe('the file of the rounds', () => {
  const path = () => join(bench.archive.folder, 'memos', memoId, 'review.json');

  it('that is damaged is never taken for one without rounds, and the copy of the last save is used', async () => {
    succeed(await start());
    succeed(await start());
    bench = await bench.reopen();
    await writeFile(path(), '{"version": 1, "rounds": [');
    memos = createMemoHandlers({ ...deps, ...bench.deps });
    expect(await rounds()).toHaveLength(2);
    const names = await readdir(join(bench.archive.folder, 'memos', memoId));
    expect(names.filter((name) => name.startsWith('review.json.corrupt-'))).toHaveLength(1);
  });

  it('that is damaged and has no version before is refused, and its bytes stay', async () => {
    succeed(await start());
    bench = await bench.reopen();
    await rm(`${path()}.bak`, { force: true });
    await writeFile(path(), 'no JSON');
    memos = createMemoHandlers({ ...deps, ...bench.deps });
    expect(codeOf(await memos['memo:rounds']({ memoId }))).toBe('archive-damaged');
    // The memo itself opens.
    expect(await stateNow()).toBe('in-review');
    expect(await readFile(path(), 'utf8')).toBe('no JSON');
  });

  it('is merged by record with the copy that a sync lays beside it', async () => {
    const { round } = succeed(await start());
    const copy = `memos/${memoId}/review.sync-conflict-20240501-101500-ABCDEFG.json`;
    const other = { ...round, id: newRoundId(), reviewers: ['R. Stahl'] };
    const { number: _, ...theirs } = other;
    const file = JSON.parse(await readFile(path(), 'utf8'));
    await writeFile(join(bench.archive.folder, copy), JSON.stringify({ ...file, rounds: [theirs] }));
    const { archive, machine } = bench.deps;
    await createCopyMerger({ archive, machine, tell: () => undefined }).meet([copy]);
    expect((await rounds()).map(({ id }) => id).sort()).toEqual([round.id, other.id].sort());
  });

  it('of another memo is none of this one', async () => {
    const { round } = succeed(await start());
    const { number: _, ...own } = round;
    const file = JSON.parse(await readFile(path(), 'utf8'));
    bench = await bench.reopen();
    const theirs = { ...own, memoId: newMemoIds().memoId };
    await rm(`${path()}.bak`, { force: true });
    await writeFile(path(), JSON.stringify({ ...file, rounds: [theirs] }));
    memos = createMemoHandlers({ ...deps, ...bench.deps });
    expect(codeOf(await memos['memo:rounds']({ memoId }))).toBe('archive-damaged');
  });

  it('comes back with its memo out of a backup', async () => {
    const { round } = succeed(await start());
    const handlers = createHandlers(bench.deps);
    succeed(await handlers['backup:choose-folder']({ takesProposed: true }));
    const { id: backupId } = succeed(await handlers['backup:run']({}));
    succeed(await handlers['memo:delete']({ memoId }));
    succeed(await handlers['trash:empty']({}));
    succeed(await handlers['backup:restore-record']({ backupId, what: { kind: 'memo', id: memoId } }));
    expect(await rounds()).toEqual([expect.objectContaining({ id: round.id, reviewers: round.reviewers })]);
  });
});
