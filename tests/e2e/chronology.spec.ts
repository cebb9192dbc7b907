import { expect, type Page } from '@playwright/test';
import { beginMemo, memoText } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { articleText, highlights, openArticle, selectQuote } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { rangeOf } from '../support/texts/range-of.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { violationsOf } from '../support/window/violations-of.ts';

const title = 'Harbour report';
const text =
  'The ministry named four forwarders on 19 April 2024. On Thursday it had made the names public, said a trader. A second list is drawn up in early May 2024. Insurers leave the route on 7 May 2024, one of them said.';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Event' });
const list = (page: Page) => page.getByRole('grid', { name: 'Events' });
const rows = (page: Page) => list(page).locator('[data-line]');

/** Makes a passage of words, and opens the dialog of its event. */
const askFor = async (page: Page, quote: string): Promise<void> => {
  await selectQuote(page, quote);
  await page.keyboard.press('1');
  await page.keyboard.press('v');
  await expect(dialogOf(page)).toBeVisible();
};

/** What is offered for the date is changed where `when` is given. */
const makeEvent = async (page: Page, quote: string, what: string, when?: string): Promise<void> => {
  await askFor(page, quote);
  const dialog = dialogOf(page);
  if (when !== undefined) await dialog.getByRole('textbox', { name: 'When' }).fill(when);
  await dialog.getByRole('textbox', { name: 'What happened' }).fill(what);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(`Event created: ${what}`)).toBeVisible();
};

test('passages make events by one key, and the chronology shows where they give different dates', async ({
  launch,
  folder,
}) => {
  const before = articleWithPassages(title, paragraphs(text), [rangeOf(text, 'said a trader')]);
  await makeReaderArchive(`${folder}/archive`, [before]);
  const { window: page } = await launch();
  await page.keyboard.press('Control+9');
  await expect(page.getByText('No events yet')).toBeVisible();

  await openArticle(page, title);
  // The dates of the text are offered.
  await makeEvent(page, 'Insurers leave the route on 7 May 2024', 'Insurers leave');
  await makeEvent(page, 'A second list is drawn up in early May 2024', 'Second list', 'early May 2024');
  await makeEvent(page, 'The ministry named four forwarders on 19 April 2024', 'Firms named');
  // The nearest in date and words is taken by a key.
  await askFor(page, 'On Thursday it had made the names public');
  await dialogOf(page).getByRole('textbox', { name: 'When' }).fill('18 April 2024');
  await expect(dialogOf(page).getByText('Alt 1')).toBeVisible();
  await screenshotThemes(page, 'event-dialog');
  expect(await violationsOf(page)).toEqual([]);
  await expect(
    dialogOf(page)
      .getByRole('list', { name: /nearest/ })
      .getByRole('button')
      .first(),
  ).toContainText('Firms named');
  await page.keyboard.press('Alt+1');
  await expect(page.getByText('Added to event: Firms named')).toBeVisible();

  await page.keyboard.press('Control+9');
  await expect(rows(page)).toHaveText([
    /Fri 19 Apr.*Firms named/,
    /early May.*Second list/,
    /Tue 7 May.*Insurers/,
  ]);
  await expect(rows(page).first()).toContainText('18 Apr');
  await list(page).focus();
  await page.keyboard.press('Home');
  const pane = page.getByRole('region', { name: 'Different dates' });
  await expect(pane).toContainText('19 Apr 2024 (1 passage)');
  await screenshotThemes(page, 'chronology');
  expect(await violationsOf(page)).toEqual([]);
  await pane.getByRole('button', { name: /18 Apr 2024/ }).click();
  await expect(rows(page).first()).toContainText('Thu 18 Apr');
  await page.keyboard.press('Control+z');
  await expect(rows(page).first()).toContainText('Fri 19 Apr');

  const search = page.getByLabel('Search the events');
  await search.fill('when:2024-05');
  await expect(rows(page)).toHaveText([/Second list/, /Insurers/]);
  await search.fill('');
  await expect(rows(page)).toHaveCount(3);

  await list(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(3);
});

test('a line in a memo says that its event has changed, and is updated or kept', async ({
  launch,
  folder,
}) => {
  await makeReaderArchive(`${folder}/archive`, [articleWithPassages(title, paragraphs(text), [])]);
  const { window: page } = await launch();
  await openArticle(page, title);
  await makeEvent(page, 'Insurers leave the route on 7 May 2024', 'Insurers leave');
  await beginMemo(page, 'Routes');
  await page.keyboard.press('Control+9');
  await page.getByRole('button', { name: 'Insert into memo' }).click();
  await page.getByRole('button', { name: 'Open the memo' }).click();
  const table = memoText(page).locator('table');
  await expect(table).toContainText('7 May 2024');

  await page.keyboard.press('Control+9');
  await list(page).focus();
  await page.keyboard.press('Home');
  const what = page.getByRole('textbox', { name: 'What happened' });
  await what.fill('All insurers leave');
  await what.press('Enter');
  await expect(rows(page).first()).toContainText('All insurers leave');

  // The memo that was open is open again.
  await page.keyboard.press('Control+4');
  await expect(memoText(page)).toBeVisible();
  await page.getByRole('tab', { name: /Checks/ }).click();
  const update = page.getByRole('button', { name: 'Update the table', exact: true });
  await expect(update).toBeVisible();
  await expect(page.getByText('1 citation, up to date; 1 line of a chronology changed')).toBeVisible();
  await screenshotThemes(page, 'changed-event');
  await update.click();
  await expect(table).toContainText('All insurers leave');
  await expect(update).toHaveCount(0);
  await screenshotThemes(page, 'updated-event');
  await page.keyboard.press('Control+z');
  await expect(update).toBeVisible();
  await page.getByRole('button', { name: 'Still right', exact: true }).click();
  await expect(update).toHaveCount(0);
  await expect(table).not.toContainText('All insurers leave');
});

test('a date of an article becomes an event that passages say, and comes back by undo', async ({
  launch,
  folder,
}) => {
  const quoted = 'Insurers leave the route on 7 May 2024';
  const first = rangeOf(text, 'A second list is drawn up');
  const said = articleWithPassages(title, paragraphs(text), [first, rangeOf(text, quoted)]);
  await makeReaderArchive(`${folder}/archive`, [said, articleWithPassages('Bare', paragraphs(text), [])]);
  const { window: page } = await launch();
  for (const [name, what] of [
    [title, 'Insurers go'],
    ['Bare', 'Nobody says so'],
  ] as const) {
    await openArticle(page, name);
    await page.keyboard.press('Shift+D');
    const details = page.getByRole('dialog', { name: 'Add an event date' });
    await details.getByRole('textbox', { name: 'Date' }).fill('7 May 2024');
    await details.getByRole('textbox', { name: 'What happens' }).fill(what);
    await page.keyboard.press('Enter');
    await expect(details).toHaveCount(0);
  }

  await page.keyboard.press('Control+9');
  await expect(rows(page)).toHaveCount(2);
  const lineOf = (what: string) => rows(page).filter({ hasText: what });
  const dialog = page.getByRole('dialog', { name: 'Event of a date of an article' });
  await lineOf('Insurers go').click();
  await list(page).focus();
  await page.keyboard.press('v');
  await expect(dialog.getByRole('textbox', { name: 'When' })).toHaveValue('7 May 2024');
  await expect(dialog.getByRole('textbox', { name: 'What happened' })).toHaveValue('Insurers go');
  // None is chosen for the analyst; the one that names the day stands first, where the keys are.
  await expect(dialog.getByRole('button', { name: 'Create event' })).toBeDisabled();
  await expect(dialog.getByRole('checkbox').first()).toHaveAccessibleName(new RegExp(quoted, 'u'));
  await expect(dialog.getByRole('checkbox').first()).toBeFocused();
  await screenshotThemes(page, 'event-of-date');
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Event created: Insurers go')).toBeVisible();
  await expect(lineOf('Insurers go')).toHaveAttribute('data-event', /./u);
  await expect(rows(page)).toHaveCount(2);
  await expect(page.locator('[data-pane][aria-label="Event"]')).toContainText(quoted);
  await page.keyboard.press('Control+z');
  await expect(lineOf('Insurers go')).not.toHaveAttribute('data-event', /./u);
  await expect(rows(page)).toHaveCount(2);

  await lineOf('Nobody says so').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Make an event of this date…' }).click();
  const bare = page.getByRole('alertdialog', { name: 'Event of a date of an article' });
  await expect(bare).toContainText('The article has no passages yet');
  await screenshotThemes(page, 'event-of-date-bare');
  await page.keyboard.press('Enter');
  await expect(bare).toHaveCount(0);
  await expect(articleText(page)).toBeVisible();
});

test('a passage made for an event goes again if no event is made, and its words stay selected', async ({
  launch,
  folder,
}) => {
  const quote = 'A second list is drawn up in early May 2024';
  const before = articleWithPassages(title, paragraphs(text), [rangeOf(text, 'said a trader')]);
  await makeReaderArchive(`${folder}/archive`, [before]);
  const { window: page } = await launch();
  await openArticle(page, title);
  await selectQuote(page, quote);
  await page.keyboard.press('v');
  await expect(dialogOf(page)).toBeVisible();
  await expect.poll(() => highlights(page)).toHaveLength(2);
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toHaveCount(0);
  await expect.poll(async () => (await highlights(page)).map((each) => each.text)).toEqual(['said a trader']);
  await screenshotThemes(page, 'event-left');
  // The same words are at hand for the next key.
  await page.keyboard.press('v');
  await expect(dialogOf(page)).toContainText(quote);
  await dialogOf(page).getByRole('textbox', { name: 'What happened' }).fill('Second list');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Event created: Second list')).toBeVisible();
  await expect.poll(() => highlights(page)).toHaveLength(2);
  // A passage that was there before stays, whatever becomes of the event.
  await page.keyboard.press('v');
  await expect(dialogOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toHaveCount(0);
  await expect.poll(() => highlights(page)).toHaveLength(2);
});

test('two events that are one are merged, and are two again after one step of undo', async ({
  launch,
  folder,
}) => {
  await makeReaderArchive(`${folder}/archive`, [articleWithPassages(title, paragraphs(text), [])]);
  const { window: page } = await launch();
  await openArticle(page, title);
  await makeEvent(page, 'Insurers leave the route on 7 May 2024', 'Insurers leave');
  await makeEvent(page, 'A second list is drawn up', 'All insurers leave', '8 May 2024');
  await page.keyboard.press('Control+9');
  await expect(rows(page)).toHaveCount(2);
  await list(page).focus();
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: 'Merge with another event…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge with another event' });
  await expect(dialog.getByRole('button', { name: /insurers leave/iu })).toBeVisible();
  await screenshotThemes(page, 'merge-events');
  await page.keyboard.press('Alt+1');
  await expect(dialog).toHaveCount(0);
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText('Passages 2')).toBeVisible();
  await list(page).focus();
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(2);
});

test('undo takes back the date of an event in the field in which it was kept', async ({ launch, folder }) => {
  const before = articleWithPassages(title, paragraphs(text), [rangeOf(text, 'said a trader')]);
  await makeReaderArchive(`${folder}/archive`, [before]);
  const { window: page } = await launch();
  await openArticle(page, title);
  await makeEvent(page, 'Insurers leave the route on 7 May 2024', 'Insurers leave');
  await page.keyboard.press('Control+9');
  await expect(rows(page)).toHaveCount(1);
  await list(page).focus();
  await page.keyboard.press('End');
  const when = page.getByRole('region', { name: 'Event' }).getByRole('textbox', { name: 'When' });
  await expect(when).toHaveValue('7 May 2024');
  await when.press('Control+a');
  await page.keyboard.type('2024-05-XX');
  await page.keyboard.press('Enter');
  await expect(when).toHaveValue('a day in May 2024');
  await page.keyboard.press('Control+z');
  await expect(when).toHaveValue('7 May 2024');
  await expect(rows(page)).toHaveText([/Tue 7 May.*Insurers/]);
});

test('a notice is below a dialog, and can be pressed and heard while it is open', async ({
  launch,
  folder,
}) => {
  const quote = 'Insurers leave the route on 7 May 2024';
  const before = articleWithPassages(title, paragraphs(text), [rangeOf(text, 'said a trader')]);
  await makeReaderArchive(`${folder}/archive`, [before]);
  const { window: page } = await launch();
  await openArticle(page, title);
  await makeEvent(page, quote, 'Insurers leave');
  await makeEvent(page, 'A second list is drawn up in early May 2024', 'Second list', 'early May 2024');
  await page.keyboard.press('Control+9');
  await rows(page).filter({ hasText: 'Insurers leave' }).click();
  await expect(page.locator('[data-pane][aria-label="Event"]')).toContainText('Insurers leave');
  await list(page).focus();
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export 1 event' });
  await expect(dialog).toBeVisible();
  const notices = page.getByRole('region', { name: 'Notices' });
  const notice = notices.getByText('Event moved to trash: Insurers leave');
  const [above, below] = [await dialog.boundingBox(), await notice.boundingBox()];
  expect(below?.y ?? 0).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0));
  await notices.getByRole('button', { name: 'Undo' }).click();
  await expect(notices).toContainText('Undone');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(2);
});
