/**
 * Moves the tables and figures that would leave a page half empty before them. Typst lays the memo out and reports
 * where each block begins. From the gaps it is decided here which blocks let the text continue before them (float to
 * the head of the next page), break across pages, or move among their neighbours, and Typst lays the memo out again.
 * Decisions are final, so that the process ends and the same memo gives the same pages.
 */

/**
 * What a block of a section is for its place. A `float` can't break; a table of few `rows` can be let, a `long` one
 * does; `end` stands behind the last block, `last-end` behind that of the last section.
 */
export type PlaceRole = 'text' | 'heading' | 'float' | 'rows' | 'long' | 'turned' | 'end' | 'last-end';

/** A block of a section that holds a table or a figure. */
export type BlockPlace = { readonly id: string; readonly section: number; readonly role: PlaceRole };

/**
 * `loose`: with more air between its rows; `next`: from the head of the next page on; `at`: so many blocks later, or
 * earlier.
 */
export type Placement = 'float' | 'break' | 'loose' | 'next' | 'flow' | { readonly at: number };
export type Placements = ReadonlyMap<string, Placement>;
export const asWritten: Placements = new Map();

/** The position where something begins; lengths in points from the head of its page. */
export type PagePlace = { readonly id: string; readonly page: number; readonly y: number };

export type LaidPages = {
  /** The column of text on each page. */
  readonly area: { readonly top: number; readonly bottom: number };
  /** The position at which each block would begin if it could break: the end of the block before it. */
  readonly before: ReadonlyMap<string, PagePlace>;
  /** Where each table and figure begins, and of a long table its second row and its third from the end. */
  readonly inside: ReadonlyMap<string, PagePlace>;
};

const secondRow = (id: string): string => `${id}:second`;
const tailRow = (id: string): string => `${id}:tail`;

/** The key has a page of its own, unless that would leave too little on the page before. */
export const KEY_PLACE = 'key';

/** The share of a page that may stay empty before a table or a figure. */
const MAX_GAP = 0.25;
const MIN_FILLED = 0.4;
/** The tolerance in points, since positions are rounded. */
const NEARLY = 1;

type Scope = { readonly blocks: readonly BlockPlace[]; readonly pages: LaidPages };

const heightOf = ({ area }: LaidPages): number => area.bottom - area.top;

/** The empty height below `place`; 0 if a page begins there. */
const gapBelow = (place: PagePlace, { area }: LaidPages): number =>
  place.y - area.top < NEARLY ? 0 : area.bottom - place.y;

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
  return gapBelow(before, pages) > MAX_GAP * heightOf(pages);
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

/** At least three rows are at the head of the page on which a table ends. */
const placeLong = (scope: Scope, at: number): Placement | null => {
  const { blocks, pages } = scope;
  if (beginsByOneRow(scope, at)) return 'next';
  const tail = pages.inside.get(tailRow(blocks[at]?.id ?? ''));
  const end = pages.before.get(blocks[at + 1]?.id ?? '');
  if (tail === undefined || end === undefined || tail.page >= end.page) return null;
  return end.y - pages.area.top >= NEARLY ? 'loose' : null;
};

/** The height that would stay empty before a landscape page if it came `by` blocks later; null if it can't. */
const gapLater = ({ blocks, pages }: Scope, at: number, by: number): number | null => {
  const block = blocks[at];
  const [last, next] = [blocks[at + by], blocks[at + by + 1]];
  const start = pages.before.get(blocks[at + 1]?.id ?? '');
  const end = pages.before.get(next?.id ?? '');
  const gap = pages.before.get(block?.id ?? '');
  if (block === undefined || last?.role !== 'text' || !isInSection(block.section, next)) return null;
  if (start === undefined || end === undefined || gap === undefined) return null;
  const height = heightOf(pages);
  const length = (end.page - start.page) * height + end.y - start.y;
  const left = gapBelow(gap, pages) - length;
  return left >= 0 ? left : height - (-left % height);
};

const gapEarlier = ({ blocks, pages }: Scope, at: number, by: number): number | null => {
  const [block, first] = [blocks[at], blocks[at - by]];
  const before = pages.before.get(first?.id ?? '');
  if (block === undefined || !isInSection(block.section, first) || before === undefined) return null;
  const isBelowHeading =
    isInSection(block.section, blocks[at - by - 1]) && blocks[at - by - 1]?.role === 'heading';
  return isBelowHeading ? null : gapBelow(before, pages);
};

/** The nearest position that leaves little empty, later ones first; null if none is better. */
const placeTurned = (scope: Scope, at: number): number | null => {
  const { blocks, pages } = scope;
  const before = pages.before.get(blocks[leadOf(scope, at)]?.id ?? '');
  const most = MAX_GAP * heightOf(pages);
  if (before === undefined || gapBelow(before, pages) <= most) return null;
  const distances = blocks.map((_, by) => by + 1);
  const later = distances.find((by) => (gapLater(scope, at, by) ?? most + 1) <= most);
  if (later !== undefined) return later;
  const earlier = distances.find((by) => (gapEarlier(scope, at, by) ?? most + 1) <= most);
  return earlier === undefined ? null : -earlier;
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

const placeKey = ({ pages }: Scope): readonly (readonly [string, Placement])[] => {
  const before = pages.before.get(KEY_PLACE);
  if (before === undefined) return [];
  const filled = before.y - pages.area.top;
  return filled >= NEARLY && filled < MIN_FILLED * heightOf(pages) ? [[KEY_PLACE, 'flow']] : [];
};

const placeOf = (scope: Scope, at: number, placed: Placements): Placement | null => {
  const { id, role } = scope.blocks[at] ?? { id: '', role: 'text' };
  if (role === 'long' || placed.get(id) === 'break') return placeLong(scope, at);
  return role === 'float' || role === 'rows' ? placeWhole(scope, at) : null;
};

/** The move of a landscape page from its present position; only once everything else is placed. */
const turnedPlacements = (scope: Scope, placed: Placements): readonly (readonly [string, Placement])[] =>
  scope.blocks.flatMap(({ id, role }, at) => {
    const by = role === 'turned' ? placeTurned(scope, at) : null;
    const before = placed.get(id);
    const moved = typeof before === 'object' ? before.at : 0;
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
  const found = blocks.flatMap(({ id }, at): readonly (readonly [string, Placement])[] => {
    const placement = placeOf(scope, at, placed);
    return placement === null ? [] : [[id, placement]];
  });
  const early = overtaking(scope).map((id) => [id, 'float'] as const);
  const fresh = [...found, ...early, ...placeKey(scope)].filter(([id]) => !placed.has(id));
  const all = fresh.length === 0 ? turnedPlacements(scope, placed) : fresh;
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
    if (typeof placement !== 'object') continue;
    const at = moved.indexOf(block);
    moved = moved.toSpliced(at, 1).toSpliced(at + placement.at, 0, block);
  }
  return moved;
};
