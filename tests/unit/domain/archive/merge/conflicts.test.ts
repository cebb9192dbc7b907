import { describe, expect, it } from 'vitest';
import { isSameChoice, saysOther, takeOther } from '#domain/archive/merge/choose-side.ts';
import { conflictsOfMerge } from '#domain/archive/merge/conflicts-of-merge.ts';
import { knownBase } from '#domain/archive/merge/known-base.ts';
import { mergeRecords } from '#domain/archive/merge/merge-records.ts';
import { articleIdSchema } from '#domain/ids.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { timestampSchema } from '#domain/time.ts';
import { newSampleId, sampleId, sampleTime } from '../../../../support/archive/sample-ids.ts';
import { samplePassage, sampleTag } from '../../../../support/archive/sample-records.ts';

const articleId = articleIdSchema.parse(sampleId(1));
const origin = {
  file: { kind: 'annotations', articleId },
  from: 'a copy',
  at: sampleTime,
  newId: newSampleId,
} as const;
const later = timestampSchema.parse('2024-05-02T09:00:00.000Z');
const talks = samplePassage('talks');
const file = (...tags: readonly ReturnType<typeof sampleTag>[]) => ({ version: 2 as const, tags: [...tags] });

describe('what a merge could not settle', () => {
  it('is one conflict for each unit of fields of a record', () => {
    const found = [
      { field: 'grade', ours: 1, theirs: 2 },
      { field: 'confirmedBecause', ours: null, theirs: 'two saw it' },
      { field: 'label', ours: 'claim', theirs: 'gap' },
    ].map((one) => ({ collection: 'passages', recordId: talks.id, base: undefined, ...one }) as const);
    expect(conflictsOfMerge(found, origin).map(({ contested }) => contested)).toEqual([
      [
        { field: 'grade', kept: 1, other: 2 },
        { field: 'confirmedBecause', kept: null, other: 'two saw it' },
      ],
      [{ field: 'label', kept: 'claim', other: 'gap' }],
    ]);
  });

  it('names who has written either side', () => {
    const one = { collection: 'passages', recordId: talks.id, field: 'label', base: 'data' } as const;
    const said = { ...one, ours: 'claim', theirs: 'gap', oursBy: 'Anna', theirsBy: 'Ben' };
    expect(conflictsOfMerge([said], origin)).toMatchObject([{ keptBy: 'Anna', by: 'Ben' }]);
    expect(conflictsOfMerge([{ ...said, kept: 'theirs' }], origin)).toMatchObject([
      { keptBy: 'Ben', by: 'Anna' },
    ]);
    expect(conflictsOfMerge([{ ...said, kept: 'base' }], origin)[0]).not.toHaveProperty('by');
  });

  it('keeps apart a field that a side has not, and one that is null there', () => {
    const [conflict] = conflictsOfMerge(
      [
        {
          collection: 'passages',
          recordId: talks.id,
          field: 'note',
          base: null,
          ours: undefined,
          theirs: null,
        },
      ],
      origin,
    );
    expect(conflict?.contested).toEqual([{ field: 'note', other: null }]);
  });
});

describe('the choice of the other side', () => {
  const theirs = { ...talks, label: 'gap', note: richTextFromPlain('Theirs') } as const;
  const merged = mergeRecords(
    undefined,
    { about: [], passages: [talks] } as never,
    {
      about: [],
      passages: [theirs],
    } as never,
  );
  const conflicts = conflictsOfMerge(merged.conflicts, origin);

  it('takes what it says of the contested fields, and leaves all else as it stands by then', () => {
    const changedSince = { ...talks, tagIds: [sampleTag('ceasefire').id] };
    const chosen = conflicts.reduce(
      (record, conflict) => takeOther(conflict, record, later) ?? record,
      changedSince as Parameters<typeof takeOther>[1],
    );
    expect(chosen).toEqual({
      ...changedSince,
      label: 'gap',
      note: richTextFromPlain('Theirs'),
      updatedAt: later,
    });
    expect(conflicts.every((conflict) => saysOther(conflict, chosen))).toBe(true);
    expect(conflicts.some((conflict) => saysOther(conflict, changedSince))).toBe(false);
  });

  it('is the same whichever machine has noted it', () => {
    const again = conflictsOfMerge(merged.conflicts, { ...origin, from: 'another copy' });
    expect(conflicts.map((conflict, at) => again[at] && isSameChoice(conflict, again[at]))).toEqual([
      true,
      true,
    ]);
    const [one, other] = conflicts;
    expect(one && other && isSameChoice(one, other)).toBe(false);
  });
});

describe('the base of two versions that nobody has kept', () => {
  const old = sampleTag('ceasefire');
  const renamed = { ...old, name: 'truce', updatedAt: later };
  const isOlder = (record: object): boolean => record === old;

  it('is the version that is known to be older: what was changed since is no conflict', () => {
    for (const [ours, theirs] of [
      [old, renamed],
      [renamed, old],
    ] as const) {
      const base = knownBase(file(ours), file(theirs), isOlder);
      const { merged, conflicts } = mergeRecords(base, file(ours), file(theirs));
      expect({ tags: merged.tags, conflicts }).toEqual({ tags: [renamed], conflicts: [] });
    }
  });

  it('is none where neither is known to be older, or both are', () => {
    for (const answer of [true, false]) {
      const base = knownBase(file(old), file(renamed), () => answer);
      expect(mergeRecords(base, file(old), file(renamed)).conflicts).toMatchObject([
        { field: 'name', ours: 'ceasefire', theirs: 'truce' },
      ]);
    }
  });

  it('takes nothing out that one side alone has', () => {
    const [ours, theirs] = [file(sampleTag('one')), file(sampleTag('two'))];
    const { merged } = mergeRecords(
      knownBase(ours, theirs, () => true),
      ours,
      theirs,
    );
    expect(merged.tags.map(({ name }) => name).toSorted()).toEqual(['one', 'two']);
  });
});
