import { describe, expect, it } from 'vitest';
import { textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { type SourceId, sourceIdSchema, tagIdSchema } from '#domain/ids.ts';
import { describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import {
  applyPassageEdit,
  assumedContext,
  type PassageEdit,
  type PassageEditContext,
} from '#domain/passage/edit/passage-edit.ts';
import { newPassage, type Passage } from '#domain/passage/passage.ts';
import { richTextFromPlain, richTextToPlain } from '#domain/rich-text.ts';
import { indexText } from '#domain/text/text-index.ts';
import { toTimestamp } from '#domain/time.ts';
import { newPassageId, newSampleId } from '../../../support/archive/sample-ids.ts';
import { rangeOf } from '../../../support/texts/range-of.ts';

const text = 'A pilot said: “Nobody asked us.” The port closed.';
const body = {
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
};
const index = indexText(text);
const at = toTimestamp(Date.UTC(2024, 3, 26, 9));
const later = toTimestamp(Date.UTC(2024, 3, 26, 10));
const base = assumedContext(later, { index, spans: textBlockSpans(body) });

const [kept, added, trashed] = [newSampleId(), newSampleId(), newSampleId()].map((id) =>
  tagIdSchema.parse(id),
);
const speaker = sourceIdSchema.parse(newSampleId());
const passage: Passage = newPassage(
  {
    selectors: [describeSelector(index, rangeOf(text, 'Nobody asked us'))],
    label: 'claim',
    manner: 'direct',
    tagIds: [kept, trashed].flatMap((id) => id ?? []),
  },
  { id: newPassageId(), at },
);
const apply = (edit: PassageEdit, said: Partial<Passage> = {}, context: Partial<PassageEditContext> = {}) =>
  applyPassageEdit({ ...passage, ...said }, edit, { ...base, ...context });
const edited = (...parameters: Parameters<typeof apply>): Passage => {
  const result = apply(...parameters);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const isLive: Partial<PassageEditContext> = {
  liveTagId: (id) => (id === trashed ? null : id),
  liveSourceId: () => null,
};

describe('the post of a speaker', () => {
  const roe = sourceIdSchema.parse(newSampleId());
  const saying = (said: Passage, edit: PassageEdit): Passage => {
    const result = applyPassageEdit(said, edit, base);
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  };
  const withPost = saying({ ...passage, sourceId: speaker }, { kind: 'post', post: 'Minister of Trade' });

  it('is said, and stays with the same speaker', () => {
    expect(withPost.post).toBe('Minister of Trade');
    expect(saying(withPost, { kind: 'source', sourceId: speaker }).post).toBe('Minister of Trade');
  });
  it('goes with the speaker', () => {
    expect(saying(withPost, { kind: 'source', sourceId: roe }).post).toBe('');
    expect(saying(withPost, { kind: 'source', sourceId: null }).post).toBe('');
    expect(saying(withPost, { kind: 'repeat', tagIds: [], sourceId: roe }).post).toBe('');
    expect(saying(withPost, { kind: 'repeat', tagIds: [], sourceId: null }).post).toBe('Minister of Trade');
  });
  it('leaves a passage of which none was said as it was', () => {
    expect('post' in saying(passage, { kind: 'source', sourceId: roe })).toBe(false);
  });
});

describe('whom a passage is about', () => {
  const [ministry, merged, gone] = [newSampleId(), newSampleId(), newSampleId()].map((id) =>
    sourceIdSchema.parse(id),
  ) as [SourceId, SourceId, SourceId];
  const live: Partial<PassageEditContext> = {
    liveSourceId: (id) => (id === gone ? null : id === merged ? ministry : id),
  };
  const about = (before: SourceId[], add: SourceId[], remove: SourceId[] = []) =>
    edited({ kind: 'concerned', add, remove }, { concernedIds: before }, live).concernedIds;

  it('is added to and taken from, each once, and the rest stays in its order', () => {
    expect(about([speaker], [ministry, ministry])).toEqual([speaker, ministry]);
    expect(about([speaker, ministry], [], [speaker])).toEqual([ministry]);
    expect(about([speaker], [speaker])).toEqual([speaker]);
  });
  it('is known by what a source was merged into', () => {
    expect(about([merged], [ministry])).toEqual([merged]);
    expect(about([], [merged])).toEqual([ministry]);
    expect(about([merged, speaker], [], [ministry])).toEqual([speaker]);
  });
  it('keeps one in the trash, and refuses to add one', () => {
    expect(about([gone], [speaker])).toEqual([gone, speaker]);
    const refused = apply({ kind: 'concerned', add: [gone], remove: [] }, {}, live);
    expect(refused).toEqual({ ok: false, error: { code: 'not-found', what: 'source', id: gone } });
  });
});

describe('an edit of a passage', () => {
  it('changes what it speaks of and the time of writing, and nothing else', () => {
    expect(edited({ kind: 'label', label: 'gap' })).toEqual({ ...passage, label: 'gap', updatedAt: later });
    expect(edited({ kind: 'manner', manner: 'paraphrase', basis: 'background' })).toEqual({
      ...passage,
      manner: 'paraphrase',
      basis: 'background',
      updatedAt: later,
    });
    expect(edited({ kind: 'delete' })).toEqual({ ...passage, deletedAt: later, updatedAt: later });
  });

  it('keeps a tag in the trash that it carried, and refuses one that it did not', () => {
    if (added === undefined || trashed === undefined) throw new Error('the tags are there');
    expect(edited({ kind: 'tags', tagIds: [added] }, {}, isLive).tagIds).toEqual([added, trashed]);
    expect(edited({ kind: 'tag', add: [added], remove: [] }, {}, isLive).tagIds).toEqual([
      kept,
      trashed,
      added,
    ]);
    const refused = apply({ kind: 'tags', tagIds: [trashed] }, { tagIds: [] }, isLive);
    expect(refused).toEqual({ ok: false, error: { code: 'not-found', what: 'tag', id: trashed } });
  });

  it('that repeats leaves out what is gone; one that sets refuses it', () => {
    const repeated = edited({ kind: 'repeat', tagIds: [], sourceId: speaker }, { sourceId: null }, isLive);
    expect(repeated.sourceId).toBe(null);
    expect(apply({ kind: 'source', sourceId: speaker }, {}, isLive).ok).toBe(false);
    expect(edited({ kind: 'repeat', tagIds: [], sourceId: speaker }).sourceId).toBe(speaker);
  });

  it('takes “confirmed” with a reason or a supporting passage only, and the reason goes with the digit', () => {
    const grade = { reliability: 'B', credibility: 1 } as const;
    const unsupported = { isConfirmed: () => false };
    const bare: PassageEdit = { kind: 'grade', grade, confirmedBecause: null };
    expect(apply(bare, {}, unsupported)).toEqual({ ok: false, error: { code: 'not-confirmed' } });
    expect(edited(bare).grade).toEqual(grade);
    const graded = edited({ ...bare, confirmedBecause: 'Two desks' }, {}, unsupported);
    expect(graded.confirmedBecause).toBe('Two desks');
    const lowered = edited(
      { kind: 'grade', grade: { reliability: 'own', credibility: 3 }, confirmedBecause: 'Two desks' },
      graded,
    );
    expect(lowered).toMatchObject({ grade: { reliability: 'B', credibility: 3 }, confirmedBecause: null });
    const letter: PassageEdit = {
      kind: 'grade',
      grade: { reliability: 'C', credibility: 'own' },
      confirmedBecause: null,
    };
    expect(edited(letter, graded, unsupported)).toMatchObject({
      grade: { reliability: 'C', credibility: 1 },
      confirmedBecause: 'Two desks',
    });
  });

  it('takes the letter of the source as it stands only where a digit is given and the passage has none', () => {
    const wish: PassageEdit = {
      kind: 'grade',
      grade: { reliability: 'own', credibility: 2 },
      confirmedBecause: null,
    };
    expect(edited(wish, {}, { offeredLetter: () => 'D' }).grade.reliability).toBe('D');
    const graded = { grade: { reliability: 'A', credibility: null } } as const;
    expect(edited(wish, graded, { offeredLetter: () => 'D' }).grade.reliability).toBe('A');
  });

  it('that resizes says the manner anew where the quotation marks had said it', () => {
    const resize: PassageEdit = { kind: 'resize', ranges: [rangeOf(text, 'The port closed')] };
    expect(edited(resize)).toMatchObject({
      manner: null,
      selectors: [describeSelector(index, rangeOf(text, 'The port closed'))],
    });
    expect(edited(resize, { manner: 'paraphrase' }).manner).toBe('paraphrase');
    const outside: PassageEdit = { kind: 'resize', ranges: [{ start: 0, end: text.length + 1 }] };
    expect(apply(outside)).toMatchObject({ ok: false, error: { code: 'ranges-not-of-text' } });
  });

  it('writes a note below what is said already', () => {
    const { note } = edited({ kind: 'append-note', text: 'Second.' }, { note: richTextFromPlain('First.') });
    expect(note === null ? null : richTextToPlain(note)).toBe('First.\nSecond.');
    expect(edited({ kind: 'note', note: null }, { note }).note).toBe(null);
  });
});
