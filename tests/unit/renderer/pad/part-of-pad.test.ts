// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { type RichText, richTextToPlain } from '#domain/rich-text.ts';
import { noteExtensions } from '#renderer/editor/note-extensions.ts';
import { partOfPad } from '#renderer/pad/PadPane.tsx';

let editor: Editor;
afterEach(() => editor.destroy());

/** Where the words begin in the document of the editor. */
const placeOf = (words: string): number => {
  let place = -1;
  editor.state.doc.descendants((node, at) => {
    const within = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (within !== -1) place = at + within;
  });
  return place;
};

/** What goes and what stays, of a pad in which that is selected; the caret stands before the first words alone. */
const partIn = (html: string, first: string, last?: string) => {
  editor = new Editor({ extensions: noteExtensions, content: html, injectCSS: false });
  const from = placeOf(first);
  editor.commands.setTextSelection({ from, to: last === undefined ? from : placeOf(last) + last.length });
  return partOfPad(editor);
};

const wordsOf = (note: RichText | null | undefined): string | null =>
  note === null || note === undefined ? null : richTextToPlain(note);

/** Whether an editor of notes takes the note as it is: its schema is stricter than that of the file. */
const isOfEditor = (note: RichText | null | undefined): boolean => {
  editor.schema.nodeFromJSON(note).check();
  return true;
};

const list =
  '<p>Before</p><ul><li><p>Ports</p><ol><li><p>Pilots</p></li><li><p>Tugs</p></li></ol></li><li><p>Insurers</p></li></ul>';

describe('what is moved out of the pad', () => {
  it('is the paragraph in which the caret stands, or what is selected', () => {
    const part = partIn('<p>One</p><p>Two</p>', 'Two');
    expect([wordsOf(part?.moved), wordsOf(part?.left)]).toEqual(['Two', 'One']);
    const words = partIn('<p>One two three</p>', 'two', 'two');
    expect([wordsOf(words?.moved), wordsOf(words?.left)]).toEqual(['two', 'One  three']);
    expect(partIn('<p></p><p>One</p>', 'One')?.left).toBeNull();
  });

  it('is the item in which the caret stands, without the one that it stands below', () => {
    const part = partIn(list, 'Tugs');
    const item = {
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Tugs' }] }],
    };
    expect(part?.moved.content).toEqual([{ type: 'orderedList', content: [item] }]);
    expect(isOfEditor(part?.moved) && isOfEditor(part?.left)).toBe(true);
    expect(wordsOf(part?.left)).toBe('Before\nPorts\nPilots\nInsurers');
  });

  it.each([
    ['Tugs', 'Insurers', 'Tugs\nInsurers', 'Before\nPorts\nPilots'],
    ['Ports', 'Pilots', 'Ports\nPilots', 'Before\nTugs\nInsurers'],
    ['Before', 'Insurers', 'Before\nPorts\nPilots\nTugs\nInsurers', null],
  ] as const)('from %s to %s is of whole items, and what stays is too', (first, last, moved, left) => {
    const part = partIn(list, first, last);
    expect(wordsOf(part?.moved)).toBe(moved);
    expect(isOfEditor(part?.moved)).toBe(true);
    expect(wordsOf(part?.left)?.replace(/\n+/g, '\n').trim() ?? null).toBe(left);
    if (part?.left !== null) expect(isOfEditor(part?.left)).toBe(true);
  });
});
