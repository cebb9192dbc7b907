/**
 * Computes the position of each line of the table: a hundred thousand rows are a few sections of equal lines. A line is
 * the heading of a section or a passage in it.
 */

import type { PassageGroup } from '#domain/contract/passage-table.ts';
import type { PassageId } from '#domain/ids.ts';
import { countWhile } from '#domain/text/sequences/count-while.ts';

export const ROW_HEIGHT = 56;
export const HEADING_HEIGHT = 34;

/** `passageId` null is the heading. A passage in several sections has several lines. */
export type LineKey = { readonly groupId: string; readonly passageId: PassageId | null };

export type TableLine = LineKey & {
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly group: PassageGroup;
};

type Section = {
  readonly group: PassageGroup;
  readonly firstIndex: number;
  readonly top: number;
  readonly hasHeading: boolean;
  readonly rows: readonly PassageId[];
};

export type TableLayout = {
  readonly count: number;
  readonly height: number;
  /** The line at that index; undefined outside the table. */
  lineAt(index: number): TableLine | undefined;
  /** The index of the line at a height, within the table. */
  indexAt(top: number): number;
  /** -1 if there is no such line, or its section is collapsed. */
  indexOf(key: LineKey): number;
  /** The passages of the lines between two, both included, in either order. */
  passagesBetween(from: number, to: number): readonly PassageId[];
};

const linesOf = ({ hasHeading, rows }: Section): number => rows.length + (hasHeading ? 1 : 0);
const heightOf = ({ hasHeading, rows }: Section): number =>
  rows.length * ROW_HEIGHT + (hasHeading ? HEADING_HEIGHT : 0);

const layOut = (
  groups: readonly PassageGroup[],
  isGrouped: boolean,
  closed: ReadonlySet<string>,
): readonly Section[] => {
  let firstIndex = 0;
  let top = 0;
  return groups.map((group) => {
    const rows = isGrouped && closed.has(group.id) ? [] : group.passageIds;
    const section: Section = { group, firstIndex, top, hasHeading: isGrouped, rows };
    firstIndex += linesOf(section);
    top += heightOf(section);
    return section;
  });
};

const lineIn = (section: Section, index: number): TableLine => {
  const { group, firstIndex, top, hasHeading, rows } = section;
  const at = index - firstIndex - (hasHeading ? 1 : 0);
  const line = { index, group, groupId: group.id };
  return at < 0
    ? { ...line, passageId: null, top, height: HEADING_HEIGHT }
    : {
        ...line,
        passageId: rows[at] ?? null,
        top: top + (hasHeading ? HEADING_HEIGHT : 0) + at * ROW_HEIGHT,
        height: ROW_HEIGHT,
      };
};

const indexIn = ({ firstIndex, hasHeading, rows }: Section, passageId: PassageId | null): number => {
  if (passageId === null) return hasHeading ? firstIndex : -1;
  const row = rows.indexOf(passageId);
  return row === -1 ? -1 : firstIndex + (hasHeading ? 1 : 0) + row;
};

/** Lays the sections out; of those in `closed` only the heading. Without grouping there are no headings. */
export const layOutTable = (
  groups: readonly PassageGroup[],
  isGrouped: boolean,
  closed: ReadonlySet<string> = new Set(),
): TableLayout => {
  const sections = layOut(groups, isGrouped, closed);
  const count = sections.reduce((sum, section) => sum + linesOf(section), 0);
  const height = sections.reduce((sum, section) => sum + heightOf(section), 0);

  const lineAt = (index: number): TableLine | undefined => {
    if (index < 0 || index >= count) return undefined;
    const section = sections[countWhile(sections, ({ firstIndex }) => firstIndex <= index) - 1];
    return section === undefined ? undefined : lineIn(section, index);
  };
  const indexAt = (top: number): number => {
    const section = sections[countWhile(sections, (each) => each.top <= Math.max(0, top)) - 1];
    if (section === undefined) return 0;
    const within = top - section.top - (section.hasHeading ? HEADING_HEIGHT : 0);
    const row = within < 0 ? -1 : Math.floor(within / ROW_HEIGHT);
    const index = section.firstIndex + (section.hasHeading ? row + 1 : Math.max(0, row));
    return Math.min(index, count - 1);
  };
  const indexOf = ({ groupId, passageId }: LineKey): number => {
    const section = sections.find(({ group }) => group.id === groupId);
    return section === undefined ? -1 : indexIn(section, passageId);
  };
  const passagesBetween = (from: number, to: number): readonly PassageId[] => {
    const [first, last] = from <= to ? [from, to] : [to, from];
    return sections.flatMap(({ firstIndex, hasHeading, rows }) => {
      const start = firstIndex + (hasHeading ? 1 : 0);
      return rows.slice(Math.max(0, first - start), Math.max(0, last - start + 1));
    });
  };
  return { count, height, lineAt, indexAt, indexOf, passagesBetween };
};
