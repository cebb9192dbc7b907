/** One paragraph as words and marks, without its quotations: words in them attribute nothing. */
import { quotationsIn } from '../../text/quotations.ts';
import type { TextRange } from '../../text/selector.ts';
import { leadingAbbreviations } from '../abbreviations.ts';
import { letteredNouns, nameSuffixes } from './name-words.ts';

/** `text` is verbatim; `word` is in lower case without the full stop of an abbreviation, empty for a mark. */
export type Token = TextRange & {
  readonly text: string;
  readonly word: string;
  readonly kind: 'word' | 'mark' | 'quotation';
};

const initials = '(?:\\p{L}\\.){2,}';
/** "W." of "George W. Bush"; the full stop of a sentence ends "by Plan B." as well: see joinAbbreviations. */
const initial = '\\p{Lu}\\.(?=\\s*\\p{Lu})';
const word = "[\\p{L}\\p{N}]+(?:['’.&/-][\\p{L}\\p{N}]+)*";
const piece = new RegExp(`${initials}|(?<![\\p{L}\\p{N}])${initial}|${word}|[^\\s\\p{L}\\p{N}]`, 'gu');
const hasWord = /[\p{L}\p{N}]/u;

const tokensBetween = (text: string, start: number, end: number): Token[] =>
  [...text.slice(start, end).matchAll(piece)].map(({ 0: found, index }) => ({
    text: found,
    word: hasWord.test(found) ? found.toLowerCase() : '',
    kind: hasWord.test(found) ? 'word' : 'mark',
    start: start + index,
    end: start + index + found.length,
  }));

const isStop = ({ text }: Token): boolean => text === '.';
const isInitial = ({ text }: Token): boolean => /^\p{Lu}\.$/u.test(text);

/** Whether the word begins as a name does: "Roe", "al-Sadr", "d’Arc". */
export const isCapital = ({ text }: Pick<Token, 'text'>): boolean =>
  /^(?:\p{Ll}{1,3}[-'’])?\p{Lu}/u.test(text);

/** In "Plan B. Roe said", "B." is a letter and the end of a sentence. */
const splitLettered = (tokens: readonly Token[]): readonly Token[] =>
  tokens.flatMap((token, at) => {
    if (!isInitial(token) || !letteredNouns.has(tokens[at - 1]?.word ?? '')) return [token];
    const stop = token.end - 1;
    return [
      { ...token, text: token.text.slice(0, -1), word: token.word.slice(0, -1), end: stop },
      { text: '.', word: '', kind: 'mark', start: stop, end: token.end },
    ];
  });

/** "Mr" and the full stop after it are one word, and so is "Jr.": they end no sentence. */
const isAbbreviation = ({ text, word }: Token): boolean =>
  leadingAbbreviations.has(word) || (/^\p{Lu}/u.test(text) && nameSuffixes.has(word));

const joinAbbreviations = (tokens: readonly Token[]): readonly Token[] => {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const isStopOfWord = isStop(token) && before?.end === token.start;
    if (isStopOfWord && before !== undefined && isAbbreviation(before)) {
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
  return joinAbbreviations(splitLettered([...tokens, ...tokensBetween(paragraph, from, paragraph.length)]));
};
