/** Imports marks of a PDF that are on no words and mark a part of a page, as passages that are regions of it. */
import type { Body } from '#domain/article/body/body.ts';
import { textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { pagedRanges } from '#domain/article/pages.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { equalJson } from '#domain/equal-json.ts';
import { newPassageIdSchema, type Sha256 } from '#domain/ids.ts';
import { describePageRegion } from '#domain/passage/anchor/describe-selector.ts';
import type { PassageText } from '#domain/passage/edit/describe-ranges.ts';
import type { LabelId, LabelSet } from '#domain/passage/label.ts';
import { readCopiedMark } from '#domain/passage/marks/copied-mark.ts';
import { type DrawnMark, rectangleOfMark } from '#domain/passage/marks/mark-region.ts';
import { type PdfMark, saidByMark, type TakenMark } from '#domain/passage/marks/pdf-mark.ts';
import { type PlacedMark, placeMarks } from '#domain/passage/marks/place-marks.ts';
import { newPassage, type Passage } from '#domain/passage/passage.ts';
import type { Rectangle } from '#domain/passage/region/rectangle.ts';
import {
  isOfPage,
  isRegion,
  nameRegion,
  type RegionSelector,
} from '#domain/passage/region/region-selector.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { toTimestamp } from '#domain/time.ts';
import type { PictureFile } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';
import type { HowDrawn } from '#electron/ports/text-reader.ts';
import type { HandlerDeps } from '../handler-deps.ts';

/** The chosen marks of the PDF in `original` that are on no words, each drawn as a region of its page. */
export const drawTaken = (
  { texts }: Pick<HandlerDeps, 'texts'>,
  original: Uint8Array,
  { body, marks, taken }: Pick<MarksOfText, 'body' | 'marks' | 'taken'>,
  how: HowDrawn = {},
): Promise<readonly DrawnMark[]> => {
  const chosen = new Set(taken.map(({ at }) => at));
  const regions = placeMarks(body, marks).filter(({ at, isRegion }) => isRegion && chosen.has(at));
  return texts
    .drawMarks(
      original,
      regions.map(({ mark }) => mark),
      how,
    )
    .then((drawn) => drawn.flatMap((each) => ({ ...each, at: regions[each.at]?.at ?? each.at })));
};

/**
 * The same, and sends the progress to the window. Fails with `cancelled` if it was cancelled; no marks are kept then.
 */
export const drawTold = async (
  deps: Pick<HandlerDeps, 'emit' | 'texts'>,
  original: Uint8Array,
  of: Pick<MarksOfText, 'body' | 'marks' | 'taken'>,
  { password, signal }: { readonly password?: string | undefined; readonly signal: AbortSignal },
): Promise<Result<readonly DrawnMark[], AppError>> => {
  const tell = (done: number, total: number): void => deps.emit('marks-progress', { done, total });
  try {
    tell(0, of.taken.length);
    const drawn = await drawTaken(deps, original, of, { password, signal, onDrawn: tell });
    return signal.aborted ? err({ code: 'cancelled' }) : ok(drawn);
  } finally {
    tell(1, 1);
  }
};

/** The marks of a file, and the chosen ones, for a text and its annotations. */
export type MarksOfText = {
  readonly body: Body;
  readonly marks: readonly PdfMark[];
  readonly taken: readonly TakenMark[];
  readonly labels: LabelSet;
  readonly drawn: readonly DrawnMark[];
  /** The hash of the article's original, to whose pages the regions belong. */
  readonly original: Sha256;
  /**
   * The text of the copy, if the marks are from another copy of the original; null if they are from the original
   * itself.
   */
  readonly copyOf: Body | null;
};

/** A chosen mark, with its place in the text, and the label of its passage. */
export type ChosenMark = { readonly label: LabelId; readonly placed: PlacedMark };

type RegionsMade = {
  readonly made: readonly Passage[];
  readonly pictures: readonly PictureFile[];
  /** The number of marks that are passages already. */
  readonly here: number;
  /** The marks that did not become regions. */
  readonly left: readonly ChosenMark[];
  /** The pages of those of them that are in another copy whose page differs. */
  readonly otherPages: readonly number[];
};

/** Whether a page has the same text at the same positions in both, and has any. */
const isSamePage = (one: Body, other: Body, index: number): boolean => {
  const [here, there] = [one, other].map((body) =>
    pagedRanges(textBlockSpans(body))
      .filter((range) => range.index === index)
      .map(({ start, end, box }) => ({ start, end, box })),
  );
  return here !== undefined && here.length > 0 && equalJson(here, there);
};

/** A line below the note of a region that was drawn from another copy. */
const COPIED = '[Drawn from another copy of this file.]';

const regionsOf = (passages: readonly Passage[]): RegionSelector[] =>
  passages.flatMap(({ selectors: [first], deletedAt }) =>
    first !== undefined && isRegion(first) && deletedAt === null ? [first] : [],
  );

/** In points: a copy is written in whole points, cut at the edge of its page, and drawn with a line around. */
const NEAR = 2;

const edgesOf = ({ x, y, w, h }: Rectangle): readonly number[] => [x, y, x + w, y + h];

const areNear = (one: Rectangle, other: Rectangle): boolean => {
  const edges = edgesOf(other);
  return edgesOf(one).every((edge, at) => Math.abs(edge - (edges[at] ?? edge)) <= NEAR);
};

/** Whether two regions are nearly the same part of the same page. */
const isSame = (one: RegionSelector, other: RegionSelector): boolean => {
  if (!isOfPage(one) || !isOfPage(other)) return false;
  if (one.page.original !== other.page.original || one.page.number !== other.page.number) return false;
  return areNear(one.viewrect, other.viewrect);
};

/** Whether one of the passages is the region that a mark of this original marks. */
export const hasRegionOf = (passages: readonly Passage[], mark: PdfMark, original: Sha256): boolean =>
  regionsOf(passages).some(
    (region) =>
      isOfPage(region) &&
      region.page.original === original &&
      region.page.number === mark.page &&
      areNear(region.viewrect, rectangleOfMark(mark, region.page)),
  );

/** The region of a drawn mark in the original of its article; null if the text has no pages. */
const regionOf = (
  text: PassageText,
  { picture, page, viewrect }: DrawnMark,
  original: Sha256,
): ReturnType<typeof describePageRegion> =>
  describePageRegion(
    { index: text.index, pages: pagedRanges(text.spans) },
    { picture, page: { original, ...page }, viewrect },
  );

const passageOf = (
  { placed: { mark }, label }: ChosenMark,
  selector: RegionSelector,
  { labels, copyOf }: Pick<MarksOfText, 'labels' | 'copyOf'>,
  { newId, nowMs }: Machine,
): Passage => {
  const at = toTimestamp(nowMs());
  const createdAt = mark.at !== null && mark.at < at ? mark.at : at;
  const said = [saidByMark(mark, labels), ...(copyOf === null ? [] : [COPIED])].filter((line) => line !== '');
  const note = richTextFromPlain(said.join('\n'));
  const id = newPassageIdSchema.parse(newId());
  return newPassage({ selectors: [selector], label, note, createdAt }, { id, at });
};

/** A mark with its region; without one if it can't be a region. */
type Drawn = { readonly each: ChosenMark; readonly mark: DrawnMark; readonly selector: RegionSelector };

const drawnOf = (
  chosen: readonly ChosenMark[],
  text: PassageText,
  { drawn, original }: MarksOfText,
): readonly (Drawn | ChosenMark)[] => {
  const byPlace = new Map(drawn.map((each) => [each.at, each]));
  return chosen.map((each) => {
    const mark = byPlace.get(each.placed.at);
    const selector = mark === undefined ? null : regionOf(text, mark, original);
    return mark === undefined || selector === null ? each : { each, mark, selector };
  });
};

/** Makes a passage from each drawn mark, unless its region is a passage already. */
export const takeRegions = (
  chosen: readonly ChosenMark[],
  there: readonly Passage[],
  text: PassageText,
  of: MarksOfText,
  machine: Machine,
): RegionsMade => {
  const { body, copyOf } = of;
  const before = regionsOf(there);
  const names = new Set(before.map(nameRegion));
  const [made, pictures, left]: [Passage[], PictureFile[], ChosenMark[]] = [[], [], []];
  const otherPages = new Set<number>();
  let here = 0;
  const take = ({ each, mark, selector }: Drawn): void => {
    // The file may have both: the mark that a passage was made of, and the one that was written for the passage.
    const known = readCopiedMark(each.placed.mark) === null ? before : [...before, ...regionsOf(made)];
    if (names.has(nameRegion(selector)) || known.some((region) => isSame(region, selector))) here += 1;
    else if (copyOf !== null && !isSamePage(body, copyOf, mark.page.number)) {
      otherPages.add(mark.page.number);
      left.push(each);
    } else {
      names.add(nameRegion(selector));
      made.push(passageOf(each, selector, of, machine));
      const { sha256, format } = mark.picture;
      pictures.push({ picture: { sha256, format }, bytes: mark.bytes });
    }
  };
  for (const one of drawnOf(chosen, text, of)) {
    if ('selector' in one) take(one);
    else left.push(one);
  }
  return { made, pictures, here, left, otherPages: [...otherPages] };
};
