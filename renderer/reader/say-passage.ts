/** What screen readers are told of passages. */
import { countWords } from '#domain/article/count-words.ts';
import { type Label, labelTable } from '#domain/passage/label.ts';
import { type Passage, passageQuote } from '#domain/passage/passage.ts';
import type { TextRange } from '#domain/passage/selector.ts';
import { relationToOthers } from './passages/find-passage.ts';
import type { PlacedPassage } from './passages/place-passages.ts';

const relationWords = { inside: 'inside another', around: 'around another', over: 'over another' } as const;

const sayWords = (count: number): string => (count === 1 ? '1 word' : `${count} words`);

/** "Claim added, 38 words, inside another." */
export const sayAdded = (
  label: Label,
  exact: string,
  others: readonly PlacedPassage[],
  range: TextRange,
): string => {
  const relation = relationToOthers(others, range);
  const parts = [`${labelTable[label].name} added`, sayWords(countWords(exact, null))];
  return `${[...parts, ...(relation === null ? [] : [relationWords[relation]])].join(', ')}.`;
};

const SAID_LENGTH = 120;

/** "Claim: We see China sharing machine tools" */
export const sayPassage = (passage: Passage): string => {
  const quote = passageQuote(passage);
  const said = quote.length > SAID_LENGTH ? `${quote.slice(0, SAID_LENGTH).trimEnd()}…` : quote;
  return `${labelTable[passage.label].name}: ${said}`;
};
