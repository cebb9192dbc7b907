/** The archive as tables of comma-separated values, see printCsv. */
import { doiOf } from '#domain/article/bibliography/doi.ts';
import type { OutArticle, OutFile, OutMaterial, OutSource } from '#domain/exchange/material.ts';
import { printPositionLine } from '#domain/source/list/position-line.ts';
import { descriptorFields } from '#domain/source/source.ts';
import { writePassageCsv } from '../passages/write-passage-csv.ts';
import { type Columns, tableOf } from './table-of.ts';
import { tagColumns } from './write-codebook.ts';

const ofArticles: Columns<OutArticle> = {
  id: ({ id }) => id,
  title: ({ bibliography }) => bibliography.title,
  author: ({ bibliography }) => bibliography.byline,
  publisher: ({ bibliography }) => bibliography.publisher,
  published: ({ bibliography }) => bibliography.publishedAt,
  dateCertainty: ({ bibliography }) => bibliography.dateCertainty,
  type: ({ bibliography }) => bibliography.type,
  url: ({ bibliography }) => bibliography.url,
  doi: ({ bibliography }) => doiOf(bibliography),
  accessed: ({ bibliography }) => bibliography.accessedAt,
  language: ({ bibliography }) => bibliography.language,
  state: ({ state }) => state,
  tags: ({ tags }) => tags.join('; '),
  marking: ({ marking }) => marking,
  words: ({ words }) => words,
  passages: ({ passages }) => passages.length,
  imported: ({ importedAt }) => importedAt,
  sha256: ({ textSha256 }) => textSha256,
  note: ({ note }) => note,
};

/** The tables of an archive, a file each. */
export const writeTables = ({ articles, tags, sources, tasks }: OutMaterial): readonly OutFile[] => [
  { path: 'articles.csv', of: 'articles', content: tableOf(ofArticles, articles) },
  {
    path: 'passages.csv',
    of: 'passages',
    content: writePassageCsv(articles.flatMap(({ passages }) => passages)),
  },
  {
    path: 'tags.csv',
    of: 'tags',
    content: tableOf(tagColumns, tags),
  },
  {
    path: 'sources.csv',
    of: 'sources',
    content: tableOf(
      {
        id: ({ id }) => id,
        source: ({ path }) => path,
        kind: ({ kind }) => kind,
        // A name may hold any other sign.
        aliases: ({ aliases }) => aliases.join('\n'),
        reliability: ({ reliability }) => reliability,
        positions: ({ positions }) => positions.map(printPositionLine).join('\n'),
        ...Object.fromEntries(
          descriptorFields.map((field) => [field, ({ descriptor }: OutSource) => descriptor[field] ?? null]),
        ),
      },
      sources,
    ),
  },
  {
    path: 'tasks.csv',
    of: 'tasks',
    content: tableOf(
      {
        id: ({ id }) => id,
        title: ({ title }) => title,
        kind: ({ kind }) => kind,
        state: ({ state }) => state,
        due: ({ due }) => due,
        owner: ({ owner }) => owner,
        on: ({ place }) => place,
        created: ({ createdAt }) => createdAt,
      },
      tasks,
    ),
  },
];
