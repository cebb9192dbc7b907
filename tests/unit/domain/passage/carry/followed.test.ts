import { expect, it } from 'vitest';
import { articleIdSchema } from '#domain/ids.ts';
import { sayFollowed } from '#domain/passage/carry/followed.ts';
import { newSampleId } from '../../../../support/archive/sample-ids.ts';

const of = articleIdSchema.parse(newSampleId());
const carried = { unchanged: 2, nextToChange: 0, moved: 1, changed: 1, ambiguous: 0, orphaned: 0 };
const nothing = { unchanged: 0, nextToChange: 0, moved: 0, changed: 0, ambiguous: 0, orphaned: 0 };

it('says of a new version what it follows, by what, and what became of the passages', () => {
  const version = { kind: 'version', of, title: 'The Lock', by: 'url' } as const;
  expect(sayFollowed({ ...version, carried, toReview: 1 })).toBe(
    'New version of “The Lock” (same address): 4 passages carried over, 1 to review.',
  );
  const beside = { ...nothing, unchanged: 2, nextToChange: 1 };
  expect(sayFollowed({ ...version, carried: beside, toReview: 1 })).toBe(
    'New version of “The Lock” (same address): 3 passages carried over, 1 to review (1 next to a change).',
  );
  expect(sayFollowed({ ...version, title: null, by: 'name', carried: nothing, toReview: 0 })).toBe(
    'New version of an untitled article (same file name).',
  );
});

it('says of an article of its own why it is one', () => {
  const own = { kind: 'own', by: 'url', candidates: [of] } as const;
  expect(sayFollowed({ ...own, why: 'several-here', count: 2 })).toBe(
    'Imported as a separate article: 2 articles here have the same address, so the right one is unclear.',
  );
  expect(sayFollowed({ ...own, why: 'unreadable', count: 1 })).toBe(
    'Imported as a separate article: the article here with the same address can’t be read.',
  );
});
