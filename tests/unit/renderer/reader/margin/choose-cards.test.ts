import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import { indexText } from '#domain/text/text-index.ts';
import { chooseCards, itemsNear, type MarginItem } from '#renderer/reader/margin/choose-cards.ts';
import { createPlacer } from '#renderer/reader/state/place-passages.ts';
import { samplePassage } from '../../../../support/archive/sample-records.ts';

const paragraphs = Array.from({ length: 6 }, (_, number) => `Paragraph ${number} says. `.repeat(20).trim());
const index = indexText(paragraphs.join('\n'));
let from = 0;
const blocks = paragraphs.map((text) => {
  const block = { start: from, end: from + text.length };
  from = block.end + 1;
  return block;
});
const { length } = index.text;

const passageAt = (start: number) =>
  samplePassage('', { selectors: [describeSelector(index, { start, end: start + 5 })] });
const placedAt = (...starts: readonly number[]) => createPlacer(index)(starts.map(passageAt));
const anyPlaced = fc.array(fc.nat(length - 6), { maxLength: 120 }).map((starts) => placedAt(...starts));
const idsIn = (items: readonly MarginItem[]) =>
  items.flatMap((item) => (item.kind === 'card' ? [item.id] : item.hidden.map(({ passage }) => passage.id)));

describe('the cards that the margin shows', () => {
  it('are all of them where they have room', () => {
    const items = chooseCards(placedAt(0, 10, 20, 300, 500, 700), blocks, null);
    expect(items.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'card'));
  });

  it('and the numbers of those that are not shown are every passage, once, in the order of the text', () => {
    fc.assert(
      fc.property(anyPlaced, (placed) => {
        const items = chooseCards(placed, blocks, null);
        expect(idsIn(items)).toEqual(placed.map(({ passage }) => passage.id));
      }),
    );
  });

  it('never grow beyond what the height of the text holds, however many passages there are', () => {
    const placed = placedAt(...Array.from({ length: 400 }, (_, at) => at * 5));
    const items = chooseCards(placed, blocks, null);
    const cards = items.filter(({ kind }) => kind === 'card').length;
    expect(cards).toBeGreaterThan(blocks.length);
    expect(cards).toBeLessThan(blocks.length * 9);
    const told = items.reduce((sum, item) => sum + (item.kind === 'more' ? item.hidden.length : 1), 0);
    expect(told).toBe(400);
  });

  it('are more of one paragraph when they were asked for', () => {
    const placed = placedAt(...Array.from({ length: 90 }, (_, at) => at * 4));
    const more = chooseCards(placed, blocks, null).find(({ kind }) => kind === 'more');
    if (more?.kind !== 'more') throw new Error('Nothing is hidden');
    const opened = chooseCards(placed, blocks, { id: more.id, count: more.shown + 40 });
    const next = opened.find(({ id }) => id === more.id);
    expect(next?.kind === 'more' && next.shown).toBe(more.shown + 40);
  });

  it('always hold the selected passage, at its place in the order, and tell one less', () => {
    const placed = placedAt(...Array.from({ length: 90 }, (_, at) => at * 4));
    const selectedId = placed[80]?.passage.id ?? null;
    const window = { start: 0, end: 400 };
    const all = chooseCards(placed, blocks, null);
    const [near, withSelected] = [itemsNear(all, window, null), itemsNear(all, window, selectedId)];
    expect(near.some(({ id }) => id === selectedId)).toBe(false);
    expect(withSelected.some(({ id }) => id === selectedId)).toBe(true);
    expect(idsIn(withSelected)).toHaveLength(idsIn(near).length);
    const far = itemsNear(all, { start: length - 10, end: length }, selectedId);
    expect(idsIn(far)).toEqual([selectedId]);
    // Whoever draws them can tell that nothing has changed.
    expect(itemsNear(all, window, selectedId).every((item, at) => item === withSelected[at])).toBe(true);
  });
});
