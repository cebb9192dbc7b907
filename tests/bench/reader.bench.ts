// The reader in the running app: how long a long article takes to open, against the same text as static HTML in the
// same Electron, how long a passage takes from the key to the paint, against a key that only moves the caret, and how
// long it takes to undo it, against the same in an article that has few.
// Turns are taken in one run, so that a machine that is slow for a while is slow for all.
import { join } from 'node:path';
import { launchPrecis, type Precis } from '../support/app/launch-precis.ts';
import { articleText, openArticle } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { asStaticHtml, longBody, spreadRanges } from '../support/texts/long-body.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { median, meets } from './figures.ts';
import { type KeyTimes, measureKeys, measureOpening, shortTitle } from './reader-times.ts';

const WORDS = 50_000;
const PASSAGES = 2_000;
/** As long and as full as articles get. */
const MOST_WORDS = 170_000;
const MOST_PASSAGES = 5_000;
const OPENINGS = 9;
const KEYS = 15;
const UNDOINGS = 7;
const FRAME_MS = 1000 / 60;
const longTitle = 'The long report';
const fullTitle = 'The full report';
const fewTitle = 'A report with few passages';

const folder = await makeTemporaryFolder();
try {
  const body = longBody(WORDS);
  const fullBody = longBody(MOST_WORDS);
  const fewBody = longBody(1000);
  await makeReaderArchive(join(folder, 'archive'), [
    articleWithPassages(longTitle, body, spreadRanges(body, PASSAGES)),
    articleWithPassages(shortTitle, paragraphs('One line.'), []),
    articleWithPassages(fullTitle, fullBody, spreadRanges(fullBody, MOST_PASSAGES)),
    articleWithPassages(fewTitle, fewBody, spreadRanges(fewBody, 5)),
  ]);
  // The app's sessions load nothing from files; its window takes the page as an address that holds it.
  const html = `data:text/html;base64,${Buffer.from(asStaticHtml(body)).toString('base64')}`;
  const precis = await launchPrecis({
    archive: join(folder, 'archive'),
    userData: join(folder, 'user-data'),
  });
  const openingMs = { reader: [] as number[], html: [] as number[] };
  await openArticle(precis.window, longTitle);
  for (let turn = 0; turn < OPENINGS; turn += 1) {
    openingMs.reader.push(await measureOpening(precis.window, longTitle));
    openingMs.html.push(await measureStaticHtml(precis, html));
  }
  const keyMs = await measureKeys(precis.window, KEYS);
  await openArticle(precis.window, fewTitle);
  const fewMs = await measureKeys(precis.window, UNDOINGS);
  await openArticle(precis.window, fullTitle);
  await articleText(precis.window).locator('mark').first().waitFor();
  const fullMs = await measureKeys(precis.window, UNDOINGS);
  await precis.close();
  process.exitCode = report(openingMs, keyMs) && reportUndoing(fewMs, fullMs) ? 0 : 1;
} finally {
  await removeFolder(folder);
}
process.exit();

/** From the start of the navigation until the whole page is painted, in a window of the same size. */
async function measureStaticHtml({ app }: Precis, address: string): Promise<number> {
  return app.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { partition: 'bench' } });
    const painted = new Promise<number>((resolve) => {
      window.webContents.on('page-title-updated', (_, title) => {
        if (Number.isFinite(Number(title))) resolve(Number(title));
      });
    });
    await window.loadURL(url);
    const elapsedMs = await painted;
    window.destroy();
    return elapsedMs;
  }, address);
}

function reportUndoing(few: KeyTimes, full: KeyTimes): boolean {
  const print = ({ move, add, undo }: KeyTimes): string =>
    [move, add, undo].map((timesMs) => median(timesMs).toFixed(1)).join(' / ');
  console.log(`caret / passage added / undone, p50 in ms: ${print(few)} with few passages`);
  console.log(`caret / passage added / undone, p50 in ms: ${print(full)} with ${MOST_PASSAGES}`);
  return [
    meets('add a passage to many against moving the caret', median(full.add) / median(full.move), 2, '×'),
    meets('undo in many passages against in few', median(full.undo) / median(few.undo), 3, '×'),
  ].every(Boolean);
}

function report(opening: { reader: number[]; html: number[] }, keys: KeyTimes): boolean {
  const print = (name: string, timesMs: readonly number[]): void =>
    console.log(`  ${name.padEnd(52)}p50 ${median(timesMs).toFixed(1).padStart(8)} ms`);
  console.log(`open ${WORDS} words with ${PASSAGES} passages; add a passage, key to paint`);
  print('the same text as static HTML', opening.html);
  print('the reader, from the press to its highlights', opening.reader);
  print('a key that only moves the caret', keys.move);
  print('a key that adds a passage', keys.add);
  const ratio = median(opening.reader) / median(opening.html);
  const frames = (median(keys.add) - median(keys.move)) / FRAME_MS;
  return [
    meets('open against static HTML', ratio, 2, '×'),
    meets('add a passage against moving the caret', frames, 1, 'frames more'),
  ].every(Boolean);
}
