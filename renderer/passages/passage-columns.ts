import type { ColumnProps } from 'react-aria-components';
import type { SortColumn } from './sort-passages.ts';

type ColumnSize = NonNullable<ColumnProps['width']>;

/** What a column shows; all but the tags can be sorted by. */
export type PassageColumnId = Exclude<SortColumn, 'createdAt'> | 'tags';

export type PassageColumn = {
  readonly id: PassageColumnId;
  readonly name: string;
  /** What stands in a narrow header; the name is its tooltip. */
  readonly short?: string;
  readonly width: ColumnSize;
  readonly minWidth: number;
  readonly canSort: boolean;
  readonly isNumber: boolean;
};

const column = (
  id: PassageColumnId,
  name: string,
  width: ColumnSize,
  minWidth: number,
  more: Partial<PassageColumn> = {},
): PassageColumn => ({ id, name, width, minWidth, canSort: true, isNumber: false, ...more });

export const passageColumns: readonly PassageColumn[] = [
  column('quote', 'Quote', '1fr', 200),
  column('label', 'Label', 84, 84),
  column('tags', 'Tags', 112, 80, { canSort: false }),
  column('speaker', 'Speaker → publication', 142, 100, { short: 'Speaker →' }),
  column('grade', 'Grade', 54, 54),
  column('paragraph', 'Paragraph', 38, 38, { short: '¶', isNumber: true }),
  column('publishedAt', 'Date', 86, 86),
  column('relationCount', 'Relations', 42, 42, { short: 'Rel.', isNumber: true }),
  column('openTaskCount', 'Open tasks', 48, 48, { short: 'Tasks', isNumber: true }),
  column('citedIn', 'Cited in memos', 48, 48, { short: 'Cited', isNumber: true }),
];
