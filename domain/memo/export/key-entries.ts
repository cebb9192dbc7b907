/** The entries of "How to read this memo": each is printed where the memo uses its subject, and left out otherwise. */
import { confidences, confidenceTable } from '../../tradecraft/confidence.ts';
import { credibilities } from '../../tradecraft/credibility.ts';
import { type LexiconId, lexicons } from '../../tradecraft/likelihood.ts';
import { type Marking, type TlpLabel, tlpLabels, tlpTable } from '../../tradecraft/marking.ts';
import { otherRow, type Terms } from '../../tradecraft/own-terms.ts';
import { reliabilities } from '../../tradecraft/reliability.ts';
import { listCitations } from '../citations/list-citations.ts';
import type { MemoMaterial } from '../citations/memo-material.ts';
import { listJudgements } from '../content/list-judgements.ts';
import { listOwnProse } from '../content/list-prose.ts';
import { blocksOfDocument, pinpointsIn } from '../document/blocks-of-document.ts';
import { printPinpoints, sayPinpoint } from '../document/print-pinpoints.ts';
import type { KeyEntry, KeySign, KeySubject } from '../document-apparatus.ts';
import { printBand } from '../likelihood/print-lexicon-note.ts';
import { saysConfidence } from '../likelihood/says-confidence.ts';
import { usedLikelihoods } from '../likelihood/used-likelihoods.ts';
import type { Memo } from '../memo.ts';
import type { MemoDocument } from '../memo-document.ts';
import { type PrintedWords, wordsOf } from '../print/printed-words.ts';

export type KeyOf = {
  /** As it is exported, with all but its key. */
  readonly document: MemoDocument;
  readonly memo: Memo;
  readonly material: MemoMaterial;
  /** The markings printed before paragraphs; empty where there are none. */
  readonly portions: ReadonlySet<string>;
};

type Entry = Omit<KeyEntry, 'subject'>;
type PrintEntry = (of: KeyOf, words: PrintedWords) => Entry | null;

const sentences = (all: readonly (string | false)[], { sign }: PrintedWords): string =>
  all.filter((each) => each !== false).join(sign.gap);

/** In an English sentence with its article. */
const standardOf = (id: LexiconId, { tag }: PrintedWords): string =>
  id === 'phia' && tag.startsWith('en') ? `the ${lexicons[id].standard}` : lexicons[id].standard;

/** "wahrscheinlich = likely.": the official terms for the own words that the memo uses; false where it uses none. */
const printOfficial = ({ lexicons: worded }: Terms, used: ReadonlySet<string>): string | false => {
  const pairs = Object.values(worded).flatMap(({ terms }) =>
    terms.flatMap(({ wording, official }) =>
      used.has(wording) && wording !== official ? `${wording} = ${official}` : [],
    ),
  );
  return pairs.length > 0 && `${[...new Set(pairs)].join(', ')}.`;
};

const likelihoodEntry: PrintEntry = ({ memo }, words) => {
  const { lexicon } = memo.head;
  const { terms } = words;
  const used = usedLikelihoods(memo, terms);
  const rows = [lexicon, otherRow[lexicon]].flatMap((id, at): KeySign[][] => {
    if (id === null) return [];
    const signs = terms.lexicons[id].terms.map(({ wording, band }) => {
      return { sign: wording, meaning: printBand(band, words), isUsed: used.has(wording) };
    });
    return at === 0 || signs.some(({ isUsed }) => isUsed) ? [signs] : [];
  });
  if (!rows.flat().some(({ isUsed }) => isUsed)) return null;
  const { likelihood } = words.key;
  return {
    name: likelihood.name,
    text: sentences(
      [
        likelihood.text(standardOf(lexicon, words)),
        lexicon === 'phia' && likelihood.gaps,
        rows.length > 1 && words.likelihood.sameBand,
        printOfficial(terms, used),
      ],
      words,
    ),
    signs: rows,
  };
};

const confidenceEntry: PrintEntry = ({ memo }, words) => {
  const stated = new Set(listJudgements(memo.content).map(({ attrs }) => attrs.confidence));
  const isStated = confidences.some((level) => stated.has(level));
  if (!isStated && !listOwnProse(memo.content).some(({ text }) => saysConfidence(text))) return null;
  return {
    ...words.key.confidence,
    signs: [
      confidences.map((level) => ({
        sign: words.judgement.level[level],
        meaning: confidenceTable[level],
        isUsed: stated.has(level),
      })),
    ],
  };
};

const MISSING_AXIS = '–';

const gradeLines = ({ sections, annex, sources }: MemoDocument): readonly string[] => [
  ...blocksOfDocument(sections).flatMap((block) => (block.kind === 'quotation' ? (block.grade ?? []) : [])),
  ...annex.map(({ grade }) => grade),
  ...sources.flatMap(({ reliability }) => reliability ?? []),
];

const gradesEntry: PrintEntry = ({ document, memo, material }, words) => {
  const lines = gradeLines(document);
  if (lines.length === 0) return null;
  const cited = new Set(listCitations(memo.content).map(({ passageId }) => passageId));
  const grades = [...material.articles.values()]
    .flatMap(({ passages }) => passages.filter(({ id }) => cited.has(id)))
    .map(({ grade }) => grade);
  const letters = new Set(grades.map(({ reliability }) => reliability));
  const says = (letter: string): boolean =>
    lines.some(
      (line) =>
        line.includes(`(${letter})`) ||
        line.startsWith(`${words.source.reliability} ${letter}${words.sign.comma}`),
    );
  const digits = new Set(grades.map(({ credibility }) => credibility));
  const { name, text, dash, via } = words.key.grades;
  return {
    name,
    text: sentences(
      [
        text,
        lines.some((line) => line.includes(MISSING_AXIS)) && dash,
        lines.some((line) => line.includes(` ${words.citation.via} `)) && via,
      ],
      words,
    ),
    signs: [
      reliabilities.map((letter) => ({
        sign: letter,
        meaning: words.terms.reliability[letter] ?? '',
        isUsed: letters.has(letter) || says(letter),
      })),
      credibilities.map((digit) => ({
        sign: `${digit}`,
        meaning: words.terms.credibility[digit] ?? '',
        isUsed: digits.has(digit),
      })),
    ],
  };
};

/** Words as they are written within a sentence; German nouns keep their capital. */
const lowerFirst = (said: string, { tag }: PrintedWords): string =>
  tag.startsWith('de') ? said : said.charAt(0).toLowerCase() + said.slice(1);

const referencesEntry: PrintEntry = ({ document }, words) => {
  const pinpoints = document.sections.flatMap(({ blocks }) => pinpointsIn(blocks));
  const example = pinpoints.find(({ paragraph }) => paragraph !== null) ?? pinpoints[0];
  if (example === undefined) return null;
  const said = sayPinpoint(example, words);
  const { name, text, counted } = words.key.references;
  return {
    name,
    text: sentences(
      [
        text(printPinpoints([example], words), lowerFirst(said, words)),
        example.paragraph !== null && counted,
      ],
      words,
    ),
    signs: [],
  };
};

const labelOf = (marking: Marking | null): TlpLabel | null =>
  marking?.kind === 'tlp' ? marking.label : null;

const handlingEntry: PrintEntry = ({ memo, portions }, words) => {
  const own = labelOf(memo.head.marking);
  const used = tlpLabels.filter((label) => label === own || portions.has(label)).toReversed();
  if (used.length === 0) return null;
  return {
    ...words.key.handling,
    signs: [used.map((label) => ({ sign: label, meaning: tlpTable[label].disclosure, isUsed: true }))],
  };
};

const portionsEntry: PrintEntry = ({ portions }, words) =>
  portions.size === 0 ? null : { ...words.key.portions, signs: [] };

const stateText = (
  { memo: { state, kind }, document: { status } }: KeyOf,
  { key: { state: words }, status: { draft, inReview } }: PrintedWords,
): string | null => {
  if (status === null) return null;
  if (state === 'withdrawn') return words.withdrawn;
  if (state === 'superseded') return words.superseded;
  if (status.word.startsWith(draft) || status.word.startsWith(inReview)) return words.open;
  if (kind === 'update') return words.update;
  return kind === 'correction' ? words.correction : words.withdrawal;
};

const stateEntry: PrintEntry = (of, words) => {
  const text = stateText(of, words);
  return text === null ? null : { name: words.key.state.name, text, signs: [] };
};

const entryTable: Readonly<Record<KeySubject, PrintEntry>> = {
  likelihood: likelihoodEntry,
  confidence: confidenceEntry,
  grades: gradesEntry,
  references: referencesEntry,
  handling: handlingEntry,
  portions: portionsEntry,
  state: stateEntry,
};

/** The entry for that subject, in the words of the document; null where the memo does not use it. */
export const keyEntryOf = (subject: KeySubject, of: KeyOf): Entry | null =>
  entryTable[subject](of, wordsOf(of.document));
