/** Boards and chronologies that cite written articles, as they are put into a memo. */
import { type BoardRecords, cellIdOf, expectations, probabilityIdOf } from '#domain/board/board.ts';
import { boardWordsFor } from '#domain/board/board-words-in.ts';
import { openBoard, type StandingEvidence } from '#domain/board/open-board.ts';
import { boardKey, boardTable } from '#domain/board/print-board.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import { boardIdSchema, evidenceIdSchema, hypothesisIdSchema, type PassageId } from '#domain/ids.ts';
import { chronologyTable } from '#domain/memo/chronology/insert-chronology.ts';
import type { MemoBlock, MemoTable } from '#domain/memo/memo-content.ts';
import { passageQuote } from '#domain/passage/passage.ts';
import { timestampSchema } from '#domain/time.ts';
import { newEventId, newSampleId } from '../archive/sample-ids.ts';
import { sha256Of } from '../texts/sha256-of.ts';
import type { WrittenArticle } from './written-article.ts';

const at = timestampSchema.parse('2024-04-24T09:00:00.000Z');
const times = { createdAt: at, updatedAt: at };

type Cited = {
  readonly articleId: WrittenArticle['cited']['article']['id'];
  readonly passageId: PassageId;
  readonly exactSha256: ReturnType<typeof sha256Of>;
  readonly quote: string;
};
const passagesOf = ({ cited, passages }: WrittenArticle): readonly Cited[] =>
  passages.map((passage) => ({
    articleId: cited.article.id,
    passageId: passage.id,
    exactSha256: sha256Of(passageQuote(passage)),
    quote: passageQuote(passage),
  }));

/** A board of all passages of the article, which each of `analysts` has filled, in the language of its memo. */
export const writeBoard = (
  article: WrittenArticle,
  hypotheses: readonly string[],
  analysts: readonly [string, ...string[]],
  language: string,
): readonly MemoBlock[] => {
  const grade = { reliability: 'B', credibility: 3 } as const;
  const evidence = passagesOf(article).map((passage, place) => ({
    ...passage,
    ...times,
    id: evidenceIdSchema.parse(newSampleId()),
    place,
    state: { sha256: passage.exactSha256, grade, disputedBy: [] },
  }));
  const columns = hypotheses.map((words, place) => ({
    id: hypothesisIdSchema.parse(newSampleId()),
    words,
    place,
    ...times,
  }));
  const records: BoardRecords = {
    boards: [
      {
        id: boardIdSchema.parse(newSampleId()),
        question: `${hypotheses[0]}?`,
        memoId: null,
        ...times,
        deletedAt: null,
      },
    ],
    hypotheses: columns,
    evidence: evidence.map(({ exactSha256: _hash, quote, ...row }) => ({ ...row, words: quote })),
    cells: analysts.flatMap((analyst, by) =>
      evidence.flatMap(({ id, place, state }) =>
        columns.map((column) => ({
          id: cellIdOf(id, column.id, analyst),
          evidenceId: id,
          hypothesisId: column.id,
          analyst,
          expected: expectations[(by + place + column.place) % expectations.length] ?? 'none',
          reason: '',
          state,
          ...times,
        })),
      ),
    ),
    probabilities: analysts.flatMap((analyst) =>
      columns.map(({ id }) => ({
        id: probabilityIdOf(id, analyst),
        hypothesisId: id,
        analyst,
        percent: 10,
        ...times,
      })),
    ),
  };
  const standing = new Map(
    evidence.map(({ articleId, passageId, quote, state }): [PassageId, StandingEvidence] => [
      passageId,
      {
        ...{ state, printed: `“${quote}”`, isRegion: false, label: 'claim', speaker: null },
        ...{ articleTitle: article.cited.article.bibliography.title, paragraph: 1, date: '2024-04-22' },
        provenance: {
          ...{ id: passageId, articleId, textId: articleId, origins: [], isSpoken: false },
          traces: { statements: [], credits: [] },
          relations: [],
        },
      },
    ]),
  );
  const open = openBoard(records, analysts[0], standing);
  if (open === null) throw new Error('The board did not open.');
  const board = { open, isEveryone: analysts.length > 1, words: boardWordsFor(language) };
  return [...boardKey(board), boardTable(board, open.rows)];
};

/** A chronology of an event for each passage of the article, of dates of all kinds. */
export const writeChronology = (
  article: WrittenArticle,
  concerned: readonly string[],
  language: string,
): MemoTable => {
  const dates = ['2023-02', '2023-09-04', '2023-11/2024-01', '2024-01-31~', '202X'];
  const cited = passagesOf(article);
  const events = dates.map((date, index) => {
    const { passageId, quote } = cited[index % cited.length] ?? { passageId: undefined, quote: '' };
    return {
      ...{ eventId: newEventId(), date: edtfSchema.parse(date), isInferred: index === 1, contested: [] },
      title: quote,
      concerned: index % 2 === 0 ? concerned : [],
      saidBy: passageId === undefined ? [] : [{ passageId, newestId: passageId }],
    };
  });
  return chronologyTable(events, {
    cited: new Map(cited.map(({ quote: _, ...passage }) => [passage.passageId, passage])),
    hashOf: (event) => sha256Of(event.title),
    language,
  });
};
