import { expect, it } from 'vitest';
import { groupsOf, readTypedGroup } from '#renderer/parts/tag/tag-groups.ts';

const rows = [{ group: 'place' }, { group: 'Actor' }, { group: null }, { group: 'place' }];

it('names each group once, in order', () => {
  expect(groupsOf(rows)).toEqual(['Actor', 'place']);
});

it.each([
  ['actor: min', { group: 'Actor', sought: 'min' }],
  ['PLACE:', { group: 'place', sought: '' }],
  ['Re: talks', { group: null, sought: 'Re: talks' }],
  ['min', { group: null, sought: 'min' }],
])('reads %j', (typed, meant) => {
  expect(readTypedGroup(rows, typed)).toEqual(meant);
});
