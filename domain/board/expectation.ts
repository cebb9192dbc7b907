/** The values of a cell, in words and as signs. */
import type { Expectation } from './board.ts';
import { englishBoardWords } from './board-words.ts';

type Said = {
  /** Shown if there is no room for words. */
  readonly sign: string;
  readonly key: string;
};

const said: Readonly<Record<Expectation, Said>> = {
  1: { sign: '−−', key: '1' },
  2: { sign: '−', key: '2' },
  3: { sign: '·', key: '3' },
  4: { sign: '+', key: '4' },
  5: { sign: '++', key: '5' },
  none: { sign: '○', key: '-' },
};

export const sayExpectation = (expected: Expectation): string => englishBoardWords.expected[expected];
export const signOf = (expected: Expectation): string => said[expected].sign;
export const keyOf = (expected: Expectation): string => said[expected].key;
