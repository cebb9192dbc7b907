import { sampleSource } from '../archive/sample-records.ts';

/** The speaker, and the publication. */
export const official = sampleSource('State Department official');
export const dispatch = sampleSource('Harbour Dispatch', { kind: 'publication', reliability: 'C' });

/** The details of a passage in which the official speaks without being named. */
export const saidByOfficial = {
  sourceId: official.id,
  basis: 'unnamed',
  manner: 'direct',
  grade: { reliability: 'B', credibility: 3 },
} as const;
