/** What a cell says, in words and as it is drawn. */
import type { Expectation } from './board.ts';

type Said = {
  /** As it is read after "If it were true, this would be". */
  readonly words: string;
  /** As it is drawn where there is no room for words. */
  readonly sign: string;
  readonly key: string;
};

const said: Readonly<Record<Expectation, Said>> = {
  1: { words: 'very unexpected', sign: '−−', key: '1' },
  2: { words: 'unexpected', sign: '−', key: '2' },
  3: { words: 'either way', sign: '·', key: '3' },
  4: { words: 'expected', sign: '+', key: '4' },
  5: { words: 'very expected', sign: '++', key: '5' },
  none: { words: 'does not bear on it', sign: '○', key: '-' },
};

export const sayExpectation = (expected: Expectation): string => said[expected].words;
export const signOf = (expected: Expectation): string => said[expected].sign;
export const keyOf = (expected: Expectation): string => said[expected].key;
