/** Where a page draws pictures, lines and areas, from which figures are found. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Matrix } from '#domain/article/printed/printed-piece.ts';
import { areaOf, type Box, common, heightOf, widthOf } from './box.ts';
import { asNumbers, boxIn, type Operators, type Space, walkOperators } from './walk-operators.ts';

/** A picture that a page draws. */
export type DrawnPicture = {
  /** Its visible part. */
  readonly box: Box;
  /** The file's object that contains it; null if the page itself does. */
  readonly object: string | null;
  /** The pixels of the whole picture. */
  readonly pixels: number;
  /** Pixels a point. */
  readonly perPoint: number;
};

export type DrawnPlaces = {
  readonly pictures: readonly DrawnPicture[];
  /** The boxes around filled or stroked paths, as far as visible. */
  readonly paths: readonly Box[];
};

/** Shorter paths are invisible. */
const MIN_SIDE = 0.1;
/** A page with more pictures is composed of pieces. */
const MAX_PICTURES = 3000;

/** Ends an incomplete list: scripts/app/list-pdf-places.mjs. */
const CUT_OFF = OPS.dependency;

const UNIT = [0, 0, 1, 1] as const;

const seenIn = (space: Space, rectangle: readonly number[]): Box =>
  common(space.seen, boxIn(space, rectangle));

const isSeen = (box: Box): boolean =>
  widthOf(box) >= 0 && heightOf(box) >= 0 && Math.max(widthOf(box), heightOf(box)) > MIN_SIDE;

const pictureOf = (args: readonly unknown[] | null | undefined, space: Space): DrawnPicture | null => {
  const [width = 0, height = 0] = asNumbers(args?.slice(1, 3), 2) ?? [];
  const box = seenIn(space, UNIT);
  if (width * height <= 0 || Math.min(widthOf(box), heightOf(box)) <= 0) return null;
  const object = args?.[0];
  const pixels = width * height;
  return {
    box,
    object: typeof object === 'string' && object !== '' ? object : null,
    pixels,
    perPoint: Math.sqrt(pixels / areaOf(boxIn(space, UNIT))),
  };
};

/** Groups used as masks are not visible themselves. */
const isMask = (args: readonly unknown[] | null | undefined): boolean => {
  const [group] = args ?? [];
  return typeof group === 'object' && group !== null && 'smask' in group && Boolean(group.smask);
};

/** The open groups, from the outermost, each with whether it is a mask. */
const createGroups = () => {
  const open: boolean[] = [];
  return {
    hear(operator: number, args: readonly unknown[] | null | undefined): void {
      if (operator === OPS.beginGroup) open.push(isMask(args));
      if (operator === OPS.endGroup) open.pop();
    },
    areMasks: (): boolean => open.includes(true),
  };
};

/** The box around a filled or stroked path; null if it is invisible. */
const pathOf = (args: readonly unknown[] | null | undefined, space: Space): Box | null => {
  const bounds = args?.[0] === OPS.endPath ? null : asNumbers(args?.[2], 4);
  const box = bounds === null ? null : seenIn(space, bounds);
  return box !== null && isSeen(box) ? box : null;
};

/** What a page of that size draws; `view` maps its units to the page. Null if there is too much to examine. */
export const drawnPlaces = (
  operators: Operators,
  view: Matrix,
  size: { readonly width: number; readonly height: number },
): DrawnPlaces | null => {
  if (operators.fnArray.includes(CUT_OFF)) return null;
  const pictures: (DrawnPicture | null)[] = [];
  const paths: (Box | null)[] = [];
  const groups = createGroups();
  const page = { left: 0, top: 0, right: size.width, bottom: size.height };
  walkOperators(operators, { current: view, seen: page }, (operator, args, space) => {
    groups.hear(operator, args);
    if (groups.areMasks()) return;
    if (operator === OPS.paintImageXObject) pictures.push(pictureOf(args, space));
    if (operator === OPS.constructPath) paths.push(pathOf(args, space));
  });
  const seen = pictures.filter((picture) => picture !== null);
  return seen.length > MAX_PICTURES ? null : { pictures: seen, paths: paths.filter((path) => path !== null) };
};
