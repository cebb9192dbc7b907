/** Marks of a PDF that stand on no words and mark a part of a page, as passages that are regions of it. */
import type { Body } from '#domain/article/body/body.ts';
import { pagedRanges } from '#domain/article/pages.ts';
import { newPassageIdSchema, type Sha256 } from '#domain/ids.ts';
import { describePageRegion } from '#domain/passage/anchor/describe-selector.ts';
import type { PassageText } from '#domain/passage/edit/describe-ranges.ts';
import type { LabelId, LabelSet } from '#domain/passage/label.ts';
import type { DrawnMark } from '#domain/passage/marks/mark-region.ts';
import { type PdfMark, saidByMark, type TakenMark } from '#domain/passage/marks/pdf-mark.ts';
import { type PlacedMark, placeMarks } from '#domain/passage/marks/place-marks.ts';
import { newPassage, type Passage } from '#domain/passage/passage.ts';
import { isRegion, nameRegion, type RegionSelector } from '#domain/passage/region/region-selector.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { toTimestamp } from '#domain/time.ts';
import type { PictureFile } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';
import type { HandlerDeps } from '../handler-deps.ts';

/** The marks that are taken of the PDF in `original` and stand on no words, each drawn as a region of its page. */
export const drawTaken = (
  { texts }: Pick<HandlerDeps, 'texts'>,
  original: Uint8Array,
  { body, marks, taken }: Pick<MarksOfText, 'body' | 'marks' | 'taken'>,
  password?: string,
): Promise<readonly DrawnMark[]> => {
  const chosen = new Set(taken.map(({ at }) => at));
  const regions = placeMarks(body, marks).filter(({ at, isRegion }) => isRegion && chosen.has(at));
  return texts
    .drawMarks(
      original,
      regions.map(({ mark }) => mark),
      password,
    )
    .then((drawn) => drawn.flatMap((each) => ({ ...each, at: regions[each.at]?.at ?? each.at })));
};

/** The marks of a file, and those of them that are taken, for a text and what is said of it. */
export type MarksOfText = {
  readonly body: Body;
  readonly marks: readonly PdfMark[];
  readonly taken: readonly TakenMark[];
  readonly labels: LabelSet;
  readonly drawn: readonly DrawnMark[];
  /** The hash of the original of the article, of whose pages regions are. */
  readonly original: Sha256;
  /** Whether the marks are those of that original: of another copy no pixels are taken. */
  readonly isOriginal: boolean;
};

/** A mark that is taken, with its place in the text, and the label of the passage that it becomes. */
export type ChosenMark = { readonly label: LabelId; readonly placed: PlacedMark };

type RegionsMade = {
  readonly made: readonly Passage[];
  readonly pictures: readonly PictureFile[];
  /** How many are passages already. */
  readonly here: number;
  /** Those that no region was made of. */
  readonly left: readonly ChosenMark[];
};

const namesOf = (passages: readonly Passage[]): Set<string> =>
  new Set(
    passages.flatMap(({ selectors: [first], deletedAt }) =>
      first !== undefined && isRegion(first) && deletedAt === null ? [nameRegion(first)] : [],
    ),
  );

/** The region that a drawn mark is, of the original of its article; null where the text stands on no pages. */
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
  labels: LabelSet,
  { newId, nowMs }: Machine,
): Passage => {
  const at = toTimestamp(nowMs());
  const createdAt = mark.at !== null && mark.at < at ? mark.at : at;
  const note = richTextFromPlain(saidByMark(mark, labels));
  const id = newPassageIdSchema.parse(newId());
  return newPassage({ selectors: [selector], label, note, createdAt }, { id, at });
};

/** A passage of each drawn mark, as far as its region is none already. */
export const takeRegions = (
  chosen: readonly ChosenMark[],
  there: readonly Passage[],
  text: PassageText,
  { drawn, original, isOriginal, labels }: MarksOfText,
  machine: Machine,
): RegionsMade => {
  const byPlace = new Map(drawn.map((each) => [each.at, each]));
  const names = namesOf(there);
  const [made, pictures, left]: [Passage[], PictureFile[], ChosenMark[]] = [[], [], []];
  let here = 0;
  for (const each of chosen) {
    const mark = byPlace.get(each.placed.at);
    const selector = mark === undefined ? null : regionOf(text, mark, original);
    const isHere = selector !== null && names.has(nameRegion(selector));
    if (isHere) here += 1;
    else if (mark === undefined || selector === null || !isOriginal) left.push(each);
    else {
      names.add(nameRegion(selector));
      made.push(passageOf(each, selector, labels, machine));
      const { sha256, format } = mark.picture;
      pictures.push({ picture: { sha256, format }, bytes: mark.bytes });
    }
  }
  return { made, pictures, here, left };
};
