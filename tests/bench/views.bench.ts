// How much the page works to open a view whose rows have boxes, menus and buttons of their own, Tasks, against one that
// is made for ten thousand rows, the list of articles: as many rows in each, by the clock of the page's own thread.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { v7 } from 'uuid';
import type { PrecisBridge } from '#domain/contract/bridge.ts';
import { newTaskIdSchema } from '#domain/ids.ts';
import { launchPrecis } from '../support/app/launch-precis.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { median, meets } from './figures.ts';

const ROWS = 75;
const TURNS = 7;
const kinds = ['gap', 'verify', 'contact', 'other'] as const;
type Bridge = { readonly precis: PrecisBridge<unknown> };

const folder = await makeTemporaryFolder();
try {
  const articles = Array.from({ length: ROWS }, (_, number) =>
    articleWithPassages(`Report ${number} of the harbour office`, paragraphs('One line.'), []),
  );
  await makeReaderArchive(join(folder, 'archive'), articles);
  const precis = await launchPrecis({
    archive: join(folder, 'archive'),
    userData: join(folder, 'user-data'),
  });
  await addTasks(precis.window);
  const workMs = { Tasks: [] as number[], Articles: [] as number[] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    workMs.Tasks.push(await measureOpening(precis.window, 'Tasks', '[data-row-id]'));
    workMs.Articles.push(await measureOpening(precis.window, 'Articles', '[role="row"]'));
  }
  await precis.close();
  for (const [view, took] of Object.entries(workMs))
    console.log(
      `  ${view.padEnd(12)}p50 ${median(took).toFixed(0)} ms of work, most ${Math.max(...took).toFixed(0)}`,
    );
  const ratio = median(workMs.Tasks) / median(workMs.Articles);
  process.exitCode = meets(`Tasks with ${ROWS} rows against as many articles`, ratio, 2, '×') ? 0 : 1;
} finally {
  await removeFolder(folder);
}
process.exit();

async function addTasks(page: Page): Promise<void> {
  const tasks = Array.from({ length: ROWS }, (_, number) => ({
    taskId: newTaskIdSchema.parse(v7()),
    task: {
      title: `Ask the harbour office about tanker ${number}`,
      kind: kinds[number % kinds.length] ?? 'other',
      due: number % 3 === 0 ? null : `2026-12-${String(1 + (number % 28)).padStart(2, '0')}`,
      owner: number % 2 === 0 ? null : 'Mara Lindqvist',
    },
  }));
  await page.evaluate(async (wanted) => {
    const { precis } = globalThis as unknown as Bridge;
    for (const each of wanted) {
      const answer = await precis.request('task:add', { place: { on: 'nothing' }, ...each } as never);
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    }
  }, tasks);
}

/** From Today to the view, until its rows are painted and nothing is drawn any more. */
async function measureOpening(page: Page, view: string, row: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const workedMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  await page
    .getByRole('button', { name: /^Today/ })
    .first()
    .click();
  await page.evaluate(settle);
  const before = await workedMs();
  await page
    .getByRole('button', { name: new RegExp(`^${view}`) })
    .first()
    .click();
  await page.locator(row).first().waitFor();
  await page.evaluate(settle);
  const after = await workedMs();
  await session.detach();
  return after - before;
}

/** Runs in the page: resolves after a second of frames. */
async function settle(): Promise<void> {
  for (let frame = 0; frame < 60; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}
