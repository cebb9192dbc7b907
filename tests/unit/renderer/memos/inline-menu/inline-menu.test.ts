// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { afterEach, expect, it, vi } from 'vitest';
import {
  createInlineMenuStore,
  type InlineItem,
  inlineMenu,
} from '#renderer/memos/inline-menu/inline-menu.ts';
import { eventually } from '../../../../support/unit/eventually.ts';

type Answer = (items: readonly InlineItem[]) => void;

const item = (title: string) => ({ id: title, title, detail: '', run: vi.fn() });

/** An editor whose list is answered when the test says so. */
const setUp = (char: '@' | '/') => {
  const store = createInlineMenuStore();
  const answers = new Map<string, Answer>();
  const find = ({ query }: { readonly query: string }) =>
    new Promise<readonly InlineItem[]>((resolve) => answers.set(query, resolve));
  const editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: [StarterKit, inlineMenu({ char, store, find })],
  });
  const press = (key: string, held: Pick<KeyboardEventInit, 'altKey' | 'shiftKey'> = {}): void =>
    void editor.view.dom.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }),
    );
  return { editor, store, answers, press, type: (text: string) => editor.commands.insertContent(text) };
};

let last: ReturnType<typeof setUp> | null = null;
const open = (char: '@' | '/' = '@') => {
  last = setUp(char);
  return last;
};
afterEach(() => last?.editor.destroy());

it('takes on Enter what the words find, when they are answered', async () => {
  const { answers, press, store, type, editor } = open();
  type('@fi');
  await eventually(() => expect(answers.has('fi')).toBe(true));
  const [stale, right] = [item('fish'), item('first round')];
  answers.get('fi')?.([stale]);
  await eventually(() => expect(store.getState().open?.items).toEqual([stale]));
  type('rst');
  await eventually(() => expect(answers.has('first')).toBe(true));
  expect(store.getState().open).toMatchObject({ items: [stale], isLoading: true });
  press('Enter');
  expect([stale.run.mock.calls.length, editor.state.doc.childCount]).toEqual([0, 1]);
  answers.get('first')?.([right]);
  await eventually(() => expect(right.run).toHaveBeenCalledOnce());
  expect(stale.run).not.toHaveBeenCalled();
});

it('breaks the line on Enter where the words find nothing, when they are answered', async () => {
  const { answers, press, store, type, editor } = open();
  type('meet @ noon');
  await eventually(() => expect(answers.has(' noon')).toBe(true));
  press('Enter');
  expect(editor.state.doc.childCount).toBe(1);
  expect(store.getState().open).toMatchObject({ items: null });
  answers.get(' noon')?.([]);
  await eventually(() => expect(editor.state.doc.childCount).toBe(2));
  expect([editor.state.doc.textContent, store.getState().open]).toEqual(['meet @ noon', null]);
});

it('says that nothing was found until more words are answered', async () => {
  const { answers, store, type } = open();
  type('@x');
  await eventually(() => expect(answers.has('x')).toBe(true));
  answers.get('x')?.([]);
  await eventually(() => expect(store.getState().open).toMatchObject({ items: [], isLoading: false }));
  type('y');
  await eventually(() => expect(answers.has('xy')).toBe(true));
  expect(store.getState().open).toMatchObject({ items: [], isLoading: true });
});

it('takes nothing where more is typed after Enter', async () => {
  const { answers, press, store, type } = open();
  type('@fi');
  await eventually(() => expect(answers.has('fi')).toBe(true));
  press('Enter');
  type('nd');
  await eventually(() => expect(answers.has('find')).toBe(true));
  const found = item('find');
  answers.get('find')?.([found]);
  await eventually(() => expect(store.getState().open?.items).toEqual([found]));
  expect(found.run).not.toHaveBeenCalled();
});

it.each([
  [{}, 'usual'],
  [{ altKey: true }, 'other'],
  [{ shiftKey: true }, 'block'],
] as const)('puts an item in by the keys that are held with Enter: %j', async (held, way) => {
  const { answers, press, type, editor, store } = open();
  type('@fi');
  await eventually(() => expect(answers.has('fi')).toBe(true));
  const found = item('first');
  answers.get('fi')?.([found]);
  await eventually(() => expect(store.getState().open?.items).toEqual([found]));
  press('Enter', held);
  expect(found.run).toHaveBeenCalledWith(editor, { from: 1, to: 4 }, way);
});

/** What stands in the text before the stroke, what is typed behind it, and what Enter takes then. */
const strokes = [
  ['', '', 'an item'],
  ['The trade ', '', 'an item'],
  ['The trade', 'foot', 'an item'],
  ['The trade.', 'foot', 'an item'],
  ['“The trade.”', 'foot', 'an item'],
  ['The trade', '', 'none at first'],
  ['60 km', 'h', 'none at first'],
  ['and', 'or', 'none at first'],
  ['trade.example', 'foot', 'no list'],
  ['https:', 'foot', 'no list'],
  ['24', '7', 'no list'],
  ['trade@', 'foot', 'no list'],
] as const;

it.each(strokes)(
  'takes a stroke behind “%s”, before “%s”, for a list with %s',
  async (before, query, takes) => {
    const { answers, press, type, editor, store } = open('/');
    type(`${before}/${query}`);
    if (takes === 'no list') {
      press('Enter');
      expect([answers.size, store.getState().open, editor.state.doc.childCount]).toEqual([0, null, 2]);
      return;
    }
    await eventually(() => expect(answers.has(query)).toBe(true));
    const part = item('Footnote');
    answers.get(query)?.([part]);
    await eventually(() => expect(store.getState().open?.items).toEqual([part]));
    if (takes === 'none at first') {
      expect(store.getState().open?.index).toBe(-1);
      press('ArrowDown');
    }
    press('Enter');
    expect(part.run).toHaveBeenCalledOnce();
    expect(editor.state.doc.childCount).toBe(1);
  },
);

it('breaks the line on Enter behind a stroke between words', async () => {
  const { answers, press, type, editor, store } = open('/');
  type('60 km/h');
  await eventually(() => expect(answers.has('h')).toBe(true));
  const heading = item('Heading');
  answers.get('h')?.([heading]);
  await eventually(() => expect(store.getState().open?.items).toEqual([heading]));
  press('Enter');
  expect(heading.run).not.toHaveBeenCalled();
  expect([editor.state.doc.childCount, editor.state.doc.textContent]).toEqual([2, '60 km/h']);
});

it('shows no list where nothing answers a stroke between words', async () => {
  const { answers, type, store } = open('/');
  type('and/or');
  await eventually(() => expect(answers.has('or')).toBe(true));
  answers.get('or')?.([]);
  await eventually(() => expect(store.getState().open).toBeNull());
});

it('closes when the focus goes elsewhere in the window', async () => {
  const { editor, answers, store, type } = open();
  type('@fi');
  await eventually(() => expect(answers.has('fi')).toBe(true));
  answers.get('fi')?.([item('first round')]);
  await eventually(() => expect(store.getState().open?.items).toHaveLength(1));
  document.body.appendChild(document.createElement('input')).focus();
  editor.view.dom.dispatchEvent(new FocusEvent('blur'));
  await eventually(() => expect(store.getState().open).toBeNull());
  expect(editor.state.doc.textContent).toBe('@fi');
});
