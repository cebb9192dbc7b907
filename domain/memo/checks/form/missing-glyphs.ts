import type { Rule } from '../rule.ts';

/** Characters that no font has, known once the memo was printed. */
export const missingGlyphs: Rule = {
  level: 'error',
  check: (memo) =>
    memo.missingGlyphs.map(({ character, codePoint, place }) => ({
      place: { kind: 'text', words: character },
      message: `No font has ${character} (${codePoint}) in “${place}”. Take it out, or print its number.`,
      subject: null,
    })),
};
