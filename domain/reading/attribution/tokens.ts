/** One paragraph as words and marks, its quotations taken out whole: what is said in them attributes nothing. */
import { quotationsIn } from '../../passage/quotations.ts';
import type { TextRange } from '../../passage/selector.ts';
import { leadingAbbreviations } from '../abbreviations.ts';

/** `text` is as it stands; `word` is it in lower case without the full stop of an abbreviation, empty for a mark. */
export type Token = TextRange & {
  readonly text: string;
  readonly word: string;
  readonly kind: 'word' | 'mark' | 'quotation';
};

const initials = '(?:\\p{L}\\.){2,}';
const word = "[\\p{L}\\p{N}]+(?:['’.&/-][\\p{L}\\p{N}]+)*";
const piece = new RegExp(`${initials}|${word}|[^\\s\\p{L}\\p{N}]`, 'gu');
const hasWord = /[\p{L}\p{N}]/u;

const tokensBetween = (text: string, start: number, end: number): Token[] =>
  [...text.slice(start, end).matchAll(piece)].map(({ 0: found, index }) => ({
    text: found,
    word: hasWord.test(found) ? found.toLowerCase() : '',
    kind: hasWord.test(found) ? 'word' : 'mark',
    start: start + index,
    end: start + index + found.length,
  }));

/** "Mr" and the full stop after it are one word: it ends no sentence. */
const joinAbbreviations = (tokens: readonly Token[]): readonly Token[] => {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const isStopOfWord = token.text === '.' && before?.end === token.start;
    if (isStopOfWord && before !== undefined && leadingAbbreviations.has(before.word)) {
      joined[joined.length - 1] = { ...before, text: `${before.text}.`, end: token.end };
    } else joined.push(token);
  }
  return joined;
};

/** The tokens of `paragraph` in order; offsets are those of `paragraph`. */
export const tokensOf = (paragraph: string): readonly Token[] => {
  const tokens: Token[] = [];
  let from = 0;
  for (const { start, end } of quotationsIn(paragraph)) {
    tokens.push(...tokensBetween(paragraph, from, start));
    tokens.push({ text: paragraph.slice(start, end), word: '', kind: 'quotation', start, end });
    from = end;
  }
  return joinAbbreviations([...tokens, ...tokensBetween(paragraph, from, paragraph.length)]);
};
