/** The lines of a memo that print events: which they are, and what becomes of one whose event is another since. */

import { joinEventParts, type PrintedEvent } from '../../event/printed-event.ts';
import type { EventId, Sha256 } from '../../ids.ts';
import { inlineText } from '../content/list-prose.ts';
import type { MemoBlock, MemoContent, MemoList, MemoSection, MemoTable } from '../memo-content.ts';
import {
  cellContent,
  concernedHead,
  eventCell,
  type LineMaterial,
  type TableCell,
  type TableRow,
} from './insert-chronology.ts';

/** A line that prints an event. */
export type EventLineInMemo = {
  readonly eventId: EventId;
  /** Of what it printed: see textOfPrinted. */
  readonly printedSha256: Sha256;
  /** What stands in the cells that say the event. */
  readonly text: string;
};

type SectionBlock = MemoSection['content'][number];

const tablesOf = (block: SectionBlock): readonly MemoTable[] => {
  if (block.type === 'table') return [block];
  if (block.type !== 'bulletList' && block.type !== 'orderedList') return [];
  return block.content.flatMap((item) => item.content.flatMap(tablesOf));
};

const textOfBlock = (block: MemoBlock): string => {
  if (block.type === 'paragraph') return inlineText(block.content ?? []);
  if (block.type !== 'bulletList' && block.type !== 'orderedList') return '';
  return block.content.flatMap((item) => item.content.map(textOfBlock)).join(', ');
};

const textOfCell = ({ content }: TableCell): string =>
  content.map(textOfBlock).join(' ').replaceAll(/\s+/gu, ' ').trim();

/** Cells added by the analyst are not about the event. */
const textOfRow = ({ content }: TableRow): string =>
  joinEventParts(content.filter(({ attrs }) => attrs.part !== undefined).map(textOfCell));

/** Every line of a memo that prints an event, in reading order. */
export const listEventLines = (content: MemoContent): readonly EventLineInMemo[] =>
  content.content
    .flatMap((section) => section.content.flatMap(tablesOf))
    .flatMap((table) => table.content)
    .flatMap((row) => {
      const event = row.attrs?.event;
      return event === undefined ? [] : [{ ...event, text: textOfRow(row) }];
    });

/** How a line is settled: it is updated to the event as it is now, or kept because it is right as it is. */
export type SettlesLine = 'update' | 'keep';

export type LineSettling = LineMaterial & {
  readonly how: SettlesLine;
  /** The events of the lines that are settled as they are now; null of one that is gone or that no passage says. */
  readonly events: ReadonlyMap<EventId, PrintedEvent | null>;
};

/** Whether the event of a line that is settled is gone; false of any other line. */
const isGone = (row: TableRow, { events }: LineSettling): boolean =>
  row.attrs?.event !== undefined && events.get(row.attrs.event.eventId) === null;

const eventOf = (row: TableRow, { events }: LineSettling): PrintedEvent | null =>
  row.attrs?.event === undefined ? null : (events.get(row.attrs.event.eventId) ?? null);

/** A line of an event that is gone is taken out, or is from now on a line like any other. */
const settleRow = (row: TableRow, settling: LineSettling): readonly TableRow[] => {
  const { how, hashOf } = settling;
  if (isGone(row, settling)) {
    const { attrs, ...plain } = row;
    return how === 'update' ? [] : [plain];
  }
  const event = eventOf(row, settling);
  if (event === null) return [row];
  const attrs = { event: { eventId: event.eventId, printedSha256: hashOf(event) } };
  if (how === 'keep') return [{ ...row, attrs }];
  const content = row.content.map((cell) =>
    cell.attrs.part === undefined
      ? cell
      : { ...cell, content: cellContent(cell.attrs.part, event, settling) },
  );
  return [{ ...row, attrs, content }];
};

const hasPart = (row: TableRow): boolean => row.content.some(({ attrs }) => attrs.part === 'concerned');
const isPlain = (row: TableRow): boolean =>
  row.content.every(({ attrs }) => attrs.colspan === 1 && attrs.rowspan === 1);

/** A column for those concerned, where an event names the first of its table. */
const withConcerned = (table: MemoTable, settling: LineSettling): MemoTable => {
  const isNamed = table.content.some((row) => (eventOf(row, settling)?.concerned.length ?? 0) > 0);
  if (settling.how === 'keep' || !isNamed || table.content.some(hasPart) || !table.content.every(isPlain))
    return table;
  const rows = table.content.map((row, at): TableRow => {
    const isHead = at === 0 && row.attrs?.event === undefined;
    const added = isHead ? concernedHead(settling) : eventCell('concerned', [{ type: 'paragraph' }]);
    return { ...row, content: [...row.content, added] };
  });
  if (table.attrs === undefined) return { ...table, content: rows };
  const { widths, ...attrs } = table.attrs;
  return { ...table, attrs, content: rows };
};

/** Whether the line's event was merged into one that another line of the table prints: one of them is enough. */
const isPrintedTwice = (
  row: TableRow,
  printed: Set<EventId | undefined>,
  settling: LineSettling,
): boolean => {
  const event = eventOf(row, settling);
  if (settling.how === 'keep' || event === null || event.eventId === row.attrs?.event?.eventId) return false;
  const isTwice = printed.has(event.eventId);
  // Of two that were merged into a third, the first prints it.
  printed.add(event.eventId);
  return isTwice;
};

/** Null of a table of which no line of an event is left. */
const settleTable = (table: MemoTable, settling: LineSettling): MemoTable | null => {
  const isOurs = (row: TableRow): boolean => row.attrs?.event !== undefined;
  if (!table.content.some((row) => isOurs(row) && settling.events.has(row.attrs?.event?.eventId as EventId)))
    return table;
  const wide = withConcerned(table, settling);
  const printed = new Set(wide.content.map((row) => row.attrs?.event?.eventId));
  const rows = wide.content.flatMap((row) =>
    isPrintedTwice(row, printed, settling) ? [] : settleRow(row, settling),
  );
  const isEmpty = rows.length < 2 && !rows.some(isOurs) && settling.how === 'update';
  return isEmpty ? null : { ...wide, content: rows };
};

const orParagraph = <Block>(blocks: readonly Block[]): (Block | { type: 'paragraph' })[] =>
  blocks.length === 0 ? [{ type: 'paragraph' }] : [...blocks];

const settleBlock = <Block extends SectionBlock>(block: Block, settling: LineSettling): readonly Block[] => {
  if (block.type === 'table') {
    const table = settleTable(block, settling);
    return table === null ? [] : [table as Block];
  }
  if (block.type !== 'bulletList' && block.type !== 'orderedList') return [block];
  const items = (block as MemoList).content.map((item) => ({
    ...item,
    content: orParagraph(item.content.flatMap((each) => settleBlock(each, settling))),
  }));
  return [{ ...block, content: items } as Block];
};

/** The memo with the lines of the events settled. A table with only its header row left is removed. */
export const settleEventLines = (content: MemoContent, settling: LineSettling): MemoContent => ({
  ...content,
  content: content.content.map((section) => ({
    ...section,
    content: orParagraph(section.content.flatMap((block) => settleBlock(block, settling))),
  })),
});
