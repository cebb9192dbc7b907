import { type DateValue, parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components';
import { joinClasses } from '../join-classes.ts';
import overlay from '../overlays/overlay.module.css';
import styles from './date-field.module.css';
import { FieldLabel, type FieldLabelProps } from './FieldLabel.tsx';
import field from './field.module.css';

export type DateFieldProps = FieldLabelProps & {
  /** ISO 8601, `2024-04-26`; null if there is none. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
};

const isoOf = (value: DateValue | null): string | null => value?.toString().slice(0, 10) ?? null;

/** A day, typed part by part or picked from a calendar. */
export const DateField = ({ label, isLabelHidden, value, onChange }: DateFieldProps) => (
  <DatePicker
    className={joinClasses(field.field)}
    value={value === null ? null : parseDate(value)}
    onChange={(next) => onChange(isoOf(next))}
    firstDayOfWeek="mon"
  >
    <FieldLabel label={label} isHidden={isLabelHidden === true} />
    <Group className={joinClasses(field.input, styles.group)}>
      <DateInput className={joinClasses(styles.segments)}>
        {(segment) => <DateSegment segment={segment} className={joinClasses(styles.segment)} />}
      </DateInput>
      <AriaButton className={joinClasses('sign-button', styles.open)} aria-label="Select a date">
        <CalendarDays size={14} aria-hidden />
      </AriaButton>
    </Group>
    <Popover className={joinClasses('float', overlay.popover)} offset={4}>
      <Dialog className={joinClasses(overlay.popoverBody)}>
        <Calendar className={joinClasses(styles.calendar)}>
          <header>
            <AriaButton slot="previous" className={joinClasses('sign-button', styles.open)}>
              <ChevronLeft size={14} aria-hidden />
            </AriaButton>
            <Heading />
            <AriaButton slot="next" className={joinClasses('sign-button', styles.open)}>
              <ChevronRight size={14} aria-hidden />
            </AriaButton>
          </header>
          <CalendarGrid>
            {(date) => <CalendarCell date={date} className={joinClasses(styles.day)} />}
          </CalendarGrid>
        </Calendar>
      </Dialog>
    </Popover>
  </DatePicker>
);
