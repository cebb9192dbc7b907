/** Two versions of a memo in one text, printed as a table that marks what was deleted and inserted. */
import { compareWords, type MarkedRun, markChanges } from '../../text/sequences/compare-words.ts';
import { tlpLabels } from '../../tradecraft/marking.ts';
import type { ComparedJudgement, MemoComparison } from '../compare-snapshots.ts';
import type { DocumentMarking, FrozenDocument, PrintedTable, TableWords } from '../memo-document.ts';
import { type PrintedWords, wordsOf } from '../print/printed-words.ts';
import { stateOfJudgement } from './judgements-of.ts';

export type ComparedStates = {
  readonly old: FrozenDocument;
  readonly fresh: FrozenDocument;
  /** The names of the two versions, as the person who chose them sees them. */
  readonly names: readonly [old: string, fresh: string];
  /** Who has written the newer version, and when. */
  readonly tracked: NonNullable<PrintedTable['tracked']>;
};

const rankOf = (marking: DocumentMarking | null): number =>
  (tlpLabels as readonly (string | undefined)[]).indexOf(marking?.text);

/** It contains the words of both: marked as the higher of two TLP labels, with other banners beside it. */
const markingOf = ({ old, fresh }: ComparedStates): Pick<PrintedTable, 'marking' | 'restrictions'> => {
  const [lower, higher] = [old, fresh].toSorted((a, b) => rankOf(a.marking) - rankOf(b.marking));
  const marking = higher?.marking ?? lower?.marking ?? null;
  const other = lower?.marking ?? null;
  const isSaid = other === null || other.text === marking?.text || rankOf(other) !== -1;
  const restrictions = [fresh.restrictions, old.restrictions, isSaid ? '' : other.text];
  return { marking, restrictions: [...new Set(restrictions)].filter((text) => text !== '').join('; ') };
};

const said = (state: ComparedJudgement['old'], words: PrintedWords): string =>
  state === null ? '' : stateOfJudgement(state, words).join(words.sign.semicolon);

const judgementRow = ({ old, fresh }: ComparedJudgement, words: PrintedWords): readonly TableWords[] => [
  `${words.reference.judgement} ${fresh?.number ?? old?.number ?? ''}`,
  markChanges(compareWords(said(old, words), said(fresh, words))),
];

const headingOf = (section: string | null, former: string | null | undefined): TableWords =>
  former === undefined ? (section ?? '') : markChanges(compareWords(former ?? '', section ?? ''));

/** What differs, in reading order; `language` and words are those of the newer version. */
export const comparisonSheet = (comparison: MemoComparison, states: ComparedStates): PrintedTable => {
  const { fresh, names } = states;
  const words = wordsOf(fresh);
  const { sign, change } = words;
  const judged = comparison.judgements.filter(
    ({ old, fresh: now }) => said(old, words) !== said(now, words) && (old !== null || now !== null),
  );
  return {
    name: words.comparison.name(fresh.title),
    language: fresh.language,
    facts: [
      fresh.referenceNumber,
      `${change.heads[1]}${sign.colon} ${names[0]}`,
      `${change.heads[2]}${sign.colon} ${names[1]}`,
    ],
    ...markingOf(states),
    columns: [...words.comparison.columns],
    rows: [
      ...judged.map((each) => judgementRow(each, words)),
      ...comparison.blocks.map(({ section, formerSection, old, fresh: now }): readonly TableWords[] => [
        headingOf(section, formerSection),
        markChanges({ old, fresh: now }) satisfies readonly MarkedRun[],
      ]),
    ],
    markingName: words.citation.marking,
    tracked: states.tracked,
  };
};
