/** Open tasks as to-dos of a calendar (RFC 5545): the same tasks give the same bytes. */

import { icsDay, icsInstant, icsText, printCalendar } from '#domain/dates/print-calendar.ts';
import type { OutTask } from '#domain/exchange/material.ts';
import { printRrule } from '#domain/task/repeat.ts';

const statuses = {
  open: 'NEEDS-ACTION',
  waiting: 'IN-PROCESS',
  done: 'COMPLETED',
  cancelled: 'CANCELLED',
} as const;

/** A rule is counted from DTSTART, without which it is invalid (RFC 5545, 3.8.5.3). */
const rruleOf = (due: OutTask['due'], repeat: OutTask['repeat']): readonly string[] =>
  due === null || repeat === undefined
    ? []
    : [`DTSTART;VALUE=DATE:${icsDay(due)}`, `RRULE:${printRrule(repeat)}`];

const todoOf = ({
  id,
  title,
  kind,
  state,
  due,
  repeat,
  owner,
  createdAt,
  updatedAt,
  place,
}: OutTask): readonly string[] => [
  'BEGIN:VTODO',
  `UID:${id}`,
  `DTSTAMP:${icsInstant(updatedAt)}`,
  `CREATED:${icsInstant(createdAt)}`,
  `LAST-MODIFIED:${icsInstant(updatedAt)}`,
  `SUMMARY:${icsText(title)}`,
  ...(due === null ? [] : [`DUE;VALUE=DATE:${icsDay(due)}`]),
  ...rruleOf(due, repeat),
  `STATUS:${statuses[state]}`,
  `CATEGORIES:${kind}`,
  ...(place === null && owner === null
    ? []
    : [
        `DESCRIPTION:${icsText([place, owner === null ? null : `Owner: ${owner}`].flatMap((each) => each ?? []).join('\n'))}`,
      ]),
  'END:VTODO',
];

/** The tasks as one calendar. */
export const writeCalendar = (tasks: readonly OutTask[]): string => printCalendar(tasks.map(todoOf));
