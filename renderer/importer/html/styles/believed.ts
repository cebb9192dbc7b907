/**
 * What hides most of a page is not believed: pages hide themselves until their scripts have run, and were read
 * nevertheless. It is taken back, as the script would, until what is hidden is no more than a page hides for good.
 */
import { findHidden, type Hit } from './find-hidden.ts';
import type { InertFrame } from './inert-frame.ts';
import { markRules, type States } from './page-sheets.ts';
import { UNDONE, type WayName } from './ways-of-hiding.ts';

/** No page hides a larger share of its text. */
const MAX_SHARE = 0.9;
/** So often a page is taken to hide most of itself in yet another way. */
const MAX_ROUNDS = 8;

const markerOf = (way: WayName): string => `--precis-${way}`;

const markWays = (frame: InertFrame): void => {
  for (const [way, undone] of Object.entries(UNDONE)) {
    const properties = undone.map(([name]) => name);
    markRules(frame, markerOf(way as WayName), properties);
  }
};

/** The block of declarations by which a hit is hidden: a style attribute, a rule, or that of its elements' name. */
const originOf = ({ window }: InertFrame, { hider, way }: Hit): string => {
  const isOwn = UNDONE[way].some(([name]) => hider.style.getPropertyValue(name) !== '');
  const rule = window.getComputedStyle(hider).getPropertyValue(markerOf(way));
  return `${way} ${isOwn ? hider.style.cssText : rule || hider.localName}`;
};

/** The hits of one block of declarations that hide the most. */
const largestGroup = (
  frame: InertFrame,
  hits: readonly Hit[],
  lengthOf: (hit: Hit) => number,
): readonly Hit[] => {
  const groups = new Map<string, { readonly hits: Hit[]; length: number }>();
  for (const hit of hits) {
    const origin = originOf(frame, hit);
    const group = groups.get(origin) ?? { hits: [], length: 0 };
    groups.set(origin, group);
    group.hits.push(hit);
    group.length += lengthOf(hit);
  }
  const [largest] = [...groups.values()].sort((a, b) => b.length - a.length);
  return largest?.hits ?? [];
};

const takeBack = ({ hider, way }: Hit): void => {
  for (const [name, value] of UNDONE[way]) hider.style.setProperty(name, value, 'important');
};

/** What is hidden in `frame` for good. `lengthOf` says how much text a hit hides, of `total`. */
export const findBelieved = (
  frame: InertFrame,
  states: States,
  lengthOf: (hit: Hit) => number,
  total: number,
): readonly Hit[] => {
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const hits = findHidden(frame, states);
    const length = hits.reduce((sum, hit) => sum + lengthOf(hit), 0);
    if (length <= total * MAX_SHARE) return hits;
    if (round === 1) markWays(frame);
    for (const hit of largestGroup(frame, hits, lengthOf)) takeBack(hit);
  }
  return [];
};
