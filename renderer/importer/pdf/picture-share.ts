import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Matrix, multiply } from '#domain/article/printed/matrix.ts';

const PAINTS: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
]);

type Operators = {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
};

const areaOf = ([a, b, c, d]: Matrix): number => Math.abs(a * d - b * c);

const asMatrix = (args: readonly unknown[] | null | undefined): Matrix | null =>
  args?.length === 6 && args.every((each) => typeof each === 'number') ? (args as unknown as Matrix) : null;

const NO_CHANGE: Matrix = [1, 0, 0, 1, 0, 0];

/** Where the units of what is drawn stand on the page, and what waits to come back. */
type Space = { readonly current: Matrix; readonly saved: Space | null };
type Step = (space: Space, args: readonly unknown[] | null | undefined) => Space;

const save: Step = (space) => ({ current: space.current, saved: space });
const restore: Step = (space) => space.saved ?? space;
const transform: Step = (space, args) => ({
  ...space,
  current: multiply(space.current, asMatrix(args) ?? NO_CHANGE),
});

const steps: ReadonlyMap<number, Step> = new Map([
  [OPS.save, save],
  [OPS.restore, restore],
  [OPS.transform, transform],
  [
    OPS.paintFormXObjectBegin,
    (space: Space, args) => transform(save(space, null), args?.[0] as readonly unknown[] | null),
  ],
  [OPS.paintFormXObjectEnd, restore],
] satisfies readonly (readonly [number, Step])[]);

/** The area that the pictures of a page are drawn over, in the units of its own space; one upon another counts twice. */
export const pictureArea = ({ fnArray, argsArray }: Operators): number => {
  let space: Space = { current: NO_CHANGE, saved: null };
  let area = 0;
  for (const [at, operator] of fnArray.entries()) {
    if (PAINTS.has(operator)) area += areaOf(space.current);
    space = steps.get(operator)?.(space, argsArray[at]) ?? space;
  }
  return area;
};

/** The share of a page that its pictures cover, 0 to 1. What it draws is listed for that, and not drawn. */
export const pictureShare = async (page: PDFPageProxy): Promise<number> => {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const whole = Math.abs((right - left) * (top - bottom));
  const area = pictureArea((await page.getOperatorList()) as unknown as Operators);
  return whole === 0 ? 0 : Math.min(1, area / whole);
};
