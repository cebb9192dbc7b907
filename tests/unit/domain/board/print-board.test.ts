// The law of a board: nothing that it shows or prints goes across rows as a total, a rank or a winner would.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BoardRecords,
  cellIdOf,
  type Expectation,
  expectations,
  probabilityIdOf,
} from '#domain/board/board.ts';
import { englishBoardWords } from '#domain/board/board-words.ts';
import { boardWordsFor } from '#domain/board/board-words-in.ts';
import { mostStepsApart } from '#domain/board/compare-cells.ts';
import { type OpenBoard, openBoard, type StandingById } from '#domain/board/open-board.ts';
import { boardKey, boardSheet, boardTable, printBoardCsv, sayOrigin } from '#domain/board/print-board.ts';
import {
  articleIdSchema,
  boardIdSchema,
  type EvidenceId,
  evidenceIdSchema,
  type HypothesisId,
  hypothesisIdSchema,
  passageIdSchema,
  sha256Schema,
} from '#domain/ids.ts';
import { printedLanguages } from '#domain/memo/print/printed-words.ts';
import { timestampSchema } from '#domain/time.ts';

const at = timestampSchema.parse('2024-04-24T09:00:00.000Z');
const times = { createdAt: at, updatedAt: at };
const uuid = (kind: number, index: number): string =>
  `018f0000-0000-7000-8000-${String(kind).padStart(4, '0')}${String(index).padStart(8, '0')}`;
const state = {
  sha256: sha256Schema.parse('0'.repeat(64)),
  grade: { reliability: 'B', credibility: 3 },
  disputedBy: [],
} as const;

type Filled = readonly (readonly (Expectation | null)[])[];
type Analysts = Readonly<Record<string, Filled>>;

const evidenceId = (row: number): EvidenceId => evidenceIdSchema.parse(uuid(1, row));
const hypothesisId = (column: number): HypothesisId => hypothesisIdSchema.parse(uuid(2, column));

/** A board of so many rows and columns as the analysts have filled it. */
const recordsOf = (
  rows: number,
  columns: number,
  analysts: Analysts,
  percents: Readonly<Record<string, readonly number[]>> = {},
): BoardRecords => ({
  boards: [
    { id: boardIdSchema.parse(uuid(3, 0)), question: 'Which?', memoId: null, ...times, deletedAt: null },
  ],
  hypotheses: Array.from({ length: columns }, (_, place) => ({
    id: hypothesisId(place),
    words: `Answer ${'abcdef'[place]}`,
    place,
    ...times,
  })),
  evidence: Array.from({ length: rows }, (_, place) => ({
    id: evidenceId(place),
    articleId: articleIdSchema.parse(uuid(4, place)),
    passageId: passageIdSchema.parse(uuid(5, place)),
    place,
    words: `“Words ${'abcdefgh'[place]}”`,
    state: { ...state, disputedBy: [] },
    ...times,
  })),
  cells: Object.entries(analysts).flatMap(([analyst, filled]) =>
    filled.flatMap((cells, row) =>
      cells.flatMap((expected, column) =>
        expected === null
          ? []
          : [
              {
                id: cellIdOf(evidenceId(row), hypothesisId(column), analyst),
                evidenceId: evidenceId(row),
                hypothesisId: hypothesisId(column),
                analyst,
                expected,
                reason: '',
                state: { ...state, disputedBy: [] },
                ...times,
              },
            ],
      ),
    ),
  ),
  probabilities: Object.entries(percents).flatMap(([analyst, given]) =>
    given.map((percent, column) => ({
      id: probabilityIdOf(hypothesisId(column), analyst),
      hypothesisId: hypothesisId(column),
      analyst,
      percent,
      ...times,
    })),
  ),
});

const standingOf = (rows: number): StandingById =>
  new Map(
    Array.from({ length: rows }, (_, row) => {
      const [articleId, id] = [articleIdSchema.parse(uuid(4, row)), passageIdSchema.parse(uuid(5, row))];
      const provenance = {
        ...{ id, articleId, textId: articleId, origins: [], isSpoken: false },
        traces: { statements: [], credits: [] },
        relations: [],
      };
      const said = { printed: `“Words ${'abcdefgh'[row]}”`, isRegion: false, label: 'claim' } as const;
      const place = { speaker: null, articleTitle: 'An article', paragraph: 2, date: '2024-04-24' };
      return [id, { state: { ...state, disputedBy: [] }, ...said, ...place, provenance }] as const;
    }),
  );

const opened = (records: BoardRecords, me = 'A'): OpenBoard => {
  const open = openBoard(records, me, standingOf(records.evidence.length));
  if (open === null) throw new Error('The board did not open.');
  return open;
};

/** Every text of the exports in a language, without those of one row. */
const textsBeside = (open: OpenBoard, row: number, language = 'en'): readonly string[] => {
  const board = { open, isEveryone: true, words: boardWordsFor(language) };
  const as = { day: '24 April 2024', marking: null };
  const csv = printBoardCsv(board, open.rows, as).split('\r\n');
  const { rows: lines, ...sheet } = boardSheet(board, open.rows, as);
  const beside = csv.filter((line) => !line.includes(`Words ${'abcdefgh'[row]}`));
  const { content, ...head } = boardTable(board, open.rows);
  const table = content.filter((_, index) => index !== row + 1);
  const others = lines.filter((_, index) => index !== row);
  const parts = [boardKey(board), head, sheet, ...table, ...others];
  return [...beside, ...parts.map((part) => JSON.stringify(part))];
};

const expected = fc.constantFrom(...expectations);
const filling = (rows: number, columns: number) =>
  fc.array(fc.array(expected, { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });
const boards = fc
  .record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      a: filling(rows, columns),
      b: filling(rows, columns),
      row: fc.integer({ min: 0, max: rows - 1 }),
      other: fc.array(expected, { minLength: columns, maxLength: columns }),
    }),
  );

const language = fc.constantFrom(...printedLanguages);
/** What a total, rank, score or winner is called in the languages of a memo. */
const verdicts: Readonly<Record<(typeof printedLanguages)[number], RegExp>> = {
  ar: /مجموع النقاط|الفائز|الأفضل|ترتيب|نتيجة|الأرجح/u,
  de: /gesamt|summe|punkt|rang|gewinner|sieger|beste|wahrscheinlichste/iu,
  en: /\b(?:total|sum|score|rank|winner|best|worst|most likely|points?)\b/iu,
  es: /\b(?:total|puntuación|puntos|rango|ganador|mejor|peor|más probable)\b/iu,
  fr: /\b(?:total|score|points?|rang|gagnant|meilleur|pire|plus probable)/iu,
  he: /סה״כ|ניקוד|מנצח|הטוב ביותר|הסביר ביותר/u,
  it: /\b(?:totale|punteggio|punti|classifica|vincitore|migliore|peggiore|più probabile)\b/iu,
  nl: /\b(?:totaal|score|punten|rang|winnaar|beste|slechtste|waarschijnlijkste?)\b/iu,
  pl: /łącznie|wynik|punkt|ranking|zwycięzca|najlepsz|najgorsz|najbardziej prawdopodobn/iu,
  pt: /\b(?:total|pontuação|pontos|classificação|vencedor|melhor|pior|mais provável)\b/iu,
  ru: /итог|балл|рейтинг|победител|лучш|худш|наиболее вероятн/iu,
  uk: /підсум|бал(?:и|ів)\b|рейтинг|переможец|найкращ|найгірш|найімовірніш/iu,
  zh: /总分|得分|排名|胜出|最佳|最差|最可能/u,
};

describe('a board', () => {
  it('has no text outside a row that follows from what is in it', () => {
    fc.assert(
      fc.property(boards, language, ({ rows, columns, a, b, row, other }, tag) => {
        const before = opened(recordsOf(rows, columns, { A: a, B: b }));
        const changed = a.with(row, other);
        const after = opened(recordsOf(rows, columns, { A: changed, B: b }));
        expect(textsBeside(after, row, tag)).toEqual(textsBeside(before, row, tag));
        const beside = (open: OpenBoard) => ({
          ...open,
          rows: open.rows.filter((_, index) => index !== row),
        });
        expect(beside(after)).toEqual(beside(before));
      }),
    );
  });

  it('says of a row how far its cells lie apart, from 0 to 4, whichever hypothesis they are of', () => {
    fc.assert(
      fc.property(boards, ({ rows, columns, a, row }) => {
        const turned = a.map((cells) => cells.toReversed());
        const apartOf = (filled: Filled): number | null =>
          mostStepsApart(opened(recordsOf(rows, columns, { A: filled })).rows[row]?.cells ?? []);
        const apart = apartOf(a);
        expect(apart === null || (apart >= 0 && apart <= 4)).toBe(true);
        expect(apartOf(turned)).toBe(apart);
      }),
    );
  });

  it('names no total, rank, score or winner in any language', () => {
    fc.assert(
      fc.property(boards, language, ({ rows, columns, a, b }, tag) => {
        const open = opened(recordsOf(rows, columns, { A: a, B: b }, { A: a[0]?.map(() => 10) ?? [] }));
        const texts = textsBeside(open, -1, tag).join('\n');
        expect(texts).not.toMatch(verdicts[tag]);
        expect(texts).not.toMatch(verdicts.en);
      }),
    );
  });
});

describe('two rows of one origin', () => {
  it('are referred to by whole words', () => {
    const records = recordsOf(2, 1, {});
    const long = (words: string) => ({
      ...records,
      evidence: records.evidence.map((each) => ({ ...each, words })),
    });
    const saying = (words: string): string => {
      const [first, second] = opened(long(words)).rows;
      if (first === undefined || second === undefined) throw new Error('Two rows are needed.');
      const sameOriginAs = { evidenceId: first.id, how: 'text' } as const;
      return sayOrigin({ ...second, sameOriginAs }, [first]) ?? '';
    };
    expect(saying('“Several explosions were recorded near the island of Bornholm”')).toContain(
      'as Several explosions were recorded near…:',
    );
    expect(saying(`“${'该部确认货物已检查'.repeat(6)}”`)).toMatch(/as .{40}…:/u);
    expect(saying('“Several explosions were recorded nearby.”')).toContain('recorded nearby.:');
  });

  it('count once, and each export says of which other row', () => {
    const open = opened(
      recordsOf(2, 2, {
        A: [
          [5, 1],
          [5, 1],
        ],
      }),
    );
    const sameOriginAs = { evidenceId: evidenceId(0), how: 'text' } as const;
    const copied = { ...open, rows: open.rows.map((row, at) => (at === 1 ? { ...row, sameOriginAs } : row)) };
    const board = { open: copied, isEveryone: false, words: englishBoardWords };
    const as = { day: '24 April 2024', marking: null };
    for (const text of [
      printBoardCsv(board, copied.rows, as),
      JSON.stringify(boardSheet(board, copied.rows, as)),
      JSON.stringify(boardTable(board, copied.rows)),
    ])
      expect(text.split('same text as Words a: counts once')).toHaveLength(2);
  });
});

describe('a board in a memo', () => {
  const filled: Filled = [
    [5, 1, 'none', 4, 3],
    [2, 4, 3, 1, 5],
  ];
  const tableIn = (language: string, columns: number): string => {
    const cut = filled.map((cells) => cells.slice(0, columns));
    const open = opened(
      recordsOf(
        2,
        columns,
        { A: cut, '': cut },
        { A: cut[0]?.map(() => 10) ?? [], '': cut[0]?.map(() => 5) ?? [] },
      ),
    );
    const sameOriginAs = { evidenceId: evidenceId(0), how: 'credit' } as const;
    const rows = open.rows.map((row, at) => (at === 1 ? { ...row, sameOriginAs } : row));
    return JSON.stringify(
      boardTable({ open: { ...open, rows }, isEveryone: true, words: boardWordsFor(language) }, rows),
    );
  };

  it.each(printedLanguages.filter((language) => language !== 'en'))(
    'speaks %s and no English',
    (language) => {
      const said = [
        ...Object.values(englishBoardWords).filter((each) => typeof each === 'string'),
        ...Object.values(englishBoardWords.expected),
        ...Object.values(englishBoardWords.origin),
        ...['Each cell', 'Filled by', 'Probability', 'adds up', 'counts once'],
      ];
      for (const columns of [2, 5]) {
        const table = tableIn(language, columns);
        for (const english of said) expect(table).not.toContain(english);
        const { question, evidence, countsOnce, origin } = boardWordsFor(language);
        expect(table).toContain(question);
        expect(table).toContain(evidence);
        expect(table).toContain(countsOnce(origin.credit, 'Words a'));
      }
    },
  );

  it('has a line for each analyst, with initials kept with their names, and numbers for long hypotheses', () => {
    const records = recordsOf(1, 2, { A: [[5, 1]], 'A. Low': [[4, 2]] });
    const named = (words: string) => ({
      ...records,
      hypotheses: records.hypotheses.map((each) => ({ ...each, words })),
    });
    const table = (words: string) =>
      boardTable(
        { open: opened(named(words)), isEveryone: true, words: englishBoardWords },
        opened(named(words)).rows,
      );
    const cellOf = (words: string, row: number, column: number) =>
      table(words).content[row]?.content[column]?.content[0];
    expect(cellOf('It opens.', 1, 2)?.content).toEqual([
      { type: 'text', text: 'A: very expected' },
      { type: 'hardBreak' },
      { type: 'text', text: 'A.\u00A0Low: expected' },
    ]);
    expect(JSON.stringify(cellOf('It opens.', 0, 2))).toContain('It opens.');
    expect(JSON.stringify(cellOf('It opens, if only for barges that are already waiting.', 0, 2))).toContain(
      '"H1"',
    );
    expect(JSON.stringify(cellOf('该部确认货物已检查两次而且单据上写明的收货人在国外', 0, 2))).toContain(
      '"H1"',
    );
  });

  it('names what probabilities add up to as the language writes numbers', () => {
    expect(tableIn('de', 5)).toContain('Wahrscheinlichkeit, A (ergibt zusammen 50\u00A0%)');
    expect(tableIn('zh', 5)).toContain('概率，A（合计 50%）');
    expect(tableIn('en', 5)).toContain('Probability, A (adds up to 50)');
  });
});

describe('what others have filled', () => {
  const full: Filled = [[5, 1]];
  it('is hidden, and not in the answer, until both boards are full', () => {
    const open = opened(recordsOf(1, 2, { A: [[5, null]], 'K. Osei': full }));
    expect(JSON.stringify(open.rows)).not.toContain('K. Osei');
    expect(open.shown).toEqual([]);
    const theirs = opened(recordsOf(1, 2, { A: full, 'K. Osei': [[5, null]] }));
    expect(JSON.stringify(theirs.rows)).not.toContain('K. Osei');
    const both = opened(recordsOf(1, 2, { A: full, 'K. Osei': full }));
    expect(both.shown).toEqual(['K. Osei']);
    expect(both.rows[0]?.cells.map(({ analyst }) => analyst)).toContain('K. Osei');
  });

  it('is hidden of probabilities until one’s own are whole, and combined of whole sets alone', () => {
    const half = opened(recordsOf(1, 2, {}, { A: [20], B: [30, 70] }));
    expect(half.probabilities.map(({ analyst }) => analyst)).toEqual(['A']);
    expect(half.combined).toBeNull();
    const whole = opened(recordsOf(1, 2, {}, { A: [20, 80], B: [30, 70], C: [1] }));
    expect(whole.combined).toEqual([25, 75]);
  });
});
