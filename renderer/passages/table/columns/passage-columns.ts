import type { Settings } from '#domain/contract/settings.ts';
import { type PassageColumnId, passageColumnIds } from '#domain/search/passage-order.ts';

export type PassageColumn = {
  readonly id: PassageColumnId;
  readonly name: string;
  /** What stands in a narrow header; the name is its tooltip. */
  readonly short?: string;
  /** In CSS pixels; null takes what is left. */
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
  tags: column('Tags', 112, 60),
  speaker: column('Speaker → publication', 142, 80, { short: 'Speaker →' }),
  grade: column('Grade', 58, 54),
  paragraph: column('Paragraph', 42, 38, { short: '¶', isNumber: true }),
  publishedAt: column('Date', 86, 60),
  relationCount: column('Relations', 46, 42, { short: 'Rel.', isNumber: true }),
  openTaskCount: column('Open tasks', 52, 48, { short: 'Tasks', isNumber: true }),
  citedIn: column('Cited in memos', 52, 48, { short: 'Cited', isNumber: true }),
};

export const passageColumns: readonly PassageColumn[] = passageColumnIds.map((id) => ({
  id,
  ...columns[id],
}));

/** The columns that are shown. The quote always is: without it a row says nothing. */
export const shownColumns = ({ hidden }: Settings['passageColumns']): readonly PassageColumn[] =>
  passageColumns.filter(({ id }) => id === 'quote' || !hidden.includes(id));

/** The grid's tracks, one for each shown column. */
export const tracksOf = (
  columns: readonly PassageColumn[],
  widths: Settings['passageColumns']['widths'],
): string =>
  columns
    .map(({ id, width, minWidth }) => {
      const drawn = widths[id] ?? width;
      return drawn === null ? `minmax(${minWidth}px, 1fr)` : `${drawn}px`;
    })
    .join(' ');
