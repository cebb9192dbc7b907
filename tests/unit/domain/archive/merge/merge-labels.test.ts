/** Two people who change the labels of one archive: both keep theirs, and each digit gives one label. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LABELS_VERSION, type LabelsFile } from '#domain/archive/files.ts';
import { mergeRecords } from '#domain/archive/merge/merge-records.ts';
import {
  firstLabels,
  type Label,
  type LabelId,
  labelIdSchema,
  labelKeys,
  labelLookIds,
  labelSetOf,
  MAX_LABELS,
} from '#domain/passage/label.ts';
import { toTimestamp } from '#domain/time.ts';
import { sampleId } from '../../../../support/archive/sample-ids.ts';

const at = (second: number) => toTimestamp(Date.UTC(2024, 3, 24, 9, 0, second));
const ids: readonly LabelId[] = [
  ...firstLabels,
  ...[1, 2, 3, 4, 5, 6].map((n) => labelIdSchema.parse(sampleId(n))),
];

const label = (id: LabelId): fc.Arbitrary<Label> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constantFrom('Red line', 'Schedule', 'Actor', 'Claim'),
    useWhen: fc.constantFrom('', 'what a side will not accept'),
    key: fc.constantFrom(...labelKeys),
    look: fc.constantFrom(...labelLookIds),
    retiredAt: fc.constantFrom(null, null, null, at(40)),
    createdAt: fc.constant(at(0)),
    updatedAt: fc.integer({ min: 1, max: 30 }).map(at),
  });

const file: fc.Arbitrary<LabelsFile> = fc
  .tuple(...ids.map((id) => fc.option(label(id), { freq: 3 })))
  .map((all) => ({
    version: LABELS_VERSION,
    labels: all.filter((each) => each !== null).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }));
const sides = fc.tuple(fc.option(file, { nil: undefined, freq: 5 }), file, file);

describe('the labels of two people', () => {
  it('are all there, and each keeps what one of them has made of it', () => {
    fc.assert(
      fc.property(sides, ([before, ours, theirs]) => {
        const { merged } = mergeRecords(before, ours, theirs);
        const known = new Set(before?.labels.map((each) => JSON.stringify(each)));
        const news = [...ours.labels, ...theirs.labels].filter((each) => !known.has(JSON.stringify(each)));
        expect(merged.labels.map(({ id }) => id)).toEqual(expect.arrayContaining(news.map(({ id }) => id)));
        for (const { id, name, look } of merged.labels) {
          const said = [ours, theirs, before].flatMap(
            (side) => side?.labels.filter((each) => each.id === id) ?? [],
          );
          expect(said.map((each) => each.name)).toContain(name);
          expect(said.map((each) => each.look)).toContain(look);
        }
      }),
    );
  });

  it('lose no name that one of them gave, unless it is listed', () => {
    fc.assert(
      fc.property(file, file, (before, ours) => {
        const renamed = { ...before, labels: before.labels.map((each) => ({ ...each, useWhen: 'other' })) };
        const { merged, conflicts } = mergeRecords(before, ours, renamed);
        const listed = new Set(conflicts.map(({ recordId }) => recordId));
        for (const each of ours.labels)
          if (!listed.has(each.id))
            expect(merged.labels.find(({ id }) => id === each.id)?.name).toBe(each.name);
      }),
    );
  });

  it('have a digit each, at most nine of them, and every passage finds its own', () => {
    fc.assert(
      fc.property(sides, ([before, ours, theirs]) => {
        const { merged } = mergeRecords(before, ours, theirs);
        const set = labelSetOf(merged.labels);
        const keys = set.offered.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).toEqual(keys.toSorted());
        expect(keys.length).toBeLessThanOrEqual(MAX_LABELS);
        for (const { id, name } of merged.labels) expect(set.of(id).name).toBe(name);
      }),
    );
  });
});
