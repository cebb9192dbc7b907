import { expect, it } from 'vitest';
import { placePart } from '#domain/passage/carry/place-part.ts';
import { pairVersions } from '#domain/passage/carry/version-pair.ts';
import { indexText } from '#domain/text/text-index.ts';
import { rangeOf } from '../../../support/texts/range-of.ts';

const sentence = 'The harbour board closed the northern lock.';
const [before, behind] = [
  'Pilots met at noon on the old quay.',
  'Nobody saw the ship leave the outer roads.',
];

const stateOf = (old: string, fresh: string): string =>
  placePart(pairVersions(indexText(old), indexText(fresh)), rangeOf(old, sentence)).state;

const old = `${before} ${sentence} ${behind}`;

it('a whole sentence that stands twice is asked, whatever stands around its copy', () => {
  expect(stateOf(old, `${before} ${sentence} ${sentence} ${behind}`)).toBe('ambiguous');
  expect(stateOf(old, `${old}\nA summary was added at the end. ${sentence} It says no more.`)).toBe(
    'ambiguous',
  );
});

it('a sentence that stood twice and does still is settled', () => {
  const twice = `${old}\nA summary was added at the end. ${sentence} It says no more.`;
  expect(stateOf(twice, `A line on top.\n${twice}`)).toBe('certain');
});

it('a part of a sentence is settled where its surroundings tell the places apart', () => {
  const part = rangeOf(old, 'closed the northern lock');
  const fresh = `${old}\nA summary says that somebody closed the northern lock in May.`;
  expect(placePart(pairVersions(indexText(old), indexText(fresh)), part).state).toBe('certain');
});
