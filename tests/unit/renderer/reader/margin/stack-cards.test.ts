import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CardBox, keepBetween, stackCards } from '#renderer/reader/margin/stack-cards.ts';

const GAP = 8;
const box = (id: string, desiredTop: number, height: number): CardBox => ({ id, desiredTop, height });
const topsOf = (boxes: readonly CardBox[], selectedId: string | null = null) => [
  ...stackCards(boxes, selectedId, GAP).values(),
];

const anyBoxes = fc
  .array(fc.record({ desiredTop: fc.nat(4000), height: fc.integer({ min: 1, max: 300 }) }), { maxLength: 30 })
  .map((boxes) =>
    boxes
      .sort((a, b) => a.desiredTop - b.desiredTop)
      .map(({ desiredTop, height }, index) => box(`card-${index}`, desiredTop, height)),
  );
const anyStack = anyBoxes.chain((boxes) =>
  fc.record({
    boxes: fc.constant(boxes),
    selectedId: fc.constantFrom(null, ...boxes.map(({ id }) => id)),
  }),
);

describe('the cards of the margin', () => {
  it('stand level with their text where there is room', () => {
    expect(topsOf([box('a', 0, 40), box('b', 100, 40), box('c', 300, 200)])).toEqual([0, 100, 300]);
  });

  it('push those below them down', () => {
    expect(topsOf([box('a', 10, 40), box('b', 20, 40), box('c', 30, 40)])).toEqual([10, 58, 106]);
  });

  it('let the selected one stand exactly level, and move up and down for it', () => {
    const boxes = [box('a', 200, 40), box('b', 210, 40), box('c', 220, 100), box('d', 230, 40)];
    expect(topsOf(boxes, 'c')).toEqual([124, 172, 220, 328]);
  });

  it('keep the selected one below those that have no room left above', () => {
    expect(topsOf([box('a', 0, 40), box('b', 5, 40), box('c', 10, 40)], 'c')).toEqual([0, 48, 96]);
  });

  it('never overlap, never change their order, never leave the margin', () => {
    fc.assert(
      fc.property(anyStack, ({ boxes, selectedId }) => {
        const tops = topsOf(boxes, selectedId);
        tops.forEach((top, index) => {
          const previous = boxes[index - 1];
          const free = previous === undefined ? 0 : (tops[index - 1] ?? 0) + previous.height + GAP;
          expect(top).toBeGreaterThanOrEqual(index === 0 ? 0 : free);
        });
      }),
    );
  });

  it('keep the selected one level whenever those before it fit above it', () => {
    fc.assert(
      fc.property(anyStack, ({ boxes, selectedId }) => {
        const at = boxes.findIndex(({ id }) => id === selectedId);
        const selected = boxes[at];
        if (selected === undefined) return;
        const needed = boxes.slice(0, at).reduce((sum, { height }) => sum + height + GAP, 0);
        const top = stackCards(boxes, selectedId, GAP).get(selected.id);
        expect(top).toBe(Math.max(needed, selected.desiredTop));
      }),
    );
  });
});

describe('a card that is kept in sight', () => {
  it('moves as little as it must, and shows its head where it has no room', () => {
    expect(keepBetween(300, 100, 50, 600)).toBe(300);
    expect(keepBetween(560, 100, 50, 600)).toBe(500);
    expect(keepBetween(10, 100, 50, 600)).toBe(50);
    expect(keepBetween(560, 900, 50, 600)).toBe(50);
  });
});
