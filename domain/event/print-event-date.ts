import type { EdtfText } from '../dates/when/edtf.ts';
import { printWhen } from '../dates/when/print-when.ts';

/** The date of an event, and what there is to be said of it. */
export type PrintedEventDate = {
  readonly date: EdtfText;
  readonly isInferred: boolean;
  /** The other dates that passages give. */
  readonly contested: readonly EdtfText[];
};

/** "19 April 2024 (inferred; passages also give 18 April 2024)" */
export const printEventDate = ({ date, isInferred, contested }: PrintedEventDate): string => {
  const others = contested.map((other) => printWhen(other)).join(' and ');
  const remarks = [
    ...(isInferred ? ['inferred'] : []),
    ...(others === '' ? [] : [`passages also give ${others}`]),
  ];
  return remarks.length === 0 ? printWhen(date) : `${printWhen(date)} (${remarks.join('; ')})`;
};
