import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unknownBibliography } from '#domain/article/bibliography/unknown-bibliography.ts';
import { carriedStates } from '#domain/passage/carried.ts';
import { firstLabels } from '#domain/passage/label.ts';
import { relationTypes } from '#domain/passage/passage.ts';
import { aboutNothing, searchKinds } from '#domain/search/language/search-facts.ts';
import { noTraces } from '#domain/source/traces.ts';
import { credibilities } from '#domain/tradecraft/credibility.ts';
import { reliabilities } from '#domain/tradecraft/reliability.ts';
import { rowOf } from '#electron/index/store/rows.ts';
import { type HeldUnit, packUnit, unpackUnit } from '#electron/index/units/held-unit.ts';
import { facts } from '#electron/index/units/unit.ts';

const id = fc.uuid();
const grade = fc.record({
  reliability: fc.constantFrom(null, ...reliabilities),
  credibility: fc.constantFrom(null, ...credibilities),
});
const found = fc
  .record({
    kind: fc.constantFrom(...searchKinds),
    tagIds: fc.array(id, { maxLength: 3 }),
    speakerId: fc.option(id),
    concernedIds: fc.array(id, { maxLength: 2 }),
    label: fc.constantFrom(null, ...firstLabels),
    grade: fc.option(grade),
    isOrphan: fc.boolean(),
    hasTask: fc.boolean(),
    hasNote: fc.boolean(),
    hasRelation: fc.boolean(),
    addedAt: fc.constantFrom(null, '2024-04-01T10:00:00.000Z', '2024-04-03T10:00:00.000Z'),
    citableId: fc.option(id),
    event: fc.record({
      id,
      date: fc.constantFrom('2024-04-19', '2019~'),
      sayings: fc.array(fc.record({ passageId: id, date: fc.constantFrom(null, '2024') }), { maxLength: 2 }),
    }),
    seenBy: fc.option(fc.array(fc.constantFrom('', 'H. Lund', 'K. Osei'), { maxLength: 3 })),
  })
  // Only an event has what is asked of one, and only what is on a board is hidden from some; neither has a label.
  .map((known) => ({
    ...known,
    label: known.kind === 'event' || known.kind === 'board' ? null : known.label,
    event: known.kind === 'event' ? known.event : null,
    seenBy: known.kind === 'board' ? known.seenBy : null,
  }))
  .chain((known) =>
    fc
      .nat(2 ** 27 - 1)
      .map((number) => ({ row: rowOf(searchKinds.indexOf(known.kind), number), facts: known })),
  );
const passage = fc.record({
  id,
  createdAt: fc.constantFrom('2024-04-01T10:00:00.000Z', '2024-04-02T10:00:00.000Z'),
  speakerId: fc.option(id),
  concernedIds: fc.array(id, { maxLength: 2 }),
  label: fc.constantFrom(...firstLabels),
  grade,
  relations: fc.array(fc.record({ type: fc.constantFrom(...relationTypes), passageId: id }), {
    maxLength: 2,
  }),
  openTaskCount: fc.nat(3),
  paragraph: fc.option(fc.integer({ min: 1, max: 900 })),
  page: fc.constantFrom(null, '14', 'xii'),
  traces: fc.oneof(
    fc.constant(noTraces),
    fc.record({ statements: fc.array(fc.string()), credits: fc.array(fc.string()) }),
  ),
  unsettled: fc.constantFrom(null, ...carriedStates),
  isOrphan: fc.boolean(),
  hasNote: fc.boolean(),
  number: fc.option(fc.nat(2 ** 27 - 1)),
  tagIds: fc.array(id, { maxLength: 3 }),
});
const readSignature = () => null;
const listedArticle = fc.record({
  kind: fc.constant('listed article'),
  id,
  firstWords: fc.string(),
  bibliography: fc.constant(unknownBibliography),
  tagIds: fc.array(id, { maxLength: 2 }),
  passages: fc.array(passage, { maxLength: 5 }),
  readSignature: fc.constant(readSignature),
});
const listed = fc.oneof(
  fc.constant(null),
  listedArticle,
  fc.record({ kind: fc.constant('tags'), tags: fc.array(fc.record({ id })) }),
);

describe('what of a unit stands in memory', () => {
  it('is the same after it was kept', () => {
    const units = fc.record({ about: fc.constant(aboutNothing), found: fc.array(found), listed });
    fc.assert(
      fc.property(units, (unit) => {
        const held = unit as unknown as HeldUnit;
        expect(unpackUnit(packUnit(held), readSignature)).toEqual(held);
      }),
    );
  });

  it('shares the ids of what is found and what is listed', () => {
    const name = '0190a000-0000-7000-8000-000000000001';
    const unit = { about: aboutNothing, found: [], listed: null } as HeldUnit;
    const length = (count: number): number =>
      packUnit({
        ...unit,
        found: Array.from({ length: count }, (_, at) => ({
          row: at,
          facts: facts({
            kind: 'passage',
            tagIds: [name as never],
            speakerId: name as never,
            citableId: name,
          }),
        })),
      }).length;
    expect(length(9) - length(1)).toBeLessThan(8 * 27);
  });
});
