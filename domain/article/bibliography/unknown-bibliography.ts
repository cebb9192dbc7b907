import type { Bibliography } from './bibliography.ts';

/** The bibliography of an article of which nothing is known yet. */
export const unknownBibliography = {
  type: 'webpage',
  title: null,
  byline: null,
  publisher: null,
  publishedAt: null,
  dateCertainty: 'unknown',
  url: null,
  doi: null,
  accessedAt: null,
  language: null,
} as const satisfies Bibliography;
