/** Marks of a PDF that stand on no words and mark a part of a page, as passages that are regions of it. */
import type { Body } from '#domain/article/body/body.ts';
import { textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { pagedRanges } from '#domain/article/pages.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { equalJson } from '#domain/equal-json.ts';
import { newPassageIdSchema, type Sha256 } from '#domain/ids.ts';
import { describePageRegion } from '#domain/passage/anchor/describe-selector.ts';
import type { PassageText } from '#domain/passage/edit/describe-ranges.ts';
import type { LabelId, LabelSet } from '#domain/passage/label.ts';
import type { DrawnMark } from '#domain/passage/marks/mark-region.ts';
import { type PdfMark, saidByMark, type TakenMark } from '#domain/passage/marks/pdf-mark.ts';
import { type PlacedMark, placeMarks } from '#domain/passage/marks/place-marks.ts';
import { newPassage, type Passage } from '#domain/passage/passage.ts';
import { isRegion, nameRegion, type RegionSelector } from '#domain/passage/region/region-selector.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { toTimestamp } from '#domain/time.ts';
import type { PictureFile } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';
import type { HowDrawn } from '#electron/ports/text-reader.ts';
import type { HandlerDeps } from '../handler-deps.ts';

/** The marks that are taken of the PDF in `original` and stand on no words, each drawn as a region of its page. */
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

/** The same, and tells the window how far it is. Fails `cancelled` where it was ended, and then none are kept. */
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

/** The marks of a file, and those of them that are taken, for a text and what is said of it. */
export type MarksOfText = {
  readonly body: Body;
  readonly marks: readonly PdfMark[];
  readonly taken: readonly TakenMark[];
  readonly labels: LabelSet;
  readonly drawn: readonly DrawnMark[];
  /** The hash of the original of the article, of whose pages regions are. */
  readonly original: Sha256;
  /** The text of the article where the marks are those of another copy of its original; null where they are its own. */
  readonly copyOf: Body | null;
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
  /** The pages of those of them that are of another copy, whose page is another. */
  readonly otherPages: readonly number[];
};

/** Whether a page has the same text in the same places in both, and has some. */
const isSamePage = (one: Body, other: Body, index: number): boolean => {
  const [here, there] = [one, other].map((body) =>
    pagedRanges(textBlockSpans(body))
      .filter((range) => range.index === index)
      .map(({ start, end, box }) => ({ start, end, box })),
  );
  return here !== undefined && here.length > 0 && equalJson(here, there);
};

/** What is said below the note of a region that was drawn from another copy. */
const COPIED = '[Drawn from another copy of this file.]';

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

/** A mark with the region that it is; one that can't be one has none. */
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

/** A passage of each drawn mark, as far as its region is none already. */
export const takeRegions = (
  chosen: readonly ChosenMark[],
  there: readonly Passage[],
  text: PassageText,
  of: MarksOfText,
  machine: Machine,
): RegionsMade => {
  const { body, copyOf } = of;
  const names = namesOf(there);
  const [made, pictures, left]: [Passage[], PictureFile[], ChosenMark[]] = [[], [], []];
  const otherPages = new Set<number>();
  let here = 0;
  const take = ({ each, mark, selector }: Drawn): void => {
    if (names.has(nameRegion(selector))) here += 1;
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
