/**
 * Lines of a paragraph to its words. A word that the print parts at the end of a line is put together again, and its
 * letters before the break are marked, so that a quotation can show both. Whether the hyphen belongs to the word is told
 * by the document itself where it can be: by a place where the word stands within a line.
 */
import type { PrintedLine, Raised } from '../layout/printed-text.ts';

/** Words of a paragraph from one page that are set in one way. */
export type TextPiece = {
  readonly text: string;
  readonly page: number;
  readonly raised: Raised;
  readonly isHyphenated: boolean;
};

/** The words of a document that stand whole within a line, in lower case. */
export type Vocabulary = ReadonlySet<string>;

const HYPHEN = /(\p{L}+)[-\u2010\u00AD]$/u;
const WORD = /\p{L}+(?:[-\u2010\u00AD]\p{L}+)*/gu;
/** Between these no space stands: Chinese and Japanese. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(WORD) ?? [];

/** The words of `lines` but for the last of each, which may be half a word. */
export const vocabularyOf = (lines: Iterable<string>): Vocabulary => {
  const words = new Set<string>();
  for (const line of lines) {
    const all = wordsIn(line);
    const whole = HYPHEN.test(line) ? all.slice(0, -1) : all;
    for (const word of whole) words.add(word.replaceAll(/[\u2010\u00AD]/gu, '-'));
  }
  return words;
};

type Joint = 'space' | 'nothing' | 'hyphen-dropped';

/** Small words before which a hyphen stands for the rest of a word: "pre- and post-war". */
const STANDS_FOR_WORD = /^(?:and|or|to|und|oder|bis|et|ou|y|o|e)$/u;

/** What becomes of a hyphen at the end of a line. */
const jointAtHyphen = (first: string, after: string, vocabulary: Vocabulary): Joint => {
  const [second = ''] = /^\p{L}+/u.exec(after.toLowerCase()) ?? [];
  if (second !== '' && vocabulary.has(first + second)) return 'hyphen-dropped';
  // "Anglo-American", "COVID-19": a hyphen of the word, as any before a large letter or a number.
  if (!/^\p{Ll}/u.test(after)) return /^[\p{L}\p{N}]/u.test(after) ? 'nothing' : 'space';
  if (STANDS_FOR_WORD.test(second)) return 'space';
  return vocabulary.has(`${first}-${second}`) ? 'nothing' : 'hyphen-dropped';
};

/** What becomes of the end of a line before another. */
export const jointOf = (before: string, after: string, vocabulary: Vocabulary): Joint => {
  if (UNSPACED.test(before.slice(-1)) && UNSPACED.test(after.slice(0, 1))) return 'nothing';
  const first = HYPHEN.exec(before)?.[1]?.toLowerCase();
  if (first === undefined) return /[/\u2014]$/u.test(before) ? 'nothing' : 'space';
  if (before.endsWith('\u00AD') && !/^\p{Ll}/u.test(after)) return 'hyphen-dropped';
  return jointAtHyphen(first, after, vocabulary);
};

/** A soft hyphen is drawn like any other; only that at the end of a line may be none of the word. */
const SOFT_HYPHENS = /\u00AD/gu;

const piecesOfLine = (line: PrintedLine): readonly TextPiece[] => {
  const pieces = line.cells.flatMap((cell, at) => [
    ...(at === 0 ? [] : [{ text: ' ', page: line.page, raised: null, isHyphenated: false }]),
    ...cell.runs.map(({ text, raised }) => ({ text, page: line.page, raised, isHyphenated: false })),
  ]);
  return pieces.map((piece, at) => {
    const end = at === pieces.length - 1 && piece.text.endsWith('\u00AD') ? '\u00AD' : '';
    const inside = piece.text.slice(0, piece.text.length - end.length);
    return { ...piece, text: inside.replace(SOFT_HYPHENS, '-') + end };
  });
};

/** `pieces` with a soft hyphen at their end made a plain one. */
const keepHyphen = (pieces: readonly TextPiece[]): readonly TextPiece[] => {
  const last = pieces.at(-1);
  if (last?.text.endsWith('\u00AD') !== true) return pieces;
  return [...pieces.slice(0, -1), { ...last, text: `${last.text.slice(0, -1)}-` }];
};

/** `pieces` with the hyphen at their end dropped and the letters before it marked. */
const dropHyphen = (pieces: readonly TextPiece[]): readonly TextPiece[] => {
  const last = pieces.at(-1);
  if (last === undefined) return pieces;
  const text = last.text.slice(0, -1);
  const [letters = ''] = /\p{L}+$/u.exec(text) ?? [];
  const parts = [
    { ...last, text: text.slice(0, text.length - letters.length) },
    { ...last, text: letters, isHyphenated: true },
  ];
  return [...pieces.slice(0, -1), ...parts.filter((part) => part.text !== '')];
};

const textOf = (pieces: readonly TextPiece[]): string => pieces.map(({ text }) => text).join('');

/** The words before a break with those behind it. */
const joinPieces = (
  before: readonly TextPiece[],
  after: readonly TextPiece[],
  vocabulary: Vocabulary,
): readonly TextPiece[] => {
  const last = before.at(-1);
  if (last === undefined) return after;
  const joint = jointOf(textOf(before), textOf(after), vocabulary);
  if (joint === 'nothing') return [...keepHyphen(before), ...after];
  if (joint === 'hyphen-dropped') return [...dropHyphen(before), ...after];
  return [...keepHyphen(before), { ...last, text: ' ', raised: null, isHyphenated: false }, ...after];
};

const isAlike = (a: TextPiece, b: TextPiece): boolean =>
  a.page === b.page && a.raised === b.raised && a.isHyphenated === b.isHyphenated;

/** As few pieces as there are changes. */
const merge = (pieces: readonly TextPiece[]): readonly TextPiece[] => {
  const merged: TextPiece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last !== undefined && isAlike(last, piece))
      merged[merged.length - 1] = { ...last, text: last.text + piece.text };
    else merged.push(piece);
  }
  return merged;
};

/** The words of lines that are one paragraph. Behind those of `ended` the line ends here too, by "\n". */
export const joinLines = (
  lines: readonly PrintedLine[],
  vocabulary: Vocabulary,
  ended: ReadonlySet<PrintedLine> = new Set(),
): readonly TextPiece[] => {
  let joined: TextPiece[] = [];
  let paragraph: readonly TextPiece[] = [];
  for (const line of lines) {
    paragraph = joinPieces(paragraph, piecesOfLine(line), vocabulary);
    if (!ended.has(line)) continue;
    joined = [...joined, ...paragraph, { text: '\n', page: line.page, raised: null, isHyphenated: false }];
    paragraph = [];
  }
  return merge([...joined, ...keepHyphen(paragraph)]);
};
