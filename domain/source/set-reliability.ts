import type { Timestamp } from '../time.ts';
import type { Reliability } from '../tradecraft/reliability.ts';
import type { Source } from './source.ts';

/**
 * `source` with another letter from now on, and the change in its history with its reason. The same letter again
 * changes nothing. No passage is touched: each keeps the letter as it stood when it was graded.
 */
export const setReliability = (
  source: Source,
  to: Reliability | null,
  why: string,
  at: Timestamp,
): Source => {
  if (source.reliability === to) return source;
  const change = { at, from: source.reliability, to, why };
  return {
    ...source,
    reliability: to,
    reliabilityHistory: [...source.reliabilityHistory, change],
    updatedAt: at,
  };
};
