import { expect, it } from 'vitest';
import { type PassageId, passageIdSchema } from '#domain/ids.ts';
import { findLines } from '#domain/passage/lineage.ts';

const idOf = (number: number): PassageId =>
  passageIdSchema.parse(`018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`);
const passage = (id: number, from: number | null) => ({
  id: idOf(id),
  carriedFrom: from === null ? null : { passageId: idOf(from) },
});

it('names a line by its first passage, over any number of versions and over versions that it left out', () => {
  // 3 was an orphan in the second version, so the third was carried from the first.
  const lineOf = findLines([passage(1, null), passage(2, 1), passage(3, 2), passage(4, 1), passage(9, null)]);
  expect([1, 2, 3, 4].map((id) => lineOf(idOf(id)))).toEqual([1, 1, 1, 1].map(idOf));
  expect(lineOf(idOf(9))).toBe(idOf(9));
});

it('keeps a line together of which the first passage is gone, and ends where damage makes it go round', () => {
  const lineOf = findLines([passage(2, 1), passage(3, 1), passage(5, 6), passage(6, 5)]);
  expect(lineOf(idOf(2))).toBe(lineOf(idOf(3)));
  expect([5, 6].map(idOf)).toContain(lineOf(idOf(5)));
});
