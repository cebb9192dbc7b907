import { describe, expect, it } from 'vitest';
import { passageIdSchema } from '#domain/ids.ts';
import { readingTextOf } from '#domain/reading/reading-text.ts';
import {
  advanceBoundaries,
  type BoundaryEvent,
  type BoundaryTransition,
} from '#renderer/reader/boundaries/boundary-machine.ts';
import type { BoundaryEdit } from '#renderer/reader/state/reader-store.ts';
import { rangeOf } from '../../../../support/texts/range-of.ts';

const text = 'The quay stayed shut. Nobody asked.';
const reading = readingTextOf(text, [{ start: 0, end: text.length }], 'en');
const passageId = passageIdSchema.parse('018f0000-0000-7000-8000-000000000001');
const begin = (isPulled = false): BoundaryEvent => ({
  kind: 'begin',
  passageId,
  ranges: [rangeOf(text, 'quay stayed')],
  active: { part: 0, end: 'end' },
  isPulled,
});
const wordOn = { kind: 'step', step: { unit: 'word', direction: 1 } } as const;

/** The last transition of the events, one after the other, from rest. */
const run = (...events: readonly BoundaryEvent[]): BoundaryTransition =>
  events.reduce<BoundaryTransition>(({ edit }, event) => advanceBoundaries(edit, event, reading), {
    edit: null,
    said: null,
    resized: null,
  });
const quoteOf = (edit: BoundaryEdit | null) =>
  edit?.ranges.map(({ start, end }) => text.slice(start, end)).join('|');

describe('moving the boundaries of a passage', () => {
  it('begins with the passage as it stands, and says where the boundary is', () => {
    const { edit, said } = run(begin());
    expect(quoteOf(edit)).toBe('quay stayed');
    expect(said).toBe('Move the boundaries. End: quay stayed, 2 words');
  });

  it('says nothing while the pointer pulls', () => {
    expect(run(begin(true)).said).toBeNull();
    const pulled = run(begin(true), { kind: 'preview', ranges: [rangeOf(text, 'quay')] });
    expect([quoteOf(pulled.edit), pulled.said]).toEqual(['quay', null]);
  });

  it('takes steps, each said, and says where there is no further', () => {
    const stepped = run(begin(), wordOn);
    expect([quoteOf(stepped.edit), stepped.said]).toEqual([
      'quay stayed shut',
      'End: quay stayed shut, 3 words',
    ]);
    const back = { kind: 'step', step: { unit: 'paragraph', direction: -1 } } as const;
    const stopped = run(begin(), back);
    expect([quoteOf(stopped.edit), stopped.said]).toEqual(['quay stayed', 'The boundary can’t move further']);
  });

  it('goes on to the next boundary', () => {
    const { edit, said } = run(begin(), { kind: 'next' });
    expect(edit?.active).toEqual({ part: 0, end: 'start' });
    expect(said).toBe('Start: quay stayed, 2 words');
  });

  it('resizes the passage once what was moved is kept', () => {
    expect(run(begin(), wordOn, { kind: 'keep', isThere: true })).toEqual({
      edit: null,
      said: 'Boundaries moved, 3 words',
      resized: [rangeOf(text, 'quay stayed shut')],
    });
  });

  it.each<[name: string, events: readonly BoundaryEvent[]]>([
    ['it is left', [begin(), wordOn, { kind: 'leave' }]],
    ['nothing was moved', [begin(), { kind: 'keep', isThere: true }]],
    ['the passage is gone', [begin(), wordOn, { kind: 'keep', isThere: false }]],
    ['none is moved', [{ kind: 'keep', isThere: true }]],
  ])('leaves all as it was where %s', (_, events) => {
    expect(run(...events)).toEqual({ edit: null, said: 'Boundaries unchanged', resized: null });
  });

  it.each<[name: string, event: BoundaryEvent]>([
    ['a step', wordOn],
    ['the next boundary', { kind: 'next' }],
    ['a preview', { kind: 'preview', ranges: [rangeOf(text, 'quay')] }],
    ['leaving', { kind: 'leave' }],
  ])('neither does nor says anything on %s while none is moved', (_, event) => {
    expect(run(event)).toEqual({ edit: null, said: null, resized: null });
  });
});
