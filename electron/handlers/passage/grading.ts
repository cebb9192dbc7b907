/** The rule of "confirmed", for one passage and for many. */
import type { PassageId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { HandlerDeps } from '../handler-deps.ts';

/** Whether a grade says "confirmed" without a reason: then a passage of another origin has to support it. */
export const lacksReason = ({ credibility }: Passage['grade'], confirmedBecause: string | null): boolean =>
  credibility === 1 && confirmedBecause === null;

/** A reason for "confirmed" stands only beside the digit that it is the reason of. */
export const gradeOf = (
  grade: Passage['grade'],
  confirmedBecause: string | null,
): Pick<Passage, 'grade' | 'confirmedBecause'> => ({
  grade,
  confirmedBecause: grade.credibility === 1 ? confirmedBecause : null,
});

/** A supporting passage may stand in any article: the whole archive has to be read in. */
export const isConfirmed = async (
  { catalogue }: Pick<HandlerDeps, 'catalogue'>,
  passageId: PassageId,
): Promise<boolean> => {
  await catalogue.ready;
  return catalogue.isConfirmed(passageId);
};
