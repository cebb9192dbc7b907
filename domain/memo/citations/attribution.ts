/**
 * How a printed quotation states its origin. Speaker and publication are distinct and both are printed (ICD 206);
 * the passage's grade and the publication's letter are printed side by side, and nothing is computed from them.
 */

import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import type { Basis, Passage } from '../../passage/passage.ts';
import type { Source, SourceTree } from '../../source/source.ts';
import { isUngraded, printGradeApart } from '../../tradecraft/grade.ts';
import type { Reliability } from '../../tradecraft/reliability.ts';
import { resolveRecord } from '../../tree/record-tree.ts';
import type { Pinpoint } from '../memo-document.ts';
import { printPageOf } from '../print/place-in-text.ts';
import { printDay, printPublished } from '../print/print-date.ts';
import { englishWords, inMarksOf, type PrintedWords } from '../print/printed-words.ts';
import type { CitedArticle } from './memo-material.ts';

/** The publication that carries an article: its name and its current letter. */
export type Publication = { readonly name: string; readonly reliability: Reliability | null };

type CitationWords = PrintedWords['citation'];

const basisWords: Readonly<Record<Basis, (words: CitationWords) => string | null>> = {
  'on-record': () => null,
  background: ({ onBackground }) => onBackground,
  unnamed: ({ unnamed }) => unnamed,
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
  printed = englishWords,
): string | null => {
  const speaker = resolveRecord(sources, sourceId);
  const known = speaker === null ? null : nameOf(speaker, sources);
  const name = known === null || post === '' ? known : `${known}, ${post}`;
  const words = basis === null ? null : basisWords[basis](printed.citation);
  if (name === null || words === null || name.toLowerCase().includes(words)) return name;
  return `${name}${printed.sign.bracketed(words)}`;
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

/** "version of 21 April 2026", where a newer one is in the archive. */
export const printOlderVersion = ({ olderVersion }: CitedArticle, words: PrintedWords): string | null =>
  olderVersion == null
    ? null
    : words.source.version(olderVersion.number, printDay(olderVersion.importedAt, words));

const spokenThrough = (
  { manner }: Pick<Passage, 'manner'>,
  words: CitationWords,
): CitationWords['quotedIn'] => {
  if (manner === 'direct') return words.quotedIn;
  return manner === 'paraphrase' ? words.paraphrasedIn : words.citedIn;
};

const ownWords = ({ manner }: Pick<Passage, 'manner'>, { citation, sign }: PrintedWords): string => {
  if (manner === 'own-reporting') return `${sign.comma}${citation.ownReporting}`;
  return manner === 'unattributed' ? `${sign.comma}${citation.unattributed}` : '';
};

/**
 * "State Department official (unnamed), quoted in Harbour Dispatch, 22 April 2024, para. 3". Without a speaker the
 * publication comes first; without a publication the title of the article takes its place.
 */
export const printAttribution = (
  passage: Passage,
  cited: CitedArticle,
  { page, paragraph, place }: Pick<Pinpoint, 'page' | 'paragraph' | 'place'>,
  sources: SourceTree,
  words = englishWords,
): string => {
  const speaker = printSpeaker(passage, sources, words);
  const bibliography = effectiveBibliography(cited.article, cited.about);
  const { title } = bibliography;
  const untitled = speaker === null ? words.source.untitledArticle : words.source.anUntitledArticle;
  const carrier =
    publicationOf(cited, sources)?.name ?? (title === null ? untitled : inMarksOf(words, title));
  const who =
    speaker === null
      ? `${carrier}${ownWords(passage, words)}`
      : spokenThrough(passage, words.citation)(speaker, carrier);
  const where = [
    page === undefined ? null : printPageOf(page, words),
    paragraph === null ? place : words.citation.shortParagraph(paragraph),
  ];
  return [who, printPublished(bibliography, words), printOlderVersion(cited, words), ...where]
    .filter((part) => part !== null)
    .join(words.sign.comma);
};

/**
 * "B3 via Harbour Dispatch (C)": the passage's grade, and through whom it came where somebody speaks in the
 * publication. Null where the passage is not graded and the publication has no letter.
 */
export const printGradeLine = (
  passage: Pick<Passage, 'grade' | 'sourceId'>,
  publication: Publication | null,
  sources: SourceTree,
  { citation: words } = englishWords,
): string | null => {
  const grade = isUngraded(passage.grade) ? words.ungraded : printGradeApart(passage.grade);
  const letter = publication?.reliability ?? null;
  if (isUngraded(passage.grade) && letter === null) return null;
  if (publication === null || resolveRecord(sources, passage.sourceId) === null) return grade;
  return letter === null
    ? `${grade} ${words.via} ${publication.name}`
    : `${grade} ${words.via} ${publication.name} (${letter})`;
};
