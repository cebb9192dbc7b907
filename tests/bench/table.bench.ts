// The table of passages over an archive of years: how long it takes to open, to be sorted and parted, and to scroll
// from end to end, and for how long it holds up the window and the main process meanwhile.
import { join } from 'node:path';
import { launchPrecis, type Precis } from '../support/app/launch-precis.ts';
import { makeManyPassages } from '../support/archives/many-passages.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';

const ARTICLES = 2_000;
const PASSAGES_EACH = 50;
/** The main process is never held up for longer: see the budgets of docs/architecture.md. */
const MAIN_AT_MOST_MS = 50;

type Measured = {
  readonly what: string;
  readonly tookMs: number;
  readonly windowMs: number;
  readonly mainMs: number;
};

const folder = await makeTemporaryFolder();
try {
  const archive = join(folder, 'archive');
  await makeManyPassages(archive, { articles: ARTICLES, passagesEach: PASSAGES_EACH });
  const precis = await launchPrecis({ archive, userData: join(folder, 'user-data') });
  await waitUntilRead(precis);
  process.exitCode = report(await measureAll(precis)) ? 0 : 1;
  await precis.close();
} finally {
  await removeFolder(folder);
}
process.exit();

/** The sidebar counts what the catalogue has read in. */
async function waitUntilRead({ window }: Precis): Promise<void> {
  const count = (ARTICLES * PASSAGES_EACH).toLocaleString('en-GB');
  await window.getByText(count).first().waitFor({ timeout: 300_000 });
  // What follows the reading in is over when the main process has been idle for a moment.
  await window.waitForTimeout(2_000);
}

async function measureAll(precis: Precis): Promise<readonly Measured[]> {
  const { window: page } = precis;
  const rows = page.locator('[data-passage-id] [title]');
  const choose = async (button: RegExp, option: string): Promise<void> => {
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  const settled = async (): Promise<void> => {
    await page.waitForFunction(() => {
      const grid = document.querySelector('[aria-multiselectable]');
      return grid?.querySelector('[data-passage-id] [title]') != null;
    });
  };
  const measured: Measured[] = [];
  console.log(`the table of ${ARTICLES * PASSAGES_EACH} passages, in ms`);
  console.log(
    `  ${''.padEnd(28)}${'took'.padStart(12)}${'window held'.padStart(12)}${'main held'.padStart(12)}`,
  );
  const measure = async (what: string, act: () => Promise<void>): Promise<void> => {
    const one = { what, ...(await watch(precis, act)) };
    console.log(wordOf(one));
    measured.push(one);
  };
  await measure('open', async () => {
    await page.keyboard.press('Control+3');
    await rows.first().waitFor();
  });
  await measure('scroll from end to end', () => scrollThrough(precis));
  await measure('the last row', async () => {
    await page.locator('[aria-multiselectable]').focus();
    await page.keyboard.press('End');
    await page
      .locator(`#passage-line-${ARTICLES * PASSAGES_EACH - 1} [title]`)
      .first()
      .waitFor();
  });
  await measure('down forty rows by key', async () => {
    await page.keyboard.press('Home');
    for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowDown');
  });
  await measure('sort by quote', async () => {
    await choose(/Sort by/, 'Quote');
    await settled();
    await page.waitForTimeout(1_500);
  });
  await measure('group by speaker', async () => {
    await choose(/Group/, 'By speaker');
    await page.locator('[role="row"][aria-expanded]').first().waitFor();
  });
  await measure('relabel the chosen', async () => {
    await page.locator('[aria-multiselectable]').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('3');
    await page.locator('[aria-selected="true"] [data-label="view"]').waitFor();
    await page.waitForTimeout(1_000);
  });
  return measured;
}

/** Every frame goes on by a few screens, as a dragged scroll bar does. */
async function scrollThrough({ window }: Precis): Promise<void> {
  await window.evaluate(async () => {
    const grid = document.querySelector<HTMLElement>('[aria-multiselectable]');
    if (grid === null) throw new Error('There is no table.');
    const step = grid.scrollHeight / 300;
    for (let frame = 0; frame < 300; frame += 1) {
      grid.scrollTop += step;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}

/** How long `act` takes, and the longest time for which either process answered nothing while it ran. */
async function watch({ app, window }: Precis, act: () => Promise<void>): Promise<Omit<Measured, 'what'>> {
  const watching = () => {
    const state = { longestMs: 0, lastMs: performance.now(), isOver: false };
    const beat = () => {
      const nowMs = performance.now();
      state.longestMs = Math.max(state.longestMs, nowMs - state.lastMs);
      state.lastMs = nowMs;
      if (!state.isOver) setTimeout(beat, 1);
    };
    beat();
    Reflect.set(globalThis, 'watched', state);
  };
  const ended = () => {
    const state = Reflect.get(globalThis, 'watched') as { longestMs: number; isOver: boolean };
    state.isOver = true;
    return state.longestMs;
  };
  await app.evaluate(watching);
  await window.evaluate(watching);
  const startMs = performance.now();
  await act();
  const tookMs = performance.now() - startMs;
  return { tookMs, windowMs: await window.evaluate(ended), mainMs: await app.evaluate(ended) };
}

function wordOf({ what, tookMs, windowMs, mainMs }: Measured): string {
  const numbers = [tookMs, windowMs, mainMs].map((ms) => ms.toFixed(0).padStart(12));
  return `  ${what.padEnd(28)}${numbers.join('')}`;
}

/** Says whether the budget is kept. */
function report(measured: readonly Measured[]): boolean {
  const longestMs = Math.max(...measured.map(({ mainMs }) => mainMs));
  const isMet = longestMs <= MAIN_AT_MOST_MS;
  console.log(
    `  main held up for ${longestMs.toFixed(0)} ms (at most ${MAIN_AT_MOST_MS})  ${isMet ? 'met' : 'NOT MET'}`,
  );
  return isMet;
}
