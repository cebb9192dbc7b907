import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOURCES_VERSION, type SourcesFile } from '#domain/archive/files.ts';
import { mergeRecords } from '#domain/archive/merge/merge-records.ts';
import { referencesOf, withoutReferences } from '#domain/archive/references.ts';
import { partialDateSchema } from '#domain/dates/partial-date.ts';
import type { SourceId } from '#domain/ids.ts';
import { changeSource, mergeSources, withLiveOrganisations } from '#domain/source/change-source.ts';
import { printPositionLine, readPositionLine } from '#domain/source/list/position-line.ts';
import {
  type Position,
  positionSchema,
  positionsOn,
  printTenure,
  sortPositions,
} from '#domain/source/position.ts';
import type { Source } from '#domain/source/source.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import { sampleTime } from '../../../support/archive/sample-ids.ts';
import { sampleSource } from '../../../support/archive/sample-records.ts';

const [ministry, bureau] = [sampleSource('Ministry'), sampleSource('Bureau')];
const post = (role: string, from: string | null, until: string | null, at: SourceId | null = null) =>
  positionSchema.parse({ role, organisationId: at, from, until });
const minister = post('Minister', '2021-05', '2023', ministry.id);
const envoy = post('Envoy', null, '2021');
const deputy = post('Deputy', '2019', '2021-05-03');
const roles = (positions: readonly Position[]) => positions.map(({ role }) => role);
const left = (edits: ReturnType<typeof changeSource>, id: SourceId): Source | undefined =>
  edits.ok ? edits.value.find((edit) => edit.after.id === id)?.after : undefined;

describe('a position', () => {
  it.each([
    ['2021-05', '2021', true],
    ['2021', '2021-05-03', true],
    ['2021-05-03', '2021-05-02', false],
    ['2022', '2021', false],
    [null, '2021', true],
  ])('from %s until %s: %s', (from, until, isOne) => {
    expect(positionSchema.safeParse({ role: 'x', organisationId: null, from, until }).success).toBe(isOne);
  });

  it.each([
    ['2021-05-03', ['Envoy', 'Deputy', 'Minister']],
    ['2021-06-01', ['Envoy', 'Minister']],
    ['2023-12-31', ['Minister']],
    ['2018', ['Envoy']],
    ['2024', []],
  ])('is held on %s as far as its dates say: %s', (day, held) => {
    const open = post('Somebody', null, null);
    const positions = sortPositions([minister, open, envoy, deputy]);
    expect(roles(positionsOn(positions, partialDateSchema.parse(day)))).toEqual(held);
  });

  it.each([
    ['2021-05', '2023', 'May 2021 to 2023'],
    ['2021', null, 'since 2021'],
    [null, '2021-05-03', 'until 3 May 2021'],
    [null, null, ''],
  ])('from %s until %s prints as "%s"', (from, until, printed) => {
    expect(printTenure(post('Minister', from, until))).toBe(printed);
  });

  it('stands in the order of time, once, whatever the order was', () => {
    const all = [minister, envoy, deputy, post('Minister', '2021-05', null), minister];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (positions) => {
        expect(roles(sortPositions(positions))).toEqual(['Envoy', 'Deputy', 'Minister', 'Minister']);
      }),
    );
  });
});

describe('a position as a line', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'É', '|', '\\', '/', ' ', '-'), maxLength: 8 })
    .map((text) => text.trim());
  const date = fc.constantFrom(null, '2021', '2021-05', '2021-05-03');

  it('is read as it was printed, whatever it holds', () => {
    fc.assert(
      fc.property(cell, cell, date, (role, organisation, from) => {
        fc.pre(role !== '');
        const written = { role, organisation, from: partialDateSchema.nullable().parse(from), until: null };
        expect(readPositionLine(printPositionLine(written))).toEqual(written);
      }),
    );
  });

  it('is none without a role, with a fifth cell, or with a date that is none', () => {
    for (const line of ['', '| Ministry', 'a | b | 2021 | 2022 | c', 'a | b | soon', 'a | b | 2022 | 2021'])
      expect(readPositionLine(line)).toBeNull();
  });
});

describe('the positions of a source', () => {
  const person = sampleSource('Ilse Marrow', { positions: [minister] });
  const tree = indexTree([person, ministry, bureau]);

  it('are sorted when they are changed, and name no organisation that never was', () => {
    const changed = changeSource(tree, person.id, { positions: [minister, envoy] }, sampleTime);
    expect(left(changed, person.id)?.positions).toEqual([envoy, minister]);
    const strange = post('x', null, null, sampleSource('elsewhere').id);
    expect(changeSource(tree, person.id, { positions: [strange] }, sampleTime)).toMatchObject({
      ok: false,
      error: { code: 'missing' },
    });
  });

  it('go along when the source is merged into another, and follow a merged organisation', () => {
    const other = sampleSource('I. Marrow', { positions: [deputy, minister] });
    const merged = mergeSources(indexTree([...tree.values(), other]), person.id, other.id, sampleTime);
    expect(left(merged, other.id)?.positions).toEqual([deputy, minister]);
    expect(left(merged, person.id)?.positions).toEqual([minister]);
    const gone = { ...ministry, mergedInto: bureau.id };
    expect(withLiveOrganisations(indexTree([person, gone, bureau]), person).positions).toEqual([
      { ...minister, organisationId: bureau.id },
    ]);
  });

  const file = (positions: Position[]): SourcesFile => ({
    version: SOURCES_VERSION,
    sources: [{ ...person, positions }],
  });

  it('of two sides are merged one by one', () => {
    const { merged, conflicts } = mergeRecords(
      file([minister]),
      file([envoy, minister]),
      file([deputy, { ...minister, until: null }]),
    );
    expect(conflicts).toEqual([]);
    expect(merged).toEqual(file([envoy, deputy, { ...minister, until: null }]));
  });

  it('refer to organisations, and do without one that is nowhere', () => {
    const references = referencesOf('sources', file([envoy, minister]));
    expect(references).toContainEqual(
      expect.objectContaining({ field: 'positions', to: 'source', id: ministry.id, isOptional: true }),
    );
    const broken = references.filter(({ field }) => field === 'positions');
    expect(withoutReferences(file([envoy, minister]), broken)).toEqual(
      file([envoy, { ...minister, organisationId: null }]),
    );
  });
});
