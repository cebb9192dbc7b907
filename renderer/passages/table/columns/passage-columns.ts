import type { Settings } from '#domain/contract/settings.ts';
import type { PassageColumnId } from '#domain/search/passage-order.ts';

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
  id: PassageColumnId,
  name: string,
  width: number | null,
  minWidth: number,
  more: Partial<PassageColumn> = {},
): PassageColumn => ({ id, name, width, minWidth, isNumber: false, ...more });

export const passageColumns: readonly PassageColumn[] = [
  column('quote', 'Quote', null, 200),
  column('label', 'Label', 84, 60),
  column('tags', 'Tags', 112, 60),
  column('speaker', 'Speaker → publication', 142, 80, { short: 'Speaker →' }),
  column('grade', 'Grade', 58, 54),
  column('paragraph', 'Paragraph', 42, 38, { short: '¶', isNumber: true }),
  column('publishedAt', 'Date', 86, 60),
  column('relationCount', 'Relations', 46, 42, { short: 'Rel.', isNumber: true }),
  column('openTaskCount', 'Open tasks', 52, 48, { short: 'Tasks', isNumber: true }),
  column('citedIn', 'Cited in memos', 52, 48, { short: 'Cited', isNumber: true }),
];

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
