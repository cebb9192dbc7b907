// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import { undo } from '@tiptap/pm/history';
import { DOMSerializer, type Slice } from '@tiptap/pm/model';
import { goToNextCell } from '@tiptap/pm/tables';
import { afterEach, describe, expect, it } from 'vitest';
import { judgementIdSchema } from '#domain/ids.ts';
import type { MemoBlock, MemoJudgement } from '#domain/memo/memo-content.ts';
import { countUses } from '#renderer/memos/citations/count-uses.ts';
import {
  insertCitation,
  insertFootnote,
  insertJudgement,
  insertQuotation,
  insertSection,
  insertTable,
} from '#renderer/memos/inline-menu/insert-parts.ts';
import { enter } from '#renderer/memos/state/citation-book.ts';
import { blocksOf, citedPassage, type OpenEditor, openMemoEditor, resolved } from './open-memo-editor.ts';

let open: OpenEditor | null = null;

const openWith = (...blocks: readonly MemoBlock[]): OpenEditor => {
  open = openMemoEditor(blocks);
  return open;
};

afterEach(() => {
  open?.editor.destroy();
  open = null;
  cleanup();
});

const paragraph = (text: string): MemoBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const citation = (article: number, passage: number) => ({
  type: 'citation' as const,
  attrs: { ...citedPassage(article, passage), form: 'number' as const },
});
const citing = (text: string, article: number, passage: number): MemoBlock => ({
  type: 'paragraph',
  content: [{ type: 'text', text }, citation(article, passage)],
});

const judgementId = judgementIdSchema.parse('01920000-0000-7000-8000-000000000009');
const judgement: MemoJudgement = {
  type: 'judgement',
  attrs: {
    id: judgementId,
    likelihood: 'likely',
    confidence: 'low',
    confidenceReason: 'one government',
    assumptions: '',
    wouldChange: '',
  },
  content: [{ type: 'text', text: 'Listings come first.' }],
};

const chips = (): readonly string[] =>
  Array.from(document.querySelectorAll('[data-chip]'), (chip) => chip.textContent ?? '');

const htmlOf = ({ editor }: OpenEditor, slice: Slice): string => {
  const holder = document.createElement('div');
  holder.append(DOMSerializer.fromSchema(editor.schema).serializeFragment(slice.content));
  return holder.innerHTML;
};

/** jsdom has no ClipboardEvent; the editor only hands the event on. */
const paste = ({ editor }: OpenEditor, html: string): boolean =>
  editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent);

describe('a citation in the text', () => {
  it('is numbered by first citation, and renumbered at once when one is put before it', () => {
    const at = openWith(paragraph('Before.'), citing('After ', 1, 4));
    enter(at.book, [resolved(1, 4), resolved(2, 7)]);
    expect(chips()).toEqual(['[1 ¶4]']);
    at.editor.commands.setTextSelection(9);
    insertCitation(at.editor, citedPassage(2, 7));
    expect(chips()).toEqual(['“words of passage 7” [1 ¶7]', '[2 ¶4]']);
  });

  it('shows a quote as text, whatever the text is', () => {
    const at = openWith(paragraph('x'));
    enter(at.book, [resolved(1, 1, { quote: '<img src=x onerror=alert(1)>' })]);
    insertCitation(at.editor, citedPassage(1, 1), { from: 3, to: 3 });
    expect(chips()[0]).toBe('“<img src=x onerror=alert(1)>” [1 ¶1]');
    expect(document.querySelector('[data-chip] img')).toBeNull();
  });

  it('says what became of its evidence', () => {
    const at = openWith(citing('Claim ', 1, 2));
    enter(at.book, [resolved(1, 2, { state: 'changed' })]);
    const chip = document.querySelector<HTMLElement>('[data-chip]');
    expect(chip?.dataset.state).toBe('changed');
    expect(chip?.getAttribute('aria-label')).toContain('has changed since it was cited');
  });

  it('is counted as used, a block quotation like an inline one', () => {
    const at = openWith(citing('One ', 1, 2), { type: 'quotation', attrs: citedPassage(1, 2) });
    const { passages, articles } = countUses(at);
    expect([...passages]).toEqual([[citedPassage(1, 2).passageId, 2]]);
    expect([...articles]).toEqual([citedPassage(1, 2).articleId]);
  });
});

describe('the clipboard', () => {
  it('keeps the evidence of what is cut and pasted within a memo', () => {
    const at = openWith(citing('Claim ', 1, 2), { type: 'quotation', attrs: citedPassage(2, 3) });
    const before = blocksOf(at);
    const html = htmlOf(at, at.editor.state.doc.slice(1, at.editor.state.doc.content.size - 1));
    at.editor.commands.setContent({
      type: 'doc',
      content: [{ type: 'section', content: [{ type: 'paragraph' }] }],
    });
    paste(at, html);
    expect(blocksOf(at)).toEqual(before);
  });

  it('makes no citation of what another program calls one', () => {
    const at = openWith({ type: 'paragraph' });
    paste(at, '<p>Text <span data-citation=\'{"articleId":"x"}\'>[1]</span></p>');
    expect(blocksOf(at)).toEqual([paragraph('Text [1]')]);
  });

  it('gives a pasted judgement an id of its own and leaves the first one its id', () => {
    const at = openWith(judgement, { type: 'paragraph' });
    const html = htmlOf(at, at.editor.state.doc.slice(1, 1 + at.editor.state.doc.child(0).child(0).nodeSize));
    at.editor.commands.setTextSelection(at.editor.state.doc.content.size - 2);
    paste(at, html);
    const judgements = blocksOf(at).filter((block) => block.type === 'judgement');
    expect(judgements).toHaveLength(2);
    expect(judgements[0]?.attrs.id).toBe(judgementId);
    expect(judgements[1]?.attrs.id).not.toBe(judgementId);
    expect(judgements[1]?.attrs.confidenceReason).toBe('one government');
  });
});

describe('what can be put in', () => {
  it('takes the place of an empty paragraph and stands after a written one', () => {
    const at = openWith({ type: 'paragraph' });
    at.editor.commands.setTextSelection(2);
    insertJudgement(at.editor, judgementId);
    expect(blocksOf(at).map(({ type }) => type)).toEqual(['judgement']);
    at.editor.commands.insertContent('It is likely.');
    insertTable(at.editor);
    expect(blocksOf(at).map(({ type }) => type)).toEqual(['judgement', 'table']);
  });

  it('has the caret in the first cell of a new table, and Tab goes from cell to cell', () => {
    const at = openWith(paragraph('Text.'), paragraph('After.'));
    at.editor.commands.setTextSelection(4);
    insertTable(at.editor);
    at.editor.commands.insertContent('Partner');
    goToNextCell(1)(at.editor.state, at.editor.view.dispatch);
    at.editor.commands.insertContent('2022');
    const table = at.editor.state.doc.child(0).child(1);
    expect(table.type.name).toBe('table');
    const heads = Array.from({ length: 3 }, (_, column) => table.child(0).child(column).textContent);
    expect(heads).toEqual(['Partner', '2022', '']);
    expect(at.editor.state.doc.child(0).lastChild?.textContent).toBe('After.');
  });

  it('goes back in one step of undo', () => {
    const at = openWith(paragraph('Text.'));
    at.editor.commands.setTextSelection(4);
    at.editor.commands.insertContent('typed just before');
    const before = blocksOf(at);
    insertQuotation(at.editor, citedPassage(1, 2));
    expect(blocksOf(at).map(({ type }) => type)).toEqual(['paragraph', 'quotation']);
    undo(at.editor.state, at.editor.view.dispatch);
    expect(blocksOf(at)).toEqual(before);
  });

  it('puts a footnote at the caret and a section after the one that is written', () => {
    const at = openWith(paragraph('Text.'));
    at.editor.commands.setTextSelection(7);
    insertFootnote(at.editor);
    expect(blocksOf(at)[0]).toMatchObject({ content: [{ text: 'Text.' }, { type: 'footnote' }] });
    insertSection(at.editor);
    expect(at.editor.state.doc.children.map(({ attrs }) => attrs.heading)).toEqual([
      'Analysis',
      'New section',
    ]);
  });
});
