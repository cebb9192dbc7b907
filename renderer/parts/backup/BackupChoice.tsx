import { printAmount } from '#domain/backup/print-amount.ts';
import type { BackupRow } from '#domain/contract/backup.ts';
import { printCount } from '#domain/print-count.ts';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { useToday } from '#renderer/window/today.ts';
import { printMoment } from './print-backup.ts';

const detailOf = (row: BackupRow): string =>
  row.leftOutCount === 0
    ? printAmount(row)
    : `${printAmount(row)}, ${printCount(row.leftOutCount, 'file')} left out`;

export type BackupChoiceProps = {
  readonly rows: readonly BackupRow[];
  readonly value: string | null;
  readonly onChange: (backupId: string) => void;
};

/** Which of the backups is meant. */
export const BackupChoice = ({ rows, value, onChange }: BackupChoiceProps) => {
  const today = useToday();
  const options = rows.map((row) => ({
    id: row.id,
    name: printMoment(row.takenAt, today),
    detail: detailOf(row),
  }));
  return <Select label="Backup of" autoFocus options={options} value={value} onChange={onChange} />;
};
