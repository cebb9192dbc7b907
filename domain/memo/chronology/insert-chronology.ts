/** A chronology in a memo: a table of events, each line with the citations of the passages that report the event. */

import { civilDay, daysOf } from '../../dates/when/edtf.ts';
import { printEventDate } from '../../event/print-event-date.ts';
import type { PrintedEvent } from '../../event/printed-event.ts';
import type { PassageId, Sha256 } from '../../ids.ts';
import { insertSections } from '../append-evidence.ts';
import type { CitedPassage } from '../citations/list-citations.ts';
import type { EventPart, MemoContent, MemoInline, MemoTable } from '../memo-content.ts';
import { wordsFor } from '../print/printed-words.ts';
import { chronologyWords, eventWordsFor } from '../print/when/print-when-in.ts';

/** What a line needs besides its event. */
export type LineMaterial = {
  /** The passages of the events as they are cited, by the newest reading of each. */
  readonly cited: ReadonlyMap<PassageId, CitedPassage>;
  /** Of what the event prints: see textOfPrinted. */
  readonly hashOf: (event: PrintedEvent) => Sha256;
  /** Of the memo (BCP 47). */
  readonly language: string;
};

export type TableRow = MemoTable['content'][number];
export type TableCell = TableRow['content'][number];

const words = (text: string): MemoInline[] => (text === '' ? [] : [{ type: 'text', text }]);

const paragraphOf = (content: MemoInline[]): TableCell['content'] => [
  content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content },
];

const headCell = (text: string): TableCell => ({
  type: 'tableHeader',
  attrs: { colspan: 1, rowspan: 1 },
  content: paragraphOf(words(text)),
});

const whatHappened = ({ title, saidBy }: PrintedEvent, { cited }: LineMaterial): MemoInline[] => [
  ...words(`${title} `),
  ...saidBy.flatMap(({ newestId }): MemoInline[] => {
    const passage = cited.get(newestId);
    if (passage === undefined) return [];
    const { articleId, passageId, exactSha256 } = passage;
    return [{ type: 'citation', attrs: { articleId, passageId, exactSha256, form: 'number' } }];
  }),
];

/** What a cell of the line says. */
export const cellContent = (
  part: EventPart,
  event: PrintedEvent,
  material: LineMaterial,
): TableCell['content'] => {
  if (part === 'when') return paragraphOf(words(printEventDate(event, eventWordsFor(material.language))));
  if (part === 'what') return paragraphOf(whatHappened(event, material));
  return paragraphOf(words(event.concerned.join(wordsFor(material.language).sign.comma)));
};

export const eventCell = (part: EventPart, content: TableCell['content']): TableCell => ({
  type: 'tableCell',
  attrs: { colspan: 1, rowspan: 1, part },
  content,
});

export const concernedHead = ({ language }: LineMaterial): TableCell =>
  headCell(chronologyWords(language).concerned);

/** A day or a span takes a line in print, and what happened has the room. */
const sharesOfWidth = (hasConcerned: boolean): number[] => (hasConcerned ? [5, 8, 5] : [5, 10]);

/** "2022–2025", "2024"; empty where no event is known to have a year of our era. */
const yearsOf = (events: readonly PrintedEvent[]): string => {
  const years = events
    .map(({ date }) => daysOf(date))
    .flatMap(({ first, last }) => [first, last])
    .filter(Number.isFinite)
    .map((day) => civilDay(day).year);
  if (years.length === 0 || years.some((year) => year < 1)) return '';
  const [from, to] = [Math.min(...years), Math.max(...years)];
  return from === to ? String(from) : `${from}–${to}`;
};

/** "Chronology, 2022–2025": the heading of the section says the first of it already. */
const captionOf = (events: readonly PrintedEvent[], language: string): string => {
  const years = yearsOf(events);
  const { heading } = chronologyWords(language);
  return years === '' ? heading : `${heading}${wordsFor(language).sign.comma}${years}`;
};

/** The table of events in the order in which they are given; those concerned have a column where any is named. */
export const chronologyTable = (events: readonly PrintedEvent[], material: LineMaterial): MemoTable => {
  const said = chronologyWords(material.language);
  const hasConcerned = events.some(({ concerned }) => concerned.length > 0);
  const parts: readonly EventPart[] = ['when', 'what', ...(hasConcerned ? (['concerned'] as const) : [])];
  return {
    type: 'table',
    attrs: {
      caption: captionOf(events, material.language),
      source: '',
      widths: sharesOfWidth(hasConcerned),
    },
    content: [
      { type: 'tableRow', content: parts.map((part) => headCell(said[part])) },
      ...events.map(
        (event): TableRow => ({
          type: 'tableRow',
          attrs: { event: { eventId: event.eventId, printedSha256: material.hashOf(event) } },
          content: parts.map((part) => eventCell(part, cellContent(part, event, material))),
        }),
      ),
    ],
  };
};

/** The memo with the table at the end of its section "Chronology"; one is made after the background. */
export const insertChronology = (
  content: MemoContent,
  events: readonly PrintedEvent[],
  material: LineMaterial,
): MemoContent => {
  const table = chronologyTable(events, material);
  const { heading } = chronologyWords(material.language);
  const there = content.content.find(({ attrs }) => attrs.role === 'own' && attrs.heading === heading);
  const sections =
    there === undefined
      ? insertSections(content.content, [
          { type: 'section', attrs: { role: 'own', heading }, content: [table] },
        ])
      : content.content.map((section) =>
          section === there ? { ...section, content: [...section.content, table] } : section,
        );
  return { ...content, content: sections };
};
