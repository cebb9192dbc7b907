import { useState } from 'react';
import type { WhenContext } from '#domain/dates/when/date-parts.ts';
import { daysOf, type EdtfText } from '#domain/dates/when/edtf.ts';
import { printWhen, weekdayName } from '#domain/dates/when/print-when.ts';
import { readWhen } from '#domain/dates/when/read-when.ts';
import { TextField } from '#renderer/ui/fields/TextField.tsx';

/** Shown for a date that can't be read. */
export const WHEN_PROBLEM = 'Not a date. Try 19 April 2024, 24–26 April, early May or about 2019';

/** A date in words, a single day with its weekday: shows how it was read before it is saved. */
export const sayWhen = (date: EdtfText): string => {
  const { first, last } = daysOf(date);
  const weekday = first === last && Number.isFinite(first) ? weekdayName(first) : '';
  return weekday === '' ? printWhen(date) : `${weekday}, ${printWhen(date)}`;
};

export type WhenFieldProps = {
  readonly label: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly context: WhenContext;
  readonly isOptional?: boolean;
  readonly autoFocus?: boolean;
};

/** A field for the date of an event; its interpretation is shown below it. */
export const WhenField = ({
  label,
  typed,
  onType,
  context,
  isOptional,
  autoFocus = false,
}: WhenFieldProps) => {
  const [isLeft, setIsLeft] = useState(false);
  const date = readWhen(typed, context);
  const isWrong = date === null && (typed.trim() !== '' || isOptional !== true);
  const hint =
    date === null ? 'For example: 19 April 2024, 24–26 April, early May, about 2019' : sayWhen(date);
  return (
    <TextField
      label={label}
      hint={hint}
      autoFocus={autoFocus}
      value={typed}
      onChange={onType}
      onBlur={() => setIsLeft(true)}
      onFocus={() => setIsLeft(false)}
      {...(isWrong && isLeft && typed.trim() !== '' ? { error: WHEN_PROBLEM } : {})}
    />
  );
};
