/** An archive with much to count: the details of passages vary, and each is sometimes missing. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { TAGS_VERSION } from '#domain/archive/files.ts';
import type { ArticleAnnotation } from '#domain/article/annotations.ts';
import type { Body } from '#domain/article/body/body.ts';
import { partialDateSchema } from '#domain/dates/partial-date.ts';
import { firstLabels } from '#domain/passage/label.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Source } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import type { Task } from '#domain/task/task.ts';
import { statedDateSchema } from '#domain/time.ts';
import { credibilities } from '#domain/tradecraft/credibility.ts';
import { reliabilities } from '#domain/tradecraft/reliability.ts';
import type { NewArticle } from '#electron/ports/archive.ts';
import { sampleSource, sampleTag, sampleTask } from '../archive/sample-records.ts';
import { longBody, spreadRanges } from '../texts/long-body.ts';
import { createRandom } from '../texts/made-words.ts';
import { articleWithPassages } from './reader-archive.ts';
import { writeArticles } from './write-articles.ts';

type Dice = ReturnType<typeof createRandom>;
const pick = <T>(dice: Dice, items: readonly T[]): T => items[Math.floor(dice() * items.length)] as T;
const maybe = <T>(dice: Dice, chance: number, make: () => T): T | null => (dice() < chance ? make() : null);

/** Two have the same name, one has quotation marks in its name, one is below another. */
const makeTags = (): readonly Tag[] => {
  const china = sampleTag('China');
  const ports = sampleTag('Ports');
  return [
    china,
    sampleTag('Dual use', { parentId: china.id }),
    sampleTag('Machine tools', { parentId: china.id }),
    ports,
    sampleTag('Transit', { parentId: ports.id }),
    sampleTag('Transit'),
    sampleTag('The “blue” zone'),
    sampleTag('Sanctions, banks (2024)'),
    sampleTag('Insurance'),
    sampleTag('Standards'),
  ];
};

const makeSpeakers = (): readonly Source[] => {
  const customs = sampleSource('Customs directorate', { kind: 'organisation', reliability: 'A' });
  const ministry = sampleSource('Ministry of Trade', { kind: 'organisation', reliability: 'C' });
  const desk = sampleSource('Press office', { kind: 'body', parentId: ministry.id, reliability: null });
  return [
    customs,
    sampleSource('Ilse Brandt', { parentId: customs.id }),
    ministry,
    desk,
    sampleSource('Official (unnamed)', { parentId: desk.id, reliability: null }),
    sampleSource('A dock worker', { reliability: null }),
    sampleSource('Port authority', { kind: 'body' }),
  ];
};
const makePublications = (): readonly Source[] => [
  sampleSource('The Dispatch', { kind: 'publication', reliability: 'C' }),
  sampleSource('Harbour Gazette', { kind: 'publication', reliability: 'E' }),
  sampleSource('Bulletin of statistics', { kind: 'document', reliability: 'A' }),
];

type Records = {
  readonly tags: readonly Tag[];
  readonly speakers: readonly Source[];
  readonly publications: readonly Source[];
};

const dayFrom = (dice: Dice, years: number): string => {
  const end = Date.UTC(2026, 10, 20);
  return new Date(end - Math.floor(dice() ** 2 * years * 365) * 86_400_000).toISOString().slice(0, 10);
};

const eventDatesOf = (dice: Dice): ArticleAnnotation['eventDates'] =>
  dice() < 0.2
    ? []
    : Array.from({ length: 1 + Math.floor(dice() * 2) }, () => ({
        date: partialDateSchema.parse(dayFrom(dice, 3).slice(0, pick(dice, [4, 7, 10, 10, 10, 10]))),
        note: null,
      }));

const saidOf = (dice: Dice, { tags, speakers }: Records, passage: Passage): Passage => ({
  ...passage,
  label: pick(dice, firstLabels),
  tagIds: dice() < 0.15 ? [] : [...new Set([pick(dice, tags).id, pick(dice, tags).id])],
  sourceId: maybe(dice, 0.7, () => pick(dice, speakers).id),
  grade: {
    reliability: maybe(dice, 0.75, () => pick(dice, reliabilities)),
    credibility: maybe(dice, 0.75, () => pick(dice, credibilities)),
  },
});

const tasksOn = (dice: Dice, passages: readonly Passage[]): Task[] =>
  passages
    .filter(({ label }) => label === 'gap' && dice() < 0.5)
    .map(({ id }) =>
      sampleTask('Ask the trade desk', {
        passageId: id,
        state: pick(dice, ['open', 'done', 'waiting'] as const),
      }),
    );

const annotate = (dice: Dice, records: Records, article: NewArticle): NewArticle => {
  const passages = article.annotations.passages.map((passage) => saidOf(dice, records, passage));
  const publication = maybe(dice, 0.85, () => pick(dice, records.publications));
  return {
    ...article,
    annotations: {
      ...article.annotations,
      passages,
      tasks: tasksOn(dice, passages),
      about: {
        ...article.annotations.about,
        publicationId: publication?.id ?? null,
        eventDates: eventDatesOf(dice),
        corrections: {
          publisher: publication?.name ?? null,
          publishedAt: maybe(dice, 0.85, () => statedDateSchema.parse(dayFrom(dice, 8))),
          dateCertainty: pick(dice, ['stated', 'stated', 'inferred'] as const),
        },
      },
    },
  };
};

const relationTypes = ['contradicts', 'contradicts', 'supports', 'supersedes'] as const;

/** Links some passages to passages of other articles. */
const relate = (dice: Dice, articles: readonly NewArticle[], share: number): readonly NewArticle[] => {
  const all = articles.flatMap(({ article, annotations }) =>
    annotations.passages.map(({ id }) => ({ articleId: article.id, passageId: id })),
  );
  return articles.map((each) => ({
    ...each,
    annotations: {
      ...each.annotations,
      passages: each.annotations.passages.map((passage) => {
        const other = pick(dice, all);
        if (dice() > share || other.articleId === each.article.id) return passage;
        return { ...passage, relations: [{ type: pick(dice, relationTypes), ...other }] };
      }),
    },
  }));
};

export type InsightArchive = {
  readonly articles: number;
  readonly passagesEach: number;
  /** The share of passages that are linked to another. */
  readonly related?: number;
  readonly seed?: number;
};

/** Writes it into a new archive in `folder`. */
export const makeInsightArchive = async (
  folder: string,
  { articles, passagesEach, related = 0.04, seed = 1 }: InsightArchive,
): Promise<void> => {
  const dice = createRandom(seed);
  const records = { tags: makeTags(), speakers: makeSpeakers(), publications: makePublications() };
  const body: Body = longBody(Math.max(200, passagesEach * 12));
  const ranges = spreadRanges(body, passagesEach);
  const made = Array.from({ length: articles }, (_, number) =>
    annotate(dice, records, articleWithPassages(`Report ${number}`, body, ranges)),
  );
  await writeArticles(folder, relate(dice, made, related));
  const { tags, speakers, publications } = records;
  await writeFile(join(folder, 'tags.json'), serialiseContent({ version: TAGS_VERSION, tags }));
  const sources = [...speakers, ...publications];
  await writeFile(join(folder, 'sources.json'), serialiseContent({ version: 1, sources }));
};
