/** What a cell says, in words and as it is drawn. */
import type { Expectation } from './board.ts';
import { englishBoardWords } from './board-words.ts';

type Said = {
  /** As it is drawn where there is no room for words. */
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
