import { z } from 'zod';
import { timestampSchema } from '../time.ts';

/** Which finding of the checks it is: the rule, and what it found, in words that change when the finding does. */
export const findingKeySchema = z.strictObject({
  rule: z.string().min(1).max(100),
  place: z.string().min(1).max(200_000),
});
export type FindingKey = z.infer<typeof findingKeySchema>;

/**
 * Why a finding of the checks is left as it is: a person has looked at it and knows better than the rule. It
 * applies to that finding only; when the text changes, the rule reports it again.
 */
export const statedReasonSchema = findingKeySchema.extend({
  reason: z.string().trim().min(1).max(2000),
  statedAt: timestampSchema,
});
export type StatedReason = z.infer<typeof statedReasonSchema>;

const isOn =
  (finding: FindingKey) =>
  ({ rule, place }: StatedReason): boolean =>
    rule === finding.rule && place === finding.place;

/** The reason that is stated for `finding`; null where there is none. */
export const findReason = (reasons: readonly StatedReason[], finding: FindingKey): StatedReason | null =>
  reasons.find(isOn(finding)) ?? null;

/** The finding as one text, by which the reasons in a file are ordered. */
export const findingOf = ({ rule, place }: FindingKey): string => `${rule} ${place}`;

/** `reasons` with the one for `finding` replaced, or removed where `next` is null; in the order of the file. */
export const stateReason = (
  reasons: readonly StatedReason[],
  finding: FindingKey,
  next: Pick<StatedReason, 'reason' | 'statedAt'> | null,
): StatedReason[] => {
  const others = reasons.filter((reason) => !isOn(finding)(reason));
  const all = next === null ? others : [...others, { ...finding, ...next }];
  return all.toSorted((a, b) => (findingOf(a) < findingOf(b) ? -1 : 1));
};
