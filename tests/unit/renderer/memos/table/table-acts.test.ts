// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import { undo, undoNoScroll } from '@tiptap/pm/history';
import { TextSelection } from '@tiptap/pm/state';
import { CellSelection } from '@tiptap/pm/tables';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MemoBlock } from '#domain/memo/memo-content.ts';
import { tableActs, tableActsIn } from '#renderer/memos/table/table-acts.ts';
import { blocksOf, type OpenEditor, openMemoEditor } from '../open-memo-editor.ts';

const cell = (type: 'tableHeader' | 'tableCell', words: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: words }] }],
});
const row = (type: 'tableHeader' | 'tableCell', ...words: readonly string[]) => ({
  type: 'tableRow' as const,
  content: words.map((each) => cell(type, each)),
});
const table: MemoBlock = {
  type: 'table',
  content: [row('tableHeader', 'h1', 'h2'), row('tableCell', 'a', 'b'), row('tableCell', 'c', 'd')],
};

let open: OpenEditor;
beforeEach(() => {
  open = openMemoEditor([table, { type: 'paragraph' }]);
});
afterEach(() => {
  open.editor.destroy();
  cleanup();
});

const placeOf = (words: string): number => {
  let found = -1;
  open.editor.state.doc.descendants((node, position) => {
    if (node.isText && node.text === words) found = position;
  });
  return found;
};
const standIn = (words: string): void => {
  const { state, view } = open.editor;
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, placeOf(words))));
};
/** The rows as words; a heading cell in capitals, a spanning one with its span. */
const rows = (): readonly string[] => {
  const [first] = blocksOf(open);
  if (first?.type !== 'table') return [];
  return first.content.map(({ content }) =>
    content
      .map(({ type, attrs, content: [paragraph] }) => {
        const words = (paragraph?.content ?? [])
          .map((node) => (node.type === 'text' ? node.text : ''))
          .join('');
        const span = attrs.colspan > 1 ? `×${attrs.colspan}` : '';
        return `${type === 'tableHeader' ? words.toUpperCase() : words}${span}`;
      })
      .join('|'),
  );
};
const aligns = () => {
  const [first] = blocksOf(open);
  return first?.type === 'table'
    ? first.content.map(({ content }) => content.map(({ attrs }) => attrs.align))
    : [];
};
const begun = ['H1|H2', 'a|b', 'c|d'];

it.each([
  ['table.row-above', ['H1|H2', '|', 'a|b', 'c|d']],
  ['table.row-below', ['H1|H2', 'a|b', '|', 'c|d']],
  ['table.column-before', ['|H1|H2', '|a|b', '|c|d']],
  ['table.column-after', ['H1||H2', 'a||b', 'c||d']],
  ['table.row-down', ['H1|H2', 'c|d', 'a|b']],
  ['table.column-right', ['H2|H1', 'b|a', 'd|c']],
  ['table.delete-row', ['H1|H2', 'c|d']],
  ['table.delete-column', ['H2', 'b', 'd']],
  ['table.header-row', ['h1|h2', 'a|b', 'c|d']],
  ['table.delete', []],
] as const)('%s changes the table at the caret in one step', (id, after) => {
  standIn('a');
  expect(tableActs[id](open.editor)).toBe(true);
  expect(rows()).toEqual(after);
  undo(open.editor.state, open.editor.view.dispatch);
  expect(rows()).toEqual(begun);
});

it('sorts the rows below the headings by the column of the caret in one step', () => {
  standIn('d');
  const acts = tableActsIn(() => 'en');
  expect(acts['table.sort-down'](open.editor)).toBe(true);
  expect(rows()).toEqual(['H1|H2', 'c|d', 'a|b']);
  expect(acts['table.sort-up'](open.editor)).toBe(true);
  expect(rows()).toEqual(begun);
  undo(open.editor.state, open.editor.view.dispatch);
  undo(open.editor.state, open.editor.view.dispatch);
  expect(rows()).toEqual(begun);
});

it('makes a column wider at the cost of the others, and forgets it again', () => {
  const widths = () => {
    const [first] = blocksOf(open);
    return first?.type === 'table' ? first.attrs?.widths : null;
  };
  standIn('a');
  expect(tableActs['table.widen'](open.editor)).toBe(true);
  expect(widths()).toEqual([62.5, 37.5]);
  expect(document.querySelectorAll('col')).toHaveLength(2);
  expect(tableActs['table.narrow'](open.editor)).toBe(true);
  expect(widths()).toEqual([50, 50]);
  for (let press = 0; press < 20; press += 1) tableActs['table.narrow'](open.editor);
  expect(widths()).toEqual([4, 96]);
  expect(tableActs['table.widths-usual'](open.editor)).toBe(true);
  expect(widths()).toBeUndefined();
  expect(document.querySelectorAll('col')).toHaveLength(0);
});

const widthsNow = () => {
  const [first] = blocksOf(open);
  return first?.type === 'table' ? first.attrs?.widths : null;
};

it.each([
  ['table.column-before', [33.3, 30, 36.7]],
  ['table.column-after', [30, 33.3, 36.7]],
  ['table.column-right', [55, 45]],
  ['table.delete-column', [100]],
  ['table.row-down', [45, 55]],
] as const)('%s keeps the widths of the other columns', (id, after) => {
  standIn('a');
  const { state, view } = open.editor;
  view.dispatch(state.tr.setNodeAttribute(1, 'widths', [45, 55]));
  expect(widthsNow()).toEqual([45, 55]);
  tableActs[id](open.editor);
  expect(widthsNow()).toEqual(after);
  undo(open.editor.state, view.dispatch);
  expect(widthsNow()).toEqual([45, 55]);
});

describe('the border between two columns', () => {
  const border = (): HTMLElement => {
    const found = document.querySelector<HTMLElement>('[data-divider="0"]');
    if (found === null) throw new Error('The table has no border to draw.');
    const table = found.closest('.ProseMirror')?.querySelector('table');
    if (table !== null && table !== undefined)
      Object.defineProperty(table, 'offsetWidth', { value: 400, configurable: true });
    found.setPointerCapture = () => undefined;
    return found;
  };
  const point = (type: string, clientX: number) => {
    const event = new MouseEvent(type, { clientX, button: 0, bubbles: true, cancelable: true });
    border().dispatchEvent(event);
  };
  const press = (key: string, shiftKey = false) =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }),
    );

  it('is drawn with the pointer as one step, and no column gets too narrow', () => {
    point('pointerdown', 200);
    point('pointermove', 210);
    expect(widthsNow()).toBeUndefined();
    point('pointermove', 280);
    point('pointerup', 280);
    expect(widthsNow()).toEqual([70, 30]);
    undo(open.editor.state, open.editor.view.dispatch);
    expect(widthsNow()).toBeUndefined();
    expect(document.querySelectorAll('col')).toHaveLength(0);
    point('pointerdown', 200);
    point('pointermove', 900);
    point('pointerup', 900);
    expect(widthsNow()).toEqual([96, 4]);
  });

  it('goes back with Escape while it is drawn', () => {
    point('pointerdown', 200);
    point('pointermove', 280);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    point('pointerup', 280);
    expect(widthsNow()).toBeUndefined();
    expect(document.querySelectorAll('col')).toHaveLength(0);
  });

  it('moves by keys, kept as one step once they are done', () => {
    border().focus();
    press('ArrowRight');
    press('ArrowRight', true);
    expect(border().getAttribute('aria-valuetext')).toBe('Column 1: 56 % of the width');
    expect(widthsNow()).toBeUndefined();
    press('Enter');
    border().blur();
    expect(widthsNow()).toEqual([56, 44]);
    border().focus();
    press('ArrowLeft');
    press('Escape');
    border().blur();
    expect(widthsNow()).toEqual([56, 44]);
    undoNoScroll(open.editor.state, open.editor.view.dispatch);
    expect(widthsNow()).toBeUndefined();
  });

  it('moves the way the table runs', () => {
    document.querySelector('table')?.setAttribute('style', 'direction: rtl');
    border().focus();
    press('ArrowLeft');
    border().blur();
    expect(widthsNow()).toEqual([51, 49]);
  });
});

it('a row and a column are moved back, and the caret goes with them', () => {
  standIn('d');
  tableActs['table.row-up'](open.editor);
  expect(rows()).toEqual(['H1|H2', 'c|d', 'a|b']);
  tableActs['table.column-left'](open.editor);
  expect(rows()).toEqual(['H2|H1', 'd|c', 'b|a']);
  expect(open.editor.state.selection.$from.parent.textContent).toBe('d');
});

it('nothing is moved past the edge of the table, or above its headings', () => {
  standIn('a');
  expect(tableActs['table.row-up'](open.editor)).toBe(false);
  expect(tableActs['table.column-left'](open.editor)).toBe(false);
  standIn('d');
  expect(tableActs['table.row-down'](open.editor)).toBe(false);
  expect(tableActs['table.column-right'](open.editor)).toBe(false);
  expect(rows()).toEqual(begun);
});

it('selected cells are merged, and split again', () => {
  const { state, view } = open.editor;
  const at = (words: string): number => placeOf(words) - 2;
  view.dispatch(state.tr.setSelection(CellSelection.create(state.doc, at('a'), at('b'))));
  tableActs['table.merge'](open.editor);
  expect(rows()).toEqual(['H1|H2', 'a×2', 'c|d']);
  standIn('a');
  tableActs['table.split'](open.editor);
  expect(rows()[1]).toBe('a|');
});

it('nothing is done where the caret stands in no table', () => {
  open.editor.commands.focus('end');
  expect(tableActs['table.row-below'](open.editor)).toBe(false);
  expect(tableActs['table.row-up'](open.editor)).toBe(false);
  expect(rows()).toEqual(begun);
});

it('aligns a whole column in one step, and lets it stand as it usually does again', () => {
  standIn('b');
  expect(tableActs['table.align-centre'](open.editor)).toBe(true);
  expect(aligns()).toEqual([
    [null, 'centre'],
    [null, 'centre'],
    [null, 'centre'],
  ]);
  undo(open.editor.state, open.editor.view.dispatch);
  expect(aligns().flat()).toEqual([null, null, null, null, null, null]);
  tableActs['table.align-end'](open.editor);
  tableActs['table.align-usual'](open.editor);
  expect(aligns().flat()).toEqual([null, null, null, null, null, null]);
});

it('draws a column of figures at its end as soon as it is one', () => {
  standIn('d');
  open.editor.commands.insertContent('7 %');
  standIn('b');
  open.editor.commands.insertContentAt({ from: placeOf('b'), to: placeOf('b') + 1 }, '12');
  const places = () =>
    Array.from(document.querySelectorAll('th, td'), ({ classList }) => classList.contains('align-end'));
  expect(places()).toEqual([false, false, false, false, false, false]);
  open.editor.commands.insertContentAt({ from: placeOf('7 %d'), to: placeOf('7 %d') + 4 }, '7 %');
  expect(places()).toEqual([false, true, false, true, false, true]);
});

it('writes the lines above and below the table, which are not cells', () => {
  const caption = document.querySelector<HTMLInputElement>('[data-table-line="caption"]');
  if (caption === null) throw new Error('The table has no field for its caption.');
  caption.value = 'Calls at ports';
  caption.dispatchEvent(new Event('input'));
  const [first] = blocksOf(open);
  expect(first).toMatchObject({ attrs: { caption: 'Calls at ports', source: '' } });
  expect(rows()).toEqual(begun);
});

it('keeps Tab within it at both ends', () => {
  const press = (shiftKey: boolean): boolean => {
    const event = new KeyboardEvent('keydown', { key: 'Tab', shiftKey, bubbles: true, cancelable: true });
    open.editor.view.dom.dispatchEvent(event);
    return event.defaultPrevented;
  };
  standIn('h1');
  expect(press(true)).toBe(true);
  standIn('d');
  expect(press(false)).toBe(true);
  expect(rows()).toEqual([...begun, '|']);
});
