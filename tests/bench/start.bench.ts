// From the start of the program to a window that can be used: the first view is painted, and a key is answered. On
// an archive of 10 000 articles against an empty one, a turn each in one run, so that a machine that is slow for a
// while is slow for both. A first start finds no index; every later one, which is what an analyst does each day, has
// one.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Answer } from '#domain/contract/requests.ts';
import type { NewArticle } from '#electron/ports/archive.ts';
import { windowArguments } from '../../scripts/app/electron-arguments.mjs';
import { electronUnderTest } from '../support/app/electron-under-test.ts';
import { articleWithPassages } from '../support/archives/reader-archive.ts';
import { writeArticles } from '../support/archives/write-articles.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { longBody, spreadRanges } from '../support/texts/long-body.ts';
import { closeWatchedWindow, openWatchedWindow } from '../support/window/open-watched-window.ts';
import { median } from './figures.ts';

/** What the page asks main by. */
type Bridge = {
  request(name: 'app:state', input: object): Promise<Answer<'app:state'>>;
};

const ARTICLES = Number(process.env.PRECIS_BENCH_ARTICLES ?? 10_000);
const WORDS = 300;
const PASSAGES = 10;
const TURNS = Number(process.env.PRECIS_BENCH_ROUNDS ?? 15);
const AT_MOST = 1.2;

type Start = {
  /** From the start of the program until the first view is painted. */
  readonly drawnMs: number;
  /** From a key press right after it until what the key opens is painted. */
  readonly keyMs: number;
};
/** Whether there is an index of the archive already. */
const kinds = ['first', 'later'] as const;
type Kind = (typeof kinds)[number];
type Contender = {
  readonly name: string;
  readonly archive: string;
  /** The folder of what an app keeps that has opened the archive before. */
  readonly kept: string;
  readonly starts: Readonly<Record<Kind, Start[]>>;
};

const folder = await makeTemporaryFolder();
try {
  const empty = contender('an empty archive', 'empty');
  const full = contender(`${ARTICLES} articles with ${ARTICLES * PASSAGES} passages`, 'full');
  await writeArticles(empty.archive, []);
  await writeArticles(full.archive, makeArticles());
  // One start each that does not count: files come into the system's memory, and the index that later starts find is
  // made.
  for (const each of [empty, full]) await start(each, 'later', waitForWholeIndex);
  for (const kind of kinds)
    for (let turn = 0; turn < TURNS; turn += 1)
      for (const each of turn % 2 === 0 ? [empty, full] : [full, empty])
        each.starts[kind].push(await start(each, kind));
  process.exitCode = kinds.map((kind) => report(kind, empty, full)).includes(false) ? 1 : 0;
} finally {
  await removeFolder(folder);
}
process.exit();

function makeArticles(): readonly NewArticle[] {
  const body = longBody(WORDS);
  const ranges = spreadRanges(body, PASSAGES);
  return Array.from({ length: ARTICLES }, (_, number) =>
    articleWithPassages(`Article ${number}`, body, ranges),
  );
}

function contender(name: string, at: string): Contender {
  return {
    name,
    archive: join(folder, at),
    kept: join(folder, `kept-${at}`),
    starts: { first: [], later: [] },
  };
}

/** Resolves once the lists are whole. */
async function waitForWholeIndex(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const bridge: Bridge = Reflect.get(globalThis, 'precis');
    const isReady = async (): Promise<boolean> => {
      const answer = await bridge.request('app:state', {});
      return answer.ok && answer.value.isCatalogueReady;
    };
    while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, 200));
  });
}

async function start(
  { archive, kept }: Contender,
  kind: Kind,
  beforeClosing: (page: Page) => Promise<void> = async () => undefined,
): Promise<Start> {
  const userData = kind === 'first' ? join(folder, 'user-data') : kept;
  // Else the port of the start before is taken for that of this one.
  rmSync(join(userData, 'DevToolsActivePort'), { force: true });
  const startedAtMs = Date.now();
  const args = windowArguments(['--archive', archive, '--no-sample']);
  const opened = await openWatchedWindow(electronUnderTest(), args, userData);
  const drawnAtMs = await waitUntilDrawn(opened.page);
  const keyMs = await timeFirstKey(opened.page);
  await beforeClosing(opened.page);
  await closeWatchedWindow(opened);
  if (kind === 'first') rmSync(userData, { recursive: true });
  return { drawnMs: drawnAtMs - startedAtMs, keyMs };
}

/**
 * Resolves to the moment at which the first view, with what it shows of the archive, was painted. The page has kept
 * that moment itself: whoever watches may come late, and must not be in the way.
 */
async function waitUntilDrawn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { element } = entry as PerformanceEntry & { element: Element | null };
            const isInView = element?.closest('section[aria-label="Today"]') ?? null;
            if (isInView !== null) resolve(performance.timeOrigin + entry.startTime);
          }
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}

/** How long the palette takes to open, as the page itself sees it. */
async function timeFirstKey(page: Page): Promise<number> {
  await page.evaluate(() => {
    const measure = async (): Promise<number> => {
      const startMs = await new Promise<number>((resolve) => {
        window.addEventListener('keydown', ({ key, timeStamp }) => {
          // The modifier is a key press too, and not the one that counts.
          if (key !== 'Control') resolve(timeStamp);
        });
      });
      while (document.querySelector('[role="dialog"]') === null) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - startMs;
    };
    Reflect.set(globalThis, 'elapsed', measure());
  });
  await page.keyboard.press('Control+K');
  return page.evaluate(() => Reflect.get(globalThis, 'elapsed'));
}

/** Prints the table, and answers whether the target is met. */
function report(kind: Kind, empty: Contender, full: Contender): boolean {
  console.log(`${kind} start to a usable window, ${TURNS} turns: p50 and slowest in ms`);
  for (const { name, starts } of [empty, full]) {
    for (const [what, times] of [
      ['the first view is painted', starts[kind].map(({ drawnMs }) => drawnMs)],
      ['and the first key is answered after', starts[kind].map(({ keyMs }) => keyMs)],
    ] as const)
      console.log(
        `  ${name.padEnd(42)}${what.padEnd(38)}${median(times).toFixed(0).padStart(8)}${Math.max(...times)
          .toFixed(0)
          .padStart(8)}`,
      );
  }
  const ratio = median(usable(full, kind)) / median(usable(empty, kind));
  const isMet = ratio <= AT_MOST;
  console.log(
    `  ${kind} start, usable with ${ARTICLES} articles against none: ${ratio.toFixed(2)} × (at most ${AT_MOST} ×)  ${isMet ? 'met' : 'NOT MET'}`,
  );
  return isMet;
}

function usable({ starts }: Contender, kind: Kind): readonly number[] {
  return starts[kind].map(({ drawnMs, keyMs }) => drawnMs + keyMs);
}
