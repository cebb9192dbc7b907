// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import type { JSONContent } from '@tiptap/core';
import { undo } from '@tiptap/pm/history';
import { afterEach, describe, expect, it } from 'vitest';
import { judgementIdSchema } from '#domain/ids.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import { layForm } from '#domain/memo/new-memo.ts';
import { relabelSections } from '#renderer/memos/head/relabel-sections.ts';
import { readContent } from '#renderer/memos/state/read-content.ts';
import { sampleId } from '../../../support/archive/sample-ids.ts';
import { type OpenEditor, openMemoEditor } from './open-memo-editor.ts';

let open: OpenEditor | null = null;
afterEach(() => {
  open?.editor.destroy();
  open = null;
  cleanup();
});

const begun = (): OpenEditor => {
  open = openMemoEditor([]);
  const content = layForm(builtInForms.bluf, judgementIdSchema.parse(sampleId(1)));
  open.editor.commands.setContent(content as JSONContent);
  return open;
};
const sections = ({ editor }: OpenEditor) => readContent(editor.state.doc).content;
const headings = (of: OpenEditor) => sections(of).map(({ attrs }) => attrs.heading);

describe('the language of a memo in which nothing was written', () => {
  it('says headings, prompts and first words of its form, and all of it in English again', () => {
    const memo = begun();
    const english = sections(memo);
    relabelSections(memo.editor, 'bluf', 'en', 'de');
    expect(headings(memo).slice(0, 3)).toEqual(['Kernaussage', 'Wesentliche Bewertungen', 'Hintergrund']);
    expect(sections(memo)[0]?.attrs.guide?.prompt).toBe('Das Ergebnis, im ersten Satz.');
    expect(JSON.stringify(sections(memo)[8])).toContain('Erste Befassung.');
    relabelSections(memo.editor, 'bluf', 'de', 'en');
    expect(sections(memo)).toEqual(english);
  });

  it('leaves a heading that was changed, and is no step of the editor', () => {
    const memo = begun();
    memo.editor.view.dispatch(memo.editor.state.tr.setNodeAttribute(0, 'heading', 'In short'));
    relabelSections(memo.editor, 'bluf', 'en', 'fr');
    expect(headings(memo).slice(0, 2)).toEqual(['In short', 'Appréciations principales']);
    undo(memo.editor.state, memo.editor.view.dispatch);
    expect(headings(memo).slice(0, 2)).toEqual(['Bottom line', 'Appréciations principales']);
  });
});

it('changes nothing of a memo that is written, or has another form', () => {
  const memo = begun();
  relabelSections(memo.editor, sampleId(9) as never, 'en', 'de');
  expect(headings(memo)[0]).toBe('Bottom line');
  memo.editor.commands.insertContentAt(2, 'The port is closed.');
  relabelSections(memo.editor, 'bluf', 'en', 'de');
  expect(headings(memo)[0]).toBe('Bottom line');
});
