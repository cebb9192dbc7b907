/**
 * The parts around the sections of a memo and their order: the head, the follow-ups, the sources and the annex,
 * with their headings and columns. Writers differ in how they draw them, not in their content.
 */

import type { AnchorId } from '../../ids.ts';
import type { CellAlign, SectionRole } from '../memo-content.ts';
import type {
  DocumentBlock,
  DocumentMarking,
  DocumentSource,
  DocumentStatus,
  DocumentTask,
  JudgementBlock,
  MemoDocument,
  QuotationBlock,
  TableBlock,
} from '../memo-document.ts';
import { type PrintedWords, printLed, wordsOf } from '../print/printed-words.ts';
import { joinParts, OMISSION_WITHIN_MARKS } from '../verbatim/omission-mark.ts';
import { type LaidAnnex, type LaidKey, layAnnex, layKey } from './lay-apparatus.ts';
import { listedSources, type SourceLabel, sourceLabel } from './list-styled-sources.ts';

/** A line of the head: "For", "Director, regional desk". */
export type DocumentFact = { readonly name: string; readonly value: string };

export type LaidPart =
  | {
      readonly kind: 'section';
      readonly role: SectionRole;
      readonly heading: string;
      /** Of a section at which a cross reference points. */
      readonly anchor?: AnchorId;
      readonly blocks: readonly DocumentBlock[];
      /** The meaning of the terms used, where it is printed after this section. */
      readonly lexiconNote: string | null;
    }
  | {
      readonly kind: 'table';
      readonly heading: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'sources';
      readonly heading: string;
      /** In the order in which they are listed. */
      readonly sources: readonly DocumentSource[];
      readonly label: SourceLabel;
    }
  | LaidKey
  | LaidAnnex;

/** "TLP:AMBER – limited disclosure, …": the label, and what it permits. */
export const printHandling = ({ text, disclosure }: DocumentMarking): string =>
  disclosure === null ? text : `${text} – ${disclosure}`;

/** "SUPERSEDED by PM-2024-018 of 30 April 2024" */
export const printDocumentStatus = ({ word, detail }: DocumentStatus): string =>
  // A bracket of full width has its space in itself.
  [word, detail].filter((part) => part !== '').join(detail.startsWith('（') ? '' : ' ');

/** What the file is, at the top of each page: "Briefing memo · PM-2024-017", and its status where it has one. */
export const printKicker = ({ kind, referenceNumber, status }: MemoDocument): string =>
  [kind, referenceNumber, status === null ? '' : printDocumentStatus(status)]
    .filter((part) => part !== '')
    .join(' · ');

/** The lines of the head, without empty ones. */
export const documentFacts = (document: MemoDocument): readonly DocumentFact[] => {
  const { head, sign } = wordsOf(document);
  return [
    { name: head.for, value: document.for },
    { name: head.from, value: document.from },
    { name: head.period, value: document.period ?? '' },
    { name: head.asOf, value: document.asOf },
    { name: head.reference, value: document.referenceNumber },
    { name: head.state, value: document.status === null ? '' : printDocumentStatus(document.status) },
    { name: head.handling, value: document.marking === null ? '' : printHandling(document.marking) },
    { name: head.restrictions, value: document.restrictions },
    { name: head.distribution, value: document.distribution.join(sign.semicolon) },
    { name: head.copy, value: document.copyNumber },
  ].filter(({ value }) => value !== '');
};

type TaskColumn = { readonly name: string; readonly of: (task: DocumentTask) => string };

const taskColumns = (words: PrintedWords): readonly TaskColumn[] => [
  { name: words.task.task, of: ({ title, isDone }) => (isDone ? `${title} ${words.task.done}` : title) },
  { name: words.task.owner, of: ({ owner }) => owner },
  { name: words.task.due, of: ({ due }) => due },
];

/** A column that nobody filled is left out. */
const layTasks = (tasks: readonly DocumentTask[], words: PrintedWords): readonly LaidPart[] => {
  if (tasks.length === 0) return [];
  const columns = taskColumns(words).filter(({ of }) => tasks.some((task) => of(task) !== ''));
  return [
    {
      kind: 'table',
      heading: words.part.followUp,
      columns: [words.task.number, ...columns.map(({ name }) => name)],
      rows: tasks.map((task, index) => [`${index + 1}`, ...columns.map(({ of }) => of(task))]),
    },
  ];
};

const layCopies = (sources: readonly DocumentSource[], words: PrintedWords): readonly LaidPart[] => {
  const copies = sources.filter(({ textSha256 }) => textSha256 !== null);
  if (copies.length === 0) return [];
  return [
    {
      kind: 'table',
      heading: words.part.copies,
      columns: [words.copy.source, words.copy.hash, words.copy.imported],
      rows: copies.map(({ number, textSha256, importedOn }) => [
        `${number}`,
        textSha256 ?? '',
        importedOn ?? '',
      ]),
    },
  ];
};

const layRecord = (
  { sentSha256, referenceNumber }: MemoDocument,
  words: PrintedWords,
): readonly LaidPart[] =>
  sentSha256 === null
    ? []
    : [
        {
          kind: 'table',
          heading: words.part.sent,
          columns: [words.sent.memo, words.sent.hash],
          rows: [[referenceNumber, sentSha256]],
        },
      ];

/** The note comes after the key judgements, otherwise after the last section. */
const laySections = ({ sections, lexiconNote }: MemoDocument): readonly LaidPart[] => {
  const judgements = sections.findIndex(({ role }) => role === 'key-judgements');
  const noted = judgements === -1 ? sections.length - 1 : judgements;
  return sections.map((section, index) => ({
    kind: 'section',
    ...section,
    lexiconNote: index === noted ? lexiconNote : null,
  }));
};

/** The parts of the memo after its head, in order; empty ones are left out. */
export const layDocument = (document: MemoDocument): readonly LaidPart[] => {
  const { tasks, sources } = document;
  const words = wordsOf(document);
  return [
    ...layKey(document, 'cover'),
    ...laySections(document),
    ...layTasks(tasks, words),
    ...(sources.length === 0
      ? []
      : [
          {
            kind: 'sources',
            heading: words.part.sources,
            sources: listedSources(sources),
            label: sourceLabel(document),
          } as const,
        ]),
    ...layKey(document, 'end'),
    ...layAnnex(document),
    ...layCopies(sources, words),
    ...layRecord(document, words),
  ];
};

export type JudgementNote = { readonly lead: string; readonly text: string };

/** The lines under a judgement's statement, each with the name that leads it. */
export const judgementNotes = (
  {
    confidence,
    assumptions,
    wouldChange,
  }: Pick<JudgementBlock, 'confidence' | 'assumptions' | 'wouldChange'>,
  { judgement }: PrintedWords,
): readonly JudgementNote[] => {
  const led = printLed(judgement.confidence, '');
  const isLed = confidence?.startsWith(led) === true;
  return [
    {
      lead: isLed ? judgement.confidence : '',
      text: isLed ? confidence.slice(led.length) : (confidence ?? ''),
    },
    { lead: judgement.assumes, text: assumptions ?? '' },
    { lead: judgement.wouldChange, text: wouldChange ?? '' },
  ].filter(({ text }) => text !== '');
};

/** The remarks on the quality of a source; empty where there are none. */
export const sourceQuality = ({ reliability, descriptor }: DocumentSource): string =>
  [reliability, descriptor].filter((part) => part !== null).join(' ');

/** Two parts of a block quotation, the second on the last line of the first. */
const runTogether = (before: readonly string[], after: readonly string[]): readonly string[] => [
  ...before.slice(0, -1),
  joinParts(
    [before.at(-1), after[0]].filter((line) => line !== undefined),
    OMISSION_WITHIN_MARKS,
  ),
  ...after.slice(1),
];

/**
 * The paragraphs of each part of a block quotation that has lines of its own; words were left out between two of
 * them.
 */
export const quotedParagraphs = ({
  quotes,
  runOn = [],
}: Pick<QuotationBlock, 'quotes' | 'runOn'>): readonly (readonly string[])[] => {
  const parts: (readonly string[])[] = [];
  quotes.forEach((quote, at) => {
    const lines = quote.split('\n').filter((line) => line !== '');
    const before = runOn.includes(at) ? parts.pop() : undefined;
    parts.push(before === undefined ? lines : runTogether(before, lines));
  });
  return parts;
};

/** The cells of a table by row, in the order of columns. */
export const tableRows = ({ cells }: TableBlock): readonly (readonly TableBlock['cells'][number][])[] => {
  const rows = Math.max(0, ...cells.map(({ row }) => row + 1));
  return Array.from({ length: rows }, (_, row) => cells.filter((cell) => cell.row === row));
};

/** The alignment of each column, by its first cell below the header. */
export const columnAligns = ({ columns, headerRows, cells }: TableBlock): readonly CellAlign[] =>
  Array.from({ length: columns }, (_, column) => {
    const first = cells.find(
      (cell) => cell.column === column && cell.colspan === 1 && cell.row >= headerRows,
    );
    return first?.align ?? 'start';
  });

/**
 * The table as a grid of what `print` returns for its cells: a cell that spans several columns leaves the others
 * empty.
 */
export const tableGrid = (
  table: TableBlock,
  print: (blocks: readonly DocumentBlock[]) => string,
): readonly (readonly string[])[] =>
  tableRows(table).map((cells) => {
    const row = Array.from({ length: table.columns }, () => '');
    for (const { column, blocks } of cells) row[column] = print(blocks);
    return row;
  });

/**
 * "State Department official, quoted in Harbour Dispatch, 22 April 2024; B3": the line below a block quotation,
 * before its citation.
 */
export const printQuotedFrom = ({ attribution, grade }: QuotationBlock, words: PrintedWords): string =>
  [attribution, grade].filter((part) => part !== null).join(words.sign.semicolon);
