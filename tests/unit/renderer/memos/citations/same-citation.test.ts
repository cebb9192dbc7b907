// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PassageRow } from '#domain/contract/passage.ts';
import { appendEvidence } from '#domain/memo/append-evidence.ts';
import type { MemoBlock } from '#domain/memo/memo-content.ts';
import { ok } from '#domain/result.ts';
import { ungraded } from '#domain/tradecraft/grade.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { dragPassage } from '#renderer/memos/editor/drag-passages.ts';
import { citePassage, findPassages } from '#renderer/memos/inline-menu/find-passages.ts';
import { eventually } from '../../../../support/unit/eventually.ts';
import { installScriptedBridge } from '../../bridge/scripted-bridge.ts';
import { blocksOf, citedPassage, type OpenEditor, openMemoEditor } from '../open-memo-editor.ts';

const { articleId, passageId, exactSha256 } = citedPassage(1, 1);

const row = {
  id: passageId,
  articleId,
  quote: 'words of passage 1',
  printed: '“words of passage 1”',
  region: null,
  paragraph: 1,
  grade: ungraded,
  version: null,
  readings: [],
} as unknown as PassageRow;

const opened: OpenEditor[] = [];

const open = (): OpenEditor => {
  const begun = openMemoEditor([
    { type: 'paragraph', content: [{ type: 'text', text: 'It goes on' }] },
  ] satisfies readonly MemoBlock[]);
  opened.push(begun);
  begun.editor.commands.setTextSelection(12);
  return begun;
};

/** Where a drop lands: jsdom has no layout. */
const dropOn = ({ editor }: OpenEditor, shiftKey: boolean): void => {
  dragPassage(row);
  editor.view.posAtCoords = () => ({ pos: 12, inside: -1 });
  const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
    clientX: 1,
    clientY: 1,
    shiftKey,
    dataTransfer: { getData: () => '', types: [], files: [] },
  });
  editor.view.dom.dispatchEvent(event);
};

const ways: Readonly<Record<string, (opened: OpenEditor, isBlock: boolean) => Promise<unknown>>> = {
  'the Passages panel, by Enter, m or its buttons': ({ editor, book, store }, isBlock) =>
    citePassage(editor, { book, store }, row, { shape: isBlock ? 'block' : 'inline' }),
  'an @': async ({ editor, book, store }, isBlock) => {
    const [item] = await findPassages({ book, store })({ query: '' });
    const at = editor.state.selection.from;
    item?.run(editor, { from: at, to: at }, isBlock ? 'block' : 'usual');
  },
  'a drag': async (opened, isBlock) => dropOn(opened, isBlock),
};

const citedBy = async (way: string, isBlock: boolean): Promise<readonly MemoBlock[]> => {
  const begun = open();
  const before = begun.editor.state.doc;
  await ways[way]?.(begun, isBlock);
  await eventually(() => expect(begun.editor.state.doc.eq(before)).toBe(false));
  return blocksOf(begun);
};

afterEach(() => {
  for (const { editor } of opened.splice(0)) editor.destroy();
  cleanup();
});

beforeEach(() => {
  // jsdom has no layout: the caret is nowhere, and nothing scrolls to it.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
  useAppState.setState({ isCatalogueReady: true });
  const bridge = installScriptedBridge();
  bridge.answer('memo:cite', () => ok({ articleId, passageId, exactSha256 }));
  bridge.answer('memo:citable', () =>
    ok([{ row, language: null, ways: [{ translation: null, printed: row.printed, isFound: true }] }]),
  );
});

describe('a passage', () => {
  it('takes the place of what was typed for it, though somebody types on meanwhile', async () => {
    const begun = open();
    const { editor, book, store } = begun;
    const from = editor.state.selection.from;
    editor.commands.insertContentAt(from, '@port');
    const cited = citePassage(editor, { book, store }, row, { shape: 'inline' }, { from, to: from + 5 });
    editor.commands.insertContentAt(editor.state.selection.from, '. More.');
    expect(await cited).toBe(true);
    expect(blocksOf(begun)).toMatchObject([
      {
        content: [
          { text: 'It goes on' },
          { type: 'citation', attrs: { passageId } },
          { type: 'text', text: '. More.' },
        ],
      },
    ]);
  });

  it.for(Object.keys(ways))('cited by %s is the same citation', async (way) => {
    expect(await citedBy(way, false)).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'It goes on' },
          { type: 'citation', attrs: { articleId, passageId, exactSha256, form: 'whole' } },
          { type: 'text', text: ' ' },
        ],
      },
    ]);
  });

  it.for(Object.keys(ways))(
    'quoted by %s is the same block that m in the reader adds to the evidence',
    async (way) => {
      const blocks = await citedBy(way, true);
      const { content } = appendEvidence(
        {
          type: 'doc',
          content: [{ type: 'section', attrs: { role: 'own', heading: 'Evidence' }, content: [] }],
        },
        [{ articleId, passageId, exactSha256 }],
        'en',
      );
      expect(blocks.at(-1)).toEqual(content.content[0]?.content[0]);
    },
  );
});
