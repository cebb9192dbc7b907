/** A chronology in a memo: a table of events, each line with the citations of the passages that say so. */
import { type PrintedEventDate, printEventDate } from '../../event/print-event-date.ts';
import { insertSections } from '../append-evidence.ts';
import type { CitedPassage } from '../citations/list-citations.ts';
import type { MemoContent, MemoInline, MemoSection, MemoTable } from '../memo-content.ts';

/** An event as it is printed. It has a passage, or it holds no claim. */
export type PrintedEvent = PrintedEventDate & {
  readonly title: string;
  readonly concerned: readonly string[];
  readonly cited: readonly CitedPassage[];
};

export const CHRONOLOGY_HEADING = 'Chronology';

type Row = MemoTable['content'][number];
type Cell = Row['content'][number];

const cell = (type: Cell['type'], content: MemoInline[]): Cell => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }],
});
const words = (text: string): MemoInline[] => (text === '' ? [] : [{ type: 'text', text }]);
const row = (cells: Cell[]): Row => ({ type: 'tableRow', content: cells });

const whatHappened = ({ title, cited }: PrintedEvent): MemoInline[] => [
  ...words(`${title} `),
  ...cited.map(
    ({ articleId, passageId, exactSha256 }): MemoInline => ({
      type: 'citation',
      attrs: { articleId, passageId, exactSha256, form: 'number' },
    }),
  ),
];

/** The table of events in the order in which they are given; those concerned have a column where any is named. */
export const chronologyTable = (events: readonly PrintedEvent[]): MemoTable => {
  const hasConcerned = events.some(({ concerned }) => concerned.length > 0);
  const heads = ['When', 'What happened', ...(hasConcerned ? ['Concerned'] : [])];
  return {
    type: 'table',
    attrs: { caption: CHRONOLOGY_HEADING, source: '' },
    content: [
      row(heads.map((head) => cell('tableHeader', words(head)))),
      ...events.map((event) =>
        row([
          cell('tableCell', words(printEventDate(event))),
          cell('tableCell', whatHappened(event)),
          ...(hasConcerned ? [cell('tableCell', words(event.concerned.join(', ')))] : []),
        ]),
      ),
    ],
  };
};

const isChronology = ({ attrs }: MemoSection): boolean =>
  attrs.role === 'own' && attrs.heading === CHRONOLOGY_HEADING;

/** The memo with the table at the end of its section "Chronology"; one is made after the background. */
export const insertChronology = (content: MemoContent, events: readonly PrintedEvent[]): MemoContent => {
  const table = chronologyTable(events);
  const there = content.content.find(isChronology);
  const sections =
    there === undefined
      ? insertSections(content.content, [
          { type: 'section', attrs: { role: 'own', heading: CHRONOLOGY_HEADING }, content: [table] },
        ])
      : content.content.map((section) =>
          section === there ? { ...section, content: [...section.content, table] } : section,
        );
  return { ...content, content: sections };
};
