// What translations cost the reader in the running app: how long a long article with three of them takes to open, and
// how long a passage takes from the key to the paint in one of five thousand passages with one, against the same text
// without. Turns are taken in one run, so that a machine that is slow for a while is slow for all.
import { join } from 'node:path';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { translationIdSchema } from '#domain/ids.ts';
import { byAnalyst, renderingIdOf } from '#domain/translation/translation.ts';
import type { NewArticle } from '#electron/ports/archive.ts';
import { launchPrecis } from '../support/app/launch-precis.ts';
import { articleText, openArticle } from '../support/app/reader-page.ts';
import { newSampleId, sampleTime } from '../support/archive/sample-ids.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { longBody, spreadRanges } from '../support/texts/long-body.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { sha256Of } from '../support/texts/sha256-of.ts';
import { median, meets } from './figures.ts';
import { type KeyTimes, measureKeys, measureOpening, shortTitle } from './reader-times.ts';

const WORDS = 50_000;
const PASSAGES = 2000;
/** As long and as full as articles get. */
const MOST_WORDS = 170_000;
const MOST_PASSAGES = 5000;
const OPENINGS = 7;
const KEYS = 7;

/** The article with a translation of every paragraph into each of the languages. */
const inLanguages = (article: NewArticle, languages: readonly string[]): NewArticle => {
  const text = canonicalText(article.body);
  const blocks = textBlockSpans(article.body).map(({ start, end }) => text.slice(start, end));
  const translations = languages.map((language) => ({
    id: translationIdSchema.parse(newSampleId()),
    articleId: article.article.id,
    language,
    maker: byAnalyst,
    fromArticleId: null,
    createdAt: sampleTime,
    deletedAt: null,
    updatedAt: sampleTime,
  }));
  const renderings = translations.flatMap(({ id, language }) =>
    blocks.map((words, block) => ({
      kind: 'block' as const,
      id: renderingIdOf(id, block),
      translationId: id,
      maker: byAnalyst,
      originalSha256: sha256Of(words),
      updatedAt: sampleTime,
      block,
      text: `(${language}) ${words}`,
    })),
  );
  return { ...article, translations: { translations, renderings, languages: [] } };
};

const folder = await makeTemporaryFolder();
try {
  const [body, full] = [longBody(WORDS), longBody(MOST_WORDS)];
  const long = (title: string): NewArticle => articleWithPassages(title, body, spreadRanges(body, PASSAGES));
  const fullest = (title: string): NewArticle =>
    articleWithPassages(title, full, spreadRanges(full, MOST_PASSAGES));
  await makeReaderArchive(join(folder, 'archive'), [
    long('Harbour'),
    inLanguages(long('Canal'), ['de', 'fr', 'ru']),
    fullest('Atlas'),
    inLanguages(fullest('Bible'), ['de']),
    articleWithPassages(shortTitle, paragraphs('One line.'), []),
  ]);
  const { window: page, close } = await launchPrecis({
    archive: join(folder, 'archive'),
    userData: join(folder, 'user-data'),
  });
  const openingMs = { plain: [] as number[], translated: [] as number[] };
  await openArticle(page, 'Harbour');
  await openArticle(page, 'Canal');
  // Beside the text there is no room for the list, in which the next article is pressed.
  await page.getByRole('radio', { name: 'Below' }).press('Space');
  for (let turn = 0; turn < OPENINGS; turn += 1) {
    openingMs.plain.push(await measureOpening(page, 'Harbour'));
    openingMs.translated.push(await measureOpening(page, 'Canal'));
  }
  await page.locator('[data-translation-of]').first().waitFor();
  await openArticle(page, 'Atlas');
  await articleText(page).locator('mark').first().waitFor();
  const plain = await measureKeys(page, KEYS);
  await openArticle(page, 'Bible');
  await page.locator('[data-translation-of]').first().waitFor();
  const translated = await measureKeys(page, KEYS);
  await close();
  process.exitCode = report(openingMs, plain, translated) ? 0 : 1;
} finally {
  await removeFolder(folder);
}
process.exit();

function report(
  opening: { readonly plain: number[]; readonly translated: number[] },
  plain: KeyTimes,
  translated: KeyTimes,
): boolean {
  const print = (name: string, timesMs: readonly number[]): void =>
    console.log(`  ${name.padEnd(56)}p50 ${median(timesMs).toFixed(1).padStart(8)} ms`);
  print(`open ${WORDS} words without translations`, opening.plain);
  print('with three', opening.translated);
  print(`add to ${MOST_PASSAGES} passages without translations`, plain.add);
  print('with one', translated.add);
  print('a key that moves the caret, without', plain.move);
  print('with one', translated.move);
  return [
    meets(
      'open with three translations against none',
      median(opening.translated) / median(opening.plain),
      1.15,
      '×',
    ),
    meets(
      'add a passage with a translation against none',
      median(translated.add) / median(plain.add),
      1.5,
      '×',
    ),
  ].every(Boolean);
}
