import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { articleText, openArticle } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { longBody, spreadRanges } from '../support/texts/long-body.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';

const title = 'The long report';
const body = longBody(8000);
const long = articleWithPassages(title, body, spreadRanges(body, 200));
const other = articleWithPassages('Another one', paragraphs('One line.'), []);

/** The number of the first paragraph that is wholly in sight. */
const firstParagraph = (page: Page): Promise<number> =>
  articleText(page).evaluate((text) => {
    const inSight = [...text.querySelectorAll<HTMLElement>('[data-number]')].find(
      (block) => block.getBoundingClientRect().top > 60,
    );
    return Number(inSight?.dataset.number);
  });

const scrollTo = async (page: Page, share: number): Promise<void> => {
  await articleText(page).evaluate((text, wanted) => {
    let scroller = text.parentElement;
    while (scroller !== null && scroller.scrollHeight <= scroller.clientHeight)
      scroller = scroller.parentElement;
    scroller?.scrollTo(0, scroller.scrollHeight * wanted);
  }, share);
};

/** Every card that is in sight, and the line of the text that its passage begins on. */
const levels = (page: Page) =>
  page.locator('li[id^="card-"]').evaluateAll((cards) =>
    cards.map((card) => {
      const mark = document.querySelector(`mark[data-passage="${card.id.slice('card-'.length)}"]`);
      const { top, bottom } = card.getBoundingClientRect();
      return { top, bottom, textTop: mark?.getClientRects()[0]?.top ?? null };
    }),
  );

test.describe('a long article', () => {
  test.beforeEach(async ({ folder }) => {
    await makeReaderArchive(`${folder}/archive`, [long, other]);
  });

  test('is opened again where reading stopped, after another article and after a restart', async ({
    launch,
  }) => {
    const first = await launch();
    await openArticle(first.window, title);
    await scrollTo(first.window, 0.6);
    await expect.poll(() => firstParagraph(first.window)).toBeGreaterThan(40);
    const number = await firstParagraph(first.window);
    await openArticle(first.window, 'Another one');
    await expect(articleText(first.window)).toHaveText('One line.');
    await openArticle(first.window, title);
    const isNear = (page: Page) => async () => Math.abs((await firstParagraph(page)) - number) <= 1;
    await expect.poll(isNear(first.window)).toBe(true);
    await first.close();
    const { window: again } = await launch();
    await openArticle(again, title);
    await expect.poll(isNear(again)).toBe(true);
  });

  test('shows cards beside the text that is in sight, none over another', async ({ launch }) => {
    const { window: page } = await launch();
    await openArticle(page, title);
    for (const share of [0.2, 0.9, 0.5]) {
      await scrollTo(page, share);
      await expect
        .poll(async () =>
          (await levels(page)).some(({ textTop }) => textTop !== null && textTop > 100 && textTop < 600),
        )
        .toBe(true);
      const inOrder = (await levels(page)).toSorted((a, b) => a.top - b.top);
      inOrder.slice(1).forEach(({ top }, index) => {
        expect(top).toBeGreaterThanOrEqual((inOrder[index]?.bottom ?? 0) - 1);
      });
    }
    await page.keyboard.press('j');
  });

  test('goes from passage to passage, each selected card level with its text', async ({ launch }) => {
    const { window: page } = await launch();
    await openArticle(page, title);
    await articleText(page).focus();
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('j');
    const selected = page.locator('li[id^="card-"]:has([data-single-keys])');
    await expect(selected).toHaveCount(1);
    await expect
      .poll(async () => {
        const id = (await selected.getAttribute('id'))?.slice('card-'.length);
        const card = await selected.boundingBox();
        const text = await page.locator(`mark[data-passage="${id}"]`).first().boundingBox();
        return card !== null && text !== null ? Math.abs(card.y - text.y) : null;
      })
      .toBeLessThan(14);
  });

  test('opens at a passage that a list leads to', async ({ launch }) => {
    const { window: page } = await launch();
    await page.getByRole('button', { name: /^Passages/ }).click();
    const row = page.getByRole('row').filter({ hasText: 'Customs tables' }).nth(5);
    await row.click();
    await expect(row).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(articleText(page)).toBeFocused();
    await expect(page.locator('li[id^="card-"]:has([data-single-keys])')).toBeInViewport();
  });
});
