/** Which parts of a report begin no page of their own, since too little would be on the page before them. */
import {
  filledByFloats,
  isShort,
  lastFloatBefore,
  type Move,
  type PagePlace,
  type Placements,
  type Scope,
} from './laid-pages.ts';

/** The key has a page of its own, unless that would leave too little on the page before. */
export const KEY_PLACE = 'key';

/** So does each part of a report: `part:` and the number of its section, or its name. */
export const PART_PLACE = 'part:';

/** How much of the page before a part is filled by what comes before it: text, or what floats behind it. */
const filledBefore = ({ blocks, pages }: Scope, { id, page, y }: PagePlace): number => {
  const name = id.slice(PART_PLACE.length);
  const at = blocks.findIndex(({ section }) => section >= Number(name));
  const last = lastFloatBefore({ blocks, pages }, at === -1 ? blocks.length : at);
  return (last > page ? filledByFloats(last, pages) : y) - pages.area.top;
};

/** A part that begins with a landscape page has its heading there. */
const beginsTurned = ({ blocks }: Scope, id: string): boolean =>
  blocks.find(({ section }) => section === Number(id.slice(PART_PLACE.length)))?.role === 'turned';

/** The section with which the pages of `section` begin: in a report each part begins a page, unless it follows on. */
const beginOfPages = ({ pages }: Scope, placed: Placements, section: number): number => {
  let first = section;
  while (first > 0 && (!pages.before.has(PART_PLACE + first) || placed.get(PART_PLACE + first) === 'flow')) {
    first -= 1;
  }
  return first;
};

/** Whether nothing has `moved` before the block at index `at` on the pages that `section` shares. */
export const isSettled = (
  scope: Scope,
  placed: Placements,
  moved: readonly Move[],
  [at, section]: readonly [number, number],
): boolean => {
  const ids = new Set(moved.map(([id]) => id));
  const from = beginOfPages(scope, placed, section);
  return !scope.blocks.slice(0, at).some((block) => block.section >= from && ids.has(block.id));
};

/**
 * Each part that would leave too little on the page before it; where something has moved before it, or a part, the next
 * layout shows.
 */
export const placeParts = (scope: Scope, placed: Placements, changed: readonly Move[]): readonly Move[] => {
  const found: Move[] = [];
  let hasMoved = false;
  for (const [id, place] of scope.pages.before) {
    if (!id.startsWith(PART_PLACE)) continue;
    const next = scope.blocks.findIndex(({ section }) => section >= Number(id.slice(PART_PLACE.length)));
    const before = next === -1 ? scope.blocks.length : next;
    const isReady: boolean =
      !hasMoved &&
      !placed.has(id) &&
      !beginsTurned(scope, id) &&
      isSettled(scope, placed, changed, [before, scope.blocks[before - 1]?.section ?? 0]);
    const moves: boolean = isReady && isShort(filledBefore(scope, place), scope.pages);
    if (moves) found.push([id, 'flow']);
    hasMoved = moves;
  }
  return found;
};

/** The key, where a page of its own would leave too little on the page before it. */
export const placeKey = ({ pages }: Scope): readonly Move[] => {
  const before = pages.before.get(KEY_PLACE);
  if (before === undefined) return [];
  return isShort(before.y - pages.area.top, pages) ? [[KEY_PLACE, 'flow']] : [];
};
