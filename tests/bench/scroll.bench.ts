// Scrolling through a text that is as dense with passages as it has words, and through one of a million characters, in
// the running app, against the same text as a static page with the same marks in the same Electron. Both are scrolled
// by script, a step a frame; turns are taken in one run, so that a machine that is slow for a while is slow for both.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { launchPrecis, type Precis } from '../support/app/launch-precis.ts';
import { openArticle } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { denseRanges, markedHtml } from '../support/texts/dense-text.ts';
import { longBody, spreadRanges } from '../support/texts/long-body.ts';
import { meets, percentile } from './figures.ts';

type Case = { readonly title: string; readonly body: Body; readonly ranges: readonly TextRange[] };

const dense = longBody(10_000);
const long = longBody(170_000);
const cases: readonly Case[] = [
  { title: 'The dense report', body: dense, ranges: denseRanges(dense, 10_000) },
  { title: 'The long report', body: long, ranges: spreadRanges(long, 5_000) },
];
const TURNS = 3;
const STEPS = 240;
const STEP_PX = 50;
const FRAME_MS = 1000 / 60;

type Scrolled = {
  readonly framesMs: number[];
  readonly longTasksMs: number[];
  /** What the page's main thread worked for one frame, by its own clock. */
  readonly workMs: number[];
};
const nothing = (): Scrolled => ({ framesMs: [], longTasksMs: [], workMs: [] });

const folder = await makeTemporaryFolder();
try {
  await makeReaderArchive(
    join(folder, 'archive'),
    cases.map(({ title, body, ranges }) => articleWithPassages(title, body, ranges)),
  );
  const precis = await launchPrecis({
    archive: join(folder, 'archive'),
    userData: join(folder, 'user-data'),
  });
  const isMet: boolean[] = [];
  for (const each of cases) isMet.push(await measureCase(precis, each));
  await precis.close();
  process.exitCode = isMet.every(Boolean) ? 0 : 1;
} finally {
  await removeFolder(folder);
}
process.exit();

async function measureCase(precis: Precis, { title, body, ranges }: Case): Promise<boolean> {
  await openArticle(precis.window, title);
  await precis.window.locator('#article-text mark').first().waitFor();
  const reader = nothing();
  const still = nothing();
  for (let turn = 0; turn < TURNS; turn += 1) {
    add(reader, await measureScrolling(precis.window, '#article-text'));
    const page = await openStill(precis, markedHtml(body, ranges));
    add(still, await measureScrolling(page, '#still'));
    await page.close();
  }
  console.log(
    `scroll ${canonicalText(body).length} characters with ${ranges.length} passages, ${STEP_PX} pixels a frame`,
  );
  return report(reader, still);
}

function add(to: Scrolled, more: Scrolled): void {
  to.framesMs.push(...more.framesMs);
  to.longTasksMs.push(...more.longTasksMs);
  to.workMs.push(...more.workMs);
}

/** The static page, painted, in a window of the same size. */
async function openStill({ app }: Precis, html: string): Promise<Page> {
  const opened = app.waitForEvent('window');
  await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { partition: 'bench' } });
    await window.loadURL('data:text/html,');
  });
  const page = await opened;
  await page.setContent(html);
  return page;
}

async function measureScrolling(page: Page, selector: string): Promise<Scrolled> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const workedS = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  await page.evaluate(goToTop, selector);
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error('There is no text to point at.');
  await page.mouse.move(box.x + box.width / 2, 400);
  const before = await workedS();
  const scrolled = await page.evaluate(scrollOn, { selector, steps: STEPS, stepPx: STEP_PX });
  const after = await workedS();
  await session.detach();
  return { ...scrolled, workMs: [((after - before) * 1000) / STEPS] };
}

/** Runs in the page: goes to the top and waits until nothing is drawn any more. */
async function goToTop(selector: string): Promise<void> {
  let element = document.querySelector(selector);
  while (element !== null) {
    element.scrollTop = 0;
    element = element.parentElement;
  }
  let frames = 0;
  while (frames < 60) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    frames += 1;
  }
}

/** Runs in the page: scrolls on, a step a frame. */
async function scrollOn({
  selector,
  steps,
  stepPx,
}: {
  selector: string;
  steps: number;
  stepPx: number;
}): Promise<Omit<Scrolled, 'workMs'>> {
  const isScroller = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowY);
  let scroller = document.querySelector(selector);
  while (scroller !== null && !isScroller(scroller)) scroller = scroller.parentElement;
  const scrolling = scroller ?? document.documentElement;
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const longTasksMs: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasksMs.push(duration);
  });
  observer.observe({ type: 'longtask' });
  const framesMs: number[] = [];
  let before = await nextFrame();
  for (let step = 0; step < steps; step += 1) {
    scrolling.scrollTop += stepPx;
    const now = await nextFrame();
    framesMs.push(now - before);
    before = now;
  }
  observer.disconnect();
  if (scrolling.scrollTop < (steps * stepPx) / 2) throw new Error('It did not scroll.');
  return { framesMs, longTasksMs };
}

function report(reader: Scrolled, still: Scrolled): boolean {
  print('the same text with the same marks as static HTML', still);
  print('the reader', reader);
  const [readerP95, stillP95] = [percentile(reader.framesMs, 0.95), percentile(still.framesMs, 0.95)];
  return [
    meets('frames against static HTML, p95', readerP95 / stillP95, 2, '×'),
    meets('work of the main thread for a frame', percentile(reader.workMs, 0.5) / FRAME_MS, 1, 'frames'),
  ].every(Boolean);
}

function print(name: string, { framesMs, longTasksMs, workMs }: Scrolled): void {
  const frames = `frames p50 ${percentile(framesMs, 0.5).toFixed(1)}, p95 ${percentile(framesMs, 0.95).toFixed(1)} ms`;
  const longest =
    longTasksMs.length === 0 ? 'no task over 50 ms' : `longest task ${Math.max(...longTasksMs)} ms`;
  console.log(
    `  ${name.padEnd(52)}${frames}; ${longest}; work ${percentile(workMs, 0.5).toFixed(1)} ms a frame`,
  );
}
