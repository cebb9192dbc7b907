import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { isBuiltIn } from '#domain/memo/form/built-in-form-ids.ts';
import { builtInForm, placeInForm } from '#domain/memo/form/built-in-forms.ts';
import type { FormSection } from '#domain/memo/form/form.ts';
import type { MemoTemplate } from '#domain/memo/memo.ts';
import type { SectionGuide } from '#domain/memo/memo-content.ts';

/** The words of a section, without citations. */
const wordsIn = (section: Node): string => section.textBetween(0, section.content.size, ' ').trim();

/** A section from the form, with its heading and prompt in the old and the new language. */
type Begun = {
  readonly at: number;
  readonly node: Node;
  readonly was: FormSection;
  readonly is: FormSection;
};

/**
 * Translates the headings and prompts of an included form as long as nothing was written. Edited headings stay. Not a
 * step of the editor's undo, since it belongs to the memo's language, with which it is saved and undone.
 */
export const relabelSections = (editor: Editor, template: MemoTemplate, from: string, into: string): void => {
  if (!isBuiltIn(template)) return;
  const [before, after] = [builtInForm(template, from), builtInForm(template, into)];
  const begun: Begun[] = [];
  let isWritten = false;
  editor.state.doc.forEach((node, at) => {
    const place = placeInForm(template, String(node.attrs.heading));
    const [was, is] = [before.sections[place], after.sections[place]];
    if (was !== undefined && is !== undefined) begun.push({ at, node, was, is });
    isWritten ||= wordsIn(node) !== '' && wordsIn(node) !== was?.startsWith;
  });
  if (isWritten) return;
  const { tr } = editor.state;
  // From last to first, so that earlier positions stay valid.
  for (const { at, node, was, is } of begun.toReversed()) {
    const { prompt, whenEmpty, isRequired } = is;
    const guide: SectionGuide | undefined =
      node.attrs.guide === undefined || node.attrs.guide === null
        ? node.attrs.guide
        : { prompt, whenEmpty, isRequired };
    if (was.startsWith !== '' && node.firstChild?.textContent === was.startsWith) {
      tr.insertText(is.startsWith, at + 2, at + 2 + was.startsWith.length);
    }
    tr.setNodeMarkup(at, undefined, { ...node.attrs, heading: is.heading, guide });
  }
  if (tr.docChanged) editor.view.dispatch(tr.setMeta('addToHistory', false));
};
