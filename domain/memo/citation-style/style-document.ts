/**
 * Lays a memo's citations by a citation style. The style's engine returns words; which copy and which place of it
 * is cited is determined by Precis, and preserved: the pinpoint is passed into each citation as its place.
 */
import { isListedByName } from '../document/list-styled-sources.ts';
import { printPlace } from '../document/print-pinpoints.ts';
import type { CitationKind } from '../form/citation-style.ts';
import type {
  DocumentBlock,
  DocumentSection,
  DocumentSource,
  MemoDocument,
  Pinpoint,
  Run,
  StyledWords,
} from '../memo-document.ts';
import { type PrintedWords, wordsOf } from '../print/printed-words.ts';
import type { CitedWork } from './cited-work.ts';

/** One source within a citation. */
export type Cite = {
  readonly source: number;
  /** "p. 14 ¶8, ¶9"; empty where no place is known. */
  readonly place: string;
};

/**
 * The request to the engine: the sources, and each citation in reading order, since "ibid." and short forms depend
 * on the order.
 */
export type CitationRequest = {
  readonly csl: string;
  readonly kind: CitationKind;
  /** BCP 47: the language of the memo. */
  readonly language: string;
  readonly works: readonly CitedWork[];
  readonly citations: readonly (readonly Cite[])[];
};

/** What it answers. */
export type StyledCitations = {
  /** One entry a citation. */
  readonly citations: readonly (readonly StyledWords[])[];
  /** In the order of the bibliography. */
  readonly entries: readonly { readonly source: number; readonly words: readonly StyledWords[] }[];
};

/** How a citation is printed: as it is, in the words of the style, or as a note; and then the order of the marks. */
type Placing = {
  readonly place: (citation: CitationRun, isInNote: boolean) => Run;
  readonly order?: (runs: readonly Run[]) => readonly Run[];
};

const endMarks = /^[.,;:!?…]+["”’»)\]]*/u;

/** Marks of notes that meet are parted: 3 and 4 would read as 34. */
const partNotes = (runs: readonly Run[]): readonly Run[] =>
  runs.flatMap((run, at): readonly Run[] =>
    run.kind === 'footnote' && runs[at - 1]?.kind === 'footnote'
      ? [{ kind: 'text', text: ',', raised: 'superscript' }, run]
      : [run],
  );

/** In English the marks of notes follow the punctuation that ends a clause. */
const marksFirst = (runs: readonly Run[]): readonly Run[] => {
  const moved: Run[] = [];
  for (const run of runs) {
    const marks = run.kind === 'text' ? endMarks.exec(run.text)?.[0] : undefined;
    const at = moved.findLastIndex(({ kind }) => kind !== 'footnote') + 1;
    if (run.kind !== 'text' || marks === undefined || at === moved.length) moved.push(run);
    else {
      const rest = run.text.slice(marks.length);
      moved.splice(at, 0, { ...run, text: marks });
      if (rest !== '') moved.push({ ...run, text: rest });
    }
  }
  return moved;
};

/** A note has no notes of its own: its citations are printed within it, in the words of the style. */
const placeInNote = (note: NoteRun, { place }: Placing): Run =>
  note.runs === undefined
    ? note
    : { ...note, runs: note.runs.map((run) => (run.kind === 'citation' ? place(run, true) : run)) };

const orderNotes = (language: string) => (runs: readonly Run[]) =>
  partNotes(/^en\b/iu.test(language) ? marksFirst(runs) : runs);

const placeInBlock = (block: DocumentBlock, placing: Placing): DocumentBlock => {
  const { place, order = (runs) => runs } = placing;
  const inRuns = (runs: readonly Run[]) =>
    order(
      runs.map((run) => {
        if (run.kind === 'citation') return place(run, false);
        return run.kind === 'footnote' ? placeInNote(run, placing) : run;
      }),
    );
  const inBlocks = (blocks: readonly DocumentBlock[]) => blocks.map((each) => placeInBlock(each, placing));
  switch (block.kind) {
    case 'paragraph':
      return { ...block, runs: inRuns(block.runs) };
    case 'judgement':
      return { ...block, statement: inRuns(block.statement) };
    case 'quotation':
      return { ...block, cited: place({ kind: 'citation', pinpoints: [block.pinpoint] }, false) };
    case 'own-quotation':
      return { ...block, blocks: block.blocks.map((each) => ({ ...each, runs: inRuns(each.runs) })) };
    case 'list':
      return { ...block, items: block.items.map(inBlocks) };
    case 'table':
      return { ...block, cells: block.cells.map((cell) => ({ ...cell, blocks: inBlocks(cell.blocks) })) };
    case 'heading':
    case 'page-break':
    case 'figure':
      return block;
  }
};

const placeInSections = (
  sections: readonly DocumentSection[],
  placing: Placing,
): readonly DocumentSection[] =>
  sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => placeInBlock(block, placing)),
  }));

/** The places of one citation by their sources, each source once. */
const citesOf = (
  pinpoints: readonly Pinpoint[],
  works: ReadonlyMap<number, CitedWork>,
  words: PrintedWords,
): readonly Cite[] => {
  const places = new Map<number, string[]>();
  for (const pinpoint of pinpoints) {
    if (!works.has(pinpoint.source)) continue;
    const place = printPlace(pinpoint, words);
    places.set(pinpoint.source, [...(places.get(pinpoint.source) ?? []), ...(place === '' ? [] : [place])]);
  }
  return [...places].map(([source, said]) => ({
    source,
    place: [...said, ...(works.get(source)?.marks ?? [])].join(', '),
  }));
};

type Styled = Pick<MemoDocument, 'sections' | 'sources' | 'language' | 'printedIn'>;

type CitationRun = Extract<Run, { readonly kind: 'citation' }>;
type NoteRun = Extract<Run, { readonly kind: 'footnote' }>;

/** The request to the engine for `document`; a deleted source is not cited by a style. */
export const requestCitations = (
  document: Styled,
  works: readonly CitedWork[],
  style: Pick<CitationRequest, 'csl' | 'kind'>,
): CitationRequest => {
  const { sections, language } = document;
  const words = wordsOf(document);
  const byNumber = new Map(works.map((work) => [work.number, work]));
  const citations: (readonly Cite[])[] = [];
  if (style.kind !== 'number')
    placeInSections(sections, {
      place: (citation) => {
        const cites = citesOf(citation.pinpoints, byNumber, words);
        if (cites.length > 0) citations.push(cites);
        return citation;
      },
    });
  return { csl: style.csl, kind: style.kind, language, works, citations };
};

const endSentence = (words: readonly StyledWords[]): readonly StyledWords[] => {
  const said = words.map(({ text }) => text).join('');
  return said === '' || /[.!?。؟]["”’»)\]]*$/u.test(said) || words.at(-1)?.href !== undefined
    ? words
    : [...words, { text: '.' }];
};

/** The day of a work, where the style has not even the year of it. */
const missingDay = (words: readonly StyledWords[], work: CitedWork | undefined): readonly string[] => {
  const [year] = work?.published?.split('-') ?? [];
  const isSaid = year === undefined || words.some(({ text }) => text.includes(year));
  return isSaid || work === undefined || work.remarks.length > 0 ? [] : [work.printedDay ?? ''];
};

/** The title before an entry that names neither it, nor an author, nor what carries the work. */
const named = (words: readonly StyledWords[], work: CitedWork | undefined): readonly StyledWords[] => {
  if (work === undefined) return words;
  const said = words.map(({ text }) => text.toLowerCase()).join('');
  const authors = work.authors.map((name) => ('literal' in name ? name.literal : name.family));
  const isNamed = [work.title, ...authors, work.container]
    .filter((name) => name !== null)
    .some((name) => said.includes(name.toLowerCase()));
  return isNamed ? words : [...endSentence([{ text: work.title }]), { text: ' ' }, ...words];
};

/** The entry with what tells the copy and its date: "… 3 May 2026. Version of 21 April 2026." */
const entryWords = (words: readonly StyledWords[], work: CitedWork | undefined): readonly StyledWords[] => {
  const said = [...missingDay(words, work), ...(work?.remarks ?? []), ...(work?.marks ?? [])].join(', ');
  return said === ''
    ? words
    : [...endSentence(words), { text: ` ${said.charAt(0).toUpperCase()}${said.slice(1)}.` }];
};

/** The sources with their entries, in the order in which they were. */
export const styleSources = (
  sources: readonly DocumentSource[],
  works: readonly CitedWork[],
  { entries }: Pick<StyledCitations, 'entries'>,
  kind: CitationKind,
): readonly DocumentSource[] => {
  const places = new Map(entries.map(({ source, words }, at) => [source, { words, at: at + 1 }]));
  return sources.map((source) => {
    const place = places.get(source.number);
    if (place === undefined || place.words.length === 0) return source;
    const work = works.find(({ number }) => number === source.number);
    const words = entryWords(named(place.words, work), work);
    return { ...source, entry: { words, ...(kind === 'number' ? {} : { at: place.at }) } };
  });
};

/** Places that a style omits are printed after its words; "ibid." alone means the same place again. */
const withPlaces = (
  words: readonly StyledWords[],
  cites: readonly Cite[],
  before: readonly Cite[],
): readonly StyledWords[] => {
  const said = words.map(({ text }) => text).join('');
  const last = before.at(-1);
  const left = cites.filter(
    ({ source, place }) =>
      place !== '' && !said.includes(place) && !(last?.source === source && last.place === place),
  );
  return left.reduce((all, { source, place }) => {
    const at = all.findLastIndex((each) => each.source === source) + 1 || all.length;
    const last = all[at - 1];
    // A full stop that ends the citation ends it still.
    return last?.text.endsWith('.') === true && at === all.length
      ? all.toSpliced(at - 1, 1, { ...last, text: last.text.slice(0, -1) }, { text: `, ${place}.`, source })
      : all.toSpliced(at, 0, { text: `, ${place}`, source });
  }, words);
};

const noteOf = (words: readonly StyledWords[]): Run => ({
  kind: 'footnote',
  text: '',
  runs: words.map((each) => ({ kind: 'text', ...each })),
});

/** The document with its citations and sources as the style has them. */
export const styleDocument = <Of extends Styled>(
  document: Of,
  { works, kind, citations }: CitationRequest,
  styled: StyledCitations,
): Of => {
  const byNumber = new Map(works.map((work) => [work.number, work]));
  const printed = wordsOf(document);
  let next = 0;
  const place: Placing['place'] = (citation, isInNote) => {
    const cites = citesOf(citation.pinpoints, byNumber, printed);
    if (kind === 'number' || cites.length === 0) return citation;
    const words = withPlaces(styled.citations[next] ?? [], cites, citations[next - 1] ?? []);
    next += 1;
    if (styled.citations[next - 1]?.length === 0) return citation;
    return kind === 'note' && !isInNote ? noteOf(words) : { ...citation, styled: words };
  };
  return {
    ...document,
    sections: placeInSections(document.sections, {
      place,
      ...(kind === 'note' ? { order: orderNotes(document.language) } : {}),
    }),
    sources: styleSources(document.sources, works, styled, kind),
  };
};

/** The document without the entry of its key that explains numbers of sources, where citations have none. */
export const withoutReferenceKey = (document: MemoDocument): MemoDocument => {
  const { key, sources } = document;
  if (key === null || !isListedByName(sources)) return document;
  return {
    ...document,
    key: { ...key, entries: key.entries.filter(({ subject }) => subject !== 'references') },
  };
};
