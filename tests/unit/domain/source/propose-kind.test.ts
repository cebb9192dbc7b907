import { expect, it } from 'vitest';
import { organisationOf } from '#domain/reading/attribution/find-attribution.ts';
import { proposeKind } from '#domain/source/propose-kind.ts';

it.each([
  ['European Commission', 'organisation'],
  ['Department of State', 'organisation'],
  ['State Department', 'organisation'],
  ['United Nations', 'organisation'],
  ['NATO', 'organisation'],
  ['Auswärtiges Amt', 'organisation'],
  ['Bundesministerium der Finanzen', 'organisation'],
  ['Ministère de l’Intérieur', 'organisation'],
  ['Министерство обороны', 'organisation'],
  ['International Atomic Energy Agency', 'organisation'],
  ['Central Intelligence Agency', 'organisation'],
  ['Nord Stream AG', 'organisation'],
  ['Eni S.p.A.', 'organisation'],
  ['Reuters', 'publication'],
  ['Harbour Times', 'publication'],
  ['Frankfurter Rundschau', 'publication'],
  ['Antony Blinken', 'person'],
  ['Ursula von der Leyen', 'person'],
  ['Roe', 'person'],
])('proposes for “%s”: %s', (name, kind) => {
  expect(proposeKind(name)).toBe(kind);
});

it.each([
  ['State Department spokesman Antony Blinken said so.', 'State Department'],
  ['Antony Blinken, a spokesman for the State Department, said so.', 'State Department'],
  [
    'Antony Blinken, the chief spokesman of the Ministry of Foreign Affairs, said so.',
    'Ministry of Foreign Affairs',
  ],
  ['Antony Blinken said so. The State Department did not reply.', null],
  ['Antony Blinken, director of the Harbour Agency, met Lock Ministry official Antony Blinken.', null],
])('reads for whom a person speaks: %s', (text, organisation) => {
  expect(organisationOf(text, 'Antony Blinken')).toBe(organisation);
});
