import { z } from 'zod';

/**
 * Source reliability, the letter of the NATO (Admiralty) grade. It belongs to the source. Names are NATO's (AJP-2.1),
 * meanings those of US FM 2-22.3, appendix B, which has "Reliable" for A.
 */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const reliabilitySchema = z.enum(reliabilities);
export type Reliability = z.infer<typeof reliabilitySchema>;

/** Wording and meaning of each letter. F means unknown, not worst: it sorts apart. */
export const reliabilityTable: Readonly<Record<Reliability, { wording: string; meaning: string }>> = {
  A: {
    wording: 'Completely reliable',
    meaning: 'no doubt of authenticity, trustworthiness or competency; history of complete reliability',
  },
  B: {
    wording: 'Usually reliable',
    meaning: 'minor doubt; history of valid information most of the time',
  },
  C: { wording: 'Fairly reliable', meaning: 'doubt, but has provided valid information in the past' },
  D: {
    wording: 'Not usually reliable',
    meaning: 'significant doubt, but has provided valid information in the past',
  },
  E: {
    wording: 'Unreliable',
    meaning: 'lacking in authenticity, trustworthiness and competency; history of invalid information',
  },
  F: {
    wording: 'Reliability cannot be judged',
    meaning: 'no basis exists for evaluating the reliability',
  },
};
