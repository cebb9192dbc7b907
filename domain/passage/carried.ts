/**
 * What happened to a passage when it was carried over to a new version of its article. This is stored in the
 * record, so that the analyst's decisions persist.
 */
import { z } from 'zod';
import { type ArticleId, articleIdSchema, type PassageId, passageIdSchema } from '../ids.ts';

/**
 * - `unchanged`: at the same place, with the same words.
 * - `nextToChange`: the same words in the same sentence, but next to it, or in a note on the article, something is new.
 * - `moved`: the same words elsewhere, beyond doubt.
 * - `changed`: the words are gone, but something resembles them.
 * - `ambiguous`: the same words in several places that fit alike.
 * - `orphaned`: nothing in the text resembles the words.
 */
export const carriedStates = [
  'unchanged',
  'nextToChange',
  'moved',
  'changed',
  'ambiguous',
  'orphaned',
] as const;
export type CarriedState = (typeof carriedStates)[number];

export const carriedFromSchema = z.strictObject({
  /** The copy that contains the words, and its passage. */
  articleId: articleIdSchema,
  passageId: passageIdSchema,
  state: z.enum(carriedStates),
  /** Whether the analyst need not look at it any more: nothing was in doubt, or it was settled. */
  isSettled: z.boolean(),
});
export type CarriedFrom = z.infer<typeof carriedFromSchema>;

/** How many passages were carried over, by what became of them. */
export type CarryReport = Readonly<Record<CarriedState, number>>;

type Carried = { readonly carriedFrom: CarriedFrom | null };

/**
 * Whether the words of a passage are missing from the text of its own article: it is listed there, but never
 * drawn.
 */
export const isOutOfText = ({ carriedFrom }: Carried): boolean => {
  if (carriedFrom === null) return false;
  const { state, isSettled } = carriedFrom;
  return state === 'orphaned' || (!isSettled && (state === 'changed' || state === 'ambiguous'));
};

/** The place by which a passage is cited: that of the copy that contains its words. */
export const citedPlaceOf = (
  articleId: ArticleId,
  { id, carriedFrom }: Carried & { readonly id: PassageId },
): { readonly articleId: ArticleId; readonly passageId: PassageId } =>
  carriedFrom !== null && isOutOfText({ carriedFrom })
    ? { articleId: carriedFrom.articleId, passageId: carriedFrom.passageId }
    : { articleId, passageId: id };

/** Whether a passage is in the text of its article, and how certain that is. */
export type PassageState = 'anchored' | Exclude<CarriedState, 'unchanged'>;

/** Whether a carried passage of that state is at a place in the text that only has to be confirmed. */
export const isInPlace = (state: CarriedState): boolean =>
  state === 'unchanged' || state === 'moved' || state === 'nextToChange';

/** Whether the analyst has to look at the passage. */
export const needsLook = ({ carriedFrom }: Carried): boolean => carriedFrom?.isSettled === false;

/** The state of a passage in the text of its article. */
export const passageState = (passage: Carried): PassageState => {
  const { carriedFrom } = passage;
  if (carriedFrom === null || carriedFrom.state === 'unchanged') return 'anchored';
  return isOutOfText(passage) || needsLook(passage) ? carriedFrom.state : 'anchored';
};

/**
 * The origin of a passage whose ranges the analyst has just set: it is in the text, and nothing is in doubt. An
 * orphan that was given words of this text becomes a changed passage.
 */
export const settledInText = (carriedFrom: CarriedFrom | null): CarriedFrom | null =>
  carriedFrom === null
    ? null
    : {
        ...carriedFrom,
        state: carriedFrom.state === 'orphaned' ? 'changed' : carriedFrom.state,
        isSettled: true,
      };

/** Counts what became of carried passages. */
export const reportCarried = (passages: readonly Carried[]): CarryReport => {
  const report = { unchanged: 0, nextToChange: 0, moved: 0, changed: 0, ambiguous: 0, orphaned: 0 };
  for (const { carriedFrom } of passages) if (carriedFrom !== null) report[carriedFrom.state] += 1;
  return report;
};
