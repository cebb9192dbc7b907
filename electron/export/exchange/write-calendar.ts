/** Open tasks as to-dos of a calendar (RFC 5545): the same tasks give the same bytes. */
import type { OutTask } from '#domain/exchange/material.ts';
import { printRrule } from '#domain/task/repeat.ts';

const MAX_LINE_BYTES = 75;

/** Signs that control something have no place in a text (RFC 5545, 3.1), and some end a line to a reader. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/gu, '\\$&')
    .replace(/\r\n?|\n/gu, '\\n')
    .replace(/(?!\t)[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');

/** A line of more than 75 bytes goes on behind a space; no letter is cut in two. */
const folded = (line: string): string => {
  const lines: string[] = [''];
  let bytes = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (bytes + length > MAX_LINE_BYTES) {
      lines.push(' ');
      bytes = 1;
    }
    lines[lines.length - 1] += character;
    bytes += length;
  }
  return lines.join('\r\n');
};

const instant = (at: string): string => at.replace(/[-:]|\.\d+/gu, '');

const statuses = {
  open: 'NEEDS-ACTION',
  waiting: 'IN-PROCESS',
  done: 'COMPLETED',
  cancelled: 'CANCELLED',
} as const;

/** A rule counts from DTSTART, without which it is none (RFC 5545, 3.8.5.3). */
const rruleOf = (due: OutTask['due'], repeat: OutTask['repeat']): readonly string[] =>
  due === null || repeat === undefined
    ? []
    : [`DTSTART;VALUE=DATE:${due.replaceAll('-', '')}`, `RRULE:${printRrule(repeat)}`];

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
  `DTSTAMP:${instant(updatedAt)}`,
  `CREATED:${instant(createdAt)}`,
  `LAST-MODIFIED:${instant(updatedAt)}`,
  `SUMMARY:${escaped(title)}`,
  ...(due === null ? [] : [`DUE;VALUE=DATE:${due.replaceAll('-', '')}`]),
  ...rruleOf(due, repeat),
  `STATUS:${statuses[state]}`,
  `CATEGORIES:${kind}`,
  ...(place === null && owner === null
    ? []
    : [
        `DESCRIPTION:${escaped([place, owner === null ? null : `Owner: ${owner}`].flatMap((each) => each ?? []).join('\n'))}`,
      ]),
  'END:VTODO',
];

/** The tasks as one calendar. */
export const writeCalendar = (tasks: readonly OutTask[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Precis//Precis//EN',
    ...tasks.flatMap(todoOf),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
