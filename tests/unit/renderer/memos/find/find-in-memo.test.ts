// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { undo } from '@tiptap/pm/history';
import { createElement } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MemoBlock } from '#domain/memo/memo-content.ts';
import { loosely } from '#domain/text/find-in-text.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import {
  endSearch,
  findStateOf,
  goToHit,
  replaceAll,
  replaceHit,
  seek,
  seekWithin,
} from '#renderer/memos/editor/find-in-memo.ts';
import { countInQuotations } from '#renderer/memos/editor/searched-texts.ts';
import { MemoFind } from '#renderer/memos/find/MemoFind.tsx';
import { enter } from '#renderer/memos/state/citation-book.ts';
import { eventually } from '../../../../support/unit/eventually.ts';
import { blocksOf, citedPassage, type OpenEditor, openMemoEditor, resolved } from '../open-memo-editor.ts';

let open: OpenEditor;
beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  open = openMemoEditor(written);
});
afterEach(() => {
  open.editor.destroy();
  cleanup();
});

const text = (words: string) => ({ type: 'text' as const, text: words });
const written: readonly MemoBlock[] = [
  {
    type: 'paragraph',
    content: [text('The port’s gate. '), { ...text('The port'), marks: [{ type: 'bold' }] }],
  },
  {
    type: 'paragraph',
    content: [
      text('A po'),
      { type: 'citation', attrs: { ...citedPassage(1, 1), form: 'number' } },
      text('rt, no port.'),
    ],
  },
];
/** The words of each block; a citation as *, bold as **words**. */
const words = (): readonly string[] =>
  blocksOf(open).map((block) =>
    block.type !== 'paragraph'
      ? ''
      : (block.content ?? [])
          .map((node) => {
            if (node.type !== 'text') return '*';
            return node.marks === undefined ? node.text : `**${node.text}**`;
          })
          .join(''),
  );
const selected = () => {
  const { from, to } = open.editor.state.selection;
  return open.editor.state.doc.textBetween(from, to);
};

it('hits are found whatever their case, and none across a citation', () => {
  expect(seek(open.editor, 'PORT')).toMatchObject({ current: 0, hits: { length: 3 } });
  expect(document.querySelectorAll('.find-hit')).toHaveLength(3);
  expect(seek(open.editor, "port's").hits).toHaveLength(1);
  expect(seek(open.editor, 'nowhere')).toMatchObject({ current: -1, hits: [] });
});

it('the next and the one before are gone to, around the ends', () => {
  seek(open.editor, 'port');
  expect(goToHit(open.editor, -1).current).toBe(2);
  expect(goToHit(open.editor, 1).current).toBe(0);
});

it('one hit is replaced, the next one is stood at, and undo takes it back', () => {
  seek(open.editor, 'port');
  goToHit(open.editor, 1);
  expect(replaceHit(open.editor, 'harbour')).toBe(true);
  expect(words()).toEqual(['The port’s gate. **The harbour**', 'A po*rt, no port.']);
  expect(findStateOf(open.editor)).toMatchObject({ current: 1, hits: { length: 2 } });
  undo(open.editor.state, open.editor.view.dispatch);
  expect(words()).toEqual(['The port’s gate. **The port**', 'A po*rt, no port.']);
});

it('words that hold what is sought are not replaced again', () => {
  seek(open.editor, 'port');
  replaceHit(open.editor, 'seaport');
  expect(findStateOf(open.editor).current).toBe(1);
  expect(words()[0]).toBe('The seaport’s gate. **The port**');
});

it('all hits are replaced as one step of undo', () => {
  seek(open.editor, 'port');
  expect(replaceAll(open.editor, 'harbour')).toBe(3);
  expect(words()).toEqual(['The harbour’s gate. **The harbour**', 'A po*rt, no harbour.']);
  undo(open.editor.state, open.editor.view.dispatch);
  expect(words()).toEqual(['The port’s gate. **The port**', 'A po*rt, no port.']);
  expect(seek(open.editor, 'port').hits).toHaveLength(3);
  expect(replaceAll(open.editor, '')).toBe(3);
  expect(words()[1]).toBe('A po*rt, no .');
});

it('what was stood at is selected when the search ends, and nothing is marked then', () => {
  seek(open.editor, 'gate');
  endSearch(open.editor);
  expect(selected()).toBe('gate');
  expect(document.querySelectorAll('.find-hit')).toHaveLength(0);
});

const judged = (): void => {
  open.editor.commands.setContent({
    type: 'doc',
    content: [
      {
        type: 'section',
        attrs: { role: 'analysis', heading: 'Port calls' },
        content: [
          {
            type: 'paragraph',
            content: [
              text('The quay'),
              { type: 'footnote', attrs: { text: 'Port register, port by port.' } },
            ],
          },
          {
            type: 'judgement',
            attrs: {
              id: '01920000-0000-7000-8000-000000000009',
              likelihood: null,
              confidence: 'low',
              confidenceReason: 'one port',
              assumptions: 'the port stays open',
              wouldChange: '',
            },
            content: [text('The port reopens.')],
          },
        ],
      },
    ],
  });
  open.editor.commands.setTextSelection(2);
};

it('finds headings, footnotes and what stands beside a judgement, in the order in which they are read', () => {
  judged();
  seek(open.editor, 'port');
  expect(findStateOf(open.editor).hits.map(({ field }) => field?.name ?? 'statement')).toEqual([
    'heading',
    'text',
    'text',
    'text',
    'statement',
    'confidenceReason',
    'assumptions',
  ]);
});

it('replaces them there, one by one and all, as steps of undo', () => {
  judged();
  seek(open.editor, 'port');
  expect(findStateOf(open.editor).current).toBe(1);
  replaceHit(open.editor, 'seaport');
  expect(findStateOf(open.editor).hits[findStateOf(open.editor).current]?.field).toMatchObject({ start: 18 });
  expect(replaceAll(open.editor, 'harbour')).toBe(7);
  const [quay, judgement] = blocksOf(open);
  expect(quay).toMatchObject({
    content: [{}, { attrs: { text: 'seaharbour register, harbour by harbour.' } }],
  });
  expect(judgement).toMatchObject({
    attrs: { confidenceReason: 'one harbour', assumptions: 'the harbour stays open' },
    content: [{ text: 'The harbour reopens.' }],
  });
  undo(open.editor.state, open.editor.view.dispatch);
  undo(open.editor.state, open.editor.view.dispatch);
  expect(blocksOf(open)[0]).toMatchObject({
    content: [{}, { attrs: { text: 'Port register, port by port.' } }],
  });
});

it('leaves a heading that would be empty, and ends in the field of the hit', async () => {
  judged();
  await eventually(() => expect(document.querySelectorAll('textarea').length).toBeGreaterThan(2));
  seek(open.editor, 'port calls');
  replaceAll(open.editor, '');
  expect(findStateOf(open.editor).hits).toHaveLength(1);
  seek(open.editor, 'stays');
  endSearch(open.editor);
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('No field has the focus.');
  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('stays');
});

it('takes case, whole words and regular expressions where asked to, and replaces by their groups', () => {
  expect(seek(open.editor, 'Port', { how: { ...loosely, matchesCase: true } }).hits).toHaveLength(0);
  expect(seek(open.editor, 'por', { how: { ...loosely, wholeWords: true } }).hits).toHaveLength(0);
  expect(seek(open.editor, 'port', { how: { ...loosely, wholeWords: true } }).hits).toHaveLength(3);
  expect(seek(open.editor, '(', { how: { ...loosely, isPattern: true } }).hits).toHaveLength(0);
  // A regular expression is looked for in a thread of its own where there are threads.
  seek(open.editor, '(The) (port)');
  expect(findStateOf(open.editor).hits).toHaveLength(2);
  replaceAll(open.editor, '$2 $1 $$');
  expect(words()).toEqual(['port The $’s gate. **port The $**', 'A po*rt, no port.']);
});

it('stays in the selection, which grows with what is replaced', () => {
  expect(seekWithin(open.editor, true)).toBe(false);
  seek(open.editor, 'port');
  open.editor.commands.setTextSelection({ from: 2, to: 18 });
  expect(seekWithin(open.editor, true)).toBe(true);
  expect(replaceAll(open.editor, 'harbour port')).toBe(1);
  expect(findStateOf(open.editor).hits).toHaveLength(1);
  seekWithin(open.editor, false);
  expect(findStateOf(open.editor).hits).toHaveLength(3);
});

const citeWhole = (): void => {
  const whole = { type: 'citation' as const, attrs: { ...citedPassage(1, 1), form: 'whole' as const } };
  open.editor.commands.setContent({
    type: 'doc',
    content: [
      {
        type: 'section',
        attrs: { role: 'analysis', heading: 'Analysis' },
        content: [{ type: 'paragraph', content: [text('words, '), whole] }],
      },
    ],
  });
  enter(open.book, [resolved(1, 1)]);
};

it('counts what stands in cited quotations, and leaves it alone', async () => {
  citeWhole();
  const state = seek(open.editor, 'words', { how: loosely });
  expect(state.hits).toHaveLength(1);
  expect(await countInQuotations(open.editor, open.book, state)).toBe(1);
});

it('says that words without a match are in a cited quotation', async () => {
  citeWhole();
  render(createElement(MemoFind, { editor: open.editor, book: open.book, isReadOnly: false }));
  act(() => void runCommand('edit.find'));
  const field = screen.getByLabelText('Find in this memo');
  fireEvent.change(field, { target: { value: 'passage' } });
  expect(await screen.findByText('1 in cited quotations')).toBeTruthy();
  fireEvent.change(field, { target: { value: 'passages' } });
  expect(await screen.findByText('Not found')).toBeTruthy();
});
