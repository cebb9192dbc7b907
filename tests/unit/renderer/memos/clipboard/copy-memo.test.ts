// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import { AllSelection, NodeSelection, TextSelection } from '@tiptap/pm/state';
import { afterEach, describe, expect, it } from 'vitest';
import { judgementIdSchema } from '#domain/ids.ts';
import { type MemoBlock, type MemoContent, memoContentSchema } from '#domain/memo/memo-content.ts';
import { enter } from '#renderer/memos/state/citation-book.ts';
import { readContent } from '#renderer/memos/state/read-content.ts';
import { citedPassage, type OpenEditor, openMemoEditor, resolved } from '../open-memo-editor.ts';

const opened: OpenEditor[] = [];

const openWith = (...blocks: readonly MemoBlock[]): OpenEditor => {
  const open = openMemoEditor(blocks);
  enter(open.book, [resolved(1, 8), resolved(2, 3)]);
  opened.push(open);
  return open;
};

afterEach(() => {
  for (const { editor } of opened.splice(0)) editor.destroy();
  cleanup();
});

const paragraph = (text: string): MemoBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const cited = (article: number, passage: number, form: 'whole' | 'number' = 'whole') => ({
  type: 'citation' as const,
  attrs: { ...citedPassage(article, passage), form },
});

const blocks: readonly MemoBlock[] = [
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'He said ' },
      cited(1, 8),
      { type: 'text', text: ', as ' },
      { type: 'text', marks: [{ type: 'link', attrs: { href: 'https://example.org/a' } }], text: 'others' },
      { type: 'text', text: ' did', marks: [{ type: 'bold' }] },
      { type: 'footnote', attrs: { text: 'Series HS 8457.' } },
      { type: 'text', text: ' ' },
      cited(2, 3, 'number'),
    ],
  },
  {
    type: 'judgement',
    attrs: {
      id: judgementIdSchema.parse('01920000-0000-7000-8000-000000000009'),
      likelihood: 'likely',
      confidence: 'low',
      confidenceReason: 'one government',
      assumptions: 'no second talks',
      wouldChange: '',
    },
    content: [{ type: 'text', text: 'Listings come first.' }],
  },
  { type: 'quotation', attrs: citedPassage(2, 3) },
  {
    type: 'orderedList',
    content: [
      {
        type: 'listItem',
        content: [
          paragraph('One'),
          { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('Below')] }] },
        ],
      },
      { type: 'listItem', content: [paragraph('Two')] },
    ],
  },
  {
    type: 'table',
    attrs: { caption: 'Calls at ports', source: 'Harbour register' },
    content: [
      {
        type: 'tableRow',
        content: (['Port', 'Calls'] as const).map((text) => ({
          type: 'tableHeader' as const,
          attrs: { colspan: 1, rowspan: 1, align: null },
          content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
        })),
      },
      {
        type: 'tableRow',
        content: (['Vostochny', '12'] as const).map((text) => ({
          type: 'tableCell' as const,
          attrs: { colspan: 1, rowspan: 1, align: null },
          content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
        })),
      },
    ],
  },
];

const copyAll = ({ editor }: OpenEditor) => {
  const { view, state } = editor;
  return view.serializeForClipboard(new AllSelection(state.doc).content());
};

const contentOf = ({ editor }: OpenEditor): MemoContent =>
  memoContentSchema.parse(readContent(editor.state.doc));

/** jsdom has no ClipboardEvent; the editor only hands the event on. */
const paste = ({ editor }: OpenEditor, html: string): boolean =>
  editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent);

describe('a copy out of a memo', () => {
  it('is complete as plain text, with its notes and sources', () => {
    expect(copyAll(openWith(...blocks)).text).toBe(
      [
        'Analysis',
        'He said “words of passage 8” [1 ¶8], as others <https://example.org/a> did [a] [2 ¶3]',
        'Likely: Listings come first.\nConfidence: low; one government.\nAssumes: no second talks.',
        '    words of passage 3\n    — Harbour Dispatch, 22 April 2024, para. 3 [2 ¶3]',
        '1. One\n   - Below\n2. Two',
        'Calls at ports\nPort\tCalls\nVostochny\t12\nSource: Harbour register',
        'Notes\n[a] Series HS 8457.',
        'Sources\n[1] Harbour Dispatch, “Article 1”, 22 April 2024.\n[2] Harbour Dispatch, “Article 2”, 22 April 2024.',
      ].join('\n\n'),
    );
  });

  it('leaves out sections that say nothing, as print does, or has the words that stand for them there', () => {
    const { editor } = openWith(paragraph('Ships waited.'));
    const guide = (whenEmpty: string) => ({ prompt: 'What is open.', whenEmpty, isRequired: false });
    const empty = (heading: string, whenEmpty = '') => ({
      type: 'section',
      attrs: { role: 'own', heading, guide: guide(whenEmpty) },
      content: [{ type: 'paragraph' }],
    });
    const written = {
      ...empty('Outlook'),
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'More to come.' }] }],
    };
    editor.commands.insertContentAt(editor.state.doc.content.size, [
      empty('Gaps'),
      empty('Response', 'No change.'),
      written,
    ]);
    const { view, state } = editor;
    const { text, dom } = view.serializeForClipboard(new AllSelection(state.doc).content());
    expect(text).toBe(
      ['Analysis', 'Ships waited.', 'Response', 'No change.', 'Outlook', 'More to come.'].join('\n\n'),
    );
    // Pasted back, nothing of the memo is lost.
    expect(Array.from(dom.querySelectorAll('h2'), ({ textContent }) => textContent)).toContain('Gaps');
  });

  it('is complete as HTML, and stands for itself in every other program', () => {
    const { dom } = copyAll(openWith(...blocks));
    expect(dom.querySelector('h2')?.textContent).toBe('Analysis');
    expect(dom.querySelector('blockquote')?.textContent).toContain('words of passage 3');
    expect(dom.querySelector('a')?.getAttribute('href')).toBe('https://example.org/a');
    expect(dom.querySelector('ol ul li')?.textContent).toBe('Below');
    expect(Array.from(dom.querySelectorAll('th, td'), (cell) => cell.textContent)).toEqual([
      'Port',
      'Calls',
      'Vostochny',
      '12',
    ]);
    const words = dom.textContent ?? '';
    for (const part of [
      'He said “words of passage 8” [1 ¶8], as others did[a] [2 ¶3]',
      'Likely: Listings come first.',
      'Confidence: low; one government.',
      '[a] Series HS 8457.',
      '[2] Harbour Dispatch, “Article 2”, 22 April 2024.',
    ])
      expect(words).toContain(part);
  });

  it('leads nowhere but where a memo may: any other address goes along as words', () => {
    const marks = [{ type: 'link' as const, attrs: { href: 'javascript:alert(1)' } }];
    const open = openWith({ type: 'paragraph', content: [{ type: 'text', text: 'words', marks }] });
    const { dom, text } = copyAll(open);
    expect(dom.querySelector('[href]')).toBeNull();
    expect(dom.textContent).toContain('words');
    expect(text).toContain('words');
  });

  it('has the numbers of paragraphs that are printed with them, and they are no words where it is pasted', () => {
    const own = [
      paragraph('First.'),
      { type: 'paragraph' as const },
      paragraph('Second.'),
      ...blocks.slice(3),
    ];
    const open = openWith(...own);
    open.store.setState({ numbersParagraphs: true });
    open.editor.commands.selectAll();
    const { dom, text } = copyAll(open);
    expect(text).toContain('Analysis\n\n1. First.\n\n\n\n2. Second.\n\n1. One');
    expect(Array.from(dom.querySelectorAll('p'), (line) => line.textContent).slice(0, 3)).toEqual([
      '1. First.',
      '',
      '2. Second.',
    ]);
    const other = openWith(paragraph('Already here.'));
    paste(other, dom.innerHTML);
    expect(contentOf(other).content[1]?.content).toEqual(own);

    open.editor.commands.setTextSelection({ from: 3, to: 6 });
    expect(open.editor.view.serializeForClipboard(open.editor.state.selection.content()).text).toBe('irs');
  });

  it('is what it was where it is pasted into another memo: sections stand behind the one of the caret', () => {
    const { dom } = copyAll(openWith(...blocks));
    const other = openWith(paragraph('Already here.'));
    other.editor.commands.setTextSelection(9);
    paste(other, dom.innerHTML);
    const [first, second, ...more] = contentOf(other).content;
    expect(first?.content).toEqual([paragraph('Already here.')]);
    expect(second).toEqual({
      type: 'section',
      attrs: { role: 'analysis', heading: 'Analysis' },
      content: blocks,
    });
    expect(more).toEqual([]);
  });

  it('is cited again where some words with a citation are pasted, and brings no list of sources along', () => {
    const { editor } = openWith(blocks[0] as MemoBlock);
    const slice = TextSelection.create(editor.state.doc, 2, 12).content();
    const { dom, text } = editor.view.serializeForClipboard(slice);
    expect(text).toBe(
      'He said “words of passage 8” [1 ¶8],\n\nSources\n[1] Harbour Dispatch, “Article 1”, 22 April 2024.',
    );
    expect(dom.querySelector('section')).toBeNull();
    const other = openWith({ type: 'paragraph' });
    other.editor.commands.setTextSelection(2);
    paste(other, dom.innerHTML);
    expect(contentOf(other).content[0]?.content).toEqual([
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'He said ' }, cited(1, 8), { type: 'text', text: ',' }],
      },
    ]);
  });

  it('says of a shortened citation what it prints, and is shortened in the same way again', () => {
    const kept = [
      { start: 0, end: 5 },
      { start: 9, end: 18 },
    ];
    const node = {
      type: 'citation' as const,
      attrs: { ...citedPassage(1, 8), form: 'whole' as const, kept },
    };
    const open = openWith({ type: 'paragraph', content: [node] });
    enter(open.book, [resolved(1, 8, { kept, printed: '“words […] passage 8”' })]);
    const { dom, text } = copyAll(open);
    expect(text).toContain('“words […] passage 8” [1 ¶8]');
    const other = openWith({ type: 'paragraph' });
    paste(other, dom.innerHTML);
    expect(contentOf(other).content[1]?.content).toEqual([{ type: 'paragraph', content: [node] }]);
  });

  it('of one quotation is a quotation again', () => {
    const { editor } = openWith({ type: 'quotation', attrs: citedPassage(2, 3) });
    const slice = NodeSelection.create(editor.state.doc, 1).content();
    const { dom } = editor.view.serializeForClipboard(slice);
    const other = openWith({ type: 'paragraph' });
    other.editor.commands.setTextSelection(2);
    paste(other, dom.innerHTML);
    expect(contentOf(other).content[0]?.content).toContainEqual({
      type: 'quotation',
      attrs: citedPassage(2, 3),
    });
  });

  it('of a passage with its citation, from wherever passages are shown, is its quotation', () => {
    const into = openWith(paragraph('Before.'));
    into.editor.commands.setTextSelection(into.editor.state.doc.content.size - 2);
    const attributes = JSON.stringify(citedPassage(2, 3)).replaceAll('"', '&quot;');
    const copied = `<blockquote data-quotation="${attributes}"><p>“words”</p><p>— Dispatch</p></blockquote>`;
    paste(into, `<html><body><!--StartFragment-->${copied}<!--EndFragment--></body></html>`);
    expect(contentOf(into).content[0]?.content).toEqual([
      paragraph('Before.'),
      { type: 'quotation', attrs: citedPassage(2, 3) },
    ]);
  });
});
