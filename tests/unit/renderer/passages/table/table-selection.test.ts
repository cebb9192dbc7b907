import { describe, expect, it } from 'vitest';
import { passageIdSchema } from '#domain/ids.ts';
import { pressTableKey } from '#renderer/passages/table/press-table-key.ts';
import {
  keepToTable,
  nothingSelected,
  pressLine,
  type Selection,
} from '#renderer/passages/table/selection.ts';
import { layOutTable } from '#renderer/passages/table-layout.ts';
import { sampleId } from '../../../../support/archive/sample-ids.ts';

const idOf = (number: number) => passageIdSchema.parse(sampleId(number));
const flat = layOutTable([{ id: 'none', title: null, passageIds: [1, 2, 3, 4, 5].map(idOf) }], false);
const grouped = layOutTable(
  [
    { id: 'one', title: 'One', passageIds: [1, 2].map(idOf) },
    { id: 'two', title: 'Two', passageIds: [2, 3].map(idOf) },
  ],
  true,
);

/** Presses one key after the other: "Shift+ArrowDown", "Mod+a". */
const press = (keys: readonly string[], layout = flat, before: Selection = nothingSelected) =>
  keys.reduce((selection, chord) => {
    const parts = chord.split('+');
    const key = { key: parts.at(-1) ?? '', isShift: parts.includes('Shift'), isMod: parts.includes('Mod') };
    const answer = pressTableKey(key, selection, layout, new Set());
    return answer?.kind === 'select' ? answer.selection : selection;
  }, before);
const chosen = ({ ids }: Selection) => [...ids].map((id) => Number.parseInt(id.slice(-12), 16));
const click = (
  selection: Selection,
  index: number,
  keys: Partial<Parameters<typeof pressLine>[3]> = {},
  layout = flat,
) => {
  const line = layout.lineAt(index);
  if (line === undefined) throw new Error(`no line ${index}`);
  return pressLine(selection, line, layout, { isShift: false, isMod: false, isMenu: false, ...keys });
};

describe('choosing rows by key', () => {
  it('goes to a row alone, and with Shift chooses all from where it began', () => {
    expect(chosen(press(['ArrowDown']))).toEqual([1]);
    expect(chosen(press(['ArrowDown', 'ArrowDown']))).toEqual([2]);
    expect(chosen(press(['End', 'Shift+ArrowUp', 'Shift+ArrowUp']))).toEqual([3, 4, 5]);
    expect(chosen(press(['End', 'Shift+ArrowUp', 'Shift+ArrowUp', 'Shift+ArrowDown']))).toEqual([4, 5]);
    expect(chosen(press(['ArrowDown', 'Shift+End']))).toEqual([1, 2, 3, 4, 5]);
  });

  it('goes past rows with Ctrl, and chooses one of them with Space', () => {
    const selection = press(['ArrowDown', 'Mod+ArrowDown', 'Mod+ArrowDown', ' ']);
    expect(chosen(selection)).toEqual([1, 3]);
    expect(chosen(press([' '], flat, selection))).toEqual([1]);
  });

  it('goes back to the one where the keys are with Escape, which is no key of its own for one', () => {
    const many = press(['ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown']);
    expect(chosen(press(['Escape'], flat, many))).toEqual([3]);
    const escapeKey = { key: 'Escape', isShift: false, isMod: false };
    expect(pressTableKey(escapeKey, press(['ArrowDown']), flat, new Set())).toBeNull();
  });

  it('asks for all, for the place of a row, and for a section to be closed or opened', () => {
    const ask = (key: string, selection: Selection, closed: readonly string[] = []) =>
      pressTableKey({ key, isShift: false, isMod: key === 'a' }, selection, grouped, new Set(closed))?.kind;
    const onHeading = press(['ArrowDown'], grouped);
    expect(ask('a', onHeading)).toBe('select-all');
    expect(ask('ArrowLeft', onHeading)).toBe('close-group');
    expect(ask('ArrowRight', onHeading)).toBe('open-group');
    expect(ask('Enter', onHeading)).toBe('close-group');
    expect(ask('Enter', onHeading, ['one'])).toBe('open-group');
    expect(ask('Enter', press(['ArrowDown', 'ArrowDown'], grouped))).toBe('open');
    expect(press(['End', 'ArrowLeft'], grouped).active).toEqual({ groupId: 'two', passageId: null });
  });

  it('leaves letters and digits to the acts on what is chosen', () => {
    for (const key of ['t', 'g', '1', 'm', 'Delete', 'r']) {
      expect(
        pressTableKey({ key, isShift: false, isMod: false }, press(['ArrowDown']), flat, new Set()),
      ).toBeNull();
    }
  });
});

describe('choosing rows by pointer', () => {
  it('chooses one, adds with Ctrl, extends with Shift', () => {
    const one = click(nothingSelected, 1);
    expect(chosen(one)).toEqual([2]);
    expect(chosen(click(one, 3, { isMod: true }))).toEqual([2, 4]);
    expect(chosen(click(click(one, 3, { isMod: true }), 1, { isMod: true }))).toEqual([4]);
    expect(chosen(click(one, 4, { isShift: true }))).toEqual([2, 3, 4, 5]);
  });

  it('keeps what is chosen when the menu is opened on it, and chooses what else it is opened on', () => {
    const two = click(click(nothingSelected, 1), 2, { isShift: true });
    expect(chosen(click(two, 2, { isMenu: true }))).toEqual([2, 3]);
    expect(chosen(click(two, 4, { isMenu: true }))).toEqual([5]);
  });

  it('counts a passage once that stands in two sections', () => {
    expect(chosen(click(click(nothingSelected, 1, {}, grouped), 5, { isShift: true }, grouped))).toEqual([
      1, 2, 3,
    ]);
  });
});

describe('what is chosen on a table that has changed', () => {
  const shorter = layOutTable([{ id: 'none', title: null, passageIds: [1, 4, 5].map(idOf) }], false);
  const isThere = (id: string) => [1, 4, 5].map(idOf).includes(passageIdSchema.parse(id));

  it('is what is still in it: nothing out of sight is acted on', () => {
    const many = click(click(nothingSelected, 2), 4, { isShift: true });
    expect(chosen(keepToTable(many, shorter, isThere, 4))).toEqual([4, 5]);
  });

  it('is what stands in the place of the last one, where none is left', () => {
    expect(chosen(keepToTable(click(nothingSelected, 1), shorter, isThere, 1))).toEqual([4]);
    expect(chosen(keepToTable(click(nothingSelected, 2), shorter, isThere, 9))).toEqual([5]);
  });

  it('is nothing under another filter, and on an empty table', () => {
    expect(keepToTable(click(nothingSelected, 1), shorter, isThere, -1)).toEqual(nothingSelected);
    expect(keepToTable(click(nothingSelected, 1), layOutTable([], false), () => false, 1)).toEqual(
      nothingSelected,
    );
  });
});
