import type { ArticleId } from '../../../ids.ts';
import type { PlaceInText } from './place-in-text.ts';

/** Where an article of the archive has the words of a quotation that nothing is cited beside. */
export type QuoteElsewhere = PlaceInText & {
  readonly articleId: ArticleId;
  /** The name of the article in a list. */
  readonly title: string;
};

/** Of each quotation that was looked for, by its words; null where no article has it, or nearly. */
export type QuotesElsewhere = ReadonlyMap<string, QuoteElsewhere | null>;
