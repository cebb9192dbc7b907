/** Where the blocks of a memo were laid out, and how full the pages are. */

/**
 * What a block of a section is for its place. A `float` can't break; a table of few `rows` can be let, a `long` one
 * does; `end` stands behind the last block, `last-end` behind that of the last section.
 */
export type PlaceRole = 'text' | 'heading' | 'float' | 'rows' | 'long' | 'turned' | 'end' | 'last-end';

/** A block of a section that holds a table or a figure. */
export type BlockPlace = { readonly id: string; readonly section: number; readonly role: PlaceRole };

/**
 * `loose`: with more air between its rows; `next`: from the head of the next page on; `stay`: where that would leave
 * too little before it; `flow`: on the page on which it would not begin otherwise; `at`: so many blocks later, or
 * earlier; `push`: loose, and so many points empty before its last three rows.
 */
export type Placement =
  | 'float'
  | 'break'
  | 'loose'
  | 'next'
  | 'stay'
  | 'flow'
  | { readonly at: number }
  | { readonly push: number };
export type Placements = ReadonlyMap<string, Placement>;
export const asWritten: Placements = new Map();

/** The position where something begins; lengths in points from the head of its page. */
export type PagePlace = { readonly id: string; readonly page: number; readonly y: number };

export type LaidPages = {
  /** The column of text on each page. */
  readonly area: { readonly top: number; readonly bottom: number };
  /** The position at which each block would begin if it could break: the end of the block before it. */
  readonly before: ReadonlyMap<string, PagePlace>;
  /**
   * Where each table and figure begins; of a long table its second row and its third from the end, and of a floating
   * block its end.
   */
  readonly inside: ReadonlyMap<string, PagePlace>;
};

export const secondRow = (id: string): string => `${id}:second`;
export const tailRow = (id: string): string => `${id}:tail`;
export const END = ':end';

/** The share of a page that may stay empty before a table or a figure. */
export const MAX_GAP = 0.25;
export const MIN_FILLED = 0.4;
/** The tolerance in points, since positions are rounded. */
export const NEARLY = 1;

export type Scope = { readonly blocks: readonly BlockPlace[]; readonly pages: LaidPages };

export const heightOf = ({ area }: LaidPages): number => area.bottom - area.top;

/** Whether so little is no page: less than two fifths of one, and not nothing. */
export const isShort = (filled: number, pages: LaidPages): boolean =>
  filled >= NEARLY && filled < MIN_FILLED * heightOf(pages);

/** The empty height below `place`; 0 if a page begins there. */
export const gapBelow = (place: PagePlace, { area }: LaidPages): number =>
  place.y - area.top < NEARLY ? 0 : area.bottom - place.y;

/** Where the lowest of the floating blocks on a page ends; the head of the page where there is none. */
export const filledByFloats = (page: number, { area, inside }: LaidPages): number =>
  Math.max(
    area.top,
    ...[...inside.values()].filter((end) => end.page === page && end.id.endsWith(END)).map(({ y }) => y),
  );

/** The empty heights below `place`, and below the floating blocks that have the pages up to `page` to themselves. */
export const gapsUntil = (place: PagePlace, page: number, pages: LaidPages): readonly number[] => [
  gapBelow(place, pages),
  ...Array.from(
    { length: Math.max(0, page - place.page - 1) },
    (_, at) => pages.area.bottom - filledByFloats(place.page + at + 1, pages),
  ),
];

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

/** The last page that has a floating block written before the block at index `at`; 0 if there is none. */
export const lastFloatBefore = ({ blocks, pages }: Scope, at: number): number =>
  Math.max(0, ...blocks.slice(0, at).map(({ id }) => pages.inside.get(id + END)?.page ?? 0));

/** What is to be placed how. */
export type Move = readonly [string, Placement];
