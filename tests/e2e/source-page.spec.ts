import { writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { EVENTS_VERSION, SOURCES_VERSION } from '#domain/archive/files.ts';
import { partialDateSchema } from '#domain/dates/partial-date.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import type { Event } from '#domain/event/event.ts';
import type { SourceId } from '#domain/ids.ts';
import { statedDateSchema } from '#domain/time.ts';
import type { NewArticle } from '#electron/ports/archive.ts';
import { test } from '../support/app/precis-test.ts';
import { articleText } from '../support/app/reader-page.ts';
import { newEventId, sampleTime } from '../support/archive/sample-ids.ts';
import { sampleSource } from '../support/archive/sample-records.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { rangeOf } from '../support/texts/range-of.ts';
import { keepLook, screenshotThemes } from '../support/window/keep-looks.ts';
import { violationsOf } from '../support/window/violations-of.ts';

const directorate = sampleSource('Customs directorate', { kind: 'organisation', reliability: 'A' });
const post = (role: string, from: string | null, until: string | null) => ({
  role,
  organisationId: directorate.id,
  from: from === null ? null : partialDateSchema.parse(from),
  until: until === null ? null : partialDateSchema.parse(until),
});
const mara = sampleSource('Mara Tolvanen', {
  parentId: directorate.id,
  aliases: ['M. Tolvanen', 'Мара Толванен', 'مارا تولفانن'],
  positions: [
    post('Inspector, port of Varnholm', '2014-06', '2018'),
    post('Press officer', '2019-04', '2024-02'),
    post('Board of the foundation (unpaid)', '2022', null),
    post('Head of cargo control', '2024-03', null),
  ],
});

type Said = {
  readonly about?: boolean;
  readonly day: string;
  readonly quote: string;
  readonly post?: string;
  readonly by?: SourceId;
};

const articleOf = ({
  day,
  quote,
  post: stated = '',
  by = mara.id,
  about: isAbout = false,
}: Said): NewArticle => {
  const text = `${quote}, said the office on the quay, and gave no reason for it.`;
  const article = articleWithPassages(`Quayside Gazette of ${day}`, paragraphs(text), [rangeOf(text, quote)]);
  const { about, passages, ...others } = article.annotations;
  const corrections = { publishedAt: statedDateSchema.parse(day), dateCertainty: 'stated' as const };
  return {
    ...article,
    annotations: {
      ...others,
      about: { ...about, corrections },
      passages: passages.map((passage) => ({
        ...passage,
        sourceId: by,
        concernedIds: isAbout ? [mara.id] : [],
        grade: { reliability: 'B' as const, credibility: 3 as const },
        ...(stated !== '' && { post: stated }),
      })),
    },
  };
};

const event = (title: string, date: string, certainty: Event['certainty']): Event => ({
  id: newEventId(),
  date: edtfSchema.parse(date),
  certainty,
  title,
  concernedIds: [mara.id],
  sayings: [],
  note: '',
  mergedInto: null,
  createdAt: sampleTime,
  updatedAt: sampleTime,
  deletedAt: null,
});

const said: readonly Said[] = [
  { day: '2024-04-23', quote: 'We check one consignment in forty' },
  { day: '2024-04-22', quote: 'Nobody has told the directorate which firms to look at' },
  { day: '2024-03-20', quote: 'We don’t comment on single firms', post: 'Press officer' },
  { day: '2024-02-02', quote: 'The directorate opens what it can lift' },
  { day: '2022-11-02', quote: 'לא נבדק דבר בנמל' },
  { day: '2020-05-11', quote: 'Every crate is on the list', by: directorate.id, about: true },
  ...Array.from({ length: 30 }, (_, at) => ({
    day: `2021-${String((at % 12) + 1).padStart(2, '0')}-05`,
    quote: `Berth ${at + 1} stays shut`,
  })),
];

const page1 = (page: Page) => page.getByRole('region', { name: 'Source Mara Tolvanen' });
const says = (page: Page) => page.getByRole('grid', { name: 'Says' });
const lines = (page: Page) => says(page).locator('[data-line]');
const openMara = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+6');
  await page.getByRole('treegrid').getByRole('row', { name: 'Mara Tolvanen' }).click();
  await expect(page1(page).getByRole('heading', { level: 1 })).toHaveText('Mara Tolvanen');
};

test.beforeEach(async ({ folder }) => {
  await makeReaderArchive(`${folder}/archive`, said.map(articleOf));
  const sources = { version: SOURCES_VERSION, sources: [directorate, mara] };
  const events = [
    event('Moves to cargo control', '2024-03', 'stated'),
    event('First audit', '2019', 'inferred'),
  ];
  await writeFile(`${folder}/archive/sources.json`, serialiseContent(sources));
  await writeFile(`${folder}/archive/events.json`, serialiseContent({ version: EVENTS_VERSION, events }));
});

test('a name’s page shows what it says over the years, filters it by a press, and acts by keys', async ({
  launch,
}) => {
  const { window: page } = await launch();
  await openMara(page);
  await expect(page1(page)).toContainText('Head of cargo control, Customs directorate, since March 2024');
  await expect(page.getByRole('tab', { name: 'Says (35)' })).toBeVisible();
  await expect(lines(page).first()).toContainText('We check one consignment in forty');
  await expect(lines(page).first()).toContainText('Head of cargo control');
  await expect(lines(page).nth(2)).toContainText('post ended in Feb');
  await screenshotThemes(page, 'source-page');
  expect(await violationsOf(page)).toEqual([]);

  // A year of the timeline is a condition of the search, and is taken back by a second press.
  const timeline = page.getByRole('region', { name: 'Over the years' });
  await timeline.getByRole('button', { name: '2021', exact: true }).click();
  await expect(page1(page).getByRole('status')).toHaveText('30 of 35 passages');
  await page.keyboard.press('Enter');
  await expect(page1(page).getByRole('status')).toHaveText('35 passages');
  // By the arrows: up from the years to the events, and along them.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Events (2)' })).toHaveAttribute('aria-selected', 'true');
  const events = page.getByRole('grid', { name: 'Events' }).locator('[data-line]');
  await expect(events).toHaveText([/Moves to cargo control/]);
  await page1(page)
    .getByRole('button', { name: /^Press officer/ })
    .click();
  await expect(events).toHaveText([/First audit/]);
  await keepLook(page, 'source-events');
  await page.getByRole('tab', { name: 'Says (35)' }).click();
  await expect(page1(page).getByRole('status')).toHaveText('32 of 35 passages');
  await page1(page)
    .getByRole('button', { name: /^Press officer/ })
    .click();

  await page.getByRole('tab', { name: 'Mentioned (1)' }).click();
  const about = page.getByRole('grid', { name: 'Mentioned' }).locator('[data-line]');
  await expect(about).toHaveText([/Every crate is on the list.*Customs directorate/]);
  await keepLook(page, 'source-spoken-of');
  await page.getByRole('tab', { name: 'Says (35)' }).click();

  // The keys of passages act where the keys are; the list closes up, and hands go on.
  await says(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('tab', { name: 'Says (34)' })).toBeVisible();
  await expect(lines(page).nth(1)).toContainText('We don’t comment on single firms');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('tab', { name: 'Says (35)' })).toBeVisible();
  await says(page).focus();
  await page.keyboard.press('End');
  await expect(lines(page).last()).toBeInViewport();
  await page.keyboard.press('Home');
  await page.keyboard.press('n');
  await expect(page.getByRole('region', { name: 'Preview' })).toBeVisible();
  await keepLook(page, 'source-note');
  await page.keyboard.press('Escape');
  await expect(says(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(articleText(page)).toContainText('We check one consignment in forty');
});

test('a name’s page stays whole in a window that is enlarged to 200 %', async ({ launch }) => {
  const { window: page } = await launch();
  await openMara(page);
  await page.setViewportSize({ width: 640, height: 400 });
  await expect(page1(page).getByRole('button', { name: 'Dossier…' })).toBeVisible();
  // The name has its line, and nothing is wider than the page.
  const name = await page1(page).getByRole('heading', { level: 1 }).boundingBox();
  expect(name?.height).toBeLessThan(70);
  const wider = await page1(page).evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(wider).toBe(0);
  const cut = await page1(page)
    .getByRole('group', { name: 'Years' })
    .getByRole('button')
    .evaluateAll((years) =>
      years.filter((year) => year.scrollWidth > year.clientWidth).map((year) => year.textContent),
    );
  expect(cut).toEqual([]);
  // One ring, round the line where the keys are.
  await says(page).focus();
  await page.keyboard.press('ArrowDown');
  const rings = await page1(page).evaluate((element) =>
    [...element.querySelectorAll('*')]
      .filter((each) => getComputedStyle(each).outlineStyle === 'solid')
      .map((each) => each.getAttribute('role')),
  );
  expect(rings).toEqual(['row']);
  await keepLook(page, 'source-page-200');
  expect(await violationsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('a name that is merged or deleted by another hand while it is open gives way to what is there', async ({
  launch,
}) => {
  const { window: page } = await launch();
  await openMara(page);
  /** As another window would. */
  const ask = (name: string, input: object): Promise<unknown> =>
    page.evaluate(async ([asked, given]) => Reflect.get(globalThis, 'precis').request(asked, given), [
      name,
      input,
    ] as const);
  await ask('source:delete', { sourceId: mara.id });
  await expect(page.getByRole('region', { name: 'All sources' })).toBeVisible();
  await expect(page1(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await openMara(page);
  await expect(page.getByRole('tab', { name: 'Says (35)' })).toBeVisible();
  await ask('source:merge', { sourceId: mara.id, intoId: directorate.id });
  await expect(page.getByRole('region', { name: 'Source Customs directorate' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Says (36)' })).toBeVisible();
});
