/**
 * Moves the tables and figures that would leave a page half empty before them. Typst lays the memo out and reports
 * where each block begins. From the gaps it is decided here which blocks let the text continue before them (float to
 * the head of the next page), break across pages, or move among their neighbours, and Typst lays the memo out again.
 * Decisions are final, so that the process ends and the same memo gives the same pages.
 */
import {
  type BlockPlace,
  gapsUntil,
  heightOf,
  isShort,
  type LaidPages,
  lastFloatBefore,
  MAX_GAP,
  MIN_FILLED,
  type Move,
  NEARLY,
  type PagePlace,
  type Placement,
  type Placements,
  type Scope,
  secondRow,
  sum,
  tailRow,
} from './laid-pages.ts';
import { isSettled, placeKey, placeParts } from './place-parts.ts';

const isInSection = (section: number, block: BlockPlace | undefined): block is BlockPlace =>
  block?.section === section;

/** The first of the headings directly before the block at index `at`, or the block itself. */
const leadOf = ({ blocks }: Scope, at: number): number => {
  const { section } = blocks[at] ?? { section: -1 };
  let first = at;
  while (isInSection(section, blocks[first - 1]) && blocks[first - 1]?.role === 'heading') first -= 1;
  return first;
};

/** Whether only headings, including that of the section, come before the block in its section. */
const isLed = (scope: Scope, at: number): boolean => {
  const lead = leadOf(scope, at);
  return lead < at || !isInSection(scope.blocks[at]?.section ?? -1, scope.blocks[lead - 1]);
};

/** How many blocks earlier it fits on a page together with what stands before it there; null where nowhere does. */
const fitsEarlier = (scope: Scope, at: number): number | null => {
  const { blocks, pages } = scope;
  const block = blocks[at];
  const start = pages.inside.get(block?.id ?? '');
  const end = pages.before.get(blocks[at + 1]?.id ?? '');
  if (block === undefined || start === undefined || end?.page !== start.page) return null;
  const height = end.y - start.y;
  const distances = Array.from({ length: at }, (_, index) => index + 1);
  const by = distances.find((distance) => (gapEarlier(scope, at, distance) ?? 0) > height);
  return by === undefined || at - by < leadOf(scope, at - by) ? null : by;
};

/** A table or a figure that ends the memo would float on among its sources. */
const placeLast = (scope: Scope, at: number): Placement | null => {
  if (scope.blocks[at]?.role === 'rows') return 'break';
  const by = fitsEarlier(scope, at);
  return by === null ? null : { at: -by };
};

/** Whether it leaves more of a page empty before it than it may, having gone on to the next one. */
const leavesGap = (scope: Scope, at: number): boolean => {
  const { blocks, pages } = scope;
  const start = pages.inside.get(blocks[at]?.id ?? '');
  const before = pages.before.get(blocks[leadOf(scope, at)]?.id ?? '');
  if (start === undefined || before === undefined || start.page <= before.page) return false;
  return Math.max(...gapsUntil(before, start.page, pages)) > MAX_GAP * heightOf(pages);
};

/** A heading needs text of its own before the next one if its table moves away. */
const placeWhole = (scope: Scope, at: number): Placement | null => {
  const [block, next] = [scope.blocks[at], scope.blocks[at + 1]];
  if (block === undefined || !leavesGap(scope, at)) return null;
  if (next?.role === 'last-end') return placeLast(scope, at);
  const isFollowed = next?.role === 'text' && isInSection(block.section, next);
  if (!isLed(scope, at) || isFollowed) return 'float';
  return block.role === 'rows' ? 'break' : null;
};

/** One row alone, as high as it may be, is no beginning, unless too little would stand on its page without it. */
const beginsByOneRow = (scope: Scope, at: number): boolean => {
  const { blocks, pages } = scope;
  const id = blocks[at]?.id ?? '';
  const [start, second] = [pages.inside.get(id), pages.inside.get(secondRow(id))];
  const before = pages.before.get(blocks[leadOf(scope, at)]?.id ?? '');
  if (start === undefined || second === undefined || before === undefined) return false;
  return second.page > start.page && before.y - pages.area.top >= MIN_FILLED * heightOf(pages);
};

/** The empty height below the third row from the end, where fewer rows are at the head of the next page; else null. */
const shortTail = ({ blocks, pages }: Scope, at: number): number | null => {
  const tail = pages.inside.get(tailRow(blocks[at]?.id ?? ''));
  const end = pages.before.get(blocks[at + 1]?.id ?? '');
  if (tail === undefined || end === undefined || tail.page >= end.page) return null;
  return end.y - pages.area.top >= NEARLY ? pages.area.bottom - tail.y : null;
};

/** Those that were to begin on the next page, where by now too little comes before them on their page. */
const stayingAgain = (scope: Scope, placed: Placements): readonly Move[] =>
  scope.blocks.flatMap(({ id }, at) => {
    const before = scope.pages.before.get(scope.blocks[leadOf(scope, at)]?.id ?? '');
    const start = scope.pages.inside.get(id);
    if (placed.get(id) !== 'next' || before === undefined || start === undefined) return [];
    const stays = start.page > before.page && isShort(before.y - scope.pages.area.top, scope.pages);
    return stays ? [[id, 'stay'] as const] : [];
  });

/** At least three rows are at the head of the page on which a table ends. */
const placeLong = (scope: Scope, at: number): Placement | null => {
  if (beginsByOneRow(scope, at)) return 'next';
  return shortTail(scope, at) === null ? null : 'loose';
};

/** The first points of a row are no room for a row. */
const LESS = 6;

/** Where more air between the rows was not enough, and there is not too much to leave empty. */
const pushedTails = (scope: Scope, placed: Placements): readonly Move[] =>
  scope.blocks.flatMap(({ id }, at) => {
    const empty = placed.get(id) === 'loose' ? shortTail(scope, at) : null;
    const isRight = empty !== null && empty > LESS && empty <= MAX_GAP * heightOf(scope.pages);
    return isRight ? [[id, { push: empty - LESS }] as const] : [];
  });

/** The height that would stay empty before a landscape page if it came `by` blocks later; null if it can't. */
const gapLater = ({ blocks, pages }: Scope, at: number, by: number): number | null => {
  const block = blocks[at];
  const [last, next] = [blocks[at + by], blocks[at + by + 1]];
  const start = pages.before.get(blocks[at + 1]?.id ?? '');
  const end = pages.before.get(next?.id ?? '');
  const gap = pages.before.get(block?.id ?? '');
  const turned = pages.inside.get(block?.id ?? '');
  if (block === undefined || last?.role !== 'text' || !isInSection(block.section, next)) return null;
  if (start === undefined || end === undefined || gap === undefined) return null;
  const height = heightOf(pages);
  const length = (end.page - start.page) * height + end.y - start.y;
  const left = sum(gapsUntil(gap, turned?.page ?? gap.page + 1, pages)) - length;
  return left >= 0 ? left : height - (-left % height);
};

const gapEarlier = ({ blocks, pages }: Scope, at: number, by: number): number | null => {
  const [block, first] = [blocks[at], blocks[at - by]];
  const before = pages.before.get(first?.id ?? '');
  if (block === undefined || !isInSection(block.section, first) || before === undefined) return null;
  const isBelowHeading =
    isInSection(block.section, blocks[at - by - 1]) && blocks[at - by - 1]?.role === 'heading';
  return isBelowHeading
    ? null
    : Math.max(...gapsUntil(before, lastFloatBefore({ blocks, pages }, at - by) + 1, pages));
};

/** The nearest position that leaves little empty, later ones first; null if none is better. */
const placeTurned = (scope: Scope, at: number): number | null => {
  const { blocks, pages } = scope;
  const before = pages.before.get(blocks[leadOf(scope, at)]?.id ?? '');
  const page = pages.inside.get(blocks[at]?.id ?? '')?.page ?? 0;
  const [most, worst] = [MAX_GAP, 1 - MIN_FILLED].map((share) => share * heightOf(pages));
  if (before === undefined || most === undefined || worst === undefined) return null;
  const gap = Math.max(...gapsUntil(before, page, pages));
  if (gap <= most) return null;
  const distances = blocks.map((_, by) => by + 1);
  const gaps = [
    ...distances.map((by) => ({ by, left: gapLater(scope, at, by) ?? Number.POSITIVE_INFINITY })),
    ...distances.map((by) => ({ by: -by, left: gapEarlier(scope, at, by) ?? Number.POSITIVE_INFINITY })),
  ];
  const best = gaps.find(({ left }) => left <= most);
  return (best ?? (gap > worst ? gaps.find(({ left }) => left <= worst) : undefined))?.by ?? null;
};

const isBefore = (place: PagePlace, other: PagePlace): boolean =>
  place.page < other.page || (place.page === other.page && place.y < other.y);

/** The ids of floating blocks that were overtaken: a block written after them comes before them. */
const overtaking = ({ blocks, pages }: Scope): readonly string[] => {
  const places = blocks
    .filter(({ role }) => role === 'float' || role === 'rows')
    .flatMap(({ id }) => pages.inside.get(id) ?? []);
  return places
    .filter((place, at) => places.slice(0, at).some((other) => isBefore(place, other)))
    .map(({ id }) => id);
};

/**
 * A table that breaks must not begin before one that floats and is written before it, which would come between its
 * rows. That one breaks too; a figure can't, and the table begins behind it.
 */
const interrupted = ({ blocks, pages }: Scope, placed: Placements): readonly Move[] =>
  blocks.flatMap(({ id, role }, at): readonly Move[] => {
    const start = pages.inside.get(id);
    if (start === undefined || (role !== 'long' && placed.get(id) !== 'break')) return [];
    const late = blocks
      .slice(0, at)
      .filter(
        (other) => placed.get(other.id) === 'float' && isBefore(start, pages.inside.get(other.id) ?? start),
      );
    const figures = late.filter((other) => other.role !== 'rows');
    return [
      ...late.filter((other) => other.role === 'rows').map((other) => [other.id, 'break'] as const),
      ...(figures.length > 0 && !placed.has(id) ? [[id, 'next'] as const] : []),
    ];
  });

const placeOf = (scope: Scope, at: number, placed: Placements): Placement | null => {
  const { id, role } = scope.blocks[at] ?? { id: '', role: 'text' };
  if (role === 'long' || placed.get(id) === 'break') return placeLong(scope, at);
  return role === 'float' || role === 'rows' ? placeWhole(scope, at) : null;
};

/** The move of a landscape page from its present position; only once everything else is placed. */
const turnedPlacements = (scope: Scope, placed: Placements): readonly Move[] =>
  scope.blocks.flatMap(({ id, role }, at) => {
    const by = role === 'turned' ? placeTurned(scope, at) : null;
    const before = placed.get(id);
    const moved = typeof before === 'object' && 'at' in before ? before.at : 0;
    return by === null ? [] : [[id, { at: moved + by }] as const];
  });

/**
 * The placements, with those added that `pages` show to be needed; null if nothing needs to change.
 * @param blocks in the order in which they are on the pages
 */
export const nextPlacements = (
  blocks: readonly BlockPlace[],
  pages: LaidPages,
  placed: Placements,
): Placements | null => {
  const scope = { blocks, pages };
  const found = blocks.flatMap(({ id }, at): readonly Move[] => {
    const placement = placeOf(scope, at, placed);
    return placement === null ? [] : [[id, placement]];
  });
  const early = overtaking(scope).map((id) => [id, 'float'] as const);
  const fresh = [...found, ...early, ...placeKey(scope)].filter(([id]) => !placed.has(id));
  const first = [...fresh, ...interrupted(scope, placed), ...stayingAgain(scope, placed)];
  // What comes before all that moves keeps its position: it need not wait for another layout.
  const settledBy =
    (moved: readonly Move[]) =>
    ([id]: Move): boolean => {
      const at = blocks.findIndex((block) => block.id === id);
      return isSettled(scope, placed, moved, [at, blocks[at]?.section ?? 0]);
    };
  const turned = turnedPlacements(scope, placed).filter(settledBy(first));
  const pushed = pushedTails(scope, placed).filter(settledBy([...first, ...turned]));
  const moved = [...first, ...turned, ...pushed];
  const all = [...moved, ...placeParts(scope, placed, moved)];
  return all.length === 0 ? null : new Map([...placed, ...all]);
};

/** The blocks of a section, with those moved that have such a placement. */
export const moveTurned = <Block extends { readonly place: BlockPlace | null }>(
  blocks: readonly Block[],
  placed: Placements,
): readonly Block[] => {
  let moved = blocks;
  for (const block of blocks) {
    const placement = placed.get(block.place?.id ?? '');
    if (typeof placement !== 'object' || !('at' in placement)) continue;
    const at = moved.indexOf(block);
    moved = moved.toSpliced(at, 1).toSpliced(at + placement.at, 0, block);
  }
  return moved;
};
