// @vitest-environment jsdom
import { EditorState, Plugin } from '@tiptap/pm/state';
import { DecorationSet, EditorView } from '@tiptap/pm/view';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockNode, Body, TableCellNode } from '#domain/article/body/body.ts';
import { type PassageId, passageIdSchema } from '#domain/ids.ts';
import { firstLabels } from '#domain/passage/label.ts';
import { type Decorated, decorate } from '#renderer/reader/drawing/decorate.ts';
import { assignLanes, type HighlightRange } from '#renderer/reader/drawing/lay-highlights.ts';
import { hitLayer, numberLayer } from '#renderer/reader/drawing/paper-layers.ts';
import { passageLayer } from '#renderer/reader/drawing/passage-layer.ts';
import type { Drawn } from '#renderer/reader/state/layer.ts';
import { preparedArticleOf } from '../article-fixture.ts';

const paragraph = (text: string): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const cell = (text: string): TableCellNode => ({
  type: 'tableCell',
  attrs: { colspan: 1, rowspan: 1 },
  content: [paragraph(text)],
});
const body: Body = {
  type: 'doc',
  content: [
    paragraph('The strait will be closed to tankers for two days.'),
    paragraph('An official said so on Monday.'),
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('one'), paragraph('two')] }] },
    { type: 'table', content: [{ type: 'tableRow', content: [cell('ships'), cell('24')] }] },
    { type: 'paragraph' },
    paragraph('Freight rates rose at once.'),
  ],
};
const article = preparedArticleOf(body);
const { length } = article.index.text;

const idOf = (number: number): PassageId =>
  passageIdSchema.parse(`0198a000-0000-7000-8000-${String(number).padStart(12, '0')}`);
const anyRange = fc
  .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 40 }))
  .map(([start, size]) => ({ start, end: Math.min(length, start + size) }));
const anyRanges = fc
  .array(fc.tuple(anyRange, fc.constantFrom(...firstLabels)), { maxLength: 9 })
  .map((drawn) =>
    drawn.map(
      ([range, label], at): HighlightRange => ({
        ...range,
        label,
        passageId: idOf(at),
        length: range.end - range.start,
      }),
    ),
  );
const anyId = fc.option(fc.nat(8).map(idOf));
const anyDrawn = fc
  .record({
    window: anyRange,
    ranges: anyRanges,
    selectedId: anyId,
    hotId: anyId,
    hit: fc.option(anyRange),
    currentHit: fc.integer({ min: -1, max: 0 }),
  })
  .map(
    ({ window, ranges, selectedId, hotId, hit, currentHit }): Drawn => ({
      window,
      layers: [
        numberLayer(article),
        passageLayer(article, assignLanes(ranges))({ selectedId, hotId }),
        hitLayer(article, hit === null ? [] : [hit], currentHit),
      ],
    }),
  );

/** ProseMirror adds and takes classes one by one; their order says nothing. */
const sortClasses = (root: Element): void => {
  for (const element of root.querySelectorAll('[class]')) {
    element.className = [...element.classList].toSorted().join(' ');
  }
};

/** The text as the reader shows it after it showed each of the sets in turn. */
const htmlAfter = (...sets: readonly DecorationSet[]): string => {
  const shown = { set: DecorationSet.empty };
  const plugin = new Plugin({ props: { decorations: () => shown.set } });
  const view = new EditorView(null, { state: EditorState.create({ doc: article.doc, plugins: [plugin] }) });
  for (const set of sets) {
    shown.set = set;
    view.updateState(view.state);
  }
  sortClasses(view.dom);
  const html = view.dom.innerHTML;
  view.destroy();
  return html;
};

/** Each drawing made of the one before. */
const drawInTurn = (drawings: readonly Drawn[]): readonly Decorated[] => {
  const drawn: Decorated[] = [];
  for (const drawing of drawings) drawn.push(decorate(article, drawing, drawn.at(-1)));
  return drawn;
};

const blocksOf = ({ tops }: Decorated) => new Map([...tops.values()].flatMap(({ blocks }) => [...blocks]));

describe('drawing over the text', () => {
  it('step by step comes to the same as drawing all at once, whatever was drawn before', () => {
    fc.assert(
      fc.property(fc.array(anyDrawn, { minLength: 1, maxLength: 5 }), (drawings) => {
        const stepByStep = drawInTurn(drawings).map(({ set }) => set);
        const { set: atOnce } = decorate(
          article,
          drawings.at(-1) ?? { window: { start: 0, end: 0 }, layers: [] },
        );
        expect(htmlAfter(...stepByStep)).toBe(htmlAfter(atOnce));
      }),
    );
  });

  it('makes of its decorations what ProseMirror would make of them', () => {
    fc.assert(
      fc.property(anyDrawn, (drawn) => {
        const { set } = decorate(article, drawn);
        expect(htmlAfter(set)).toBe(htmlAfter(DecorationSet.create(article.doc, set.find())));
      }),
    );
  });

  it('leaves the decorations of a block alone as long as nothing over it changes', () => {
    fc.assert(
      fc.property(anyDrawn, anyRange, (drawn, window) => {
        const before = decorate(article, drawn);
        const after = decorate(article, { ...drawn, window }, before);
        const drawnBefore = blocksOf(before);
        for (const [block, drawnNow] of blocksOf(after)) {
          expect(drawnBefore.get(block) ?? drawnNow).toBe(drawnNow);
        }
      }),
    );
  });

  it('redraws only the blocks of a passage that is selected', () => {
    const ranges: HighlightRange[] = [
      { passageId: idOf(1), label: 'claim', start: 4, end: 10, length: 6 },
      { passageId: idOf(2), label: 'data', start: 54, end: 62, length: 8 },
    ];
    const layer = passageLayer(article, assignLanes(ranges));
    const window = { start: 0, end: length };
    const none = decorate(article, { window, layers: [layer({ selectedId: null, hotId: null })] });
    const one = decorate(article, { window, layers: [layer({ selectedId: idOf(2), hotId: null })] }, none);
    const redrawn = [...one.tops].filter(([top, decorated]) => none.tops.get(top) !== decorated);
    expect(redrawn.map(([{ node }]) => node.textContent)).toEqual(['An official said so on Monday.']);
  });

  it('takes passages that were read again for the same', () => {
    const ranges: HighlightRange[] = [{ passageId: idOf(1), label: 'claim', start: 4, end: 10, length: 6 }];
    const layers = () => [
      passageLayer(article, assignLanes(structuredClone(ranges)))({ selectedId: null, hotId: null }),
    ];
    const window = { start: 0, end: length };
    const before = decorate(article, { window, layers: layers() });
    expect(decorate(article, { window, layers: layers() }, before).set).toBe(before.set);
  });
});
