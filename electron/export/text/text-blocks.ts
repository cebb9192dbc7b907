/** Blocks as lines of plain text. No line is wrapped: a quotation must stay whole, so that it can be found. */

import { raiseText } from '#domain/article/body/raised-text.ts';
import { listMark } from '#domain/memo/content/list-numbering.ts';
import { type BlockGroup, groupBlocks, withoutBreaks } from '#domain/memo/document/blocks-of-document.ts';
import {
  judgementNotes,
  printQuotedFrom,
  quotedParagraphs,
  tableGrid,
} from '#domain/memo/document/lay-document.ts';
import { citationOf } from '#domain/memo/document/list-styled-sources.ts';
import { figureInWords } from '#domain/memo/document/print-figure.ts';
import { printPinpoints } from '#domain/memo/document/print-pinpoints.ts';
import type { Footnote } from '#domain/memo/document-run.ts';
import type {
  DocumentBlock,
  JudgementBlock,
  ListBlock,
  QuotationBlock,
  Run,
  TableBlock,
} from '#domain/memo/memo-document.ts';
import { printLed } from '#domain/memo/print/printed-words.ts';
import { OMISSION } from '#domain/memo/verbatim/omission-mark.ts';
import { isolateDirection, isolatedFootnote, isolateNames, isolateSign } from '../isolate-direction.ts';
import type { Writing } from '../writing.ts';
import { hang, PARAGRAPHS, underline } from './paragraphs.ts';

type Notes = Writing;

/** As in any list, but no line ends in a space. */
const hangTrimmed = (mark: string, text: string): string =>
  hang(mark, text)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');

/** Looks that plain text can't show are named in words: struck-out words would otherwise read as valid. */
const lookOf = (
  { text, strike, raised }: Extract<Run, { readonly kind: 'text' }>,
  { words: { citation } }: Notes,
): string => {
  const words = raised === undefined ? text : raiseText(text, raised, '').text;
  return strike === true ? `[${printLed(citation.struckOut, words)}]` : words;
};

const noteToText = (note: Footnote, notes: Notes): string =>
  note.runs === undefined
    ? isolatedFootnote(note, notes.words)
    : note.runs.map((run) => printRun(run, notes)).join('');

function printRun(run: Run, notes: Notes): string {
  switch (run.kind) {
    case 'reference':
      return run.text;
    case 'text':
      if (run.strike === true || run.raised !== undefined) return lookOf(run, notes);
      return run.href === undefined || run.href === run.text ? run.text : `${run.text} <${run.href}>`;
    case 'quote':
      return isolateDirection(run.text, run.dir);
    case 'break':
      return '\n';
    case 'footnote':
      return `[${notes.add(noteToText(run, notes))}]`;
    case 'citation':
      return ` ${run.styled?.map(({ text }) => text).join('') ?? isolateSign(printPinpoints(run.pinpoints, notes.words), notes.words)}`;
  }
}

/** The runs as plain text; footnotes are added to `notes`, with their marks in brackets. */
const runsToText = (runs: readonly Run[], notes: Notes): string =>
  runs.map((run) => printRun(run, notes)).join('');

const judgementToText = (block: JudgementBlock, notes: Notes): string =>
  hangTrimmed(
    `${block.number}. `,
    [
      runsToText(block.statement, notes),
      ...judgementNotes(block, notes.words).map(({ lead, text }) => printLed(lead, text)),
    ].join('\n'),
  );

const quotedToText = (words: Pick<QuotationBlock, 'quotes' | 'runOn'>): string =>
  quotedParagraphs(words)
    .map((lines) => lines.map((line) => `    ${line}`).join(PARAGRAPHS))
    .join(`${PARAGRAPHS}    ${OMISSION}${PARAGRAPHS}`);

const quotationToText = (block: QuotationBlock, notes: Notes): string => {
  const { original } = block;
  return [
    quotedToText(block),
    ...(original === undefined ? [] : [quotedToText(original)]),
    `    — ${isolateNames(printQuotedFrom(block, notes.words), notes.words)}${printRun(citationOf(block), notes)}`,
  ].join(PARAGRAPHS);
};

const listToText = ({ ordered, items, start = 1, numbering }: ListBlock, notes: Notes): string =>
  items
    .map((item, at) =>
      hangTrimmed(ordered ? `${listMark(numbering, at + start)} ` : '- ', blocksToText(item, notes, '\n')),
    )
    .join('\n');

const oneLine = (text: string): string => text.replaceAll('\n', ' ').trim();

/** The cells of each column are aligned at their beginning. */
export const rowsToText = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
};

const tableToText = (table: TableBlock, notes: Notes): string =>
  rowsToText(tableGrid(table, (blocks) => oneLine(blocksToText(blocks, notes, '\n'))));

const groupToText = (group: BlockGroup, notes: Notes): string => {
  switch (group.kind) {
    case 'paragraph':
      return `${group.number === undefined ? '' : `${group.number}. `}${runsToText(group.runs, notes)}`;
    // Plain text has no pages.
    case 'page-break':
      return '';
    case 'heading':
      return group.level === 1 ? underline(group.text, '~') : group.text;
    case 'figure':
      return figureInWords(group, notes.words).join('\n');
    case 'judgements':
      return group.items.map((item) => judgementToText(item, notes)).join(PARAGRAPHS);
    case 'quotation':
      return quotationToText(group, notes);
    case 'own-quotation':
      return blocksToText(group.blocks, notes)
        .split('\n')
        .map((line) => (line === '' ? '' : `    ${line}`))
        .join('\n');
    case 'list':
      return listToText(group, notes);
    case 'table':
      return tableToText(group, notes);
  }
};

/** The blocks, separated by `between`. */
export function blocksToText(
  blocks: readonly DocumentBlock[],
  notes: Notes,
  between: string = PARAGRAPHS,
): string {
  return groupBlocks(withoutBreaks(blocks))
    .map((group) => groupToText(group, notes))
    .join(between);
}
