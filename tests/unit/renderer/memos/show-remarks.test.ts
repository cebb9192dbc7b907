// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import { Editor, getSchema } from '@tiptap/core';
import { undo } from '@tiptap/pm/history';
import { Mapping } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type MemoBlock, type MemoContent, memoContentSchema } from '#domain/memo/memo-content.ts';
import { applySuggestion } from '#domain/memo/round/apply-suggestion.ts';
import { textOf, type WrittenBlock, writtenBlocks } from '#domain/memo/round/written-blocks.ts';
import { blockPositions, rangeOfPlace } from '#renderer/memos/review/show-remarks.ts';
import { memoExtensions } from '#renderer/memos/schema/memo-schema.ts';
import { showContent } from '#renderer/memos/state/use-memo-session.ts';
import { anyContent } from '../../../support/memo/any-content.ts';
import { paragraph, section } from '../../../support/memo/written-memo.ts';
import { openMemoEditor } from './open-memo-editor.ts';

afterEach(cleanup);

const schema = getSchema(memoExtensions);

describe('the places of remarks in the editor', () => {
  it('are at the blocks that are counted in the archive, in any memo', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const doc = schema.nodeFromJSON(content);
        const types = blockPositions(doc).map((position) => doc.nodeAt(position)?.type.name);
        expect(types).toEqual(writtenBlocks(content).map(({ node }) => node.type));
      }),
      { numRuns: 50 },
    );
  });

  it('are at the letters that their offsets count, in any memo', () => {
    fc.assert(
      fc.property(anyContent, fc.nat(40), (content, at) => {
        const doc = schema.nodeFromJSON(content);
        const isProse = ({ node }: WrittenBlock): boolean => ['paragraph', 'judgement'].includes(node.type);
        for (const block of writtenBlocks(content).filter(isProse)) {
          const text = textOf(block, 'text') ?? '';
          const start = Math.min(at, text.length);
          const range = rangeOfPlace(doc, { block: block.block, field: 'text', start, end: text.length });
          const [from, to] = range === null ? [0, 0] : [range.from, range.to];
          expect(doc.textBetween(from, to, '', '\uFFFC')).toBe(text.slice(start));
        }
      }),
      { numRuns: 50 },
    );
  });
});

const memoOf = (...texts: readonly string[]): MemoContent =>
  memoContentSchema.parse({
    type: 'doc',
    content: [section('analysis', 'Analysis', ...texts.map((text) => paragraph(text)))],
  });

describe('a text that another act has made', () => {
  it('is taken into the editor without what was typed meanwhile being lost', () => {
    const before = memoOf('All four had offices there.', 'It ends.');
    const { editor } = openMemoEditor(before.content[0]?.content as MemoBlock[]);
    const base = editor.state.doc;
    const typed = new Mapping();
    editor.on('transaction', ({ transaction }) => typed.appendMapping(transaction.mapping));
    const end = blockPositions(base)[2] ?? 0;
    editor.commands.insertContentAt(end + 1, 'Now ');
    const place = { block: 1, field: 'text', start: 9, end: 20 } as const;
    const taken = applySuggestion(before, place, { kind: 'words', text: 'rented desks' });
    if (!taken.ok) throw new Error(taken.error);
    showContent(editor, { base, typed, content: taken.value });
    expect(
      writtenBlocks(memoContentSchema.parse(editor.getJSON())).map((block) => textOf(block, 'text')),
    ).toEqual([null, 'All four rented desks there.', 'Now It ends.']);
    // What was taken is a step of the archive, and none of typing.
    undo(editor.state, editor.view.dispatch);
    expect(editor.getText()).toContain('rented desks');
    expect(editor.getText()).not.toContain('Now');
  });

  it('is the text of the editor to the letter, whatever of it differs', () => {
    const editor = new Editor({ element: document.createElement('div'), extensions: memoExtensions });
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        editor.commands.setContent(editor.schema.nodeFromJSON(before));
        showContent(editor, { base: editor.state.doc, typed: new Mapping(), content: after });
        const shown = editor.getJSON();
        // A table of uneven rows is filled up, however it came there.
        editor.commands.setContent(editor.schema.nodeFromJSON(after));
        expect(shown).toEqual(editor.getJSON());
      }),
      { numRuns: 25 },
    );
    editor.destroy();
  });

  it('keeps each section one, where something is taken in several', () => {
    const memo = (first: string, last: string) =>
      memoContentSchema.parse({
        type: 'doc',
        content: [
          section('assumptions', 'Assumptions', paragraph(first)),
          section('alternatives', 'Alternatives', paragraph('It may be meant for allies alone.')),
          section('gaps', 'Gaps', paragraph(last)),
        ],
      });
    const { editor } = openMemoEditor([paragraph('Nothing yet.')]);
    const before = memo('Listings are meant.', 'The firms are not named.');
    editor.commands.setContent(editor.schema.nodeFromJSON(before));
    const content = memo('Listings are meant, as in 2023.', 'One firm is not named.');
    showContent(editor, { base: editor.state.doc, typed: new Mapping(), content });
    expect(editor.getJSON()).toEqual(schema.nodeFromJSON(content).toJSON());
  });
});
