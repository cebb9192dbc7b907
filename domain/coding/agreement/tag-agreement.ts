/** How far two coders agree on one tag, from how many units each of them gave it to. */
import { err, ok } from '../../result.ts';
import type { Coefficient } from './coefficient.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';

/** Units by who has given the tag to them. */
export type TagTally = {
  readonly both: number;
  readonly onlyMine: number;
  readonly onlyTheirs: number;
  /** Null where the units are the coded segments themselves: what nobody coded is none. */
  readonly neither: number | null;
};

export type TagAgreement = TagTally & {
  /** The share of units on which both say the same, from 0 to 1. */
  readonly agreement: Coefficient;
  readonly kappa: Coefficient;
  readonly alpha: Coefficient;
};

/** The agreement on a tag; without a count of what neither has coded there is no agreement by chance, and so no κ and no α. */
export const tagAgreement = (tally: TagTally): TagAgreement => {
  const { both, onlyMine, onlyTheirs, neither } = tally;
  const units = both + onlyMine + onlyTheirs + (neither ?? 0);
  const agreement: Coefficient = units === 0 ? err('no-units') : ok((both + (neither ?? 0)) / units);
  if (neither === null)
    return { ...tally, agreement, kappa: err('no-negatives'), alpha: err('no-negatives') };
  return {
    ...tally,
    agreement,
    kappa: cohenKappa([
      [both, onlyMine],
      [onlyTheirs, neither],
    ]),
    alpha: krippendorffAlpha([
      { values: ['yes', 'yes'], times: both },
      { values: ['yes', 'no'], times: onlyMine },
      { values: ['no', 'yes'], times: onlyTheirs },
      { values: ['no', 'no'], times: neither },
    ]),
  };
};
