// One acknowledged save: a passage of an article with 50 passages is changed. Against a raw append of 4 KiB with
// fdatasync, and against lowdb as it comes, with the whole archive in one file. All in one run, a turn each, so
// that a disk that is slow for a while is slow for all. The same is measured of an archive that is encrypted.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { JSONFilePreset } from 'lowdb/node';
import type { ArticleId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok } from '#domain/result.ts';
import type { Archive, NewArticle } from '#electron/ports/archive.ts';
import { convertArchive } from '#electron/storage/encryption/convert/convert-archive.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { withLock } from '#electron/storage/lock/with-lock.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { changePassage } from '../support/archive/sample-changes.ts';
import { sampleArticle } from '../support/archive/sample-folders.ts';
import { samplePassage } from '../support/archive/sample-records.ts';
import { writeArticles } from '../support/archives/write-articles.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { meets, percentile } from './figures.ts';

/** Turns before the measured ones: an app in use has compiled its code long ago. */
const warmUpTurns = 200;
const turns = 500;
/** One turn in so many: a save of one large file takes a second. */
const oneFileEvery = { small: 10, large: 100 };
const passagesOfMeasured = 50;
const passagesOfOthers = 10;
const quote =
  'The two sides agreed to keep the channel open while the measures announced last week are reviewed, the ' +
  'official said, adding that no date had been set for the next round of talks in the capital.';

type Save = () => Promise<void>;
type Contender = {
  readonly name: string;
  readonly save: Save;
  readonly every: number;
  readonly timesMs: number[];
};

const machine = { nowMs: Date.now, newId: randomUUID };
const passphrase = async (): Promise<string> => 'correct horse battery staple';
const folder = await makeTemporaryFolder();
try {
  const archives = [await layArchive(100), await layArchive(10_000)];
  const contenders: Contender[] = [
    contend('raw append of 4 KiB + fdatasync', await rawAppend(join(folder, 'raw')), 1),
    contend('Precis, 100 articles', await saveInArchive(archives[0]?.folder ?? ''), 1),
    contend('Precis, 10 000 articles', await saveInArchive(archives[1]?.folder ?? ''), 1),
    contend('Precis, 100 articles, encrypted', await saveInArchive(await layEncrypted(100)), 1),
    contend(
      'lowdb in one file, 100 articles',
      await saveInOneFile(archives[0]?.articles ?? []),
      oneFileEvery.small,
    ),
    contend(
      'lowdb in one file, 10 000 articles',
      await saveInOneFile(archives[1]?.articles ?? []),
      oneFileEvery.large,
    ),
  ];
  settleDisk();
  for (let turn = 0; turn < warmUpTurns; turn++) for (const { save } of contenders.slice(0, 4)) await save();
  for (let turn = 0; turn < turns; turn++)
    for (const contender of contenders) if (turn % contender.every === 0) await takeTurn(contender);
  process.exitCode = report(contenders) ? 0 : 1;
} finally {
  await removeFolder(folder);
}
// The archives are open, and hold the process.
process.exit();

function contend(name: string, save: Save, every: number): Contender {
  return { name, save, every, timesMs: [] };
}

async function takeTurn({ save, every, timesMs }: Contender): Promise<void> {
  const startMs = performance.now();
  await save();
  timesMs.push(performance.now() - startMs);
  // Those that take each turn have synced what they wrote; lowdb leaves its bytes to the kernel.
  if (every > 1) settleDisk();
}

/** What is still on its way to the disk must not weigh on whoever is measured next. */
function settleDisk(): void {
  execFileSync('sync');
}

/** An archive of so many articles, and what stands in it. Its making is not measured. */
async function layArchive(
  articleCount: number,
  name = `archive-${articleCount}`,
): Promise<{ folder: string; articles: NewArticle[] }> {
  const home = join(folder, name);
  const articles = Array.from({ length: articleCount }, (_, number) =>
    sampleArticle(
      `Article ${number}`,
      Array.from({ length: number === 0 ? passagesOfMeasured : passagesOfOthers }, () =>
        samplePassage(quote),
      ),
    ),
  );
  await writeArticles(home, articles);
  return { folder: home, articles };
}

async function layEncrypted(articleCount: number): Promise<string> {
  const { folder: home } = await layArchive(articleCount, 'encrypted');
  const archive = await openOrThrow(home);
  await archive.close();
  const watch = { signal: new AbortController().signal, onProgress: () => undefined };
  const converted = await withLock({ folder: home, machine, modes: privateModes }, (context) =>
    convertArchive(context, { to: 'encrypted', passphrase }, watch),
  );
  if (!converted.ok) throw new Error(converted.error.code);
  return home;
}

async function openOrThrow(home: string): Promise<Archive> {
  const opened = await openArchive({
    folder: home,
    machine,
    passphrase,
    create: true,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

async function rawAppend(path: string): Promise<Save> {
  const file = await open(path, 'a');
  const bytes = Buffer.alloc(4096, 'x');
  return async () => {
    await file.write(bytes);
    await file.datasync();
  };
}

async function saveInArchive(home: string): Promise<Save> {
  const archive = await openOrThrow(home);
  const [articleId] = await archive.articleIds();
  if (articleId === undefined) throw new Error('The archive has no article.');
  let count = 0;
  return async () => {
    const saved = await archive.perform(async (reader) => {
      const annotations = await reader.annotations(articleId);
      if (!annotations.ok) return annotations;
      const change = nextChange(articleId, annotations.value.passages, ++count);
      return ok({ value: null, name: 'note-passage', changes: [change] });
    });
    if (!saved.ok) throw new Error(saved.error.code);
  };
}

function nextChange(articleId: ArticleId, passages: readonly Passage[], count: number) {
  const passage = passages[count % passages.length];
  if (passage === undefined) throw new Error('The article has no passage.');
  return changePassage(articleId, passage, { ...passage, confirmedBecause: `reason ${count}` });
}

async function saveInOneFile(articles: readonly NewArticle[]): Promise<Save> {
  const records = articles.map(({ article, body, annotations }) => ({ article, body, annotations }));
  const database = await JSONFilePreset(join(folder, `one-file-${articles.length}.json`), {
    articles: records,
  });
  let count = 0;
  return () =>
    database.update(({ articles: all }) => {
      count += 1;
      const passages = all[0]?.annotations.passages ?? [];
      const passage = passages[count % passages.length];
      if (passage !== undefined) passage.confirmedBecause = `reason ${count}`;
    });
}

/** Prints the table, and answers whether the targets are met. */
function report(contenders: readonly Contender[]): boolean {
  const [raw, small, large, encrypted] = contenders.map(({ timesMs }) => percentile(timesMs, 0.5));
  if (raw === undefined || small === undefined || large === undefined || encrypted === undefined)
    throw new Error('Nothing was measured.');
  console.log('one acknowledged save, p50 and p95 in ms, and p50 against the raw append');
  for (const { name, timesMs } of contenders) {
    const p50 = percentile(timesMs, 0.5);
    const cells = [p50.toFixed(3), percentile(timesMs, 0.95).toFixed(3), `${(p50 / raw).toFixed(2)} ×`];
    console.log(`  ${name.padEnd(36)}${cells.map((cell) => cell.padStart(12)).join('')}`);
  }
  return [
    meets('save against raw append, 100 articles', small / raw, 2.5, '×'),
    meets('save against raw append, 10 000 articles', large / raw, 2.5, '×'),
    meets('save at 10 000 articles against 100', large / small, 1.15, '×'),
    meets('save of an encrypted archive against one in the clear', encrypted / small, 1.5, '×'),
  ].every(Boolean);
}
