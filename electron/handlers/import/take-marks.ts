/**
 * Imports marks of a PDF: as passages if they are on words, as regions of their pages if they mark a part of one, else
 * as lines of the article's note.
 */
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { printPages } from '#domain/article/draft/import-remarks.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { joinNotes } from '#domain/exchange/merge-brought.ts';
import type { ArticleId, Sha256 } from '#domain/ids.ts';
import type { LabelSet } from '#domain/passage/label.ts';
import {
  labelOfMark,
  linesOfMarks,
  type MarksTaken,
  noMarksTaken,
  type PdfMark,
  saidByMark,
  type TakenMark,
} from '#domain/passage/marks/pdf-mark.ts';
import {
  type MarkRow,
  type OriginalMarkRow,
  placeMarks,
  rowsOfMarks,
} from '#domain/passage/marks/place-marks.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { richTextFromPlain, richTextToPlain } from '#domain/rich-text.ts';
import { indexText } from '#domain/text/text-index.ts';
import { usableBody } from '#electron/handlers/article/usable-text.ts';
import type { NewArticle, PictureFile } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { labelsOf } from '../label/label-handlers.ts';
import type { PreparedText } from './new-article.ts';
import type { RunningImports } from './running-imports.ts';
import { annotationChanges, findHere, type SaidPassage, saidPassages } from './said-passages.ts';
import { type ChosenMark, drawTold, hasRegionOf, type MarksOfText, takeRegions } from './take-regions.ts';

/** A line below the note of a passage that was located by the boxes of its mark. */
const NEAR = 'Placed by the position of the mark: check the words.';

const chosenOf = (
  body: Body,
  marks: readonly PdfMark[],
  taken: readonly TakenMark[],
): readonly ChosenMark[] => {
  const placed = placeMarks(body, marks);
  return taken.flatMap(({ at, label }) => {
    const one = placed[at];
    return one === undefined || one.partOf !== null ? [] : [{ placed: one, label }];
  });
};

const saidOf = (
  { placed: { mark, ranges, isNear }, label }: ChosenMark,
  labels: LabelSet,
): readonly SaidPassage[] =>
  ranges.length === 0
    ? []
    : [
        {
          ranges,
          label,
          tagIds: [],
          note: saidByMark(mark, labels) || null,
          comment: saidByMark({ ...mark, writer: null }, labels),
          place: isNear ? NEAR : null,
          at: mark.at,
        },
      ];

type Note = AnnotationsFile['about']['note'];

/** Whether a note has this line, which breaks where what a mark says does. */
const hasLine = (note: Note, line: string): boolean =>
  note !== null && `\n${richTextToPlain(note)}\n`.includes(`\n${line}\n`);

/** The note with those lines below it that it does not have yet. */
const addLines = (note: Note, lines: readonly string[]): Note => {
  const fresh = lines.filter((line) => !hasLine(note, line));
  if (fresh.length === 0) return note;
  const before = note === null ? null : richTextToPlain(note);
  return richTextFromPlain(joinNotes([before, fresh.join('\n')]) ?? '');
};

/** Says why marks of another copy on these pages did not become regions. */
const sayOtherPages = (pages: readonly number[]): readonly string[] =>
  pages.length === 0
    ? []
    : [
        `Marks on ${printPages(pages)} are of another copy, whose pages differ: no regions were made of them.`,
      ];

type Said = Pick<AnnotationsFile, 'about' | 'passages'>;

/** Adds the chosen marks to the annotations of an article; existing ones are kept. */
export const addMarks = async <T extends Said>(
  said: T,
  of: MarksOfText,
  machine: Machine,
): Promise<{ readonly said: T; readonly taken: MarksTaken; readonly pictures: readonly PictureFile[] }> => {
  const { body, marks, taken, labels } = of;
  const chosen = chosenOf(body, marks, taken);
  const text = { index: indexText(canonicalText(body)), spans: textBlockSpans(body) };
  const onWords = chosen.filter(({ placed }) => placed.ranges.length > 0);
  const wordless = chosen.filter(({ placed }) => placed.ranges.length === 0);
  const regions = takeRegions(
    wordless.filter(({ placed }) => placed.isRegion),
    said.passages,
    text,
    of,
    machine,
  );
  const others = [...wordless.filter(({ placed }) => !placed.isRegion), ...regions.left];
  const made = await saidPassages(
    text,
    onWords.flatMap((each) => saidOf(each, labels)),
    said.passages,
    machine,
  );
  const lines = linesOfMarks(
    others.map(({ placed }) => placed.mark),
    labels,
  ).filter(({ line }) => !hasLine(said.about.note, line));
  const inNote = lines.reduce((sum, { count }) => sum + count, 0);
  const note = addLines(said.about.note, [
    ...lines.map(({ line }) => line),
    ...sayOtherPages(regions.otherPages),
  ]);
  return {
    said: {
      ...said,
      about: note === said.about.note ? said.about : { ...said.about, note },
      passages: [...said.passages, ...made, ...regions.made],
    },
    pictures: regions.pictures,
    taken: {
      passages: made.length,
      regions: regions.made.length,
      here: onWords.length - made.length + regions.here + others.length - inNote,
      inNote,
      completed: onWords.filter(({ placed }) => placed.isCompleted).length,
      near: onWords.filter(({ placed }) => placed.isNear).length,
    },
  };
};

/** A new article with the marks of its file that were chosen at sealing. */
export const takeMarks = async (
  article: NewArticle,
  { read, sealed }: Pick<PreparedText, 'read' | 'sealed'>,
  machine: Machine,
  labels: LabelSet,
): Promise<{ readonly article: NewArticle; readonly taken: MarksTaken }> => {
  const { marks = [] } = read;
  const { marks: taken = [], drawn = [] } = sealed;
  if (taken.length === 0) return { article, taken: noMarksTaken };
  const { body, annotations, pictures = [], article: record } = article;
  const of = { body, marks, taken, labels, drawn, original: record.originalSha256, copyOf: null };
  const added = await addMarks(annotations, of, machine);
  return {
    article: { ...article, annotations: added.said, pictures: [...pictures, ...added.pictures] },
    taken: added.taken,
  };
};

type OriginalMarks = {
  readonly marks: readonly PdfMark[];
  readonly original: Uint8Array;
  readonly sha256: Sha256;
};

/** Which of the marks on words are passages of these, by their places among the marks. */
const placesHere = async (
  body: Body,
  marked: readonly { readonly at: number; readonly said: readonly SaidPassage[] }[],
  passages: readonly Passage[],
): Promise<ReadonlySet<number>> => {
  const text = { index: indexText(canonicalText(body)), spans: textBlockSpans(body) };
  const here = await findHere(
    text,
    marked.flatMap(({ said }) => said),
    passages,
  );
  return new Set(marked.filter(({ said }) => said.some((each) => here.has(each))).map(({ at }) => at));
};

/** The marks of the original as they are shown, each with whether it is a passage or a line of the note already. */
const rowsOfOriginal = async (
  body: Body,
  { marks, sha256 }: OriginalMarks,
  { about, passages }: Said,
  labels: LabelSet,
): Promise<readonly OriginalMarkRow[]> => {
  const marked = placeMarks(body, marks).map((placed) => ({
    at: placed.at,
    said: saidOf({ placed, label: labelOfMark(placed.mark, labels) }, labels),
  }));
  const kept = passages.filter(({ deletedAt }) => deletedAt === null);
  const deleted = passages.filter(({ deletedAt }) => deletedAt !== null);
  const restored = deleted.map((passage) => ({ ...passage, deletedAt: null }));
  const [here, inTrash] = [await placesHere(body, marked, kept), await placesHere(body, marked, restored)];
  const isIn = ({ at, isRegion, mark }: MarkRow, of: readonly Passage[], places: ReadonlySet<number>) =>
    places.has(at) || (isRegion && hasRegionOf(of, mark, sha256));
  const isLine = ({ words, isRegion, mark }: MarkRow): boolean =>
    words === null &&
    !isRegion &&
    linesOfMarks([mark], labels).every(({ line }) => hasLine(about.note, line));
  return rowsOfMarks(body, marks).map((row) => {
    if (isIn(row, kept, here) || isLine(row)) return { ...row, taken: 'here' };
    return { ...row, taken: isIn(row, restored, inTrash) ? 'deleted' : 'not' };
  });
};

type MarkHandlers = Pick<HandlersOn<'import'>, 'import:read-marks' | 'import:take-marks'>;
type Deps = Pick<HandlerDeps, 'archive' | 'emit' | 'machine' | 'texts'>;

/** The marks of an article's original; none if it is not a PDF. */
const marksOf = async (
  { archive, texts }: Deps,
  articleId: ArticleId,
): Promise<Result<OriginalMarks, AppError>> => {
  const record = await archive.article(articleId);
  if (!record.ok) return record;
  const { article } = record.value;
  const sha256 = article.originalSha256;
  if (article.format !== 'pdf') return ok({ marks: [], original: new Uint8Array(), sha256 });
  const original = await archive.original(articleId);
  if (!original.ok) return original;
  const read = await texts.readOriginal(article, original.value);
  return read.ok
    ? ok({ marks: read.value.marks ?? [], original: original.value, sha256 })
    : err({ code: read.error });
};

/** The use cases of the marks that readers have left in the original of an existing article. */
export const createMarkHandlers = (deps: Deps, running: RunningImports): MarkHandlers => ({
  /** Fails with `not-found`, `text-altered`, and as an import does if the original can't be read. */
  'import:read-marks': async ({ articleId }) => {
    const marks = await marksOf(deps, articleId);
    if (!marks.ok) return marks;
    const body = await usableBody(deps.archive, articleId);
    if (!body.ok) return body;
    const said = await deps.archive.annotations(articleId);
    if (!said.ok) return said;
    return ok(await rowsOfOriginal(body.value.body, marks.value, said.value, await labelsOf(deps.archive)));
  },

  /** One undo step. Fails as reading the marks does, and with `cancelled` if drawing them was cancelled. */
  'import:take-marks': async ({ articleId, marks: taken }) => {
    // Done before the act: reading a PDF takes seconds, during which other acts would have to wait.
    const read = await marksOf(deps, articleId);
    if (!read.ok) return read;
    const { marks, original, sha256 } = read.value;
    const shown = await usableBody(deps.archive, articleId);
    if (!shown.ok) return shown;
    const drawn = await running.run((signal) =>
      drawTold(deps, original, { body: shown.value.body, marks, taken }, { signal }),
    );
    if (!drawn.ok) return drawn;
    return deps.archive.perform(async (reader) => {
      const body = await usableBody(reader, articleId);
      if (!body.ok) return body;
      const before = await reader.annotations(articleId);
      if (!before.ok) return before;
      const labels = await labelsOf(reader);
      const drawing = { drawn: drawn.value, original: sha256, copyOf: null };
      const of = { body: body.value.body, marks, taken, labels, ...drawing };
      const added = await addMarks(before.value, of, deps.machine);
      return ok({
        value: added.taken,
        name: 'take-marks',
        changes: annotationChanges(articleId, before.value, added.said),
        newPictures: added.pictures.map((picture) => ({
          ...picture,
          holder: { kind: 'article', id: articleId },
        })),
      });
    });
  },
});
