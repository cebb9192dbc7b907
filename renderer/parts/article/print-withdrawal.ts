import type { Withdrawal } from '#domain/article/withdrawal.ts';
import { printDay } from '../dates/print-date.ts';

/** "Withdrawn by its publisher, 3 May 2024" */
export const printWithdrawn = ({ at }: Pick<Withdrawal, 'at'>): string =>
  `Withdrawn by its publisher${at === null ? '' : `, ${printDay(at)}`}`;

/** "Withdrawn by its publisher, 3 May 2024: the photograph was of another port" */
export const printWithdrawal = (withdrawn: Withdrawal): string =>
  `${printWithdrawn(withdrawn)}${withdrawn.note === '' ? '' : `: ${withdrawn.note}`}`;
