import { sampleSource } from '../archive/sample-records.ts';

/** Who says it, and where it is printed. */
export const official = sampleSource('State Department official');
export const dispatch = sampleSource('Harbour Dispatch', { kind: 'publication', reliability: 'C' });

/** What is said of a passage in which the official speaks, and is not named. */
export const saidByOfficial = {
  sourceId: official.id,
  basis: 'unnamed',
  manner: 'direct',
  grade: { reliability: 'B', credibility: 3 },
} as const;
