// A memo of a hundred pages to PDF: the first export after the memo was opened, when Typst's process runs already; the
// first compile of a fresh process; and three times as many pages. Against Chromium's printToPDF of the same content in
// a fresh page, tagged, with outline, header and footer. Turn by turn in one Electron. Then what one process holds
// after fifty compiles.
//
// Both print the same words in the same faces, sizes and column, line for line, each part on a page of its own;
// memo-page.ts says what a browser leaves out. Typst is timed from the document to the bytes of the file. Of Chromium
// printToPDF alone is timed: that it read the page and its fonts, and laid them out for the screen, is told as
// "before".
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { typstEnvironment } from '#electron/export/typst/typst-messages.ts';
import { sandboxSwitches } from '../../scripts/setup/check-sandbox.mjs';
import { electronUnderTest, projectRoot } from '../support/app/electron-under-test.ts';
import { pdfInfo } from '../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { median } from './figures.ts';
import { longMemo } from './long-memo.ts';
import { memoPage } from './memo-page.ts';

const turns = 9;
const compiles = 50;
const targets = { opened: 1, fresh: 1.2, long: 3.2 };
const maxHeldMb = 600;
/** A run that takes longer hangs. */
const maxRunMs = 300_000;

type Turn = {
  readonly startMs: number;
  readonly makeMs: number;
  readonly bytes: number;
  readonly pages?: number;
};
type Outcome = {
  readonly fresh: readonly Turn[];
  readonly opened: readonly Turn[];
  readonly reviewed: readonly Turn[];
  /** Three times as many pages in a fresh process. */
  readonly long: readonly Turn[];
  readonly chromium: readonly Turn[];
  readonly heldMb: readonly number[];
};

const folder = await makeTemporaryFolder();
try {
  process.exitCode = (await report(await measure())) ? 0 : 1;
} finally {
  await removeFolder(folder);
}
process.exit();

async function measure(): Promise<Outcome> {
  const inFolder = (name: string): string => join(folder, name);
  const resourcesFolder = join(projectRoot, 'resources');
  const fontsFolder = pathToFileURL(join(resourcesFolder, 'fonts')).href;
  const document = longMemo();
  const line = 'style="font: 8.4pt sans-serif; width: 100%; padding: 0 25mm"';
  const job = {
    turns,
    compiles,
    resourcesFolder,
    options: { paper: 'a4', glyphs: 'refuse' },
    typstProcess: join(projectRoot, 'out/main/typst-process.js'),
    typstEnvironment: typstEnvironment(process.env, resourcesFolder),
    documentFile: inFolder('memo.json'),
    longDocumentFile: inFolder('long-memo.json'),
    htmlFile: inFolder('memo.html'),
    typstPdf: inFolder('typst.pdf'),
    chromiumPdf: inFolder('chromium.pdf'),
    resultFile: inFolder('result.json'),
    headerTemplate: `<div ${line}>Briefing memo ${document.referenceNumber} <b>${document.marking?.text}</b></div>`,
    footerTemplate: `<div ${line}>Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>`,
  };
  await writeFile(job.documentFile, JSON.stringify(document));
  await writeFile(job.longDocumentFile, JSON.stringify(threefold(document)));
  await writeFile(job.htmlFile, memoPage(document, fontsFolder));
  await writeFile(inFolder('job.json'), JSON.stringify(job));
  const app = join(projectRoot, 'tests/bench/pdf-bench-app');
  const args = [app, ...sandboxSwitches(), `--user-data-dir=${inFolder('user-data')}`, '--log-level=3'];
  const electron = spawn(electronUnderTest(), args, {
    env: { ...process.env, PRECIS_PDF_BENCH: inFolder('job.json') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const tooLong = setTimeout(() => electron.kill(), maxRunMs);
  const [code] = await once(electron, 'exit');
  clearTimeout(tooLong);
  if (code !== 0) throw new Error(`Electron ended with ${code}`);
  return JSON.parse(await readFile(job.resultFile, 'utf8'));
}

/** The parts of a memo three times over. */
function threefold(document: MemoDocument): MemoDocument {
  const parts = document.sections.slice(2);
  return { ...document, sections: [...document.sections, ...parts, ...parts] };
}

/** Prints the table, and answers whether the targets are met. */
async function report({ fresh, opened, reviewed, long, chromium, heldMb }: Outcome): Promise<boolean> {
  console.log(`a long memo to PDF, ${turns} turns, p50 in ms: before, PDF; pages and size`);
  await describePdf('Typst, memo opened', opened);
  await describePdf('Typst, memo reviewed', reviewed);
  await describePdf('Typst, fresh process', fresh, 'typst.pdf');
  await describePdf('Typst, threefold', long);
  await describePdf('Chromium, fresh page', chromium, 'chromium.pdf');
  const held = (at: number): string => `${Math.round(heldMb[at - 1] ?? 0)} MB`;
  console.log(
    `  held by one process after 1, 10, ${compiles} compiles: ${held(1)}, ${held(10)}, ${held(compiles)}`,
  );
  const made = (taken: readonly Turn[]): number => median(taken.map(({ makeMs }) => makeMs));
  return [
    judge('first export after opening against Chromium', made(opened) / made(chromium), targets.opened),
    judge('an export after the review against Chromium', made(reviewed) / made(chromium), targets.opened),
    judge('fresh process against Chromium', made(fresh) / made(chromium), targets.fresh),
    judge('three times the pages against once', made(long) / made(fresh), targets.long),
    judge(`MB held against ${maxHeldMb}`, Math.max(...heldMb) / maxHeldMb, 1),
  ].every(Boolean);
}

async function describePdf(name: string, taken: readonly Turn[], file?: string): Promise<void> {
  const { Pages: pages, Tagged: tagged } = file === undefined ? {} : await pdfInfo(join(folder, file));
  const cells = [
    median(taken.map(({ startMs }) => startMs)).toFixed(0),
    median(taken.map(({ makeMs }) => makeMs)).toFixed(0),
    `${pages ?? taken[0]?.pages} pages`,
    `${Math.round((taken[0]?.bytes ?? 0) / 1024)} KiB`,
    tagged === undefined ? '' : `tagged: ${tagged}`,
  ];
  console.log(`  ${name.padEnd(24)}${cells.map((cell) => cell.padStart(12)).join('')}`);
}

function judge(what: string, ratio: number, atMost: number): boolean {
  const isMet = ratio <= atMost;
  console.log(`  ${what}: ${ratio.toFixed(2)} × (at most ${atMost} ×)  ${isMet ? 'met' : 'NOT MET'}`);
  return isMet;
}
