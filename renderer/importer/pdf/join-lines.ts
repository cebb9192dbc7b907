/**
 * Joins the lines of a paragraph. A word hyphenated at the end of a line is joined again, and its letters before the
 * break are marked, so that a quotation can show both. Whether the hyphen belongs to the word is decided, if possible,
 * by another occurrence of the word within a line.
 */
import type { PrintedLine, Raised } from './printed-text.ts';

/** Words of a paragraph from one page with the same formatting. */
export type TextPiece = {
  readonly text: string;
  readonly page: number;
  readonly raised: Raised;
  readonly isHyphenated: boolean;
};

/** The words of a document that are whole within a line, in lower case. */
export type Vocabulary = ReadonlySet<string>;

const HYPHEN = /(\p{L}+)[-\u2010\u00AD]$/u;
const WORD = /\p{L}+(?:[-\u2010\u00AD]\p{L}+)*/gu;
/** Scripts without spaces: Chinese and Japanese. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(WORD) ?? [];

/** The words of `lines` except the last of each, which may be half a word. */
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

/** How to join at a hyphen at the end of a line. */
const jointAtHyphen = (first: string, after: string, vocabulary: Vocabulary): Joint => {
  const [second = ''] = /^\p{L}+/u.exec(after.toLowerCase()) ?? [];
  if (second !== '' && vocabulary.has(first + second)) return 'hyphen-dropped';
  // "Anglo-American", "COVID-19": a hyphen before a capital or a number belongs to the word.
  if (!/^\p{Ll}/u.test(after)) return /^[\p{L}\p{N}]/u.test(after) ? 'nothing' : 'space';
  if (STANDS_FOR_WORD.test(second)) return 'space';
  return vocabulary.has(`${first}-${second}`) ? 'nothing' : 'hyphen-dropped';
};

/** How to join two lines. */
export const jointOf = (before: string, after: string, vocabulary: Vocabulary): Joint => {
  if (UNSPACED.test(before.slice(-1)) && UNSPACED.test(after.slice(0, 1))) return 'nothing';
  const first = HYPHEN.exec(before)?.[1]?.toLowerCase();
  if (first === undefined) return /[/\u2014]$/u.test(before) ? 'nothing' : 'space';
  if (before.endsWith('\u00AD') && !/^\p{Ll}/u.test(after)) return 'hyphen-dropped';
  return jointAtHyphen(first, after, vocabulary);
};

/** A soft hyphen is drawn like any other; only one at the end of a line may not belong to the word. */
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

/** `piece` with a soft hyphen at its end converted to a plain one. */
const keepHyphen = (piece: TextPiece): TextPiece =>
  piece.text.endsWith('\u00AD') ? { ...piece, text: `${piece.text.slice(0, -1)}-` } : piece;

/** `piece` with the hyphen at its end dropped and the letters before it marked. */
const dropHyphen = (piece: TextPiece): readonly TextPiece[] => {
  const text = piece.text.slice(0, -1);
  const [letters = ''] = /\p{L}+$/u.exec(text) ?? [];
  const parts = [
    { ...piece, text: text.slice(0, text.length - letters.length) },
    { ...piece, text: letters, isHyphenated: true },
  ];
  return parts.filter((part) => part.text !== '');
};

/** The last word of `pieces`: nothing before it affects how a line is joined to it. */
const endOf = (pieces: readonly TextPiece[]): string => {
  let end = '';
  for (let at = pieces.length - 1; at >= 0 && !/\P{L}/u.test(end.slice(0, -1)); at -= 1)
    end = (pieces[at]?.text ?? '') + end;
  return end;
};

/** Follows a line that was ended on purpose. */
const LINE_END = '\n';

/** Appends `line` to `pieces`, the words of the paragraph so far. */
const addLine = (pieces: TextPiece[], line: readonly TextPiece[], vocabulary: Vocabulary): void => {
  const last = pieces.at(-1);
  if (last !== undefined && last.text !== LINE_END) {
    const joint = jointOf(endOf(pieces), line.map(({ text }) => text).join(''), vocabulary);
    pieces.splice(-1, 1, ...(joint === 'hyphen-dropped' ? dropHyphen(last) : [keepHyphen(last)]));
    if (joint === 'space') pieces.push({ ...last, text: ' ', raised: null, isHyphenated: false });
  }
  pieces.push(...line);
};

const isAlike = (a: TextPiece, b: TextPiece): boolean =>
  a.page === b.page && a.raised === b.raised && a.isHyphenated === b.isHyphenated;

/** Merges adjacent pieces with the same formatting. */
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

/** The words of lines that form one paragraph. Lines in `ended` are followed by LINE_END. */
export const joinLines = (
  lines: readonly PrintedLine[],
  vocabulary: Vocabulary,
  ended: ReadonlySet<PrintedLine> = new Set(),
): readonly TextPiece[] => {
  const pieces: TextPiece[] = [];
  for (const line of lines) {
    addLine(pieces, piecesOfLine(line), vocabulary);
    if (ended.has(line)) pieces.push({ text: LINE_END, page: line.page, raised: null, isHyphenated: false });
  }
  return merge([...pieces.slice(0, -1), ...pieces.slice(-1).map(keepHyphen)]);
};
