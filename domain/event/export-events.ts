/** A chronology as a file for other programs. Each event includes the words of its passages. */

import { icsDay, icsInstant, icsText, printCalendar } from '../dates/print-calendar.ts';
import { civilDay, type DayEdges, daysOf, type EdtfText, isoDay, isVague } from '../dates/when/edtf.ts';
import { printWhen } from '../dates/when/print-when.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { printCsv } from '../text/print-csv.ts';
import type { Timestamp } from '../time.ts';
import { type Grade, isUngraded, printGradeApart } from '../tradecraft/grade.ts';
import { joinMarkings, type Markings, printMarkings } from '../tradecraft/marking.ts';

/** A passage that reports an event. */
export type ExportedSaying = {
  /** As it is printed in a line, a quote with its marks. */
  readonly printed: string;
  readonly article: string | null;
  readonly paragraph: number | null;
  readonly grade: Grade;
  /** Its date according to this passage; null if it gives none. */
  readonly date: EdtfText | null;
};

export type ExportedEvent = {
  /** The same each time, by which a calendar knows it again. */
  readonly key: string;
  readonly date: EdtfText;
  readonly isInferred: boolean;
  readonly title: string;
  readonly concerned: readonly string[];
  /** The markings of the articles of its passages. */
  readonly marking: Markings;
  /** Dates of passages that can't be so if the date of the event is. */
  readonly contested: readonly EdtfText[];
  readonly sayings: readonly ExportedSaying[];
};

/** The formats in which a chronology is exported. */
export const eventFormats = ['csv', 'json', 'ics', 'timeline'] as const;
export type EventFormat = (typeof eventFormats)[number];

/** What each is called, what it is for, and how the names of its files end. */
export const eventFormatTable: Readonly<
  Record<EventFormat, { readonly name: string; readonly says: string; readonly ending: string }>
> = {
  csv: { name: 'Table', says: 'CSV, for a spreadsheet', ending: 'csv' },
  json: { name: 'JSON', says: 'Dates as EDTF, with the passages', ending: 'json' },
  ics: { name: 'Calendar', says: 'All-day events (iCalendar)', ending: 'ics' },
  timeline: { name: 'TimelineJS', says: 'JSON, for a timeline on a page', ending: 'timeline.json' },
};

/** The format of a file by its ending, in any case; null for another. */
export const eventFormatOf = (fileName: string): EventFormat | null => {
  const name = fileName.toLowerCase();
  const formats = eventFormats.filter((format) => name.endsWith(`.${eventFormatTable[format].ending}`));
  // "x.timeline.json" ends as a JSON file does too.
  return formats.at(-1) ?? null;
};

const edgeDay = (edge: number): string | null => (Number.isFinite(edge) ? isoDay(edge) : null);

const gradeText = (grade: Grade): string => (isUngraded(grade) ? '' : printGradeApart(grade));

const placeOf = ({ article, paragraph }: ExportedSaying): string =>
  [article ?? 'untitled article', ...(paragraph === null ? [] : [`¶${paragraph}`])].join(' ');

/** "“The firms were named” (Dispatch ¶4, B3, says 18 April 2024)". */
const sayingText = (saying: ExportedSaying): string => {
  const said = saying.date === null ? '' : `says ${printWhen(saying.date)}`;
  const apparatus = [placeOf(saying), gradeText(saying.grade), said].filter((part) => part !== '');
  return `${saying.printed} (${apparatus.join(', ')})`;
};

const printTable = (events: readonly ExportedEvent[]): string =>
  printCsv([
    [
      'date',
      'in words',
      'earliest day',
      'latest day',
      'certainty',
      'event',
      'marking',
      'concerned',
      'passages',
      'other dates',
    ],
    ...events.map(({ date, isInferred, title, marking, concerned, sayings, contested }) => {
      const { first, last } = daysOf(date);
      return [
        date,
        printWhen(date),
        edgeDay(first),
        edgeDay(last),
        isInferred ? 'inferred' : 'stated',
        title,
        printMarkings(marking),
        concerned.join('; '),
        sayings.map(sayingText).join('\n'),
        contested.map((other) => printWhen(other)).join('; '),
      ];
    }),
  ]);

const printJsonText = (content: object): string => `${JSON.stringify(content, null, 2)}\n`;

/** Null if nothing is marked. */
const markingText = (marking: Markings): string | null => printMarkings(marking) || null;

const markingOfAll = (events: readonly ExportedEvent[]): Markings =>
  joinMarkings(events.map(({ marking }) => marking));

const printJson = (events: readonly ExportedEvent[]): string => {
  const all = events.map(({ date, isInferred, title, marking, concerned, contested, sayings, key }) => {
    const { first, last } = daysOf(date);
    return {
      id: key,
      date,
      earliest: edgeDay(first),
      latest: edgeDay(last),
      certainty: isInferred ? 'inferred' : 'stated',
      title,
      marking: markingText(marking),
      concerned,
      otherDates: contested,
      passages: sayings.map(({ printed, article, paragraph, grade, date: said }) => ({
        words: printed,
        article,
        paragraph,
        grade: gradeText(grade),
        date: said,
      })),
    };
  });
  return printJsonText({
    ...{ format: 'precis-events', version: 1, marking: markingText(markingOfAll(events)) },
    events: all,
  });
};

/** Calendars and timelines need days: an open interval is put on its known day. */
const knownDays = (date: EdtfText): DayEdges | null => {
  const { first, last } = daysOf(date);
  const known = [first, last].filter(Number.isFinite);
  return known.length === 0 ? null : { first: Math.min(...known), last: Math.max(...known) };
};

/** A calendar has years of four digits. */
const hasCalendarYear = (day: number): boolean => {
  const { year } = civilDay(day);
  return year >= 1 && year <= 9999;
};

const notesOf = ({ date, isInferred, marking, concerned, sayings }: ExportedEvent): readonly string[] => [
  `${printWhen(date)}${isInferred ? ' (inferred)' : ''}`,
  ...(markingText(marking) === null ? [] : [printMarkings(marking)]),
  ...(concerned.length === 0 ? [] : [`Concerned: ${concerned.join(', ')}`]),
  ...sayings.map(sayingText),
];

/** A calendar only shows the title: so it also says if a day is uncertain, or only one end is known. */
const calendarTitle = ({ title, date }: ExportedEvent): string => {
  const { first, last } = daysOf(date);
  const isKnown = !isVague(date) && Number.isFinite(first) && Number.isFinite(last);
  return isKnown ? title : `${title} (${printWhen(date)})`;
};

/** Null if its days are outside of any calendar. */
const calendarEvent = (event: ExportedEvent, at: Timestamp): readonly string[] | null => {
  const days = knownDays(event.date);
  if (days === null || !hasCalendarYear(days.first) || !hasCalendarYear(days.last + 1)) return null;
  return [
    'BEGIN:VEVENT',
    `UID:${icsText(event.key)}`,
    `DTSTAMP:${icsInstant(at)}`,
    `DTSTART;VALUE=DATE:${icsDay(isoDay(days.first))}`,
    // The day on which it is over (RFC 5545, 3.6.1).
    `DTEND;VALUE=DATE:${icsDay(isoDay(days.last + 1))}`,
    `SUMMARY:${icsText(calendarTitle(event))}`,
    `DESCRIPTION:${icsText(notesOf(event).join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
};

/** A slide for TimelineJS 3, which interprets text as HTML; null if no day is known. */
const slideOf = (event: ExportedEvent) => {
  const days = knownDays(event.date);
  if (days === null) return null;
  const [, ...notes] = notesOf(event);
  return {
    unique_id: event.key,
    start_date: civilDay(days.first),
    ...(days.first === days.last ? {} : { end_date: civilDay(days.last) }),
    display_date: escapeHtml(printWhen(event.date)),
    text: {
      headline: escapeHtml(event.title),
      text: notes.map((note) => `<p>${escapeHtml(note)}</p>`).join(''),
    },
  };
};

export type PrintedEvents = {
  readonly text: string;
  /** How many are included: a calendar and a timeline only contain events with a known day. */
  readonly count: number;
};

/** The events in their order; `at` is when the file is made. */
export const printEvents = (
  format: EventFormat,
  events: readonly ExportedEvent[],
  at: Timestamp,
): PrintedEvents => {
  switch (format) {
    case 'csv':
      return { text: printTable(events), count: events.length };
    case 'json':
      return { text: printJson(events), count: events.length };
    case 'ics': {
      const inIt = events.flatMap((event) => {
        const lines = calendarEvent(event, at);
        return lines === null ? [] : [lines];
      });
      return { text: printCalendar(inIt), count: inIt.length };
    }
    case 'timeline': {
      const slides = events.flatMap((event) => slideOf(event) ?? []);
      return { text: printJsonText({ events: slides }), count: slides.length };
    }
  }
};
