import { originsNamedApart } from '#domain/contract/origins-named-apart.ts';
import type { PassageRow, RelationRef } from '#domain/contract/passage.ts';
import { wordRelation } from '#domain/passage/word-relation.ts';
import { printGrade } from '#domain/tradecraft/grade.ts';
import type { Names } from '../../output/names.ts';
import type { Listed } from './listed.ts';

const describeRelation = ({ type, direction, articleId, passageId }: RelationRef) => ({
  type,
  direction,
  words: wordRelation(type, direction),
  articleId,
  passageId,
});

const printSources = (row: PassageRow): string => {
  const said = [row.speaker?.name, row.publication?.name].filter((name) => name !== undefined).join(' → ');
  const apart = originsNamedApart(row);
  if (apart.length === 0) return said;
  const names = row.origins.map(({ name }) => name).join(', ');
  return row.origins.length > 1 ? `${said} (one text in ${names})` : `${said} (of ${names})`;
};

const printRelations = ({ relations }: PassageRow): string =>
  relations
    .map(({ type, direction, passageId }) => `${wordRelation(type, direction)} ${passageId}`)
    .join(', ');

/** A passage as `list passages` tells of it: relations from both ends, each in words of this passage. */
export const listedPassage = (row: PassageRow, names: Names): Listed<'passages'> => {
  const tags = names.tagPaths(row.tagIds);
  const grade = printGrade(row.grade);
  return {
    record: {
      id: row.id,
      articleId: row.articleId,
      articleTitle: row.articleTitle,
      quote: row.quote,
      label: row.label,
      tags,
      source: row.speaker,
      publication: row.publication,
      origin: row.origins[0] ?? null,
      origins: row.origins,
      textId: row.textId,
      grade: grade || null,
      reliability: row.grade.reliability,
      credibility: row.grade.credibility,
      manner: row.manner,
      basis: row.basis,
      state: row.state,
      carriedFrom: row.carriedFrom,
      version: row.version,
      readings: row.readings.map(({ articleId, passageId, version }) => ({ articleId, passageId, version })),
      note: row.note === '' ? null : row.note,
      paragraph: row.paragraph,
      page: row.page,
      relations: row.relations.map(describeRelation),
      openTasks: row.openTaskCount,
      citedIn: row.citedIn,
      createdAt: row.createdAt,
    },
    line: [
      row.label,
      grade,
      printSources(row),
      tags.map((tag) => `#${tag}`).join(' '),
      row.manner,
      row.state,
      row.version === null ? null : `version ${row.version.number} of ${row.version.count}`,
      row.printed,
      printRelations(row),
    ],
  };
};
