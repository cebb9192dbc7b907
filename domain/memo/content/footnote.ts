/** What stands in a footnote. Older memos have plain words alone, and plain words are written so still. */
import type { FootnoteAttrs, MemoInline, NoteInline } from '../memo-content.ts';

/** The content of a footnote in reading order; nothing of an empty one. */
export const inlineOfNote = ({ text, content }: FootnoteAttrs): readonly NoteInline[] =>
  content ?? (text === '' ? [] : [{ type: 'text', text }]);

/** The footnote that holds this: one run of words without marks is plain words. */
export const footnoteOf = (inline: readonly NoteInline[]): FootnoteAttrs => {
  const [only] = inline;
  if (only === undefined) return { text: '' };
  const isPlain = inline.length === 1 && only.type === 'text' && (only.marks ?? []).length === 0;
  return isPlain ? { text: only.text } : { text: '', content: [...inline] };
};

/** Inline content with what its footnotes hold, each right behind its mark. */
export const withNotes = (inline: readonly MemoInline[]): readonly MemoInline[] =>
  inline.flatMap((node): readonly MemoInline[] =>
    node.type === 'footnote' ? [node, ...inlineOfNote(node.attrs)] : [node],
  );
