import type { Settings } from '#domain/contract/settings.ts';
import { type PassageColumnId, passageColumnIds } from '#domain/search/passage-order.ts';

export type PassageColumn = {
  readonly id: PassageColumnId;
  readonly name: string;
  /** The text in a narrow header; the name is its tooltip. */
  readonly short?: string;
  /** In CSS pixels; null takes the remaining width. */
  readonly width: number | null;
  readonly minWidth: number;
  readonly isNumber: boolean;
};

const column = (
  name: string,
  width: number | null,
  minWidth: number,
  more: Partial<Omit<PassageColumn, 'id'>> = {},
): Omit<PassageColumn, 'id'> => ({ name, width, minWidth, isNumber: false, ...more });

const columns: Readonly<Record<PassageColumnId, Omit<PassageColumn, 'id'>>> = {
  quote: column('Quote', null, 200),
  label: column('Label', 84, 60),
  tags: column('Tags', 104, 60),
  speaker: column('Speaker → publication', 116, 80, { short: 'Speaker' }),
  concerned: column('Concerned', 112, 80),
  article: column('Article', 112, 80),
  grade: column('Grade', 56, 54),
  paragraph: column('Paragraph', 40, 38, { short: '¶', isNumber: true }),
  publishedAt: column('Date', 92, 60),
  relationCount: column('Relations', 46, 42, { short: 'Rel.', isNumber: true }),
  openTaskCount: column('Open tasks', 52, 48, { short: 'Tasks', isNumber: true }),
  citedIn: column('Cited in memos', 52, 48, { short: 'Cited', isNumber: true }),
};

export const passageColumns: readonly PassageColumn[] = passageColumnIds.map((id) => ({
  id,
  ...columns[id],
}));

/** The displayed columns. The quote always is: without it a row means nothing. */
export const shownColumns = ({ hidden }: Settings['passageColumns']): readonly PassageColumn[] =>
  passageColumns.filter(({ id }) => id === 'quote' || !hidden.includes(id));

/** The room that other columns must leave to the quote, in CSS pixels. */
const QUOTE_ROOM = 360;

/** Columns that are dropped if the table is too narrow, in this order. */
const givingWay: readonly PassageColumnId[] = [
  'concerned',
  'relationCount',
  'citedIn',
  'openTaskCount',
  'publishedAt',
  'paragraph',
  'article',
  'tags',
  'label',
];

type Widths = Settings['passageColumns']['widths'];

const widthOf = ({ id, width }: PassageColumn, widths: Widths): number => widths[id] ?? width ?? QUOTE_ROOM;

/** The columns that fit beside a readable quote in a table of `room` CSS pixels. */
export const columnsInRoom = (
  columns: readonly PassageColumn[],
  widths: Widths,
  room: number,
): readonly PassageColumn[] => {
  let needed = columns.reduce((sum, column) => sum + widthOf(column, widths), 0);
  const gone = new Set<PassageColumnId>();
  for (const id of givingWay) {
    const column = columns.find((each) => each.id === id);
    if (needed <= room) break;
    if (column === undefined) continue;
    gone.add(id);
    needed -= widthOf(column, widths);
  }
  return columns.filter(({ id }) => !gone.has(id));
};

/** The grid's tracks, one for each drawn column. */
export const tracksOf = (columns: readonly PassageColumn[], widths: Widths): string =>
  columns
    .map((column) =>
      (widths[column.id] ?? column.width) === null
        ? `minmax(${column.minWidth}px, 1fr)`
        : `${widthOf(column, widths)}px`,
    )
    .join(' ');
