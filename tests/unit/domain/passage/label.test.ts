import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstLabels,
  type Label,
  labelIdSchema,
  labelKeys,
  labelLookIds,
  labelSchema,
  labelSetOf,
  MAX_LABELS,
  startingSet,
} from '#domain/passage/label.ts';
import { toTimestamp } from '#domain/time.ts';

const at = toTimestamp(1_700_000_000_000);
const ownId = (number: number): string => `018f0e7b-0000-7000-8000-${String(number).padStart(12, '0')}`;
const own = (number: number, said: Partial<Label> = {}): Label =>
  labelSchema.parse({
    id: ownId(number),
    name: `Own ${number}`,
    useWhen: '',
    key: '6',
    look: 'teal',
    retiredAt: null,
    createdAt: at,
    updatedAt: at,
    ...said,
  });
const namesOf = (labels: readonly Label[]): readonly string[] =>
  labels.map(({ key, name }) => `${key} ${name}`);

describe('the labels of an archive', () => {
  it('are the five where it says nothing of them', () => {
    expect(namesOf(startingSet.offered)).toEqual(['1 Claim', '2 Data', '3 View', '4 Context', '5 Gap']);
    expect(startingSet.all).toEqual(startingSet.offered);
  });

  it('are those of its file, and the first ones that it says nothing of', () => {
    const claim = { ...startingSet.of('claim'), name: 'Assertion' };
    expect(namesOf(labelSetOf([claim, own(1)]).offered)).toEqual([
      '1 Assertion',
      '2 Data',
      '3 View',
      '4 Context',
      '5 Gap',
      '6 Own 1',
    ]);
  });

  it('have a digit each after two archives were merged that gave the same to two', () => {
    const merged = labelSetOf([
      own(1),
      own(2, { createdAt: toTimestamp(1_700_000_000_001) }),
      own(3, { key: '7' }),
    ]);
    expect(namesOf(merged.offered).slice(5)).toEqual(['6 Own 1', '7 Own 3', '8 Own 2']);
  });

  it('keep what is retired, and what is one too many, for the passages that have it', () => {
    const many = Array.from({ length: 7 }, (_, number) => own(number + 1));
    const set = labelSetOf([...many, own(9, { name: 'Old', retiredAt: at })]);
    expect(set.offered).toHaveLength(MAX_LABELS);
    expect(set.all).toHaveLength(13);
    expect(set.of(own(9).id).name).toBe('Old');
    expect(set.all.at(-1)?.name).toBe('Old');
  });

  it('name one that nothing is known of, and place it last', () => {
    const { id } = own(1);
    expect(startingSet.of(id).name).toBe('Unknown label');
    expect(startingSet.placeOf(id)).toBe(5);
  });

  it('are found by name, by the plural, and the first ones by what they were called', () => {
    const set = labelSetOf([{ ...startingSet.of('claim'), name: 'Assertion' }, own(1, { name: 'Red line' })]);
    expect(set.named('ASSERTIONS')?.id).toBe('claim');
    expect(set.named('claim')?.id).toBe('claim');
    expect(set.named('red  line')?.id).toBe(own(1).id);
    expect(set.named('nothing')).toBeNull();
  });

  it('are found by their whole name before another is found by its plural', () => {
    const set = labelSetOf([own(1, { name: 'Claims' })]);
    expect(set.named('claims')?.id).toBe(own(1).id);
  });

  it('are printed by their name, whatever a search can write; a first one that has no other by its first word', () => {
    const set = labelSetOf([{ ...startingSet.of('data'), name: 'Figures' }, own(1, { name: '« Réserve »' })]);
    expect(['claim', 'data'].map((id) => set.printed(labelIdSchema.parse(id)))).toEqual(['claim', 'Figures']);
    expect(set.printed(own(1).id)).toBe('« Réserve »');
    expect(set.inSearch(own(1).id)).toBe(own(1).id);
  });

  it('are found by the words that a search names them with, whatever they are called', () => {
    const anyLabel = fc.record({
      number: fc.nat(30),
      name: fc.oneof(
        fc.constantFrom(...firstLabels, 'Claims', 'a"b', 'x'),
        fc.string({ minLength: 1, maxLength: 40 }),
      ),
      key: fc.constantFrom(...labelKeys),
      look: fc.constantFrom(...labelLookIds),
      isRetired: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyLabel, { selector: ({ number }) => number, maxLength: 14 }), (drawn) => {
        const records = drawn.flatMap(({ number, name, isRetired, ...said }) => {
          const read = labelSchema.safeParse({
            ...own(number),
            ...said,
            name,
            retiredAt: isRetired ? at : null,
          });
          return read.success ? [read.data] : [];
        });
        const set = labelSetOf(records);
        for (const { id } of set.all) {
          const said = set.inSearch(id);
          expect(said === id || set.named(said)?.id === id).toBe(true);
        }
        const keys = set.offered.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).toEqual(keys.toSorted());
      }),
    );
  });
});
