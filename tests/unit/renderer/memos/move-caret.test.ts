import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { type LineStep, stepLine } from '#renderer/memos/editor/move-caret.ts';
import { createMemoSchema } from '#renderer/memos/schema/memo-schema.ts';

const schema = createMemoSchema();
const passage = { articleId: 'a', passageId: 'p', exactSha256: 'x' };
const cite = { type: 'citation', attrs: { ...passage, form: 'whole' } };
const quotation = { type: 'quotation', attrs: passage };
const say = (...content: readonly (string | object)[]) => ({
  type: 'paragraph',
  content: content.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part)),
});
const row = (...words: readonly string[]) => ({
  type: 'tableRow',
  content: words.map((each) => ({ type: 'tableCell', content: [say(each)] })),
});
const memo = (...sections: readonly (readonly object[])[]): Node =>
  schema.nodeFromJSON({
    type: 'doc',
    content: sections.map((content, at) => ({
      type: 'section',
      attrs: { role: 'own', heading: `Section ${at}` },
      content,
    })),
  });

const LINE = 20;
/** A quotation within a sentence is as long as two lines and a half. */
const LENGTH_OF_CITATION = 50;

/** How many lines the signs of a block take; `place` hears where each of its places is drawn. */
const drawBlock = (node: Node, place: (at: number, line: number, left: number) => void): number => {
  let sign = 0;
  for (let at = 0; at <= node.content.size; at += 1) {
    place(at, Math.floor(sign / LINE), (sign % LINE) * 10);
    sign += node.nodeAt(at)?.type.name === 'citation' ? LENGTH_OF_CITATION : 1;
  }
  return Math.floor(sign / LINE) + 1;
};

const isCell = (node: Node | null): boolean => node?.type.name === 'tableCell';

/** How many lines further down a node begins than the last one ended: a cell stands beside the one before. */
const linesBefore = (node: Node, index: number): number => {
  if (isCell(node)) return index > 0 ? -1 : 0;
  return node.type.name === 'quotation' ? 1 : 0;
};

/** Draws a memo with twenty signs on a line, each block on lines of its own, cells of a row beside each other. */
const draw = (doc: Node): LineStep['drawnAt'] => {
  const drawn = new Map<number, { top: number; bottom: number; left: number }>();
  let line = 0;
  let cell = 0;
  doc.descendants((node, position, parent, index) => {
    line += linesBefore(node, index);
    if (isCell(node)) cell = index * 300;
    if (!node.inlineContent) return true;
    const column = isCell(parent) ? cell : 0;
    line += drawBlock(node, (at, below, left) => {
      const top = (line + below) * 28;
      drawn.set(position + 1 + at, { top, bottom: top + 24, left: column + left });
    });
    return false;
  });
  return (at) => drawn.get(at) ?? { top: line * 28, bottom: line * 28, left: 0 };
};

/** What the caret comes past, from the first place of the memo down, or from the last up. */
const walk = (doc: Node, way: 1 | -1, { isText = false, column = 0 } = {}): readonly string[] => {
  const drawnAt = draw(doc);
  let at: Selection = way === 1 ? Selection.atStart(doc) : Selection.atEnd(doc);
  const past: string[] = [];
  for (let step = 0; step < 40; step += 1) {
    const next = stepLine(at, { way, column, drawnAt, isText });
    if (next === null || next.eq(at)) break;
    at = next;
    past.push(
      at instanceof NodeSelection
        ? at.node.type.name
        : `${drawnAt(at.head).top / 28}${at instanceof TextSelection ? '' : ' gap'}`,
    );
  }
  return past;
};

describe('a step of the caret by a line', () => {
  it('goes past a line that is all quotation to the next one with a place, and into the next section', () => {
    // Lines: 0 words, 1 to 2 the quotation, whose end is on 3 with the full stop; 4 the second section.
    const doc = memo([say('The port expects ', cite, ' .')], [say('Next.')], [say('The last of all.')]);
    expect(walk(doc, 1)).toEqual(['3', '4', '5', '5']);
    expect(walk(doc, -1)).toEqual(['4', '3', '0']);
  });

  it('keeps to its column', () => {
    const doc = memo([
      say('A line of some length that is long enough for two.'),
      say('Ab'),
      say('As long again.'),
    ]);
    const drawnAt = draw(doc);
    const step = { way: 1, column: 80, drawnAt, isText: false } as const;
    const lefts: number[] = [];
    let at: Selection | null = TextSelection.create(doc, 10);
    for (let line = 0; line < 4 && at !== null; line += 1) {
      at = stepLine(at, step);
      if (at !== null) lefts.push(drawnAt(at.head).left);
    }
    expect(lefts).toEqual([80, 80, 20, 80]);
  });

  it('never stops within a letter of several signs', () => {
    const doc = memo([say('abcdefgh'), say('\u{1f1e8}\u{1f1ed}\u{1f1e8}\u{1f1ed}')]);
    const next = stepLine(TextSelection.create(doc, 2 + 6), {
      ...{ way: 1, column: 60, drawnAt: draw(doc), isText: false },
    });
    expect(next?.$head.parentOffset).toBe(4);
  });

  it('goes down the column of a table, and up into the cell at its column', () => {
    const doc = memo([
      say('Before'),
      { type: 'table', content: [row('one', 'two'), row('three', 'four')] },
      say('After'),
    ]);
    expect(walk(doc, 1, { column: 320 })).toEqual(['1', '2', '3']);
    const drawnAt = draw(doc);
    const up = stepLine(Selection.atEnd(doc), { way: -1, column: 310, drawnAt, isText: false });
    expect(up?.$head.parent.textContent).toBe('four');
    const down = stepLine(Selection.atStart(doc), { way: 1, column: 0, drawnAt, isText: false });
    expect(down?.$head.parent.textContent).toBe('one');
  });

  it('stops on a quotation and in the gap before one that begins a section, and a selection passes both', () => {
    const doc = memo([say('First')], [quotation, say('Second')]);
    expect(walk(doc, 1)).toHaveLength(4);
    expect(walk(doc, 1)[1]).toBe('quotation');
    expect(walk(doc, 1)[0]).toContain('gap');
    const grown = stepLine(Selection.atStart(doc), { way: 1, column: 0, drawnAt: draw(doc), isText: true });
    expect(grown?.$head.parent.textContent).toBe('Second');
  });

  it('ends at the end of the last line, and at the beginning of the first', () => {
    const doc = memo([say('Alone')]);
    const drawnAt = draw(doc);
    const middle = TextSelection.create(doc, 4);
    expect(stepLine(middle, { way: 1, column: 0, drawnAt, isText: false })?.head).toBe(7);
    expect(stepLine(middle, { way: -1, column: 0, drawnAt, isText: false })?.head).toBe(2);
  });
});
