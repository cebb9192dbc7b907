/**
 * Decides which of the files of one import is the new version of an article that several of them match. Two files
 * with one text count as one, and an address takes precedence over a DOI, a DOI over a name; where more than one
 * text remains, none of them is: the order of files does not show which came later.
 */
import type { ArticleId, Sha256 } from '../../ids.ts';
import { type KnownBy, knownBys } from './match-file.ts';

/** A file that matches one article of the archive alone and has another text; `place` is that among the files. */
export type Claim = {
  readonly place: number;
  readonly articleId: ArticleId;
  readonly by: KnownBy;
  readonly textSha256: Sha256;
};

/** The new version; or the same text as the file at `of`, which is the new version; or a separate article. */
export type Decision =
  | { readonly kind: 'version' }
  | { readonly kind: 'copy'; readonly of: number }
  | { readonly kind: 'own' };

const decideOn = (claims: readonly Claim[]): readonly (readonly [number, Decision])[] => {
  const by = knownBys.find((each) => claims.some((claim) => claim.by === each));
  const strongest = claims.filter((claim) => claim.by === by);
  const [first] = strongest;
  const isOneText = strongest.every(({ textSha256 }) => textSha256 === first?.textSha256);
  return claims.map((claim) => {
    if (!isOneText || first === undefined || claim.textSha256 !== first.textSha256)
      return [claim.place, { kind: 'own' }];
    return [claim.place, claim === first ? { kind: 'version' } : { kind: 'copy', of: first.place }];
  });
};

/** Decides on all claims of one import, by the places of the files. */
export const decideClaims = (claims: readonly Claim[]): ReadonlyMap<number, Decision> => {
  const ofArticle = new Map<ArticleId, Claim[]>();
  for (const claim of claims) {
    const others = ofArticle.get(claim.articleId);
    if (others === undefined) ofArticle.set(claim.articleId, [claim]);
    else others.push(claim);
  }
  return new Map([...ofArticle.values()].flatMap(decideOn));
};
