// A memo of a hundred pages to PDF: the first compile of a fresh Typst process, against Chromium's printToPDF of the
// same content in a fresh page, tagged, with outline, header and footer. Turn by turn in one Electron. What comes
// before is printed too: the start of the process, and the loading and laying out of the page. Then what one Typst
// process holds after fifty compiles.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sandboxSwitches } from '../../scripts/setup/check-sandbox.mjs';
import { electronUnderTest, projectRoot } from '../support/electron-under-test.ts';
import { pdfInfo } from '../support/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { longMemo, memoPage } from './long-memo.ts';

const turns = 9;
const compiles = 50;
const maxRatio = 1.2;
const maxHeldMb = 600;
/** A run that takes longer hangs. */
const maxRunMs = 300_000;

type Turn = { readonly startMs: number; readonly makeMs: number; readonly bytes: number };
type Outcome = {
  readonly typst: readonly Turn[];
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
  const line = 'style="font: 8.4pt Sans; width: 100%; padding: 0 25mm"';
  const job = {
    turns,
    compiles,
    resourcesFolder,
    options: { paper: 'a4', glyphs: 'refuse' },
    typstProcess: join(projectRoot, 'out/main/typst-process.js'),
    documentFile: inFolder('memo.json'),
    htmlFile: inFolder('memo.html'),
    typstPdf: inFolder('typst.pdf'),
    chromiumPdf: inFolder('chromium.pdf'),
    resultFile: inFolder('result.json'),
    headerTemplate: `<div ${line}>Briefing memo ${document.referenceNumber} <b>${document.marking?.text}</b></div>`,
    footerTemplate: `<div ${line}>Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>`,
  };
  await writeFile(job.documentFile, JSON.stringify(document));
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

/** Prints the table, and answers whether the targets are met. */
async function report({ typst, chromium, heldMb }: Outcome): Promise<boolean> {
  const rows = [
    { name: 'Typst, fresh process', taken: typst, file: 'typst.pdf' },
    { name: 'Chromium, fresh page', taken: chromium, file: 'chromium.pdf' },
  ];
  console.log(`a long memo to PDF, ${turns} turns, p50 in ms: before, PDF, both; pages and size`);
  for (const { name, taken, file } of rows) {
    const { Pages: pages = '?', Tagged: tagged = '?' } = await pdfInfo(join(folder, file));
    const [before, making] = [median(taken.map(startOf)), median(taken.map(makingOf))];
    const cells = [
      before.toFixed(0),
      making.toFixed(0),
      (before + making).toFixed(0),
      `${pages} pages`,
      `${Math.round((taken[0]?.bytes ?? 0) / 1024)} KiB`,
      `tagged: ${tagged}`,
    ];
    console.log(`  ${name.padEnd(24)}${cells.map((cell) => cell.padStart(12)).join('')}`);
  }
  const ratio = median(typst.map(makingOf)) / median(chromium.map(makingOf));
  const ratioOfAll = median(typst.map(wholeOf)) / median(chromium.map(wholeOf));
  const held = (at: number): string => `${Math.round(heldMb[at - 1] ?? 0)} MB`;
  console.log(
    `  held by one process after 1, 10, ${compiles} compiles: ${held(1)}, ${held(10)}, ${held(compiles)}`,
  );
  const isFast = ratio <= maxRatio;
  const isSmall = Math.max(...heldMb) <= maxHeldMb;
  console.log(`  with what comes before: ${ratioOfAll.toFixed(2)} ×`);
  console.log(
    `  Typst against Chromium: ${ratio.toFixed(2)} × (at most ${maxRatio} ×)  ${isFast ? 'met' : 'NOT MET'}`,
  );
  console.log(`  at most ${maxHeldMb} MB held  ${isSmall ? 'met' : 'NOT MET'}`);
  return isFast && isSmall;
}

function startOf({ startMs }: Turn): number {
  return startMs;
}

function makingOf({ makeMs }: Turn): number {
  return makeMs;
}

function wholeOf({ startMs, makeMs }: Turn): number {
  return startMs + makeMs;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
