/**
 * Reconstructs how an analyst cut a text before it was sealed, where its sealed body was changed since. The blocks
 * that both bodies share are fixed; between two of them are blocks that were changed, and blocks that had been
 * left out. Where a gap has as many blocks in both, those are the changed ones; where the changed body has none
 * there, all of the gap was left out; otherwise any choice of that many blocks in order is possible. The caller
 * verifies each answer by its hash.
 */

import { equalJson } from '../../equal-json.ts';
import type { BlockNode, Body } from './body.ts';

/** More cuts than this are not tried: each is hashed. */
const MAX_CUTS = 200;

type Gap = { readonly from: readonly BlockNode[]; readonly count: number };

/** The cuts of `whole` that `changed` may come from, at most MAX_CUTS of them. */
export const cutAs = (whole: Body, changed: Body): readonly Body[] => {
  let cuts: readonly (readonly BlockNode[])[] = [[]];
  for (const { from, count } of gapsBetween(whole.content, changed.content)) {
    const choices = choose(from, count);
    cuts = cuts.flatMap((cut) => choices.map((choice) => [...cut, ...choice])).slice(0, MAX_CUTS);
  }
  return cuts
    .filter((content) => content.length > 0)
    .map((content) => ({ type: 'doc', content: [...content] }));
};

/** Each block of `changed` that occurs in `whole` is a gap of its own, which is included completely. */
const gapsBetween = (whole: readonly BlockNode[], changed: readonly BlockNode[]): readonly Gap[] => {
  const gaps: Gap[] = [];
  let at = 0;
  let unknown = 0;
  for (const block of changed) {
    const found = whole.findIndex((other, index) => index >= at + unknown && equalJson(other, block));
    if (found === -1) {
      unknown += 1;
      continue;
    }
    gaps.push({ from: whole.slice(at, found), count: unknown }, { from: [block], count: 1 });
    at = found + 1;
    unknown = 0;
  }
  return [...gaps, { from: whole.slice(at), count: unknown }];
};

/** The ways to take so many blocks in their order, at most MAX_CUTS of them. */
const choose = (from: readonly BlockNode[], count: number): readonly (readonly BlockNode[])[] => {
  if (count === 0) return [[]];
  if (count > from.length) return [];
  const ways: (readonly BlockNode[])[] = [];
  for (const [at, first] of from.entries()) {
    for (const rest of choose(from.slice(at + 1), count - 1)) {
      if (ways.length === MAX_CUTS) return ways;
      ways.push([first, ...rest]);
    }
  }
  return ways;
};
