import { z } from 'zod';

/**
 * Information credibility, the digit of the NATO (Admiralty) grade. It belongs to the passage. Names are NATO's
 * (AJP-2.1), meanings those of US FM 2-22.3, appendix B, which has "Confirmed" for 1 and "Doubtfully true" for 4.
 */
export const credibilities = [1, 2, 3, 4, 5, 6] as const;
export const credibilitySchema = z.literal(credibilities);
export type Credibility = z.infer<typeof credibilitySchema>;

/** Wording and meaning of each digit. 6 means unknown, not worst: it sorts apart. */
export const credibilityTable: Readonly<Record<Credibility, { wording: string; meaning: string }>> = {
  1: {
    wording: 'Confirmed by other sources',
    meaning: 'confirmed by other independent sources; logical in itself; consistent with other information',
  },
  2: {
    wording: 'Probably true',
    meaning: 'not confirmed; logical in itself; consistent with other information',
  },
  3: {
    wording: 'Possibly true',
    meaning: 'not confirmed; reasonably logical in itself; agrees with some other information',
  },
  4: {
    wording: 'Doubtful',
    meaning: 'not confirmed; possible but not logical; no other information on the subject',
  },
  5: {
    wording: 'Improbable',
    meaning: 'not confirmed; not logical in itself; contradicted by other information',
  },
  6: { wording: 'Truth cannot be judged', meaning: 'no basis exists for evaluating the validity' },
};
