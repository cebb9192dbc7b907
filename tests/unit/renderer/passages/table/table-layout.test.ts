import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PassageGroup } from '#domain/contract/passage-table.ts';
import { passageIdSchema } from '#domain/ids.ts';
import { HEADING_HEIGHT, layOutTable, ROW_HEIGHT } from '#renderer/passages/table-layout.ts';
import { sampleId } from '../../../../support/archive/sample-ids.ts';

const idOf = (number: number) => passageIdSchema.parse(sampleId(number));
const groupOf = (id: string, ...numbers: readonly number[]): PassageGroup => ({
  id,
  title: id,
  passageIds: numbers.map(idOf),
});
/** Sections of up to six passages; one passage may stand in several. */
const groupsArbitrary = fc
  .array(fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 6 }), { maxLength: 6 })
  .map((sections) => sections.map((numbers, at) => groupOf(`group ${at}`, ...numbers)));

describe('the layout of the table', () => {
  it('finds every line by its index, its place and its height', () => {
    fc.assert(
      fc.property(groupsArbitrary, fc.boolean(), fc.array(fc.nat(5)), (groups, isGrouped, closedAt) => {
        const closed = new Set(closedAt.map((at) => `group ${at}`));
        const layout = layOutTable(groups, isGrouped, closed);
        let top = 0;
        for (let index = 0; index < layout.count; index += 1) {
          const line = layout.lineAt(index);
          if (line === undefined) throw new Error(`no line ${index}`);
          expect(line.top).toBe(top);
          expect(layout.indexOf(line)).toBe(index);
          expect(layout.indexAt(top)).toBe(index);
          expect(layout.indexAt(top + line.height - 1)).toBe(index);
          top += line.height;
        }
        expect(layout.height).toBe(top);
        expect(layout.lineAt(layout.count)).toBeUndefined();
        expect(layout.lineAt(-1)).toBeUndefined();
      }),
    );
  });

  it('gives a section a heading where the table is grouped, and closed it is its heading alone', () => {
    const groups = [groupOf('one', 1, 2), groupOf('two', 3)];
    expect(layOutTable(groups, false)).toMatchObject({ count: 3, height: 3 * ROW_HEIGHT });
    const open = layOutTable(groups, true);
    expect(open).toMatchObject({ count: 5, height: 2 * HEADING_HEIGHT + 3 * ROW_HEIGHT });
    const closed = layOutTable(groups, true, new Set(['one']));
    expect(closed.lineAt(1)).toMatchObject({ groupId: 'two', passageId: null, top: HEADING_HEIGHT });
    expect(closed.indexOf({ groupId: 'one', passageId: idOf(1) })).toBe(-1);
  });

  it('names the passages between two lines of any sections, in either direction', () => {
    const layout = layOutTable([groupOf('one', 1, 2), groupOf('two', 3, 4)], true);
    expect(layout.passagesBetween(2, 4)).toEqual([idOf(2), idOf(3)]);
    expect(layout.passagesBetween(4, 2)).toEqual([idOf(2), idOf(3)]);
    expect(layout.passagesBetween(0, 0)).toEqual([]);
    expect(layout.passagesBetween(0, 5)).toEqual([1, 2, 3, 4].map(idOf));
  });
});
