/** Archives made for tests of the reader, before the app opens them. */
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import { firstLabels } from '#domain/passage/label.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok } from '#domain/result.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { indexText } from '#domain/text/text-index.ts';
import type { NewArticle } from '#electron/ports/archive.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { sampleArticle } from '../archive/sample-folders.ts';
import { createSampleMachine } from '../archive/sample-ids.ts';
import { samplePassage } from '../archive/sample-records.ts';
import { sha256Of } from '../texts/sha256-of.ts';

/** An article of `body` with a passage on each of `ranges` (UTF-16), with the labels in turn. */
export const articleWithPassages = (title: string, body: Body, ranges: readonly TextRange[]): NewArticle => {
  const text = canonicalText(body);
  const index = indexText(text);
  const passages = ranges.map((range, number): Passage => {
    const label = firstLabels[number % firstLabels.length] ?? 'claim';
    const plain = {
      label,
      note: null,
      manner: null,
      basis: null,
      grade: { reliability: null, credibility: null },
    };
    return samplePassage('', { ...plain, selectors: [describeSelector(index, range)] });
  });
  const sample = sampleArticle(title, passages);
  const words = text.split(/\s+/u).length;
  return { ...sample, body, article: { ...sample.article, words, textSha256: sha256Of(text) } };
};

/** Makes an archive in `folder` with the articles. */
export const makeReaderArchive = async (folder: string, articles: readonly NewArticle[]): Promise<void> => {
  const opened = await openArchive({ folder, machine: createSampleMachine(), create: true });
  if (!opened.ok) throw new Error(opened.error.code);
  const laid = await opened.value.perform(async () =>
    ok({ value: null, name: 'import-articles', changes: [], newArticles: articles }),
  );
  await opened.value.close();
  if (!laid.ok) throw new Error(laid.error.code);
};
