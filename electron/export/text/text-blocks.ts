/** Blocks as lines of plain text. No line is wrapped: a quotation must stay whole, so that it can be found. */
import type { FootnoteList } from '#domain/memo/document/footnote-mark.ts';
import { type BlockGroup, groupBlocks } from '#domain/memo/document/group-blocks.ts';
import { judgementNotes, quotedParagraphs, tableRows } from '#domain/memo/document/lay-document.ts';
import { printPinpoints } from '#domain/memo/document/print-pinpoints.ts';
import type {
  DocumentBlock,
  JudgementBlock,
  ListBlock,
  QuotationBlock,
  TableBlock,
} from '#domain/memo/memo-document.ts';
import { OMISSION } from '#domain/memo/verbatim/omission-mark.ts';
import { runsToText } from './text-runs.ts';

type Notes = FootnoteList<string>;

const PARAGRAPHS = '\n\n';

/** Puts `mark` before the first line of `text`, and as much space before the others. */
const hang = (mark: string, text: string): string =>
  text
    .split('\n')
    .map((line, at) => (at === 0 ? mark : ' '.repeat(mark.length)) + line)
    .map((line) => line.trimEnd())
    .join('\n');

const judgementToText = (block: JudgementBlock, notes: Notes): string =>
  hang(
    `${block.number}. `,
    [
      runsToText(block.statement, notes),
      ...judgementNotes(block).map(({ lead, text }) => (lead === null ? text : `${lead} ${text}`)),
    ].join('\n'),
  );

const quotationToText = (block: QuotationBlock): string => {
  const parts = quotedParagraphs(block).map((lines) => lines.map((line) => `    ${line}`).join(PARAGRAPHS));
  const from = [block.attribution, block.grade].filter((part) => part !== null).join('; ');
  return [
    parts.join(`${PARAGRAPHS}    ${OMISSION}${PARAGRAPHS}`),
    `    — ${from} ${printPinpoints([block.pinpoint])}`,
  ].join(PARAGRAPHS);
};

const listToText = ({ ordered, items }: ListBlock, notes: Notes): string =>
  items.map((item, at) => hang(ordered ? `${at + 1}. ` : '- ', blocksToText(item, notes, '\n'))).join('\n');

const oneLine = (text: string): string => text.replaceAll('\n', ' ').trim();

/** Cells of a column begin below each other. */
export const rowsToText = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
};

/** A cell over several columns leaves the others of them empty. */
const tableToText = (table: TableBlock, notes: Notes): string =>
  rowsToText(
    tableRows(table).map((cells) => {
      const row = Array.from({ length: table.columns }, () => '');
      for (const { column, blocks } of cells) row[column] = oneLine(blocksToText(blocks, notes, '\n'));
      return row;
    }),
  );

const groupToText = (group: BlockGroup, notes: Notes): string => {
  switch (group.kind) {
    case 'paragraph':
      return runsToText(group.runs, notes);
    case 'judgements':
      return group.items.map((item) => judgementToText(item, notes)).join(PARAGRAPHS);
    case 'quotation':
      return quotationToText(group);
    case 'list':
      return listToText(group, notes);
    case 'table':
      return tableToText(group, notes);
  }
};

/** The blocks, parted by `between`. */
export function blocksToText(
  blocks: readonly DocumentBlock[],
  notes: Notes,
  between: string = PARAGRAPHS,
): string {
  return groupBlocks(blocks)
    .map((group) => groupToText(group, notes))
    .join(between);
}
