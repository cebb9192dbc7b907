/** Rules on what a judgement lacks or says beside its statement. */
import { ownWords } from '../../reading/own-words.ts';
import { beginningOf } from '../../text/beginning-of.ts';
import { inQuotationMarks } from '../../text/quotation-marks.ts';
import { confidences } from '../../tradecraft/confidence.ts';
import { credibilityTable } from '../../tradecraft/credibility.ts';
import { type Grade, isUngraded, printGrade } from '../../tradecraft/grade.ts';
import { lexicons } from '../../tradecraft/likelihood.ts';
import type { Terms } from '../../tradecraft/own-terms.ts';
import { reliabilityTable } from '../../tradecraft/reliability.ts';
import { inlineText, listOwnProse } from '../content/list-prose.ts';
import { findLikelihoodTerms } from '../likelihood/find-likelihood-terms.ts';
import { saysConfidence } from '../likelihood/says-confidence.ts';
import { likelihoodWording } from '../likelihood/used-likelihoods.ts';
import type { Memo } from '../memo.ts';
import type { MemoBlock, MemoTable } from '../memo-content.ts';
import { type PrintedWords, wordsOf } from '../print/printed-words.ts';
import { describeJudgement, isSameState, judgementsOf, stateOfJudgement } from '../snapshot/judgements-of.ts';
import type { FrozenJudgement } from '../snapshot/snapshot.ts';
import { atJudgement, type CheckedJudgement, type CheckedMemo } from './checked-memo.ts';
import type { Found } from './finding.ts';
import { listWords } from './name-all.ts';
import type { Rule } from './rule.ts';

/** What `say` returns for each judgement; null where it has nothing to report. */
const onEach =
  (say: (judgement: CheckedJudgement, memo: CheckedMemo) => Omit<Found, 'place'> | null): Rule['check'] =>
  (memo) =>
    memo.judgements.flatMap((judgement) => {
      const said = say(judgement, memo);
      return said === null ? [] : [{ place: atJudgement(judgement), ...said }];
    });

const subjectOf = ({ id, statement }: CheckedJudgement): string => `${id} ${statement}`;

/** ICD 203 wants a degree of likelihood and a level of confidence for each. */
export const judgementWithoutLikelihoodOrConfidence: Rule = {
  level: 'warning',
  check: onEach((judgement) => {
    const { likelihood, confidence } = judgement.node.attrs;
    const lacks = [
      likelihood === null ? 'no likelihood' : null,
      confidence === null ? 'no confidence level' : null,
    ].filter((lack) => lack !== null);
    if (lacks.length === 0) return null;
    return {
      message: `Judgement ${judgement.number} has ${listWords(lacks)}.`,
      subject: `${subjectOf(judgement)} ${lacks.join()}`,
    };
  }),
};

/** ICD 206: a citation each time a judgement rests on a source. */
export const judgementWithoutCitation: Rule = {
  level: 'warning',
  check: onEach((judgement) =>
    judgement.cited.length > 0
      ? null
      : {
          message: `Judgement ${judgement.number} has no citation. ICD 206 asks you to cite what a judgement rests on.`,
          subject: subjectOf(judgement),
        },
  ),
};

/** The statement says one term of the lexicon, the choice beside it another. */
export const judgementSaysAnotherLikelihood: Rule = {
  level: 'error',
  check: onEach((judgement, { memo, document }) => {
    const { likelihood } = judgement.node.attrs;
    if (likelihood === null) return null;
    const { terms } = wordsOf(document);
    const chosen = likelihoodWording(memo.head.lexicon, likelihood, terms);
    const found = findLikelihoodTerms(judgement.statement, terms);
    const [other] = found;
    if (other === undefined || found.some(({ wording, isAltered }) => wording === chosen && !isAltered))
      return null;
    return {
      message: `Judgement ${judgement.number} is set to “${chosen}” but says “${other.written}”.`,
      subject: `${subjectOf(judgement)} ${chosen}`,
      statedAs: 'judgement-says-another-likelihood',
    };
  }),
};

/** ICD 203 (2015), tradecraft standard 2: a product explains the basis of the uncertainty of its judgements. */
export const confidenceWithoutReason: Rule = {
  level: 'warning',
  check: onEach((judgement) => {
    const { confidence, confidenceReason } = judgement.node.attrs;
    if (confidence === null || confidenceReason.trim() !== '') return null;
    return {
      message: `Judgement ${judgement.number} gives ${confidence} confidence but no reason. ICD 203 asks for the basis of uncertainty to be explained.`,
      subject: `${subjectOf(judgement)} ${confidence}`,
    };
  }),
};

const levels = ['low', 'moderate', 'high'] as const;
const saidLevel = (text: string): (typeof levels)[number] | null => {
  const own = ownWords(text);
  if (!saysConfidence(own)) return null;
  const said = levels.filter((level) => new RegExp(`\\b${level}\\b`, 'iu').test(own));
  return said.length === 1 ? (said[0] ?? null) : null;
};

/** The judgement is set to one level of confidence, and its words or the text beside it say another. */
export const judgementSaysAnotherConfidence: Rule = {
  level: 'warning',
  check: (memo) =>
    memo.judgements.flatMap((judgement): readonly Found[] => {
      const { confidence, confidenceReason, assumptions, wouldChange } = judgement.node.attrs;
      const texts = [judgement.statement, confidenceReason, assumptions, wouldChange];
      const other = [...texts, ...besideOnly(judgement, memo)]
        .map(saidLevel)
        .find((level) => level !== null && level !== confidence);
      if (confidence === null || other === undefined) return [];
      return [
        {
          place: atJudgement(judgement),
          message: `Judgement ${judgement.number} gives ${confidence} confidence, but the text says “${other}”.`,
          subject: `${subjectOf(judgement)} ${confidence} ${other}`,
        },
      ];
    }),
};

/** The other prose of its section, where it is the one judgement there: of several nobody knows which is meant. */
const besideOnly = ({ node }: CheckedJudgement, { memo }: CheckedMemo): readonly string[] => {
  const section = memo.content.content.find(({ content }) => content.includes(node));
  const isOnly = section?.content.filter(({ type }) => type === 'judgement').length === 1;
  if (section === undefined || !isOnly) return [];
  return listOwnProse({ type: 'doc', content: [section] }).flatMap(({ text, judgement }) =>
    judgement === null ? text : [],
  );
};

/**
 * Words that leave open how likely something is. "May" with its capital is a month, "might" behind an adjective a
 * strength; "could not" and "may not" are hedges all the same.
 */
const hedge =
  /(?<![\p{L}\p{N}])(?:may|could|[Pp]ossibly|[Pp]erhaps|[Mm]aybe|[Cc]onceivably|(?<!\b(?:military|naval|economic|industrial|financial|its|their|his|her|the|full)\s)might)(?![\p{L}\p{N}])/u;

/** Words that are of no lexicon and give no degree. */
export const hedgeInJudgement: Rule = {
  level: 'warning',
  check: onEach((judgement, { memo }) => {
    const word = hedge.exec(ownWords(judgement.statement))?.[0];
    if (word === undefined) return null;
    return {
      message: `Judgement ${judgement.number} says “${word}”, which is not a term of ${lexicons[memo.head.lexicon].standard} and states no likelihood.`,
      subject: subjectOf(judgement),
    };
  }),
};

/** The highest term of each lexicon, as the memo has it. */
const certainWordings = ({ lexicons: worded }: Terms): ReadonlySet<string> =>
  new Set(Object.values(worded).flatMap(({ terms }) => terms.at(-1)?.wording ?? []));

const certainTerm = ({ node, statement }: CheckedJudgement, memo: Memo, terms: Terms): string | null => {
  const { likelihood } = node.attrs;
  const chosen = likelihood === null ? null : likelihoodWording(memo.head.lexicon, likelihood, terms);
  const certain = certainWordings(terms);
  const written = findLikelihoodTerms(statement, terms).flatMap(({ wording, isAltered }) =>
    isAltered ? [] : wording,
  );
  return [...(chosen === null ? [] : [chosen]), ...written].find((wording) => certain.has(wording)) ?? null;
};

/** D to F or 4 to 6. F and 6 mean that nothing is known, not that it is worst. */
const isWeak = ({ reliability, credibility }: Grade): boolean =>
  (reliability !== null && reliability >= 'D') || (credibility !== null && credibility >= 4);

const wordGrade = (grade: Grade): string => {
  const words = [
    grade.reliability === null ? null : reliabilityTable[grade.reliability].wording,
    grade.credibility === null ? null : credibilityTable[grade.credibility].wording,
  ].filter((word) => word !== null);
  return `${printGrade(grade)} (${words.join('; ').toLowerCase()})`;
};

/** The grades of what a judgement cites, in words, where every one that is graded is weak; else none. */
const weakGrades = ({ cited }: CheckedJudgement): readonly string[] => {
  const grades = cited.flatMap(({ grade }) => (isUngraded(grade) ? [] : grade));
  return grades.every(isWeak) ? [...new Set(grades.map(wordGrade))] : [];
};

/** Almost certain, where every graded passage that is cited is graded D to F or 4 to 6. */
export const certainOnWeakGrades: Rule = {
  level: 'warning',
  check: ({ judgements, memo, document }) =>
    judgements.flatMap((judgement): readonly Found[] => {
      const term = certainTerm(judgement, memo, wordsOf(document).terms);
      const all = weakGrades(judgement);
      if (term === null || all.length === 0) return [];
      return [
        {
          place: atJudgement(judgement),
          message: `Judgement ${judgement.number} says “${term}”, but all its graded evidence is ${listWords(all)}.`,
          subject: `${judgement.id} ${term} ${all.join(' ')}`,
        },
      ];
    }),
};

/** High confidence on such evidence alone. */
export const highConfidenceOnWeakGrades: Rule = {
  level: 'warning',
  check: ({ judgements }) =>
    judgements.flatMap((judgement): readonly Found[] => {
      const all = judgement.node.attrs.confidence === 'high' ? weakGrades(judgement) : [];
      if (all.length === 0) return [];
      return [
        {
          place: atJudgement(judgement),
          message: `Judgement ${judgement.number} gives high confidence, but all its graded evidence is ${listWords(all)}.`,
          subject: `${judgement.id} high ${all.join(' ')}`,
        },
      ];
    }),
};

type Row = MemoTable['content'][number];

const textOf = (row: Row, at: number): string =>
  (row.content[at]?.content ?? [])
    .map((block) => (block.type === 'paragraph' ? inlineText(block.content ?? []) : ''))
    .join(' ')
    .trim();

const rowsOfChanges = ({ memo }: CheckedMemo): readonly Row[] =>
  memo.content.content
    .filter(({ attrs }) => attrs.role === 'change-since')
    .flatMap(({ content }): readonly MemoBlock[] =>
      content.filter((block) => block.type !== 'heading' && block.type !== 'figure'),
    )
    .flatMap((block) => (block.type === 'table' ? block.content : []));

/** Whether the row is that of the judgement: by its number, as it is drafted. */
const isOf = (row: Row, { number }: FrozenJudgement): boolean => textOf(row, 0).startsWith(`${number}. `);

/** The levels of confidence that a cell names, in those words. */
const levelsIn = (cell: string, { change, judgement }: PrintedWords): readonly string[] =>
  confidences.filter((level) =>
    cell.toLowerCase().includes(change.confidence(judgement.level[level]).toLowerCase()),
  );

/** Whether a cell names one degree of likelihood or one level of confidence, and that of the judgement is another. */
const denies = (cell: string, { likelihood, confidence }: FrozenJudgement, words: PrintedWords): boolean => {
  const terms = findLikelihoodTerms(cell, words.terms).filter(({ isAltered }) => !isAltered);
  const [level] = levelsIn(cell, words);
  const isOther = terms.length > 0 && terms.every(({ wording }) => wording !== likelihood);
  const [none, unstated] = stateOfJudgement({ likelihood: null, confidence: null }, words);
  const isUnset =
    (likelihood !== null && cell.includes(none)) || (confidence !== null && cell.includes(unstated));
  return isOther || isUnset || (level !== undefined && level !== confidence);
};

type Changed = {
  readonly number: number;
  /** Null where the memo before had no such judgement. */
  readonly was: FrozenJudgement | null;
  readonly is: FrozenJudgement;
  /** The row of the judgement in the table; null where there is none. */
  readonly row: Row | null;
};

const isChanged = ({ was, is }: Changed): boolean =>
  was === null || !isSameState(was, is) || was.statement !== is.statement;

const missingRow = (changed: Changed): string | null =>
  isChanged(changed)
    ? `Judgement ${changed.number} is ${changed.was === null ? 'new' : 'changed'} but missing from the table of changes.`
    : null;

const calledUnchanged = (changed: Changed): string | null => {
  const { number, was, is } = changed;
  if (was === null || !isChanged(changed)) return null;
  const [before, now] = [describeJudgement(was), describeJudgement(is)];
  const how = isSameState(was, is) ? 'It has other words now.' : `It was “${before}” and is “${now}”.`;
  return `The table of changes calls judgement ${number} unchanged. ${how}`;
};

/** Why a table of changes is wrong about a judgement; null where all of it is right. */
const untruthOf = (changed: Changed, words: PrintedWords): string | null => {
  const { number, was, is, row } = changed;
  if (row === null) return missingRow(changed);
  const [name, wasCell, isCell] = [textOf(row, 0), textOf(row, 1), textOf(row, 2)];
  if (isCell === words.change.unchanged && isChanged(changed)) return calledUnchanged(changed);
  if (!name.endsWith(is.statement) && denies(name, is, words)) {
    return `The table of changes has older words of judgement ${number}. It is “${describeJudgement(is)}”.`;
  }
  if (denies(isCell, is, words)) {
    return `The table of changes says judgement ${number} is “${isCell}”. It is “${describeJudgement(is)}”.`;
  }
  if (was === null || !denies(wasCell, was, words)) return null;
  return `The table of changes says judgement ${number} was “${wasCell}”. It was “${describeJudgement(was)}”.`;
};

/** Rows of judgements that are not made any more, as if they were, and judgements that went without a row. */
const untruthsOfGone = (
  before: readonly FrozenJudgement[],
  now: readonly FrozenJudgement[],
  rows: readonly Row[],
  { change }: PrintedWords,
): readonly string[] => {
  const numbers = rows.flatMap((row) => /^(\d+)\. /u.exec(textOf(row, 0))?.[1] ?? []);
  const tooMany = numbers.filter((number) => Number(number) > now.length);
  const said = rows.filter((row) => textOf(row, 2) === change.noLongerMade).map((row) => textOf(row, 0));
  const unsaid = before.filter(
    ({ id, statement }) => !(now.some((each) => each.id === id) || said.includes(statement)),
  );
  return [
    ...tooMany.map(
      (number) => `The table of changes has a judgement ${number}, which the memo does not make.`,
    ),
    ...unsaid.map(
      ({ statement }) =>
        `${inQuotationMarks(beginningOf(statement, 60))} is no longer made, and the table of changes does not say so.`,
    ),
  ];
};

/** Likelihoods or confidences that differ from the memo before, where no table reports the change. */
const unsaidChanges = (changed: readonly Changed[], checked: CheckedMemo): readonly Found[] =>
  changed.flatMap(({ number, was, is }): readonly Found[] => {
    const judgement = checked.judgements.find(({ id }) => id === is.id);
    if (judgement === undefined || was === null || isSameState(was, is)) return [];
    return [
      {
        place: atJudgement(judgement),
        message: `Judgement ${number} was “${describeJudgement(was)}” and is “${describeJudgement(is)}”, and no table of changes says so.`,
        subject: `${subjectOf(judgement)} ${describeJudgement(was)} ${describeJudgement(is)}`,
        level: 'warning',
      },
    ];
  });

/** A table of changes that contradicts the memo before or this one about a judgement. */
export const changesOutdated: Rule = {
  level: 'error',
  check: (checked) => {
    const before = checked.material.lineage?.judgementsBefore;
    if (before === undefined) return [];
    const rows = rowsOfChanges(checked);
    const words = wordsOf(checked.document);
    const now = judgementsOf(checked.memo, words.terms, ({ content = [] }) =>
      inlineText(content).replaceAll(/\s+/gu, ' ').trim(),
    );
    const changed = now.map((is): Changed => {
      const row = rows.find((each) => isOf(each, is)) ?? null;
      return { number: is.number, was: before.find(({ id }) => id === is.id) ?? null, is, row };
    });
    if (changed.every(({ row }) => row === null)) return unsaidChanges(changed, checked);
    const untrue = changed.flatMap((each): readonly Found[] => {
      const judgement = checked.judgements.find(({ id }) => id === each.is.id);
      const says = judgement === undefined ? null : untruthOf(each, words);
      return says === null || judgement === undefined
        ? []
        : [{ place: atJudgement(judgement), message: says, subject: null }];
    });
    const heading =
      checked.memo.content.content.find(({ attrs }) => attrs.role === 'change-since')?.attrs.heading ?? '';
    const gone = untruthsOfGone(before, now, rows, words).map(
      (message): Found => ({ place: { kind: 'section', heading }, message, subject: null }),
    );
    return [...untrue, ...gone].map((found) => ({
      ...found,
      message: `${found.message} Choose “Update change table”.`,
    }));
  },
};
