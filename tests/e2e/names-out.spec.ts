import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { EVENTS_VERSION, SOURCES_VERSION } from '#domain/archive/files.ts';
import { partialDateSchema } from '#domain/dates/partial-date.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import { eventIdSchema } from '#domain/ids.ts';
import { statedDateSchema } from '#domain/time.ts';
import { test } from '../support/app/precis-test.ts';
import { newSampleId, sampleTime } from '../support/archive/sample-ids.ts';
import { sampleSource } from '../support/archive/sample-records.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { exportInto } from '../support/files/exported-files.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { rangeOf } from '../support/texts/range-of.ts';
import { keepLook, screenshotThemes } from '../support/window/keep-looks.ts';
import { runByPalette } from '../support/window/run-by-palette.ts';
import { violationsOf } from '../support/window/violations-of.ts';

const ministry = sampleSource('Ministry of Trade', { kind: 'organisation' });
const brandt = sampleSource('Ilse Brandt', {
  parentId: ministry.id,
  aliases: ['I. Brandt', 'Ильзе Брандт'],
  positions: [
    { role: 'Spokeswoman', organisationId: ministry.id, from: null, until: partialDateSchema.parse('2021') },
    {
      role: 'Minister of Trade',
      organisationId: ministry.id,
      from: partialDateSchema.parse('2023-05'),
      until: null,
    },
  ],
});

/** Two articles of six sentences each: three that the name says, three that are about it. */
const articleOf = (number: number) => {
  const sentences = Array.from(
    { length: 6 },
    (_, at) =>
      `Statement ${number}.${at + 1} says that the lists of forwarders will be published before the summer.`,
  );
  const text = sentences.join(' ');
  const made = articleWithPassages(
    `Report ${number}`,
    paragraphs(text),
    sentences.map((each) => rangeOf(text, each)),
  );
  const passages = made.annotations.passages.map((passage, at) => ({
    ...passage,
    grade: { reliability: 'B' as const, credibility: 3 as const },
    ...(at < 3
      ? { sourceId: brandt.id, manner: 'direct' as const, basis: 'on-record' as const }
      : { sourceId: null, concernedIds: [brandt.id] }),
  }));
  const about = {
    ...made.annotations.about,
    marking: { kind: 'tlp' as const, label: number === 1 ? ('TLP:GREEN' as const) : ('TLP:AMBER' as const) },
    corrections: {
      publishedAt: statedDateSchema.parse(`2024-04-2${number}`),
      dateCertainty: 'stated' as const,
      publisher: 'Harbour Dispatch',
    },
  };
  return { ...made, annotations: { ...made.annotations, passages, about } };
};

/** A name with two positions, twelve passages and five events. */
const makeArchive = async (folder: string): Promise<void> => {
  const articles = [articleOf(1), articleOf(2)];
  await makeReaderArchive(folder, articles);
  const write = (name: string, content: Parameters<typeof serialiseContent>[0]) =>
    writeFile(join(folder, name), serialiseContent(content));
  await write('sources.json', { version: SOURCES_VERSION, sources: [ministry, brandt] });
  const events = articles.flatMap(({ article, annotations }, number) =>
    annotations.passages.slice(0, 3 - number).map((passage, at) => ({
      id: eventIdSchema.parse(newSampleId()),
      date: edtfSchema.parse(`2024-0${number + 3}-1${at}`),
      certainty: at === 0 ? ('inferred' as const) : ('stated' as const),
      title: `List ${number + 1}.${at + 1} drawn up`,
      concernedIds: [brandt.id, ministry.id],
      sayings: [{ articleId: article.id, passageId: passage.id, date: null, certainty: 'stated' as const }],
      note: '',
      mergedInto: null,
      ...{ createdAt: sampleTime, updatedAt: sampleTime, deletedAt: null },
    })),
  );
  await write('events.json', { version: EVENTS_VERSION, events });
};

const openName = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+6');
  await page.getByRole('treegrid', { name: 'People & organisations' }).getByText(brandt.name).click();
  await expect(page.getByRole('heading', { level: 1, name: brandt.name })).toBeVisible();
};

test('a name is exported with its marking, and begins a dossier that one step takes back', async ({
  launch,
  folder,
}) => {
  await exportInto(folder);
  await makeArchive(`${folder}/archive`);
  const { window: page } = await launch();
  await openName(page);

  await runByPalette(page, 'Export names…');
  const dialog = page.getByRole('dialog', { name: 'Export names' });
  await expect(dialog.getByRole('definition').first()).toHaveText(
    '1 name, 12 passages, 5 events, 1 other name they refer to',
  );
  await expect(dialog.getByText('TLP:AMBER', { exact: true })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await screenshotThemes(page, 'export-names');
  await dialog.getByText('With passages and events').click();
  await expect(dialog.getByRole('definition').first()).toHaveText('1 name, 1 other name they refer to');
  // The name is known from what was received in confidence.
  await expect(dialog.getByText('TLP:AMBER', { exact: true })).toBeVisible();
  await dialog.getByText('With passages and events').click();
  await dialog.getByRole('radio', { name: /^STIX 2.1/ }).press('Space');
  await dialog.getByRole('textbox', { name: 'File name' }).fill('brandt');
  await page.keyboard.press('Enter');
  const done = page.getByRole('dialog', { name: '1 name exported' });
  await expect(done).toContainText('brandt.stix.json');
  const bundle = JSON.parse(await readFile(join(folder, 'brandt.stix.json'), 'utf8'));
  expect(bundle.objects.filter(({ type }: { type: string }) => type === 'note')).toHaveLength(12 + 5 + 1);
  await keepLook(page, 'exported-names');
  await page.keyboard.press('Enter');

  await runByPalette(page, 'Dossier on the name…');
  const begin = page.getByRole('dialog', { name: 'New memo' });
  await expect(begin.getByRole('textbox', { name: 'Title' })).toHaveValue(brandt.name);
  await keepLook(page, 'new-dossier');
  await page.keyboard.press('Enter');
  const memo = page.getByRole('textbox', { name: 'Text of the memo' });
  for (const heading of ['Positions', 'Chronology', 'What it says', 'What is said of it'])
    await expect(memo.getByRole('region', { name: heading })).toBeVisible();
  await expect(memo.getByText('Statement 2.1 says').first()).toBeVisible();
  await expect(page.getByText('17 citations, all up to date')).toBeVisible();
  await screenshotThemes(page, 'dossier');
  expect(await violationsOf(page)).toEqual([]);

  await openName(page);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+2');
  await expect(page.getByText(brandt.name)).toHaveCount(0);
});
