import { describe, expect, it } from 'vitest';
import type { PassageId } from '#domain/ids.ts';
import { describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { indexText } from '#domain/text/text-index.ts';
import {
  neighbour,
  nextOverlapping,
  passageAtHand,
  passageAtOffset,
  passageOfRanges,
  passagesAt,
  relationToOthers,
} from '#renderer/reader/state/find-passage.ts';
import { createPlacer } from '#renderer/reader/state/place-passages.ts';
import { samplePassage } from '../../../../support/archive/sample-records.ts';
import { rangeOf } from '../../../../support/texts/range-of.ts';

const index = indexText('The strait will be closed to tankers for two days. An official said so on Monday.');
const at = (quote: string) => rangeOf(index.text, quote);
const passageOf = (...quotes: readonly string[]): Passage =>
  samplePassage('', { selectors: quotes.map((quote) => describeSelector(index, at(quote))) });

const outer = passageOf('strait will be closed to tankers');
const inner = passageOf('closed');
const crossing = passageOf('to tankers for two days');
const later = passageOf('An official', 'on Monday');
const placed = createPlacer(index)([later, crossing, inner, outer]);
const idsOf = (found: readonly { readonly passage: Passage }[]) => found.map(({ passage }) => passage.id);

describe('passages in their text', () => {
  it('come in the order of the text, a holder before what it holds', () => {
    expect(idsOf(placed)).toEqual([outer.id, inner.id, crossing.id, later.id]);
  });

  it('stand first where their text is gone, and say so', () => {
    const lost = samplePassage('a quote that stands nowhere');
    const [first] = createPlacer(index)([outer, lost]);
    expect(first).toMatchObject({ state: 'orphaned', start: -1, ranges: [] });
  });

  it('are meant by a click, the shortest first', () => {
    const { start } = at('closed');
    expect(idsOf(passagesAt(placed, start))).toEqual([inner.id, outer.id]);
    expect(passageAtOffset(placed, start)?.passage.id).toBe(inner.id);
    expect(passageAtOffset(placed, 0)).toBeNull();
  });

  it('are meant in any of their parts', () => {
    expect(passageAtOffset(placed, at('Monday').start)?.passage.id).toBe(later.id);
    expect(passageAtOffset(placed, at('said so').start)).toBeNull();
  });

  it('are acted on where they are selected, else where just their words are', () => {
    const twin = passageOf('closed');
    const both = createPlacer(index)([inner, twin]);
    const atHand = (selectedId: Passage['id'] | null, ...quotes: readonly string[]) =>
      passageAtHand(both, selectedId, quotes.map(at))?.passage.id ?? null;
    expect(atHand(twin.id, 'closed')).toBe(twin.id);
    expect(atHand(inner.id, 'closed')).toBe(inner.id);
    expect([inner.id, twin.id]).toContain(atHand(null, 'closed'));
    expect(atHand(null, 'will be closed')).toBeNull();
    expect(atHand(null)).toBeNull();
  });

  it('take turns where they overlap', () => {
    const { start } = at('closed');
    const next = (currentId: PassageId | null) => nextOverlapping(placed, start, currentId);
    expect(next(null)).toMatchObject({ placed: { passage: inner }, turn: 1, of: 2 });
    expect(next(inner.id)).toMatchObject({ placed: { passage: outer }, turn: 2, of: 2 });
    expect(next(outer.id)).toMatchObject({ placed: { passage: inner }, turn: 1, of: 2 });
    expect(nextOverlapping(placed, 0, null)).toBeNull();
  });

  it('follow each other, from the selected one or from the caret', () => {
    expect(neighbour(placed, 1, outer.id, 0)?.passage.id).toBe(inner.id);
    expect(neighbour(placed, -1, outer.id, 0)).toBeNull();
    expect(neighbour(placed, 1, later.id, 0)).toBeNull();
    expect(neighbour(placed, 1, null, at('for two').start)?.passage.id).toBe(later.id);
    expect(neighbour(placed, -1, null, at('An official').start)?.passage.id).toBe(crossing.id);
  });

  it('are the same where the range is the same', () => {
    expect(passageOfRanges(placed, [at('closed')])?.passage.id).toBe(inner.id);
    expect(passageOfRanges(placed, [at('closed to')])).toBeNull();
    expect(passageOfRanges(placed, [at('An official')])).toBeNull();
    expect(passageOfRanges(placed, [at('An official'), at('on Monday')])?.passage.id).toBe(later.id);
  });

  it('lie inside, around or over one another', () => {
    expect(relationToOthers(placed, [at('An')])).toBe('inside');
    expect(relationToOthers(placed, [at('The strait will be closed to tankers for two days')])).toBe(
      'around',
    );
    expect(relationToOthers(placed, [at('two days. ')])).toBe('over');
    expect(relationToOthers(placed, [at('said so')])).toBeNull();
    expect(relationToOthers(placed, [at('closed'), at('said so')])).toBe('over');
    expect(relationToOthers(placed, [at('strait'), at('two days')])).toBe('inside');
  });
});
