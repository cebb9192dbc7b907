import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { bibliographyFromFound } from '#domain/article/bibliography-from-found.ts';
import { canonicalText, hasWords } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { readablePages } from '#domain/article/draft/import-remarks.ts';
import { leftOutUnselected } from '#domain/inbox/place-selection.ts';
import type { LabelSet } from '#domain/passage/label.ts';
import { leftOutUnmarked } from '#domain/passage/marks/left-out-unmarked.ts';
import { takeAll } from '#domain/passage/marks/pdf-mark.ts';
import type { Marking } from '#domain/tradecraft/marking.ts';
import type { ReadText } from '#electron/ports/text-reader.ts';
import { localToday } from '#electron/time/local-today.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { sha256Of } from '../shared/sha-256.ts';
import { type PreparedText, prepareText } from './new-article.ts';
import { drawTaken } from './take-regions.ts';

/** A text that can be sealed, or needs a person's review first, or is empty, perhaps with so many scanned pages. */
export type Unseen =
  | { readonly kind: 'prepared'; readonly text: PreparedText }
  | { readonly kind: 'uncertain' }
  | { readonly kind: 'wordless'; readonly scannedPages: number };

type Said = {
  readonly marking: Marking | null;
  /** The labels with which the marks of a PDF become passages; null if the marks are not imported. */
  readonly marksAs: LabelSet | null;
  /** Cancels the drawing of marks: those not drawn by then become lines of the note. */
  readonly signal?: AbortSignal;
  /** Reports how many of how many marks without words are drawn. */
  readonly onDrawn?: (done: number, total: number) => void;
  /** Completes the bibliography found in the text. */
  readonly complete?: (found: Bibliography) => Bibliography;
};

/**
 * The omitted blocks of a text, without those that contain marked words. A marked copy of a text in the archive counts
 * as the same text, and adds its marks: the same blocks are omitted as in the stored text.
 */
export const leftOutOfMarked = async (
  { body, leftOut = [], marks = [] }: Pick<ReadText, 'body' | 'leftOut' | 'marks'>,
  { catalogue }: Pick<HandlerDeps, 'catalogue'>,
): Promise<readonly number[]> => {
  const less = leftOutUnmarked(body, leftOut, marks);
  if (less.length === leftOut.length) return leftOut;
  const hash = sha256Of(canonicalText(withoutLeftOut(body, leftOut)));
  const here = await catalogue.articlesWithTexts([hash]);
  return (here.get(hash) ?? []).length > 0 ? leftOut : less;
};

/**
 * Prepares a text that is sealed as found, without a review. A sealed text is final, so what is uncertain is not taken.
 */
export const prepareUnseen = async (
  read: ReadText,
  deps: Pick<HandlerDeps, 'catalogue' | 'machine' | 'texts'>,
  { marking, marksAs, signal, onDrawn, complete = (found) => found }: Said,
): Promise<Unseen> => {
  const { encoding, found, format, remarks = [] } = read;
  if (encoding?.isCertain === false) return { kind: 'uncertain' };
  const unselected = leftOutUnselected(read.body, read.leftOut ?? [], read.kept?.selections ?? []);
  const leftOut =
    marksAs === null ? unselected : await leftOutOfMarked({ ...read, leftOut: unselected }, deps);
  const body = withoutLeftOut(read.body, leftOut);
  if (!hasWords(canonicalText(body)))
    return { kind: 'wordless', scannedPages: readablePages(remarks).length };
  const bibliography = complete(bibliographyFromFound(found, localToday(deps.machine.nowMs()), format));
  const marks = marksAs === null ? [] : takeAll(read.marks ?? [], marksAs);
  const drawn = await drawTaken(
    deps,
    read.original,
    { body, marks: read.marks ?? [], taken: marks },
    { signal, onDrawn },
  );
  return { kind: 'prepared', text: await prepareText(read, { body, bibliography, marking, marks, drawn }) };
};
