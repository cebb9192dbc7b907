import type { MemoHead, Period } from '#domain/memo/memo.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { FieldPlace } from '#renderer/parts/field/FieldPlace.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';

export type PeriodFieldsProps = {
  readonly head: MemoHead;
  readonly onChange: (head: MemoHead) => void;
};

/** The period with another first or last day; it never ends before it begins, and without one of its days it is none. */
const movePeriod = (
  { period, asOf }: MemoHead,
  edge: keyof Period,
  day: string | null,
): Period | undefined => {
  if (day === null) return undefined;
  const moved = calendarDateSchema.parse(day);
  const whole = { from: moved, to: calendarDateSchema.parse(asOf.slice(0, 10)), ...period, [edge]: moved };
  return whole.from <= whole.to ? whole : { from: moved, to: moved };
};

const withPeriod = ({ period: _, ...head }: MemoHead, period: Period | undefined): MemoHead =>
  period === undefined ? head : { ...head, period };

/** The days that a report covers. */
export const PeriodFields = ({ head, onChange }: PeriodFieldsProps) => (
  <>
    <FieldPlace target="memo-head period">
      <DateField
        label="Period from"
        value={head.period?.from ?? null}
        onChange={(day) => onChange(withPeriod(head, movePeriod(head, 'from', day)))}
      />
    </FieldPlace>
    <DateField
      label="Period to"
      value={head.period?.to ?? null}
      onChange={(day) => onChange(withPeriod(head, movePeriod(head, 'to', day)))}
    />
  </>
);
