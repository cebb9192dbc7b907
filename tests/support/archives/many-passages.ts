/** An archive as it stands after years: many articles, each with passages that are labelled, tagged, said and graded. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { TAGS_VERSION } from '#domain/archive/files.ts';
import type { Source } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import { credibilities } from '#domain/tradecraft/credibility.ts';
import { reliabilities } from '#domain/tradecraft/reliability.ts';
import type { NewArticle } from '#electron/ports/archive.ts';
import { sampleSource, sampleTag } from '../archive/sample-records.ts';
import { longBody, spreadRanges } from '../texts/long-body.ts';
import { articleWithPassages } from './reader-archive.ts';
import { writeArticles } from './write-articles.ts';

const WORDS = 600;
const TAGS = 40;
const SPEAKERS = 60;

export type ManyPassages = { readonly articles: number; readonly passagesEach: number };

const inTurn = <T>(items: readonly T[], number: number): T => items[number % items.length] as T;

/** Two of three have a tag, a speaker and a grade, so that what is missing is there too. */
const said = (
  article: NewArticle,
  number: number,
  tags: readonly Tag[],
  speakers: readonly Source[],
): NewArticle => ({
  ...article,
  annotations: {
    ...article.annotations,
    passages: article.annotations.passages.map((passage, at) => {
      const turn = number * 31 + at * 7;
      return turn % 3 === 0
        ? passage
        : {
            ...passage,
            tagIds: [inTurn(tags, turn).id],
            sourceId: inTurn(speakers, turn).id,
            grade: {
              reliability: inTurn(reliabilities, turn),
              credibility: inTurn(credibilities.slice(1), turn),
            },
          };
    }),
  },
});

/** Writes them into a new archive in `folder`. */
export const makeManyPassages = async (
  folder: string,
  { articles, passagesEach }: ManyPassages,
): Promise<void> => {
  const tags = Array.from({ length: TAGS }, (_, number) => sampleTag(`Subject ${number}`));
  const speakers = Array.from({ length: SPEAKERS }, (_, number) => sampleSource(`Speaker ${number}`));
  const body = longBody(WORDS);
  const ranges = spreadRanges(body, passagesEach);
  await writeArticles(
    folder,
    Array.from({ length: articles }, (_, number) =>
      said(articleWithPassages(`Report ${number}`, body, ranges), number, tags, speakers),
    ),
  );
  await writeFile(join(folder, 'tags.json'), serialiseContent({ version: TAGS_VERSION, tags }));
  await writeFile(join(folder, 'sources.json'), serialiseContent({ version: 1, sources: speakers }));
};
