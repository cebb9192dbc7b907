// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { richTextSchema } from '#domain/rich-text.ts';
import { noteExtensions } from '#renderer/editor/note-extensions.ts';
import { readNote } from '#renderer/editor/read-note.ts';

let editor: Editor | undefined;
const editorOf = (html: string): Editor => {
  editor = new Editor({ extensions: noteExtensions, content: html, injectCSS: false });
  return editor;
};
afterEach(() => editor?.destroy());

describe('a note as it is written', () => {
  it('keeps paragraphs, lists, bold and italic', () => {
    const written = editorOf(
      '<p>Ask <strong>trade</strong> <em>desk</em></p><ul><li><p>one</p></li></ul><ol start="3"><li><p>two</p></li></ol>',
    );
    const note = readNote(written.getJSON());
    expect(richTextSchema.safeParse(note).success).toBe(true);
    expect(note?.content.map(({ type }) => type)).toEqual(['paragraph', 'bulletList', 'orderedList']);
    expect(JSON.stringify(note)).toContain('"marks":[{"type":"bold"}]');
  });

  it('takes headings, links, code and pictures from a paste as plain text, or not at all', () => {
    const written = editorOf(
      '<h2>Title</h2><p><a href="https://x.example">link</a> <code>code</code> <img src="https://x.example/a.png"></p>',
    );
    const note = readNote(written.getJSON());
    expect(richTextSchema.safeParse(note).success).toBe(true);
    expect(JSON.stringify(note)).not.toMatch(/href|src|heading|"code"/);
  });

  it('is null where nothing is written', () => {
    expect(readNote(editorOf('<p></p>').getJSON())).toBeNull();
    expect(readNote(editorOf('<p>  </p><ul><li><p></p></li></ul>').getJSON())).toBeNull();
  });

  it('is read back by the editor as it was', () => {
    const note = readNote(editorOf('<p>Line one<br>line two</p>').getJSON());
    const again = new Editor({ extensions: noteExtensions, content: note as never, injectCSS: false });
    expect(readNote(again.getJSON())).toEqual(note);
    again.destroy();
  });
});
