import { describe, expect, it } from 'vitest';
import { groupOf } from '#domain/tag/tag-tree.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import { sampleTag } from '../../../support/archive/sample-records.ts';

describe('the group of a tag', () => {
  it('is its own, else that of the nearest tag above it that has one', () => {
    const place = sampleTag('Place', { group: 'place' });
    const china = sampleTag('China', { parentId: place.id });
    const firms = sampleTag('Firms', { parentId: china.id, group: 'actor' });
    const smic = sampleTag('SMIC', { parentId: firms.id });
    const talks = sampleTag('Talks');
    const tags = indexTree([place, china, firms, smic, talks]);
    expect([place, china, firms, smic, talks].map(({ id }) => groupOf(tags, id))).toEqual([
      'place',
      'place',
      'actor',
      'actor',
      null,
    ]);
  });

  it('follows a merged parent, and ends on a cycle of parents', () => {
    const old = sampleTag('Old', { group: 'place' });
    const into = sampleTag('Into', { group: 'topic' });
    const below = sampleTag('Below', { parentId: old.id });
    expect(groupOf(indexTree([{ ...old, mergedInto: into.id }, into, below]), below.id)).toBe('topic');
    const [one, two] = [sampleTag('One'), sampleTag('Two')];
    expect(
      groupOf(
        indexTree([
          { ...one, parentId: two.id },
          { ...two, parentId: one.id },
        ]),
        one.id,
      ),
    ).toBe(null);
  });
});
