/**
 * A position as a line of a table: "Minister of Trade | Ministry / Trade office | 2021-05 | 2023". A stroke that
 * belongs to a role or a name is written "\|", and a backslash before a stroke or a backslash "\\".
 */
import { readPartialDate } from '../../dates/partial-date.ts';
import { type Position, positionSchema } from '../position.ts';

/** A position whose organisation is named by its path; empty for none. */
export type WrittenPosition = Pick<Position, 'role' | 'from' | 'until'> & { readonly organisation: string };

const escapeCell = (text: string): string => text.replace(/\||\\(?=[\\|]|$)/gu, '\\$&');

/** The cells of a line, as they were before they were escaped. */
const cellsOf = (line: string): readonly string[] => {
  const cells = [''];
  for (const [part, escaped] of line.matchAll(/\\([\\|])|[^\\|]+|[\\|]/gu)) {
    if (part === '|') cells.push('');
    else cells.push(`${cells.pop() ?? ''}${escaped ?? part}`);
  }
  return cells.map((cell) => cell.trim());
};

/** Cells that say nothing at the end are left out. */
export const printPositionLine = ({ role, organisation, from, until }: WrittenPosition): string =>
  [role, organisation, from ?? '', until ?? '']
    .map(escapeCell)
    .join(' | ')
    .replace(/(?: \| )+$/u, '');

/** Null for a line that is no position: one without a role, with a date that is none, or that ends before it begins. */
export const readPositionLine = (line: string): WrittenPosition | null => {
  const [role = '', organisation = '', from = '', until = '', ...others] = cellsOf(line);
  const dates = [from, until].map((typed) => (typed === '' ? null : readPartialDate(typed)));
  const isRead =
    others.length === 0 && [from, until].every((typed, at) => typed === '' || dates[at] !== null);
  const read = positionSchema.safeParse({ role, organisationId: null, from: dates[0], until: dates[1] });
  if (!isRead || !read.success) return null;
  return { role: read.data.role, organisation, from: read.data.from, until: read.data.until };
};
