import { expect, type Page } from '@playwright/test';
import type { Input } from '../../domain/contract/requests.ts';
import { test } from '../support/app/precis-test.ts';
import { clickQuote, openArticle } from '../support/app/reader-page.ts';
import { newBoardId, newEventId, newEvidenceId, newHypothesisId } from '../support/archive/sample-ids.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { rangeOf } from '../support/texts/range-of.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { violationsInThemes } from '../support/window/violations-of.ts';

const text =
  'The berths stayed shut until May. Their owner gave no reason, and the port paid none. قالت الوزارة إن المصارف لن تُدرج.';
const quotes = ['berths stayed shut', 'gave no reason', 'قالت الوزارة إن المصارف لن تُدرج'];

const ask = <N extends 'event:add' | 'board:add' | 'board:add-evidence'>(
  page: Page,
  name: N,
  input: Input<N>,
): Promise<unknown> =>
  page.evaluate(
    ([asked, given]) =>
      (window as unknown as { precis: { request: typeof fetch } }).precis.request(
        asked as never,
        given as never,
      ),
    [name, input] as const,
  );

const drawer = (page: Page) => page.getByRole('dialog', { name: /Rests on|Used in/ });
const lines = (page: Page) => drawer(page).getByRole('row');

test('what an event rests on and what a passage is used in are trees, gone through by keys', async ({
  launch,
  folder,
}) => {
  const [report, copy] = ['Harbour report', 'Reprinted in town'].map((title) =>
    articleWithPassages(
      title,
      paragraphs(text),
      quotes.map((quote) => rangeOf(text, quote)),
    ),
  );
  if (report === undefined || copy === undefined) throw new Error('two articles are made');
  await makeReaderArchive(`${folder}/archive`, [report, copy]);
  const { window: page } = await launch();
  const places = [report, copy].flatMap(({ article, annotations }) =>
    annotations.passages.map(({ id }) => ({ articleId: article.id, passageId: id })),
  );
  const [shut, , ministry, copied] = places;
  if (shut === undefined || ministry === undefined || copied === undefined) throw new Error('six passages');
  const said = [shut, copied, ministry].map((place) => ({
    ...place,
    date: null,
    certainty: 'stated' as const,
  }));
  await ask(page, 'event:add', {
    ...{ eventId: newEventId(), title: 'Berths shut', date: '2024-05-02' as never, certainty: 'stated' },
    ...{ concernedIds: [], note: '', sayings: said },
  });
  const boardId = newBoardId();
  const hypotheses = ['A strike', 'Repairs'].map((words) => ({ hypothesisId: newHypothesisId(), words }));
  await ask(page, 'board:add', {
    boardId,
    question: 'Why did the berths stay shut?',
    hypotheses,
    memoId: null,
  });
  await ask(page, 'board:add-evidence', { boardId, evidence: [{ ...shut, evidenceId: newEvidenceId() }] });

  await page.keyboard.press('Control+9');
  await page.getByRole('grid', { name: 'Events' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+R');
  await expect(drawer(page)).toContainText('3 passages from 2 articles, 1 origin');
  await expect(lines(page).nth(2)).toContainText('same text: counts once');
  expect(await violationsInThemes(page)).toEqual([]);
  await screenshotThemes(page, 'rests-on');
  await lines(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(lines(page).nth(1)).toBeFocused();
  await expect(lines(page).nth(1)).toContainText('Harbour report');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(lines(page)).toHaveCount(5);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Harbour report' }).first()).toBeVisible();

  await openArticle(page, 'Harbour report');
  await clickQuote(page, 'berths stayed shut');
  await page.keyboard.press('Shift+U');
  await expect(lines(page)).toHaveText([
    /Berths shut.*2 May 2024/,
    /Why did the berths/,
    /A strike/,
    /Repairs/,
  ]);
  expect(await violationsInThemes(page)).toEqual([]);
  await screenshotThemes(page, 'used-in');
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);
  await page.getByRole('button', { name: /^Used in/ }).click();
  await lines(page).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Events' })).toBeVisible();

  // What rests on a passage that is deleted is one item of Review, thing by thing.
  await openArticle(page, 'Harbour report');
  await clickQuote(page, 'berths stayed shut');
  await page.keyboard.press('Delete');
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Review/ })
    .click();
  const item = page.getByRole('region', { name: 'To review' });
  await expect(item).toContainText('Does what rests on this still hold?');
  await expect(item).toContainText('Why did the berths stay shut?');
  expect(await violationsInThemes(page)).toEqual([]);
  await screenshotThemes(page, 'fallen');
  await item.getByRole('button', { name: 'Still right' }).first().click();
  await expect(item).not.toContainText('Berths shut');
  await page.keyboard.press('x');
  await expect(page.getByText('Does what rests on this still hold?')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(item).toContainText('Why did the berths stay shut?');
});
