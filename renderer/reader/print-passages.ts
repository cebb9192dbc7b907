/** What is printed of a passage below the article: its number in the text, and the analyst's details. */
import type { TagId } from '#domain/ids.ts';
import { printPlace } from '#domain/memo/document/print-pinpoints.ts';
import { placeInText } from '#domain/memo/print/place-in-text.ts';
import { passageWords, regionOf } from '#domain/passage/passage.ts';
import { printedPlaceOf } from '#domain/passage/region/printed-place.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import { printGradeApart } from '#domain/tradecraft/grade.ts';
import { mannerNames } from '#renderer/parts/passage/card/print-speaker.ts';
import { labelsNow } from '#renderer/parts/passage/labels.ts';
import type { PlacedPassage } from './state/place-passages.ts';
import type { PreparedArticle } from './state/prepare-article.ts';

export type PrintedPassage = {
  readonly placed: PlacedPassage;
  /** From 1, in text order; null for one that is not in the text. */
  readonly number: number | null;
  readonly quote: string;
  /** Whether it is a region, whose words are the analyst's. */
  readonly isRegion: boolean;
  /** The facts that there are: "Claim", "B3", "¶4", "Official → Dispatch (C)", "Direct quotation", "#China/Arms". */
  readonly facts: readonly string[];
  readonly note: string;
};

type PrintedWith = {
  readonly article: Pick<PreparedArticle, 'paragraphs' | 'pages' | 'spans'>;
  readonly speakerOf: (placed: PlacedPassage) => string;
  readonly tagPath: (id: TagId) => string | null;
};

const placeOf = ({ passage, ranges, start }: PlacedPassage, { article }: PrintedWith): string =>
  start < 0
    ? 'not in this text'
    : printPlace({
        ...printedPlaceOf(passage, article, start),
        place: ranges.length === 0 ? null : placeInText(article.spans, start),
      });

const factsOf = (placed: PlacedPassage, known: PrintedWith): readonly string[] => {
  const { label, grade, manner, tagIds } = placed.passage;
  const tags = tagIds.flatMap((id) => known.tagPath(id) ?? []).map((path) => `#${path}`);
  return [
    labelsNow().of(label).name,
    printGradeApart(grade),
    placeOf(placed, known),
    known.speakerOf(placed),
    manner === 'direct' || manner === 'paraphrase' ? mannerNames[manner] : '',
    tags.join(' '),
  ].filter((fact) => fact !== '');
};

/** The passages in text order, with their numbers; those not in the text come last. */
export const printPassages = (
  all: readonly PlacedPassage[],
  known: PrintedWith,
): readonly PrintedPassage[] => {
  const inText = all.filter(({ start }) => start >= 0);
  const others = all.filter(({ start }) => start < 0);
  return [...inText, ...others].map((placed, at) => ({
    placed,
    number: at < inText.length ? at + 1 : null,
    quote: passageWords(placed.passage),
    isRegion: regionOf(placed.passage) !== null,
    facts: factsOf(placed, known),
    note: placed.passage.note === null ? '' : richTextToPlain(placed.passage.note).trim(),
  }));
};
