/**
 * A board as a table, for a memo and for a spreadsheet: each cell in words. No text of it but that of a row depends on
 * the cells of that row; there is no total, rank or winner.
 */
import type { ArticleId, PassageId, Sha256 } from '../ids.ts';
import type { MemoBlock, MemoInline, MemoParagraph, MemoTable } from '../memo/memo-content.ts';
import type { DocumentMarking, PrintedTable } from '../memo/memo-document.ts';
import { printLed } from '../memo/print/printed-words.ts';
import { printCsv } from '../text/print-csv.ts';
import { isUngraded, printGradeApart } from '../tradecraft/grade.ts';
import { expectations } from './board.ts';
import { type BoardWords, englishBoardWords } from './board-words.ts';
import { sayChange } from './evidence-change.ts';
import { signOf } from './expectation.ts';
import type { BoardRow, OpenBoard } from './open-board.ts';
import { addsUp, isWhole, type ProbabilitySet, sumOf } from './probabilities.ts';

/** Whose cells are printed: one's own, or with them those of all who are shown. */
export type PrintedBoard = {
  readonly open: OpenBoard;
  readonly isEveryone: boolean;
  /** Those of the language in which it is printed. */
  readonly words: BoardWords;
};

const printedAnalysts = ({ open: { me, shown }, isEveryone }: PrintedBoard): readonly string[] =>
  isEveryone ? [me, ...shown] : [me];

const nameOf = ({ words }: Pick<PrintedBoard, 'words'>, analyst: string): string =>
  analyst === '' ? words.unnamed : analyst;

/** Who filled it, as far as they have names; empty if nobody has. */
const filledBy = (board: PrintedBoard): readonly string[] => {
  const named = printedAnalysts(board).filter((name) => name !== '');
  return named.length === 0 ? [] : [board.words.filledBy(named.join(board.words.sign.comma))];
};

/** From so many hypotheses on cells are signs: words would not fit the page. */
const MIN_IN_SIGNS = 5;
const isInSigns = ({ open: { hypotheses } }: PrintedBoard): boolean => hypotheses.length >= MIN_IN_SIGNS;

/** A longer hypothesis would be higher as a head of a column than the rows below it; a Han character counts twice. */
const MAX_HEAD = 40;
const headLength = (words: string): number => words.length + (words.match(/\p{Script=Han}/gu)?.length ?? 0);
/** Whether columns are named by their numbers. */
const isNumbered = (board: PrintedBoard): boolean =>
  isInSigns(board) || board.open.hypotheses.some(({ words }) => headLength(words) > MAX_HEAD);

const namedHypotheses = ({ open: { hypotheses } }: PrintedBoard): readonly string[] =>
  hypotheses.map(({ words }, at) => `H${at + 1} ${words}`);

/** What the signs mean, and in which order the analysts are. */
const legend = (board: PrintedBoard): string => {
  const { expected, sign, eachCell } = board.words;
  const signs = expectations.toReversed().map((each) => `${signOf(each)} ${expected[each]}`);
  const analysts = printedAnalysts(board).map((analyst) => nameOf(board, analyst));
  const order = analysts.length === 1 ? [] : [eachCell(analysts.join(sign.comma))];
  return [`${signs.join(sign.comma)}${sign.stop}`, ...order].join(sign.gap);
};

const cellSigns = (board: PrintedBoard, row: BoardRow, hypothesisId: string): string =>
  printedAnalysts(board)
    .map((analyst) => {
      const cell = row.cells.find((each) => each.analyst === analyst && each.hypothesisId === hypothesisId);
      return cell === undefined ? '?' : signOf(cell.expected);
    })
    .join('\n');

/** As it is on a page, a line for each analyst: in words, or in signs where there are many hypotheses. */
const pageCell = (board: PrintedBoard, row: BoardRow, hypothesisId: string): string =>
  isInSigns(board) ? cellSigns(board, row, hypothesisId) : cellText(board, row, hypothesisId, '\n');

/** What a cell says: each analyst's words, by name where there are several. */
const cellText = (
  board: PrintedBoard,
  row: BoardRow,
  hypothesisId: string,
  between = board.words.sign.semicolon,
): string => {
  const analysts = printedAnalysts(board);
  const said = analysts.flatMap((analyst) => {
    const cell = row.cells.find((each) => each.analyst === analyst && each.hypothesisId === hypothesisId);
    return cell === undefined ? [] : [{ analyst, words: board.words.expected[cell.expected] }];
  });
  return analysts.length === 1
    ? (said[0]?.words ?? board.words.notFilled)
    : said
        .map(({ analyst, words }) => printLed(`${nameOf(board, analyst)}${board.words.sign.colon}`, words))
        .join(between) || board.words.notFilled;
};

const reasonText = (board: PrintedBoard, row: BoardRow): string =>
  row.cells
    .filter(({ analyst, reason }) => reason !== '' && printedAnalysts(board).includes(analyst))
    .map(({ analyst, hypothesisId, reason }) => {
      const at = board.open.hypotheses.findIndex(({ id }) => id === hypothesisId);
      const by = printedAnalysts(board).length === 1 ? '' : `, ${nameOf(board, analyst)}`;
      return `H${at + 1}${by}: ${reason}`;
    })
    .join('\n');

/** Why two rows count once; null if the row is independent. */
export const sayOrigin = (
  { sameOriginAs }: Pick<BoardRow, 'sameOriginAs'>,
  rows: readonly BoardRow[],
  words: Pick<BoardWords, 'origin' | 'countsOnce'> = englishBoardWords,
): string | null => {
  if (sameOriginAs === null) return null;
  const other = rows.find(({ id }) => id === sameOriginAs.evidenceId);
  const short = words.origin[sameOriginAs.how];
  return other === undefined ? short : words.countsOnce(short, beginningOf(other.words));
};

const BEGINNING = 40;
/** The first words of a row, for references from another: without quotation marks, since they are cut short. */
const beginningOf = (words: string): string => {
  const letters = Array.from(words.replace(/^\p{Quotation_Mark}+|\p{Quotation_Mark}+$/gu, ''));
  if (letters.length <= BEGINNING) return letters.join('');
  const cut = letters.slice(0, BEGINNING + 1).join('');
  // Whole words, unless the writing has no spaces, or a word is longer than that.
  const whole = cut.replace(/\s+\S*$/u, '');
  return `${whole === cut ? letters.slice(0, BEGINNING).join('') : whole}…`;
};

const noteOf = (board: PrintedBoard, row: BoardRow): string => {
  const shown = row.cells.filter(({ analyst }) => printedAnalysts(board).includes(analyst));
  const changes = row.standing === null ? row.changes : shown.flatMap((cell) => cell.changes);
  const origin = sayOrigin(row, board.open.rows, board.words);
  const notes = [...changes.map(sayChange), ...(origin === null ? [] : [origin])];
  return [...new Set(notes)].join('; ');
};

/** "Probability, H. Lund (adds up to 110)". */
const setName = (board: PrintedBoard, set: ProbabilitySet): string => {
  const { words } = board;
  const name = words.probability(nameOf(board, set.analyst));
  return isWhole(set) && !addsUp(set) ? `${name}${words.sign.bracketed(words.addsUpTo(sumOf(set)))}` : name;
};

/** The sets that go with the printed cells, and what they come to together. */
const setLines = (board: PrintedBoard): readonly (readonly [string, readonly string[]])[] => {
  const { open, isEveryone, words } = board;
  const sets = open.probabilities.filter(({ analyst }) => isEveryone || analyst === open.me);
  const lines = sets.map((set) => {
    const percents = set.percents.map((percent) => (percent === null ? '' : words.percent(percent)));
    return [setName(board, set), percents] as const;
  });
  if (!isEveryone || open.combined === null) return lines;
  return [...lines, [words.probability(words.combined), open.combined.map(words.percent)]];
};

/** A line for each row, with its reasons, for a spreadsheet; `day` as it is printed. */
export const printBoardCsv = (
  board: PrintedBoard,
  rows: readonly BoardRow[],
  { day, marking }: { readonly day: string; readonly marking: DocumentMarking | null },
): string => {
  const { hypotheses, board: record } = board.open;
  return printCsv([
    ['question', record.question],
    ['as of', day],
    ...(marking === null ? [] : [['marking', marking.text]]),
    ['cells', board.words.question],
    [
      'filled by',
      printedAnalysts(board)
        .map((analyst) => nameOf(board, analyst))
        .join(', '),
    ],
    [],
    [
      ...['evidence', 'article', 'paragraph', 'published', 'speaker', 'grade'],
      ...hypotheses.map(({ words }, at) => `H${at + 1} ${words}`),
      ...['reasons', 'note'],
    ],
    ...rows.map((row) => {
      const { standing } = row;
      return [
        standing?.printed ?? row.words,
        standing?.articleTitle ?? null,
        standing?.paragraph ?? null,
        standing?.date ?? null,
        standing?.speaker ?? null,
        standing === null ? null : printGradeApart(standing.state.grade),
        ...hypotheses.map(({ id }) => cellText(board, row, id)),
        reasonText(board, row),
        noteOf(board, row),
      ];
    }),
    ...setLines(board).map(([name, percents]) => [name, null, null, null, null, null, ...percents]),
  ]);
};

const reasonOrNote = (board: PrintedBoard, row: BoardRow): string =>
  [noteOf(board, row), reasonText(board, row)].filter((part) => part !== '').join('\n');

const placeText = ({ standing }: BoardRow): string =>
  standing === null
    ? ''
    : [
        standing.articleTitle ?? 'Untitled',
        ...(standing.paragraph === null ? [] : [`¶${standing.paragraph}`]),
      ].join(' ');

/** The board as a table that is handed over by itself; `day` as it is printed. */
export const boardSheet = (
  board: PrintedBoard,
  rows: readonly BoardRow[],
  { day, marking }: { readonly day: string; readonly marking: DocumentMarking | null },
): PrintedTable => {
  const { hypotheses, board: record } = board.open;
  const named = namedHypotheses(board);
  const reasons = rows.map((row) => reasonOrNote(board, row));
  const hasReasons = reasons.some((reason) => reason !== '');
  const last = (reason: string): readonly string[] => (hasReasons ? [reason] : []);
  return {
    name: record.question,
    language: 'en',
    markingName: 'Marking',
    facts: [
      board.words.question,
      [`As of ${day}.`, ...filledBy(board)].join(' '),
      ...(isInSigns(board) ? [legend(board)] : []),
      ...(isNumbered(board) ? named : []),
    ],
    marking,
    restrictions: '',
    columns: [
      board.words.evidence,
      board.words.grade,
      ...(isNumbered(board) ? named.map((_, at) => `H${at + 1}`) : named),
      ...last('Notes and reasons'),
    ],
    rows: [
      ...rows.map((row, at) => [
        [row.standing?.printed ?? row.words, placeText(row)].filter((part) => part !== '').join('\n'),
        gradeOf(row),
        ...hypotheses.map(({ id }) => pageCell(board, row, id)),
        ...last(reasons[at] ?? ''),
      ]),
      ...setLines(board).map(([name, percents]) => [name, '', ...percents, ...last('')]),
    ],
  };
};

const paragraph = (...content: readonly MemoInline[]): MemoParagraph => ({
  type: 'paragraph',
  ...(content.length === 0 ? {} : { content: [...content] }),
});
const text = (words: string): readonly MemoInline[] => (words === '' ? [] : [{ type: 'text', text: words }]);
/** "A. Featherstone": no line ends behind an initial. */
const keepInitials = (words: string): string => words.replace(/(?<=(?:^|[^\p{L}])\p{Lu}\.) /gu, '\u00A0');
const lines = (words: string): readonly MemoInline[] =>
  words
    .split('\n')
    .flatMap((each, at) => [...(at === 0 ? [] : [{ type: 'hardBreak' } as const]), ...text(each)]);
const cell = (type: 'tableCell' | 'tableHeader', ...content: readonly MemoInline[]) => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [paragraph(...content)],
});
const line = (...content: MemoTable['content'][number]['content']): MemoTable['content'][number] => ({
  type: 'tableRow',
  content,
});

type Cited = { readonly articleId: ArticleId; readonly passageId: PassageId; readonly exactSha256: Sha256 };

/** For a region, which has no words to quote: its description and place. */
const evidenceOf = (row: BoardRow, board: PrintedBoard): readonly MemoInline[] => {
  const { articleId, passageId, standing } = row;
  if (standing === null) return [];
  const origin = sayOrigin(row, board.open.rows, board.words);
  const note = origin === null ? [] : text(board.words.sign.bracketed(origin));
  const cited: Cited = { articleId, passageId, exactSha256: standing.state.sha256 };
  if (standing.isRegion)
    return [
      ...text(`${standing.printed} `),
      { type: 'citation', attrs: { ...cited, form: 'number' } },
      ...note,
    ];
  return [{ type: 'citation', attrs: { ...cited, form: 'whole' } }, ...note];
};

const gradeOf = ({ standing }: BoardRow): string =>
  standing === null || isUngraded(standing.state.grade) ? '' : printGradeApart(standing.state.grade);

/** Of the width: the evidence is read, the others are looked at. Columns of words are wider than those of signs. */
const sharesOf = (board: PrintedBoard): number[] => {
  const ofWords = board.open.hypotheses.length <= 2 ? [20, 4, 10] : [20, 5, 7];
  const [evidence = 1, grade = 1, hypothesis = 1] = isInSigns(board) ? [12, 3, 2] : ofWords;
  return [evidence, grade, ...board.open.hypotheses.map(() => hypothesis)];
};

/** The hypotheses by number, if the columns of the table only have numbers; else nothing. */
export const boardKey = (board: PrintedBoard): readonly MemoBlock[] =>
  isNumbered(board)
    ? [
        {
          type: 'bulletList',
          content: namedHypotheses(board).map((named) => ({
            type: 'listItem',
            content: [paragraph(...text(named))],
          })),
        },
      ]
    : [];

/**
 * The board as a table of a memo: each row cites its passage, so that later changes of it are reported there. Rows
 * whose passage is gone are left out, since nothing can be cited.
 */
export const boardTable = (board: PrintedBoard, rows: readonly BoardRow[]): MemoTable => {
  const { hypotheses, board: record } = board.open;
  const { words } = board;
  const notes = [words.question, ...(isInSigns(board) ? [legend(board)] : []), ...filledBy(board)];
  return {
    type: 'table',
    attrs: {
      caption: record.question.slice(0, 500),
      source: keepInitials(notes.join(words.sign.gap)).slice(0, 500),
      widths: sharesOf(board),
    },
    content: [
      line(
        cell('tableHeader', ...text(words.evidence)),
        cell('tableHeader', ...text(words.grade)),
        ...hypotheses.map((hypothesis, at) =>
          cell('tableHeader', ...text(isNumbered(board) ? `H${at + 1}` : hypothesis.words)),
        ),
      ),
      ...rows
        .filter(({ standing }) => standing !== null)
        .map((row) =>
          line(
            cell('tableCell', ...evidenceOf(row, board)),
            cell('tableCell', ...text(gradeOf(row))),
            ...hypotheses.map(({ id }) =>
              cell('tableCell', ...lines(keepInitials(pageCell(board, row, id)))),
            ),
          ),
        ),
      ...setLines(board).map(([name, percents]) =>
        line(
          cell('tableCell', ...text(keepInitials(name))),
          cell('tableCell'),
          ...percents.map((percent) => cell('tableCell', ...text(percent))),
        ),
      ),
    ],
  };
};
