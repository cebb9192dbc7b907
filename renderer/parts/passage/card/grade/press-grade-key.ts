/** The grade box by keys: a letter A to F, a digit 1 to 6, "-" to clear. */
import { type Credibility, credibilitySchema } from '#domain/tradecraft/credibility.ts';
import { type Grade, ungraded } from '#domain/tradecraft/grade.ts';
import { type Reliability, reliabilitySchema } from '#domain/tradecraft/reliability.ts';

export type GradeKeyAnswer =
  /** The letter is chosen; a digit may follow, Enter takes the letter alone. */
  | { readonly does: 'choose'; readonly reliability: Reliability }
  | { readonly does: 'set'; readonly grade: Grade }
  /** Grade 1 needs a supporting passage of another origin, or a reason: it is asked for first. */
  | { readonly does: 'ask-why'; readonly grade: Grade };

const asReliability = (key: string): Reliability | null =>
  reliabilitySchema.safeParse(key.toUpperCase()).data ?? null;
const asCredibility = (key: string): Credibility | null =>
  /^[1-6]$/.test(key) ? (credibilitySchema.safeParse(Number(key)).data ?? null) : null;

/** The grade as it is set, or asked about where it says "confirmed". */
export const settleGrade = (grade: Grade): GradeKeyAnswer =>
  grade.credibility === 1 ? { does: 'ask-why', grade } : { does: 'set', grade };

/**
 * What a key does in the grade box of a passage that is graded `grade`; null where it means nothing there. A digit
 * alone goes with the letter of this visit (`chosen`), else the passage's own, else the letter that is offered:
 * that of its source as it stands today. Without a key nothing is ever set.
 */
export const pressGradeKey = (
  key: string,
  grade: Grade,
  chosen: Reliability | null,
  offered: Reliability | null,
): GradeKeyAnswer | null => {
  if (key === '-' || key === '–') return { does: 'set', grade: ungraded };
  const letter = asReliability(key);
  if (letter !== null) return { does: 'choose', reliability: letter };
  const digit = asCredibility(key);
  if (digit !== null) {
    return settleGrade({ reliability: chosen ?? grade.reliability ?? offered, credibility: digit });
  }
  if (key !== 'Enter' || chosen === null) return null;
  return settleGrade({ ...grade, reliability: chosen });
};
