/** Words of a search that stand for what begins with them, or for themselves alone. */
import { lexSearch } from '../language/lex-search.ts';

/** The search, each word of which is the beginning of one; phrases stay whole, and nothing in it is a condition. */
export const asBeginnings = (text: string): string =>
  lexSearch(text)
    .lexemes.map((lexeme) => {
      if (lexeme.kind === 'words' && lexeme.isQuoted) return `"${lexeme.text}"`;
      if (lexeme.kind === 'words' && lexeme.isExact) return lexeme.text;
      return lexeme.text
        .split(/[^\p{L}\p{N}\p{M}.]+/u)
        .filter((word) => /[\p{L}\p{N}]/u.test(word))
        .map((word) => `${word}*`)
        .join(' ');
    })
    .filter((part) => part !== '')
    .join(' ');

/** The search as it finds the same when it is no longer typed: its last word stays the beginning of one. */
export const finishTyped = (text: string): string => {
  const last = lexSearch(text).lexemes.at(-1);
  const isOpenEnded = last?.kind === 'words' && !last.isExact && !last.isPrefix && last.end === text.length;
  return isOpenEnded && /[\p{L}\p{N}\p{M}]$/u.test(text) ? `${text}*` : text.trim();
};

/** The search with every word of it meant letter by letter. */
export const asExact = (text: string): string =>
  lexSearch(text).lexemes.reduceRight(
    (exact, lexeme) =>
      lexeme.kind === 'words' && !lexeme.isExact
        ? `${exact.slice(0, lexeme.start)}=${exact.slice(lexeme.start)}`
        : exact,
    text,
  );
