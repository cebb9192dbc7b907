import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { BroughtArticle, BroughtPassage } from '#domain/exchange/brought.ts';
import type { FilledField } from '#domain/exchange/fill-bibliography.ts';
import { excerptOf } from '#domain/exchange/kept-article.ts';
import type { MatchedBy } from '#domain/exchange/match-article.ts';
import type { NotPlaced } from '#domain/exchange/not-placed.ts';
import { placeExcerpt, placeQuote } from '#domain/exchange/place-quote.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { PassageText } from '#domain/passage/edit/describe-ranges.ts';
import { isGraphemeBoundary } from '#domain/text/grapheme-boundaries.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { createYielder } from '#electron/time/yielder.ts';
import type { PreparedText } from '../new-article.ts';

/** A highlight, and its range in the stored text. */
export type PlacedPassage = { readonly range: TextRange; readonly passage: BroughtPassage };

export type PlacedPassages = {
  readonly placed: readonly PlacedPassage[];
  readonly notPlaced: readonly NotPlaced[];
};

/** The target of an article's annotations: a text to be sealed, an existing article, or none. */
export type Target =
  | { readonly kind: 'new'; readonly text: PreparedText; readonly previousId: ArticleId | null }
  | { readonly kind: 'known'; readonly articleId: ArticleId }
  | { readonly kind: 'nothing'; readonly failure: AppError };

export type PlannedArticle = {
  readonly article: BroughtArticle;
  readonly target: Target;
  readonly matchedBy: MatchedBy | 'text' | null;
  /** The bibliographic fields that it fills in for an existing article. */
  readonly fills: readonly FilledField[];
  /** The number of located passages that are in the archive already. */
  readonly here: number;
} & PlacedPassages;

/** At most this many characters of a quotation are shown. */
const SHOWN_LENGTH = 200;

/** A text, and whether it consists of excerpts only. */
export type PlacingText = PassageText & { readonly isExcerpts: boolean };

const place = (
  { index: { text }, isExcerpts }: PlacingText,
  passage: BroughtPassage,
): PlacedPassage | NotPlaced => {
  const quote = passage.exact.trim().slice(0, SHOWN_LENGTH);
  const found = isExcerpts ? placeExcerpt(text, excerptOf(passage.exact)) : placeQuote(text, passage);
  if (!found.ok) return { quote, why: found.error.code };
  const { start, end } = found.value;
  const isWhole = isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end);
  return isWhole ? { range: found.value, passage } : { quote, why: 'range-not-on-grapheme' };
};

/** Locates the passages of an article in its text, a few at a time. */
export const placePassages = async (
  text: PlacingText,
  { passages }: Pick<BroughtArticle, 'passages'>,
): Promise<PlacedPassages> => {
  const yielder = createYielder();
  const found: (PlacedPassage | NotPlaced)[] = [];
  for (const passage of passages) {
    await yielder.yieldIfDue();
    found.push(place(text, passage));
  }
  return {
    placed: found.filter((each) => 'range' in each),
    notPlaced: found.filter((each) => 'why' in each),
  };
};
