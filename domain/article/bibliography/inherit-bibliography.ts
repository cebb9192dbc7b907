import { equalJson } from '../../equal-json.ts';
import { type Bibliography, bibliographySchema } from './bibliography.ts';

/** The version before: what was found in its file, and what holds of it today. */
export type PreviousBibliography = {
  readonly found: Bibliography;
  readonly effective: Bibliography;
  /** Whether the file is the one before it, read once more. */
  readonly isOfSameFile: boolean;
};

/** What a file is read for. The certainty goes with the date. */
const inherited = Object.keys(bibliographySchema.shape).filter(
  (field) => field !== 'accessedAt' && field !== 'dateCertainty',
) as readonly Exclude<keyof Bibliography, 'accessedAt' | 'dateCertainty'>[];

/**
 * The bibliography with which the check of a new version begins. What the new file says otherwise than the file
 * before it is news and holds; what it says alike or not at all stands as the analyst has it in the version before:
 * a title that was corrected once need not be corrected again. The same file says nothing new of what was corrected,
 * however it is read today. The day of access is that of the file: a new one has its own.
 */
export const inheritBibliography = (found: Bibliography, previous: PreviousBibliography): Bibliography => {
  const isNews = (field: keyof Bibliography): boolean =>
    found[field] !== null && !equalJson(found[field], previous.found[field]);
  const isCorrected = (field: keyof Bibliography): boolean =>
    !equalJson(previous.effective[field], previous.found[field]);
  const isTaken = (field: keyof Bibliography): boolean =>
    isNews(field) && !(previous.isOfSameFile && isCorrected(field));
  const kept = inherited.filter((field) => !isTaken(field));
  return {
    ...found,
    ...Object.fromEntries(kept.map((field) => [field, previous.effective[field]])),
    ...(previous.isOfSameFile && !isNews('accessedAt') ? { accessedAt: previous.effective.accessedAt } : {}),
    ...(isTaken('publishedAt') ? {} : { dateCertainty: previous.effective.dateCertainty }),
  };
};
