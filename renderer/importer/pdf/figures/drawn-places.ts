/** Where a page draws pictures, and where lines and areas: what figures are found by. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Matrix } from '#domain/article/printed/printed-piece.ts';
import { areaOf, type Box, common, heightOf, widthOf } from './box.ts';
import { asNumbers, boxIn, type Operators, type Space, walkOperators } from './walk-operators.ts';

/** A picture that a page draws. */
export type DrawnPicture = {
  /** As far as it is seen. */
  readonly box: Box;
  /** The object of the file that holds it; null where the page itself does. */
  readonly object: string | null;
  /** Its own, of all of it. */
  readonly pixels: number;
  /** How many of them stand along a point. */
  readonly perPoint: number;
};

export type DrawnPlaces = {
  readonly pictures: readonly DrawnPicture[];
  /** The boxes around paths that are filled or drawn, as far as they are seen. */
  readonly paths: readonly Box[];
};

/** Of paths that are no longer than this nothing is seen. */
const MIN_SIDE = 0.1;
/** A page of more pictures is drawn of pieces. */
const MAX_PICTURES = 3000;

/** Ends a list that is not whole: scripts/app/list-pdf-places.mjs. */
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

/** Groups that are masks of others are never seen themselves. */
const isMask = (args: readonly unknown[] | null | undefined): boolean => {
  const [group] = args ?? [];
  return typeof group === 'object' && group !== null && 'smask' in group && Boolean(group.smask);
};

/** The groups that are open, from the outermost, each with whether it is a mask. */
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

/** The box around a path that is filled or drawn; null where nothing of it is seen. */
const pathOf = (args: readonly unknown[] | null | undefined, space: Space): Box | null => {
  const bounds = args?.[0] === OPS.endPath ? null : asNumbers(args?.[2], 4);
  const box = bounds === null ? null : seenIn(space, bounds);
  return box !== null && isSeen(box) ? box : null;
};

/** What a page of that size draws; `view` is how its units stand on it. Null where that is too much to be looked at. */
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
