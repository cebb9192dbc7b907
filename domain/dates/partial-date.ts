import { z } from 'zod';

/**
 * A day, a month or a year of the Gregorian calendar, as precise as it is known (ISO 8601-1, reduced precision):
 * `2024-04-24`, `2024-04`, `2024`. As texts they sort by time, the wider before what lies within it.
 */
export const partialDateSchema = z
  .union([z.iso.date(), z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/), z.string().regex(/^\d{4}$/)])
  .brand<'PartialDate'>();
export type PartialDate = z.infer<typeof partialDateSchema>;
