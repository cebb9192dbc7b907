// What a memo of about a hundred pages costs the editor in the running app: from the press on its row until its text is
// drawn, from a letter typed in its middle to the paint that shows it, and from Ctrl+Z to the paint without it.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { memoIdSchema } from '#domain/ids.ts';
import type { MemoBlock, MemoContent, MemoInline } from '#domain/memo/memo-content.ts';
import { passageQuote } from '#domain/passage/passage.ts';
import { launchPrecis } from '../support/app/launch-precis.ts';
import { beginMemo, memoText, openMemoList } from '../support/app/memo-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { paragraph, section } from '../support/memo/written-memo.ts';
import { longBody, spreadRanges } from '../support/texts/long-body.ts';
import { sha256Of } from '../support/texts/sha256-of.ts';
import { median } from './figures.ts';

const TURNS = 7;
const ARTICLES = 40;
const SECTIONS = 22;
const PARAGRAPHS = 25;
const limitsMs = { open: 2000, echo: 50, undo: 100 };
const sentence =
  'The ministry confirmed that the shipments had been inspected twice and that the papers named a consignee abroad. ';

const articles = Array.from({ length: ARTICLES }, (_, at) => {
  const body = longBody(600);
  return articleWithPassages(`Report ${at}`, body, spreadRanges(body, 3));
});

const citationOf = (at: number) => {
  const { article, annotations } = articles[at % ARTICLES] ?? articles[0] ?? fail();
  const passage = annotations.passages[0] ?? fail();
  const exactSha256 = sha256Of(passageQuote(passage));
  return { articleId: article.id, passageId: passage.id, exactSha256 };
};

const cite = (at: number): MemoInline => ({
  type: 'citation',
  attrs: { ...citationOf(at), form: at % 3 === 0 ? 'whole' : 'number' },
});
const quotation = (at: number): MemoBlock => ({ type: 'quotation', attrs: citationOf(at) });

const content: MemoContent = {
  type: 'doc',
  content: Array.from({ length: SECTIONS }, (_, part) =>
    section(
      'own',
      `Part ${part + 1}`,
      ...Array.from({ length: PARAGRAPHS }, (_each, at) =>
        at % 8 === 3
          ? quotation(part * 7 + at)
          : paragraph(sentence.repeat(5), cite(part * 7 + at), ' which was not said before.'),
      ),
    ),
  ),
};

function fail(): never {
  throw new Error('There is no such article.');
}

const LONG = 'What the series show';

/** Puts the content into the memo, as a save of the window does. */
const fill = (page: Page, memoId: string): Promise<void> =>
  page.evaluate(
    async ([id, given]) => {
      const saved = await window.precis.request('memo:save', { memoId: id, content: given, editId: 'bench' });
      if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    },
    [memoIdSchema.parse(memoId), content] as const,
  );

/** From the press on its row until its last section is drawn, as the page itself sees it. */
async function measureOpening(page: Page): Promise<number> {
  await openMemoList(page);
  await page.evaluate((last) => {
    const measure = async (): Promise<number> => {
      const startMs = await new Promise<number>((resolve) => {
        addEventListener('pointerdown', () => resolve(performance.now()), { capture: true, once: true });
      });
      const isDrawn = (): boolean =>
        document.querySelector('.ProseMirror')?.textContent?.includes('not said before') === true &&
        document.querySelectorAll('.ProseMirror section, .ProseMirror [data-section]').length >= last;
      while (!isDrawn()) await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - startMs;
    };
    Reflect.set(globalThis, 'elapsed', measure());
  }, SECTIONS);
  await page.getByRole('row', { name: LONG }).click();
  return page.evaluate(() => Reflect.get(globalThis, 'elapsed'));
}

/** From the key to the paint after it, by which the text is another. */
async function measureKey(page: Page, key: 'e' | 'Control+z'): Promise<number> {
  const before = await lengthOfText(page);
  await page.evaluate((letter) => {
    const pressed = new Promise<number>((resolve) => {
      const hear = (event: KeyboardEvent): void => {
        if (event.key !== letter) return;
        removeEventListener('keydown', hear, { capture: true });
        resolve(performance.now());
      };
      addEventListener('keydown', hear, { capture: true });
    });
    const painted = (): Promise<void> =>
      new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    Reflect.set(
      globalThis,
      'elapsed',
      pressed.then(async (startMs) => {
        await painted();
        return performance.now() - startMs;
      }),
    );
  }, key.at(-1));
  await page.keyboard.press(key);
  const elapsedMs: number = await page.evaluate(() => Reflect.get(globalThis, 'elapsed'));
  if ((await lengthOfText(page)) === before) throw new Error(`${key} has changed nothing.`);
  return elapsedMs;
}

const lengthOfText = async (page: Page): Promise<number> => (await memoText(page).textContent())?.length ?? 0;

const folder = await makeTemporaryFolder();
try {
  await makeReaderArchive(join(folder, 'archive'), articles);
  const { window: page, close } = await launchPrecis({
    archive: join(folder, 'archive'),
    userData: join(folder, 'user-data'),
  });
  await beginMemo(page, LONG);
  const [memoId = fail()] = await readdir(join(folder, 'archive', 'memos'));
  await openMemoList(page);
  await fill(page, memoId);
  const times = { open: [] as number[], echo: [] as number[], undo: [] as number[] };
  for (let turn = 0; turn < TURNS; turn += 1) times.open.push(await measureOpening(page));
  await memoText(page).getByText('which was not said before.').nth(250).click();
  for (let turn = 0; turn < TURNS; turn += 1) {
    times.echo.push(await measureKey(page, 'e'));
    // A step of undo ends where nothing is typed for a while, and what is saved meanwhile is not measured with it.
    await page.waitForTimeout(1500);
    times.undo.push(await measureKey(page, 'Control+z'));
    await page.waitForTimeout(500);
  }
  await close();
  process.exitCode = report(times) ? 0 : 1;
} finally {
  await removeFolder(folder);
}
process.exit();

function report(times: Readonly<Record<keyof typeof limitsMs, readonly number[]>>): boolean {
  console.log(`a memo of ${SECTIONS * PARAGRAPHS} blocks with as many citations, ${TURNS} turns`);
  const isMet = (['open', 'echo', 'undo'] as const).map((what) => {
    const [p50, most] = [median(times[what]), Math.max(...times[what])];
    const met = p50 <= limitsMs[what];
    const limit = `at most ${limitsMs[what]} ms`;
    console.log(
      `  ${what.padEnd(6)}p50 ${p50.toFixed(0)} ms, most ${most.toFixed(0)} ms (${limit})${met ? '' : '  NOT MET'}`,
    );
    return met;
  });
  return isMet.every(Boolean);
}
