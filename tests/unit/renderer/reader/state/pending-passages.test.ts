import { describe, expect, it } from 'vitest';
import type { Passage } from '#domain/passage/passage.ts';
import {
  answerPending,
  failPending,
  forgetAnswered,
  type PendingAct,
  settleUnsaved,
  unsavedIds,
  withPending,
} from '#renderer/reader/state/pending-passages.ts';
import { samplePassage } from '../../../../support/archive/sample-records.ts';

const saved = samplePassage('saved');
const relabelled: Passage = { ...saved, label: 'gap' };
const gone: Passage = { ...saved, deletedAt: saved.updatedAt };
const fresh = samplePassage('fresh');
const sent = (number: number, ...passages: readonly Passage[]): PendingAct => ({
  number,
  ids: passages.map(({ id }) => id),
  state: 'sending',
  apply: () => passages,
});
/** Takes the tags of whatever the passage is by then. */
const untagging = (number: number): PendingAct => ({
  ...sent(number, saved),
  apply: (passages) => {
    const passage = passages.get(saved.id);
    return passage === undefined ? [] : [{ ...passage, tagIds: [] }];
  },
});

describe('an act that is on its way to the disk', () => {
  it('is shown at once: a change, a new passage, a deletion, two parts', () => {
    expect(withPending([saved], [sent(1, relabelled)])).toEqual([relabelled]);
    expect(withPending([saved], [sent(1, fresh)])).toEqual([saved, fresh]);
    expect(withPending([saved], [sent(1, gone)])).toEqual([]);
    expect(withPending([saved], [sent(1, relabelled, fresh)])).toEqual([relabelled, fresh]);
  });

  it('is merged with those before it on the same passage', () => {
    expect(withPending([saved], [sent(1, relabelled), untagging(2)])).toEqual([
      { ...relabelled, tagIds: [] },
    ]);
    expect(withPending([], [sent(1, fresh), sent(2, { ...fresh, label: 'view' })])).toEqual([
      { ...fresh, label: 'view' },
    ]);
  });

  it('stays shown between its answer and the next reading', () => {
    const written: Passage = { ...fresh, updatedAt: saved.createdAt };
    const answered = answerPending([sent(1, fresh)], 1, [written]);
    expect(withPending([saved], answered)).toEqual([saved, written]);
    expect(withPending([saved, written], forgetAnswered(answered))).toEqual([saved, written]);
  });

  it('is not undone by the answer to an earlier act on the same passage', () => {
    const later: Passage = { ...relabelled, tagIds: [] };
    const both = [sent(1, relabelled), sent(2, later)];
    expect(withPending([saved], answerPending(both, 1, [relabelled]))).toEqual([later]);
    expect(withPending([saved], failPending(both, 1, false))).toEqual([later]);
  });

  it('is forgotten where it was refused', () => {
    expect(withPending([saved], failPending([sent(1, relabelled)], 1, false))).toEqual([saved]);
  });

  it('stays where it could not be written, over every reading, until nothing of the passage is kept', () => {
    const unsaved = failPending([sent(1, relabelled)], 1, true);
    expect(withPending([saved], forgetAnswered(unsaved))).toEqual([relabelled]);
    expect([...unsavedIds(unsaved)]).toEqual([saved.id]);
    expect(settleUnsaved(unsaved, new Set([saved.id]), false)).toBe(unsaved);
    expect(settleUnsaved(unsaved, new Set([fresh.id]), false)).not.toBe(unsaved);
    const written = settleUnsaved(unsaved, new Set(), false);
    expect(withPending([saved], written)).toEqual([relabelled]);
    expect(forgetAnswered(written)).toEqual([]);
  });

  it('is forgotten where it was given up, though nothing new is read from the disk', () => {
    const unsaved = failPending([sent(1, relabelled)], 1, true);
    expect(settleUnsaved(unsaved, new Set([saved.id]), true)).toBe(unsaved);
    expect(withPending([saved], settleUnsaved(unsaved, new Set(), true))).toEqual([saved]);
  });
});
