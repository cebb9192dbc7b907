/**
 * The entries of "How to read this memo": each tells of what it speaks where the memo uses that, and is else left out.
 */
import { confidences, confidenceTable } from '../../tradecraft/confidence.ts';
import { credibilities, credibilityTable } from '../../tradecraft/credibility.ts';
import { type LexiconId, lexicons } from '../../tradecraft/likelihood.ts';
import { type Marking, type TlpLabel, tlpLabels, tlpTable } from '../../tradecraft/marking.ts';
import { reliabilities, reliabilityTable } from '../../tradecraft/reliability.ts';
import { listCitations } from '../citations/list-citations.ts';
import type { MemoMaterial } from '../citations/memo-material.ts';
import { listJudgements } from '../content/list-judgements.ts';
import { listOwnProse } from '../content/list-prose.ts';
import { blocksOfDocument, pinpointsIn } from '../document/blocks-of-document.ts';
import { printPinpoints, sayPinpoint } from '../document/print-pinpoints.ts';
import type { KeyEntry, KeySign, KeySubject } from '../document-apparatus.ts';
import { otherRow } from '../likelihood/print-lexicon-note.ts';
import { saysConfidence } from '../likelihood/says-confidence.ts';
import { usedLikelihoods } from '../likelihood/used-likelihoods.ts';
import type { Memo } from '../memo.ts';
import type { MemoDocument } from '../memo-document.ts';

export type KeyOf = {
  /** As it is exported, with all but its key. */
  readonly document: MemoDocument;
  readonly memo: Memo;
  readonly material: MemoMaterial;
  /** The markings that stand before paragraphs; empty where none do. */
  readonly portions: ReadonlySet<string>;
};

type Entry = Omit<KeyEntry, 'subject'>;

const standards: Readonly<Record<LexiconId, string>> = {
  'icd203-likely': 'ICD 203',
  'icd203-probable': 'ICD 203',
  phia: `the ${lexicons.phia.standard}`,
};

const likelihoodEntry = ({ memo }: KeyOf): Entry | null => {
  const { lexicon } = memo.head;
  const used = usedLikelihoods(memo);
  const rows = [lexicon, otherRow[lexicon]].flatMap((id, at): KeySign[][] => {
    if (id === null) return [];
    const signs = lexicons[id].terms.map(({ wording, band }) => {
      return { sign: wording, meaning: band, isUsed: used.has(wording) };
    });
    return at === 0 || signs.some(({ isUsed }) => isUsed) ? [signs] : [];
  });
  if (!rows.flat().some(({ isUsed }) => isUsed)) return null;
  const mixed = rows.length > 1 ? ' Terms of the same range mean the same.' : '';
  const gaps = lexicon === 'phia' ? ' The gaps between the ranges are intended.' : '';
  return {
    name: 'Likelihood',
    text: `Terms of ${standards[lexicon]} with their ranges. A term says how likely something is, not how sure the author is of it.${gaps}${mixed}`,
    signs: rows,
  };
};

const confidenceEntry = ({ memo }: KeyOf): Entry | null => {
  const stated = new Set(listJudgements(memo.content).map(({ attrs }) => attrs.confidence));
  const isStated = confidences.some((level) => stated.has(level));
  if (!isStated && !listOwnProse(memo.content).some(({ text }) => saysConfidence(text))) return null;
  return {
    name: 'Confidence',
    text: 'How well founded a judgement is, whatever its likelihood. The wording is that of the US National Intelligence Council.',
    signs: [
      confidences.map((level) => ({
        sign: level,
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

const gradesEntry = ({ document, memo, material }: KeyOf): Entry | null => {
  const lines = gradeLines(document);
  if (lines.length === 0) return null;
  const cited = new Set(listCitations(memo.content).map(({ passageId }) => passageId));
  const grades = [...material.articles.values()]
    .flatMap(({ passages }) => passages.filter(({ id }) => cited.has(id)))
    .map(({ grade }) => grade);
  const letters = new Set(grades.map(({ reliability }) => reliability));
  const says = (letter: string): boolean =>
    lines.some((line) => line.includes(`(${letter})`) || line.startsWith(`Reliability ${letter},`));
  const digits = new Set(grades.map(({ credibility }) => credibility));
  const dash = lines.some((line) => line.includes(MISSING_AXIS))
    ? ' A dash stands for a missing grade: –/3 has no letter, B/– no digit.'
    : '';
  const via = lines.some((line) => line.includes(' via '))
    ? ' “via” names the publication that carried it, with its own letter in brackets where it has one.'
    : '';
  return {
    name: 'Grades',
    text: `The letter grades the source, the digit what it says (NATO); the two are judged apart and never averaged. F and 6 mean unknown, not worst.${dash}${via}`,
    signs: [
      reliabilities.map((letter) => ({
        sign: letter,
        meaning: reliabilityTable[letter].wording,
        isUsed: letters.has(letter) || says(letter),
      })),
      credibilities.map((digit) => ({
        sign: `${digit}`,
        meaning: credibilityTable[digit].wording,
        isUsed: digits.has(digit),
      })),
    ],
  };
};

const referencesEntry = ({ document }: KeyOf): Entry | null => {
  const pinpoints = document.sections.flatMap(({ blocks }) => pinpointsIn(blocks));
  const example = pinpoints.find(({ paragraph }) => paragraph !== null) ?? pinpoints[0];
  if (example === undefined) return null;
  const said = sayPinpoint(example);
  const counted =
    example.paragraph === null
      ? ''
      : ' Paragraphs are counted in its text; headings and tables carry no number.';
  return {
    name: 'References',
    text: `${printPinpoints([example])} is ${said.charAt(0).toLowerCase()}${said.slice(1)}: the sources are listed by their numbers.${counted}`,
    signs: [],
  };
};

const labelOf = (marking: Marking | null): TlpLabel | null =>
  marking?.kind === 'tlp' ? marking.label : null;

const handlingEntry = ({ memo, portions }: KeyOf): Entry | null => {
  const own = labelOf(memo.head.marking);
  const used = tlpLabels.filter((label) => label === own || portions.has(label)).toReversed();
  if (used.length === 0) return null;
  return {
    name: 'Handling',
    text: 'Traffic Light Protocol 2.0: to whom this may be passed on.',
    signs: [used.map((label) => ({ sign: label, meaning: tlpTable[label].disclosure, isUsed: true }))],
  };
};

const portionsEntry = ({ portions }: KeyOf): Entry | null =>
  portions.size === 0
    ? null
    : {
        name: 'Paragraphs',
        text: 'The marking before a paragraph is the highest of what it cites. One that cites nothing, or something without a TLP label, has that of the memo.',
        signs: [],
      };

const stateText = ({ memo: { state, kind }, document: { status } }: KeyOf): string | null => {
  if (status === null) return null;
  if (state === 'withdrawn') return 'This memo was withdrawn and no longer holds.';
  if (state === 'superseded') return 'The memo named there replaces this one, which no longer holds.';
  if (/^(?:DRAFT|IN REVIEW)/u.test(status.word)) {
    return 'A memo that is not issued carries its mark on every page and is not for citation. An issued one carries none.';
  }
  if (kind === 'update') return 'An update adds later knowledge. The memo that it names no longer holds.';
  if (kind === 'correction') return 'A correction fixes a mistake. The memo that it names no longer holds.';
  return 'The memo that a withdrawal names no longer holds.';
};

const stateEntry = (of: KeyOf): Entry | null => {
  const text = stateText(of);
  return text === null ? null : { name: 'State', text, signs: [] };
};

/** In the order in which they are printed. */
export const keyEntryTable: Readonly<Record<KeySubject, (of: KeyOf) => Entry | null>> = {
  likelihood: likelihoodEntry,
  confidence: confidenceEntry,
  grades: gradesEntry,
  references: referencesEntry,
  handling: handlingEntry,
  portions: portionsEntry,
  state: stateEntry,
};
