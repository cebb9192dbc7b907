/** The marks of a PDF that are taken: passages where they stand on words, and lines of the article's note else. */
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import {
  linesOfMarks,
  type MarksTaken,
  noMarksTaken,
  type PdfMark,
  saidByMark,
  type TakenMark,
} from '#domain/article/marks/pdf-mark.ts';
import { type PlacedMark, placeMarks } from '#domain/article/marks/place-marks.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import { indexText } from '#domain/text/text-index.ts';
import type { NewArticle } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { addNote } from './brought/said-of-article.ts';
import type { PreparedText } from './new-article.ts';
import { type SaidPassage, saidPassages } from './said-passages.ts';

/** What is said below the note of a passage that stands where its boxes are. */
const NEAR = 'Placed by the position of the mark: check the words.';

type Chosen = Pick<TakenMark, 'label'> & { readonly placed: PlacedMark };

const chosenOf = (body: Body, marks: readonly PdfMark[], taken: readonly TakenMark[]): readonly Chosen[] => {
  const placed = placeMarks(body, marks);
  return taken.flatMap(({ at, label }) => {
    const one = placed[at];
    return one === undefined ? [] : [{ placed: one, label }];
  });
};

const saidOf = ({ placed: { mark, ranges, isNear }, label }: Chosen): readonly SaidPassage[] =>
  ranges.length === 0
    ? []
    : [
        {
          ranges,
          label,
          tagIds: [],
          note: saidByMark(mark) || null,
          place: isNear ? NEAR : null,
          at: mark.at,
        },
      ];

/** The note with those lines below it that it does not hold yet. */
const addLines = (note: AnnotationsFile['about']['note'], lines: readonly string[]): typeof note => {
  const standing = note === null ? '' : richTextToPlain(note);
  const fresh = lines.filter((line) => !standing.includes(line));
  return addNote(note, fresh.length === 0 ? null : fresh.join('\n'));
};

type Said = Pick<AnnotationsFile, 'about' | 'passages'>;

/** What is said of an article, and with it what the chosen of its marks say; what stood there stays. */
export const addMarks = async <T extends Said>(
  said: T,
  {
    body,
    marks,
    taken,
  }: { readonly body: Body; readonly marks: readonly PdfMark[]; readonly taken: readonly TakenMark[] },
  machine: Machine,
): Promise<{ readonly said: T; readonly taken: MarksTaken }> => {
  const chosen = chosenOf(body, marks, taken);
  const text = { index: indexText(canonicalText(body)), spans: textBlockSpans(body) };
  const onWords = chosen.filter(({ placed }) => placed.ranges.length > 0);
  const others = chosen.filter(({ placed }) => placed.ranges.length === 0);
  const made = await saidPassages(text, onWords.flatMap(saidOf), said.passages, machine);
  const note = addLines(said.about.note, linesOfMarks(others.map(({ placed }) => placed.mark)));
  return {
    said: {
      ...said,
      about: note === said.about.note ? said.about : { ...said.about, note },
      passages: [...said.passages, ...made],
    },
    taken: {
      passages: made.length,
      here: onWords.length - made.length,
      inNote: others.length,
      completed: onWords.filter(({ placed }) => placed.isCompleted).length,
      near: onWords.filter(({ placed }) => placed.isNear).length,
    },
  };
};

/** A new article with those marks of its file that the text was sealed with. */
export const takeMarks = async (
  article: NewArticle,
  { read, sealed }: Pick<PreparedText, 'read' | 'sealed'>,
  machine: Machine,
): Promise<{ readonly article: NewArticle; readonly taken: MarksTaken }> => {
  const { marks = [] } = read;
  const { marks: taken = [] } = sealed;
  if (taken.length === 0) return { article, taken: noMarksTaken };
  const added = await addMarks(article.annotations, { body: article.body, marks, taken }, machine);
  return { article: { ...article, annotations: added.said }, taken: added.taken };
};
