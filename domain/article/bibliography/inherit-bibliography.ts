import { equalJson } from '../../equal-json.ts';
import { type Bibliography, bibliographySchema } from './bibliography.ts';

/** The previous version: the values found in its file, and the current ones. */
export type PreviousBibliography = {
  readonly found: Bibliography;
  readonly effective: Bibliography;
  /** Whether the file is the one before it, read once more. */
  readonly isOfSameFile: boolean;
};

/** The fields for which a file is read. The certainty belongs to the date. */
const inherited = Object.keys(bibliographySchema.shape).filter(
  (field) => field !== 'accessedAt' && field !== 'dateCertainty',
) as readonly Exclude<keyof Bibliography, 'accessedAt' | 'dateCertainty'>[];

/**
 * The bibliography with which the check of a new version begins. A value of the new file that differs from the
 * previous file is new information and is used; a value that is equal or absent is taken from the previous version
 * with the analyst's changes: a title that was corrected once need not be corrected again. The same file has no
 * news on what was corrected, whatever it is read as today. The day of access is the file's: a new file has its
 * own.
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
