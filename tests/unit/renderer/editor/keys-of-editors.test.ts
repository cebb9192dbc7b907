// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { noteExtensions } from '#renderer/editor/note-extensions.ts';
import { memoExtensions } from '#renderer/memos/schema/memo-schema.ts';

let editor: Editor | undefined;
afterEach(() => editor?.destroy());

/** Whether the editor takes the press for itself. */
const takes = (init: KeyboardEventInit): boolean => {
  const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
  const { view } = editor ?? {};
  return view?.someProp('handleKeyDown', (handle) => handle(view, event) === true) === true;
};
const ctrl = { ctrlKey: true };
const digits = Array.from({ length: 10 }, (_, digit) => String(digit));
const ctrlAlt = digits.map((digit) => ({ key: digit, code: `Digit${digit}`, ctrlKey: true, altKey: true }));

describe.each([
  ['a note', () => new Editor({ extensions: noteExtensions, injectCSS: false, content: '<p>Words</p>' })],
  ['a memo', () => new Editor({ extensions: memoExtensions, injectCSS: false })],
])('the keys of %s', (_, open) => {
  it('have no Ctrl+Alt, which types signs on many layouts', () => {
    editor = open();
    expect(ctrlAlt.filter(takes)).toEqual([]);
  });

  it('leave Ctrl+E to the export, and Ctrl+1 to 7 to the views', () => {
    editor = open();
    expect(takes({ key: 'e', code: 'KeyE', ...ctrl })).toBe(false);
    expect(digits.filter((digit) => takes({ key: digit, code: `Digit${digit}`, ...ctrl }))).toEqual([]);
  });

  it('make no code, and still make bold', () => {
    editor = open();
    expect(takes({ key: 'b', code: 'KeyB', ...ctrl })).toBe(true);
    expect(editor.schema.marks.code).toBeUndefined();
  });
});
