import { expect } from 'vitest';
import type { ArticleId } from '#domain/ids.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { Made } from '../../support/git/month-of-work.ts';
import { mustSucceed } from '../storage/archive-under-test.ts';

/** All that an analyst has made is in the archive, but for passages of articles in the trash. */
export const expectMade = async (
  archive: Archive,
  made: Made,
  trashed: readonly ArticleId[] = [],
): Promise<void> => {
  for (const [articleId, passages] of made.passages) {
    if (trashed.includes(articleId)) continue;
    const file = mustSucceed(await archive.annotations(articleId));
    expect(file.passages).toEqual(expect.arrayContaining(passages));
  }
  expect(mustSucceed(await archive.tags()).tags).toEqual(expect.arrayContaining(made.tags));
  expect(mustSucceed(await archive.tasks()).tasks).toEqual(expect.arrayContaining(made.tasks));
  expect(await archive.articleIds()).toEqual(expect.arrayContaining(made.articleIds));
  expect(await archive.memoIds()).toEqual(expect.arrayContaining(made.memoIds));
};
