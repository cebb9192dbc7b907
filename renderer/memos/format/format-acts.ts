/** How the selected text is set, each as one step of the editor's own undo. */
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { CommandId } from '#domain/command/command-table.ts';
import { beginStep } from '../editor/begin-step.ts';
import { toggleHeading } from './toggle-heading.ts';

type FormatCommandId = Exclude<
  Extract<CommandId, `format.${string}`>,
  'format.link' | 'format.quote' | 'format.shorten' | 'format.number-paragraphs'
>;

/** Every act on text, by the command that does it. */
export const formatActs: Readonly<Record<FormatCommandId, (editor: Editor) => boolean>> = {
  'format.bold': (editor) => beginStep(editor).focus().toggleMark('bold').run(),
  'format.italic': (editor) => beginStep(editor).focus().toggleMark('italic').run(),
  'format.heading': (editor) => toggleHeading(editor, 1),
  'format.lower-heading': (editor) => toggleHeading(editor, 2),
  'format.bullet-list': (editor) => beginStep(editor).focus().toggleList('bulletList', 'listItem').run(),
  'format.numbered-list': (editor) => beginStep(editor).focus().toggleList('orderedList', 'listItem').run(),
};

/** What the bar over a selection says of it; null where no words are selected. */
export const selectedFormat = ({ editor }: { readonly editor: Editor }) => {
  const { selection, doc } = editor.state;
  const hasWords =
    selection instanceof TextSelection && doc.textBetween(selection.from, selection.to, ' ').trim() !== '';
  if (!hasWords || !editor.isFocused) return null;
  return {
    from: selection.from,
    isBold: editor.isActive('bold'),
    isItalic: editor.isActive('italic'),
    isHeading: editor.isActive('heading', { level: 1 }),
    isBulletList: editor.isActive('bulletList'),
    isNumberedList: editor.isActive('orderedList'),
  };
};
