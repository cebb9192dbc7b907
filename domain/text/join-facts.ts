import { hasRightToLeftLetter } from './right-to-left.ts';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * Words that keep to themselves in the line they are put into: a right-to-left name draws no date, number or arrow
 * beside it to its side (Unicode UAX 9, isolates). Others are as they were.
 */
export const isolated = (words: string): string =>
  hasRightToLeftLetter(words) ? `${FIRST_STRONG_ISOLATE}${words}${POP_ISOLATE}` : words;

/**
 * The known facts about something, on one line: "Harbour Dispatch · 22 April 2024 · ¶4". Missing ones are left
 * out.
 */
export const joinFacts = (facts: readonly (string | null | undefined)[]): string =>
  facts.flatMap((fact) => (fact ? isolated(fact) : [])).join(' · ');
