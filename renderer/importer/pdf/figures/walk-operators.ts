/** Follows the drawing operators of a page and tracks where on it each one draws. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Matrix, multiply } from '#domain/article/printed/printed-piece.ts';
import { type Box, common } from './box.ts';

/** The operators of a page in order: numbers of `OPS`, each with its arguments. */
export type Operators = {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
};

/** The current transformation and clip, and the saved states. */
export type Space = { readonly current: Matrix; readonly seen: Box; readonly saved: Space | null };

type Step = (space: Space, args: readonly unknown[] | null | undefined) => Space;

/** The numbers in a list of that length; null if it is not one. */
export const asNumbers = (value: unknown, count: number): readonly number[] | null => {
  const list =
    Array.isArray(value) || ArrayBuffer.isView(value) ? Array.from(value as ArrayLike<unknown>) : [];
  return list.length === count && list.every((each) => typeof each === 'number' && Number.isFinite(each))
    ? (list as number[])
    : null;
};

/** The box around a rectangle of the space. */
export const boxIn = ({ current: [a, b, c, d, e, f] }: Space, [x1, y1, x2, y2]: readonly number[]): Box => {
  const corners = [x1, x2].flatMap((x = 0) =>
    [y1, y2].map((y = 0) => ({ x: a * x + c * y + e, y: b * x + d * y + f })),
  );
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
};

const save: Step = (space) => ({ ...space, saved: space });
const restore: Step = (space) => space.saved ?? space;
const transform: Step = (space, args) => {
  const matrix = asNumbers(args, 6);
  return matrix === null
    ? space
    : { ...space, current: multiply(space.current, matrix as unknown as Matrix) };
};
const clipTo = (space: Space, rectangle: readonly number[] | null): Space =>
  rectangle === null ? space : { ...space, seen: common(space.seen, boxIn(space, rectangle)) };

const steps: ReadonlyMap<number, Step> = new Map([
  [OPS.save, save],
  [OPS.restore, restore],
  [OPS.transform, transform],
  [
    OPS.paintFormXObjectBegin,
    (space: Space, args) =>
      clipTo(transform(save(space, null), args?.[0] as readonly unknown[] | null), asNumbers(args?.[1], 4)),
  ],
  [OPS.paintFormXObjectEnd, restore],
] satisfies readonly (readonly [number, Step])[]);

/** The clip after a clipping path: empty if it is not a path. */
const clipped = (space: Space, args: readonly unknown[] | null | undefined): Space =>
  clipTo(space, asNumbers(args?.[2], 4) ?? [0, 0, 0, 0]);

/** Calls `visit` for each operator with its arguments and its space. */
export const walkOperators = (
  { fnArray, argsArray }: Operators,
  begin: Omit<Space, 'saved'>,
  visit: (operator: number, args: readonly unknown[] | null | undefined, space: Space) => void,
): void => {
  let space: Space = { ...begin, saved: null };
  let clips = false;
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at];
    visit(operator, args, space);
    space = steps.get(operator)?.(space, args) ?? space;
    if (operator === OPS.clip || operator === OPS.eoClip) clips = true;
    else if (operator === OPS.constructPath) {
      if (clips) space = clipped(space, args);
      clips = false;
    }
  }
};
