/** The document model for the template: JSON, with the additions that paper needs and a screen does not. */
import { blocksOfDocument } from '#domain/memo/document/blocks-of-document.ts';
import { fitLogo } from '#domain/memo/document/fit-figure.ts';
import { annexHeading, annexNotes, printOrigin } from '#domain/memo/document/lay-apparatus.ts';
import { contentsDepth, listsContents } from '#domain/memo/document/list-contents.ts';
import { listedSources, type SourceLabel, sourceLabel } from '#domain/memo/document/list-styled-sources.ts';
import { mapDocumentTexts } from '#domain/memo/document/map-document-texts.ts';
import { textDirection } from '#domain/memo/document/text-direction.ts';
import type { AnnexPassage, DocumentPicture } from '#domain/memo/document-apparatus.ts';
import { keepDueKey } from '#domain/memo/export/reader-key.ts';
import { readLexiconNote } from '#domain/memo/likelihood/read-lexicon-note.ts';
import type { Paper } from '#domain/memo/memo.ts';
import type { DocumentSource, MemoDocument } from '#domain/memo/memo-document.ts';
import type { PrintedWords } from '#domain/memo/print/printed-words.ts';
import { readGradeLine } from '#domain/memo/print/read-grade-line.ts';
import { lexiconIds } from '#domain/tradecraft/likelihood.ts';
import { isolateNames } from '../../isolate-direction.ts';
import { keepDates, keepDays } from '../../keep-dates.ts';
import { lettersOf, textOfCell } from '../../lay-table.ts';
import { estimatePages } from '../../pdf/estimate-pages.ts';
import { hyphenates, voiceOfDocument } from '../../writing.ts';
import { hanFamilyOf } from '../han-faces.ts';
import { asWritten, type BlockPlace, type Placements } from './laid-pages.ts';
import { laySections, type PaperSections } from './lay-blocks.ts';
import { layStyled } from './lay-runs.ts';
import { layScale } from './lay-scale.ts';
import { KEY_PLACE, PART_PLACE } from './place-parts.ts';
import {
  addressPieces,
  BREAK,
  partsCells,
  partsHeadings,
  prepareText,
  prepareTitle,
  typstLanguage,
  typstVoice,
} from './prepare-text.ts';

const paperNames: Readonly<Record<Paper, string>> = { a4: 'a4', letter: 'us-letter' };

/**
 * From about sixty pages on, each part begins on a new page, as in a report. Typst lays out the content between two
 * page breaks in parallel: on two cores a memo of a hundred pages is made in two thirds of the time. In a shorter memo
 * too many pages would end early.
 */
const MIN_REPORT_PAGES = 60;

/** A memo of eight pages or more has a table of contents. */
const MIN_LISTED_PAGES = 7;

/** Languages of scripts whose fonts here have only one weight (resources/fonts/README.md), and their letters. */
const ofOneWeight = /^(?:ar|bn|fa|he|hi|hy|iw|ja|ka|km|ko|mr|my|ne|ps|ta|te|th|ur|yi|yue|zh)$/u;
const lettersOfOneWeight = `[${[
  'Arabic',
  'Hebrew',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Thai',
  'Devanagari',
  'Bengali',
  'Armenian',
  'Georgian',
  'Tamil',
  'Telugu',
  'Khmer',
  'Myanmar',
]
  .map((script) => `\\p{Script=${script}}`)
  .join('')}\\p{M}]+`;

/** In letters: what fits on three lines. */
const MAX_TITLE = 110;

/** The input of the template, by name: `sys.inputs`. */
export type TypstInputs = {
  /** What is needed before anything is drawn: paper, language, direction, the printed words and their language. */
  readonly page: string;
  readonly memo: string;
};

export type LaidInputs = TypstInputs & {
  /** The blocks that can be moved, with those around them, in their order. */
  readonly places: readonly BlockPlace[];
};

/** "Reliability C, fairly reliable." in its parts; null if nothing is recorded. */
const readReliability = (
  text: string | null,
  { source, sign: { comma, stop } }: PrintedWords,
): { readonly letter: string | null; readonly words: string | null } => {
  const lead = `${source.reliability} `;
  if (text?.startsWith(lead) !== true) return { letter: null, words: null };
  const at = lead.length + 1;
  return { letter: text.charAt(lead.length), words: text.slice(at + comma.length, -stop.length) };
};

/** An address breaks only where Typst is told to, and must be unchanged when copied. */
const laySource = (source: DocumentSource, url: string | null, label: SourceLabel, printed: PrintedWords) => {
  return {
    number: source.number,
    text: isolateNames(keepDates(source.text, printed), printed),
    entry: source.entry === undefined ? null : layStyled(source.entry.words, printed),
    label,
    url: source.entry?.words.some(({ href }) => href === url) === true ? null : url,
    address: url === null ? [] : addressPieces(url),
    ...readReliability(source.reliability, printed),
    descriptor: source.descriptor,
    textSha256: source.textSha256,
    importedOn: source.importedOn,
  };
};

/** The file name of the logo, which is in the folder of the templates during the compilation. */
export const logoFile = ({ mediaType }: DocumentPicture): string =>
  mediaType === 'image/png' ? 'logo.png' : 'logo.jpg';

const layLogo = (logo: DocumentPicture) => ({ file: logoFile(logo), alt: logo.alt, ...fitLogo(logo) });

/** In letters: a longer passage may break across pages, because kept whole it would leave too much of a page empty. */
const MAX_WHOLE = 1800;

/** A passage of the evidence annex as it stands on paper. */
const layPassage = (passage: AnnexPassage, words: PrintedWords) => ({
  pinpoint: passage.pinpoint,
  rating: readGradeLine(passage.grade, words),
  origin: isolateNames(keepDates(printOrigin(passage, words), words), words),
  paragraphs: passage.paragraphs,
  dir: passage.dir,
  ...typstVoice(passage.lang),
  isWhole: passage.paragraphs.flat().reduce((letters, { text }) => letters + text.length, 0) <= MAX_WHOLE,
  notes: annexNotes(passage, words),
});

const headingsOf = ({ sections }: MemoDocument): readonly string[] =>
  sections.flatMap(({ heading, blocks }) => [
    heading,
    ...blocks.flatMap((block) => (block.kind === 'heading' ? block.text : [])),
  ]);

const cellsOf = ({ sections }: MemoDocument): readonly string[] =>
  blocksOfDocument(sections).flatMap((block) => (block.kind === 'table' ? block.cells.map(textOfCell) : []));

/** The last block of a section is followed by its end. */
const placesOf = (sections: PaperSections['sections']): readonly BlockPlace[] =>
  sections.flatMap(({ blocks }, section) => {
    const places = blocks.flatMap(({ place }) => place ?? []);
    if (places.length === 0) return [];
    const role = section === sections.length - 1 ? ('last-end' as const) : ('end' as const);
    return [...places, { id: `${section}.end`, section, role }];
  });

/** The headings that the form replaces among those of the doctrine, by their names in the templates. */
const housesSubjects = ({ terms }: MemoDocument): readonly string[] => [
  ...(lexiconIds.some((id) => terms?.[id] !== undefined) ? ['likelihood'] : []),
  ...(terms?.reliability === undefined && terms?.credibility === undefined ? [] : ['grades']),
];

export const typstInputs = (
  document: MemoDocument,
  paper: Paper,
  placed: Placements = asWritten,
): LaidInputs => {
  const { words, said, doctrine } = voiceOfDocument(document);
  const pages = estimatePages(document, paper);
  const language = typstLanguage(document.language) ?? 'en';
  const isHyphenated = hyphenates(document.language);
  const partsLong = partsHeadings([document.title, ...headingsOf(document)], language);
  const printed = mapDocumentTexts(keepDueKey(document, pages), (text) => prepareText(text, isHyphenated));
  const scale = document.lexiconNote === null ? null : readLexiconNote(document.lexiconNote, words.terms);
  const addresses = new Map(document.sources.map(({ number, url }) => [number, url]));
  const label = sourceLabel(document);
  const { sections, tables, bearsScale } = laySections(printed, scale, placed);
  const memo = JSON.stringify({
    partsOnNewPages: pages > MIN_REPORT_PAGES,
    listsContents: listsContents(document, pages, MIN_LISTED_PAGES),
    contentsDepth: contentsDepth(document),
    kind: printed.kind,
    title: document.title,
    face: hanFamilyOf(document.language),
    scale: scale === null ? null : layScale(scale, document.lexiconNote ?? '', words),
    bearsScale,
    tables,
    keyBeginsPage: placed.get(KEY_PLACE) !== 'flow',
    followingParts: [...placed.keys()].filter((id) => id.startsWith(PART_PLACE)),
    document: {
      ...printed,
      title: prepareTitle(keepDays(document.title, words), partsLong),
      logo: document.logo === null ? null : layLogo(document.logo),
      manifest: null,
      pictures: null,
      sections,
      annex: printed.annex.map((passage) => layPassage(passage, words)),
      annexHeading: annexHeading(printed.annexSearch, words),
      sources: listedSources(printed.sources).map((source) =>
        laySource(source, addresses.get(source.number) ?? null, label, words),
      ),
    },
  });
  return {
    places: placesOf(sections),
    page: JSON.stringify({
      paper: paperNames[paper],
      lang: language,
      dir: textDirection('', document.language),
      hyphenates: isHyphenated,
      hyphenatesHeadings: partsLong,
      hasLongTitle: lettersOf(document.title) > MAX_TITLE,
      hyphenatesCells: partsCells(cellsOf(document), language),
      hasBreaks: memo.includes(BREAK),
      thickens: ofOneWeight.test(language) ? lettersOfOneWeight : null,
      words: { ...words, terms: null },
      asOf: words.asOf(document.asOf),
      pageSign: words.citation.shortPage('\u0000').replaceAll(' ', '\u00A0').split('\u0000'),
      wordsLang: typstLanguage(said),
      doctrineLang: typstLanguage(doctrine),
      houseWords: housesSubjects(document),
    }),
    memo,
  };
};
