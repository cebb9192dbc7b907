import { describe, expect, it } from 'vitest';
import type { Passage } from '#domain/passage/passage.ts';
import {
  addPending,
  answerPending,
  failPending,
  forgetAnswered,
  nothingPending,
  type PendingPassage,
  settleUnsaved,
  withPending,
} from '#renderer/reader/passages/pending-passages.ts';
import { samplePassage } from '../../../../support/archive-samples.ts';

const saved = samplePassage('saved');
const relabelled: Passage = { ...saved, label: 'gap' };
const fresh = samplePassage('fresh');
const name = 'passage:relabel';
const sent = (passage: Passage | null, act: number, input: unknown = {}): PendingPassage => ({
  name,
  passage,
  state: 'sending',
  act,
  input,
});

describe('an act that is on its way to the disk', () => {
  it('is shown at once: a change, a new passage, a deletion', () => {
    expect(withPending([saved], addPending(nothingPending, saved.id, sent(relabelled, 1)))).toEqual([
      relabelled,
    ]);
    expect(withPending([saved], addPending(nothingPending, fresh.id, sent(fresh, 1)))).toEqual([
      saved,
      fresh,
    ]);
    expect(withPending([saved], addPending(nothingPending, saved.id, sent(null, 1)))).toEqual([]);
  });

  it('stays shown between its answer and the next reading, under the id that the disk gave it', () => {
    const written = samplePassage('fresh');
    const answered = answerPending(
      addPending(nothingPending, fresh.id, sent(fresh, 1)),
      fresh.id,
      1,
      written,
    );
    expect(withPending([saved], answered)).toEqual([saved, written]);
    expect(withPending([saved, written], forgetAnswered(answered))).toEqual([saved, written]);
  });

  it('is not undone by the answer to an earlier act on the same passage', () => {
    const later: Passage = { ...relabelled, tagIds: [] };
    const both = addPending(
      addPending(nothingPending, saved.id, sent(relabelled, 1)),
      saved.id,
      sent(later, 2),
    );
    expect(withPending([saved], answerPending(both, saved.id, 1, relabelled))).toEqual([later]);
    expect(withPending([saved], failPending(both, saved.id, 1, false))).toEqual([later]);
  });

  it('is forgotten where it was refused', () => {
    const refused = failPending(
      addPending(nothingPending, saved.id, sent(relabelled, 1)),
      saved.id,
      1,
      false,
    );
    expect(withPending([saved], refused)).toEqual([saved]);
  });

  it('stays where it could not be written, over every reading, until it is', () => {
    const input = { label: 'gap' };
    const unsaved = failPending(
      addPending(nothingPending, saved.id, sent(relabelled, 1, input)),
      saved.id,
      1,
      true,
    );
    expect(withPending([saved], forgetAnswered(unsaved))).toEqual([relabelled]);
    expect(settleUnsaved(unsaved, [{ name, input }])).toBe(unsaved);
    // A later edit of the same thing was laid over it: it is another object, and still this one.
    const merged = { passageId: saved.id, label: 'gap' };
    expect(settleUnsaved(unsaved, [{ name, input: merged }])).toBe(unsaved);
    expect(settleUnsaved(unsaved, [{ name: 'passage:set-tags', input: merged }])).not.toBe(unsaved);
    const written = settleUnsaved(unsaved, []);
    expect(withPending([saved], written)).toEqual([relabelled]);
    expect(forgetAnswered(written).size).toBe(0);
  });
});
