/** An archive after years of use: many articles, each with passages that have labels, tags, speakers and grades. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { TAGS_VERSION } from '#domain/archive/files.ts';
import type { Body } from '#domain/article/body/body.ts';
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
const sameBody = longBody(WORDS);
const TAGS = 40;
const SPEAKERS = 60;

export type ManyPassages = {
  readonly articles: number;
  readonly passagesEach: number;
  /** The body of each article; one for all by default. */
  readonly bodyOf?: (number: number) => Body;
};

const inTurn = <T>(items: readonly T[], number: number): T => items[number % items.length] as T;

/** Two of three have a tag, a speaker and a grade, so that missing ones occur too. */
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
  { articles, passagesEach, bodyOf = () => sameBody }: ManyPassages,
): Promise<void> => {
  const tags = Array.from({ length: TAGS }, (_, number) => sampleTag(`Subject ${number}`));
  const speakers = Array.from({ length: SPEAKERS }, (_, number) => sampleSource(`Speaker ${number}`));
  await writeArticles(
    folder,
    Array.from({ length: articles }, (_, number) => {
      const body = bodyOf(number);
      const article = articleWithPassages(`Report ${number}`, body, spreadRanges(body, passagesEach));
      return said(article, number, tags, speakers);
    }),
  );
  await writeFile(join(folder, 'tags.json'), serialiseContent({ version: TAGS_VERSION, tags }));
  await writeFile(join(folder, 'sources.json'), serialiseContent({ version: 1, sources: speakers }));
};
