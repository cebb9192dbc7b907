/**
 * How a printed quotation says where it comes from. Speaker and publication are two things and both are printed
 * (ICD 206); the passage's grade and the publication's letter stand side by side, and nothing is reckoned from them.
 */

import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import type { Basis, Passage } from '../../passage/passage.ts';
import type { Source, SourceTree } from '../../source/source.ts';
import { inQuotationMarks } from '../../text/quotation-marks.ts';
import { isUngraded, printGradeApart } from '../../tradecraft/grade.ts';
import type { Reliability } from '../../tradecraft/reliability.ts';
import { resolveRecord } from '../../tree/record-tree.ts';
import type { Pinpoint } from '../memo-document.ts';
import { printPageOf } from '../print/place-in-text.ts';
import { printPublished } from '../print/print-date.ts';
import { printedWords } from '../print/printed-words.ts';
import type { CitedArticle } from './memo-material.ts';

/** The publication that carries an article: its name and its letter as it stands today. */
export type Publication = { readonly name: string; readonly reliability: Reliability | null };

const { citation: words } = printedWords;

const basisWords: Readonly<Record<Basis, string | null>> = {
  'on-record': null,
  background: words.onBackground,
  unnamed: words.unnamed,
};

/** A source as printed: an office with what it belongs to, "Press office, Ministry of Transport". */
const nameOf = (source: Source, sources: SourceTree): string => {
  const above = source.kind === 'body' ? resolveRecord(sources, source.parentId) : null;
  return above === null ? source.name : `${source.name}, ${above.name}`;
};

/**
 * The speaker as printed: "State Department official (unnamed)", "Ilse Brandt, Minister of Trade"; null where none is
 * set.
 */
export const printSpeaker = (
  { sourceId, basis, post = '' }: Pick<Passage, 'sourceId' | 'basis' | 'post'>,
  sources: SourceTree,
): string | null => {
  const speaker = resolveRecord(sources, sourceId);
  const known = speaker === null ? null : nameOf(speaker, sources);
  const name = known === null || post === '' ? known : `${known}, ${post}`;
  const words = basis === null ? null : basisWords[basis];
  if (name === null || words === null || name.toLowerCase().includes(words)) return name;
  return `${name} (${words})`;
};

/** The publication: the source that the analyst has set, else the publisher's name without a letter, else null. */
export const publicationOf = (
  { article, about }: Pick<CitedArticle, 'article' | 'about'>,
  sources: SourceTree,
): Publication | null => {
  const source = resolveRecord(sources, about.publicationId);
  if (source !== null) return { name: nameOf(source, sources), reliability: source.reliability };
  const { publisher } = effectiveBibliography(article, about);
  return publisher === null ? null : { name: publisher, reliability: null };
};

const spokenThrough = ({ manner }: Pick<Passage, 'manner'>): string => {
  if (manner === 'direct') return words.quotedIn;
  return manner === 'paraphrase' ? words.paraphrasedIn : words.citedIn;
};

const ownWords = ({ manner }: Pick<Passage, 'manner'>): string => {
  if (manner === 'own-reporting') return `, ${words.ownReporting}`;
  return manner === 'unattributed' ? `, ${words.unattributed}` : '';
};

/**
 * "State Department official (unnamed), quoted in Harbour Dispatch, 22 April 2024, para. 3". Where nobody speaks,
 * the publication stands first; where no publication is known, the title of the article stands for it.
 */
export const printAttribution = (
  passage: Passage,
  cited: CitedArticle,
  { page, paragraph, place }: Pick<Pinpoint, 'page' | 'paragraph' | 'place'>,
  sources: SourceTree,
): string => {
  const speaker = printSpeaker(passage, sources);
  const bibliography = effectiveBibliography(cited.article, cited.about);
  const { title } = bibliography;
  const untitled =
    speaker === null ? printedWords.source.untitledArticle : printedWords.source.anUntitledArticle;
  const carrier =
    publicationOf(cited, sources)?.name ?? (title === null ? untitled : inQuotationMarks(title));
  const who =
    speaker === null ? `${carrier}${ownWords(passage)}` : `${speaker}, ${spokenThrough(passage)} ${carrier}`;
  const where = [
    page === undefined ? null : printPageOf(page),
    paragraph === null ? place : `${words.shortParagraph} ${paragraph}`,
  ];
  return [who, printPublished(bibliography), cited.olderVersion ?? null, ...where]
    .filter((part) => part !== null)
    .join(', ');
};

/**
 * "B3 via Harbour Dispatch (C)": the passage's grade, and through whom it came where somebody speaks in the
 * publication. Null where the passage is not graded and the publication has no letter.
 */
export const printGradeLine = (
  passage: Pick<Passage, 'grade' | 'sourceId'>,
  publication: Publication | null,
  sources: SourceTree,
): string | null => {
  const grade = isUngraded(passage.grade) ? 'ungraded' : printGradeApart(passage.grade);
  const letter = publication?.reliability ?? null;
  if (isUngraded(passage.grade) && letter === null) return null;
  if (publication === null || resolveRecord(sources, passage.sourceId) === null) return grade;
  return letter === null
    ? `${grade} ${words.via} ${publication.name}`
    : `${grade} ${words.via} ${publication.name} (${letter})`;
};
