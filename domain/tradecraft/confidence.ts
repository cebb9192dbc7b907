import { z } from 'zod';

/** Analytic confidence. The wording is that of the US National Intelligence Council, not of ICD 203. */
export const confidences = ['high', 'moderate', 'low'] as const;
export const confidenceSchema = z.enum(confidences);
export type Confidence = z.infer<typeof confidenceSchema>;

export const confidenceTable: Readonly<Record<Confidence, string>> = {
  high: 'high-quality information, or the nature of the issue makes a solid judgment possible; not a certainty',
  moderate: 'credibly sourced and plausible, not of sufficient quality or corroboration for more',
  low: 'questionable or implausible information, too fragmented or poorly corroborated, or significant concerns with sources',
};
