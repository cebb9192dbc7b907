import { describe, expect, it } from 'vitest';
import { type Claim, decideClaims } from '#domain/article/known/decide-claims.ts';
import type { KnownBy } from '#domain/article/known/match-file.ts';
import { articleIdSchema, sha256Schema } from '#domain/ids.ts';
import { newSampleId } from '../../../../support/archive/sample-ids.ts';

const articleId = articleIdSchema.parse(newSampleId());
const other = articleIdSchema.parse(newSampleId());

const claim = (place: number, by: KnownBy, text: string, of = articleId): Claim => ({
  place,
  articleId: of,
  by,
  textSha256: sha256Schema.parse(text.repeat(64)),
});
const decide = (...claims: readonly Claim[]) =>
  [...decideClaims(claims)].map(([place, decision]) => [place, decision.kind]);

describe('the new version of an article among the files of an import', () => {
  it('is the one file that matches it', () => {
    expect(decide(claim(3, 'name', 'a'), claim(5, 'url', 'b', other))).toEqual([
      [3, 'version'],
      [5, 'version'],
    ]);
  });

  it('is none of two texts that match alike, whatever matches less', () => {
    expect(decide(claim(0, 'url', 'a'), claim(1, 'url', 'b'), claim(2, 'name', 'a'))).toEqual([
      [0, 'own'],
      [1, 'own'],
      [2, 'own'],
    ]);
  });

  it('is the one with the address, and every file of its text is a copy', () => {
    expect(
      decide(claim(0, 'name', 'b'), claim(1, 'url', 'a'), claim(2, 'url', 'a'), claim(3, 'name', 'a')),
    ).toEqual([
      [0, 'own'],
      [1, 'version'],
      [2, 'copy'],
      [3, 'copy'],
    ]);
  });
});
