import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { createArticleSchema } from '#renderer/editor/article-schema.ts';
import { mapPositions } from '#renderer/editor/position-map.ts';
import { anyBody } from '../../domain/article/body-arbitrary.ts';

const schema = createArticleSchema();
const anyArticle = anyBody.map((body) => ({ text: canonicalText(body), doc: Node.fromJSON(schema, body) }));

/** The text between two positions as ProseMirror reads it, by the rules of the canonical text. */
const textBetween = (doc: Node, from: number, to: number): string =>
  doc.textBetween(from, to, '\n', (leaf) =>
    leaf.type.name === 'hardBreak' ? '\n' : leaf.isInline ? '\uFFFC' : '',
  );

describe('the map between offsets and positions', () => {
  it('is as long as the canonical text', () => {
    fc.assert(
      fc.property(anyArticle, ({ text, doc }) => {
        expect(mapPositions(doc).length).toBe(text.length);
      }),
    );
  });

  it('leads from every offset to a place in a textblock and back to the same offset', () => {
    fc.assert(
      fc.property(anyArticle, ({ text, doc }) => {
        const map = mapPositions(doc);
        fc.pre(map.blocks.length > 0);
        for (let offset = 0; offset <= text.length; offset += 1) {
          const position = map.toPosition(offset);
          expect(doc.resolve(position).parent.isTextblock).toBe(true);
          expect(map.toOffset(position, 'start')).toBe(offset);
          expect(map.toOffset(position, 'end')).toBe(offset);
        }
      }),
    );
  });

  it('gives every position an offset, the start never after the end of the text around it', () => {
    fc.assert(
      fc.property(anyArticle, ({ text, doc }) => {
        const map = mapPositions(doc);
        for (let position = 0; position <= doc.content.size; position += 1) {
          const start = map.toOffset(position, 'start');
          const end = map.toOffset(position, 'end');
          expect(start).toBeLessThanOrEqual(text.length);
          expect(end).toBeGreaterThanOrEqual(0);
          if (!doc.resolve(position).parent.isTextblock) expect(start - end).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('reads the same characters on both sides within a textblock', () => {
    fc.assert(
      fc.property(anyArticle, fc.nat(), fc.nat(), ({ text, doc }, a, b) => {
        const map = mapPositions(doc);
        for (const block of map.blocks) {
          const size = block.end - block.start + 1;
          const [first, last] = [a % size, b % size].sort((x, y) => x - y) as [number, number];
          const slice = text.slice(block.start + first, block.start + last);
          expect(textBetween(doc, block.from + first, block.from + last)).toBe(slice);
        }
      }),
    );
  });

  it('makes the whole document the whole text', () => {
    fc.assert(
      fc.property(anyArticle, ({ text, doc }) => {
        expect(mapPositions(doc).toRange(0, doc.content.size)).toEqual(
          text.length === 0 ? null : { start: 0, end: text.length },
        );
      }),
    );
  });

  it('finds no range where a selection holds no text', () => {
    const doc = Node.fromJSON(schema, {
      type: 'doc',
      content: [{ type: 'paragraph' }, { type: 'horizontalRule' }, { type: 'paragraph' }],
    });
    expect(mapPositions(doc).toRange(1, 1)).toBeNull();
    expect(mapPositions(doc).toRange(2, 3)).toBeNull();
  });
});
