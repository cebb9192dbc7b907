/** Rules on what stands between quotation marks, cited or typed. */
import { countWords } from '../../../article/draft/count-words.ts';
import type { PassageId } from '../../../ids.ts';
import { beginningOf } from '../../../text/beginning-of.ts';
import { inQuotationMarks } from '../../../text/quotation-marks.ts';
import { OMISSION_WITHIN_MARKS } from '../../verbatim/omission-mark.ts';
import { type QuoteFault, quoteFaultTable } from '../../verbatim/quote-fault.ts';
import type { CheckedMemo } from '../checked-memo.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { quoteFaultWords } from './quote-fault-words.ts';

type Misquote = {
  readonly passageId: PassageId;
  readonly quote: string;
  readonly fault: QuoteFault;
  readonly isTyped: boolean;
};

/** Of a passage that is said to have changed no more is said. */
const printedMisquotes = ({ faultyQuotes, citations }: CheckedMemo): readonly Misquote[] => {
  const changed = new Set(citations.flatMap(({ passageId, state }) => (state === 'ok' ? [] : passageId)));
  return faultyQuotes
    .filter(({ passageId }) => !changed.has(passageId))
    .flatMap(({ passageId, parts, faults }) =>
      faults.map((fault) => ({ passageId, quote: parts.join(OMISSION_WITHIN_MARKS), fault, isTyped: false })),
    );
};

const typedMisquotes = ({ typedQuotes }: CheckedMemo): readonly Misquote[] =>
  typedQuotes.flatMap(({ quote, best }) =>
    best === null
      ? []
      : best.faults.map((fault) => ({ passageId: best.passageId, quote, fault, isTyped: true })),
  );

const toFound = ({ passageId, quote, fault, isTyped }: Misquote): Found => {
  const { canBeOverruled } = quoteFaultTable[fault.fault];
  return {
    place: { kind: 'text', words: quote, passageId },
    message: `${inQuotationMarks(quote)}: ${quoteFaultWords(fault)}`,
    // Words that stand nowhere may be a manner of speaking; those that stand there, wrongly shortened, are a quotation.
    level: isTyped && fault.fault === 'differs' ? 'warning' : 'error',
    subject: canBeOverruled ? `${passageId} ${quote}` : null,
    ...(canBeOverruled ? { statedAs: fault.fault } : {}),
  };
};

/** Words of a cited passage, or typed in quotation marks beside a citation, that its article does not say so. */
export const quoteNotVerbatim: Rule = {
  level: 'error',
  check: (memo) => [...printedMisquotes(memo), ...typedMisquotes(memo)].map(toFound),
};

/** Words in quotation marks, and no citation in their paragraph. */
export const quotedNotCited: Rule = {
  level: 'warning',
  check: ({ typedQuotes }) =>
    typedQuotes
      .filter(({ isCited }) => !isCited)
      .map(({ quote }) => ({
        place: { kind: 'text', words: quote },
        message: `${inQuotationMarks(quote)} is quoted, but not cited.`,
        subject: quote,
      })),
};

/** Typed words that the cited article gives to another than the cited passage's speaker. */
export const quoteOfAnotherSpeaker: Rule = {
  level: 'warning',
  check: ({ typedQuotes }) =>
    typedQuotes.flatMap(({ quote, other }): readonly Found[] =>
      other === null
        ? []
        : [
            {
              place: { kind: 'text', words: quote, passageId: other.passageId },
              message: `${inQuotationMarks(quote)} is given to ${other.speaker} in the cited article, not to the speaker of the passage that is cited.`,
              subject: `${other.passageId} ${other.speaker} ${quote}`,
            },
          ],
    ),
};

/** House limits: in running text, where the eye loses the end of it, and as a block. */
const LONGEST = { running: 40, apart: 40, block: 100, 'run-on': 100 } as const;
const OPENING_LENGTH = 50;

type Measured = { readonly quote: string; readonly limit: number; readonly passageId?: PassageId };

const measured = ({ printedQuotes, typedQuotes }: CheckedMemo): readonly Measured[] => [
  ...printedQuotes.map(({ parts, form, passageId }) => ({
    quote: parts.join(OMISSION_WITHIN_MARKS),
    limit: LONGEST[form],
    passageId,
  })),
  ...typedQuotes.map(({ quote }) => ({ quote, limit: LONGEST.running })),
];

/** A quotation of more words than a reader takes in at once. */
export const longQuotation: Rule = {
  level: 'hint',
  check: (memo) =>
    measured(memo).flatMap(({ quote, limit, passageId }): readonly Found[] => {
      const words = countWords(quote, memo.memo.head.language);
      if (words <= limit) return [];
      const where = limit === LONGEST.block ? 'as a block' : 'within a sentence';
      return [
        {
          place: { kind: 'text', words: quote, ...(passageId === undefined ? {} : { passageId }) },
          message: `The quotation ${inQuotationMarks(beginningOf(quote, OPENING_LENGTH))} has ${words} words. The house limit ${where} is ${limit}.`,
          subject: quote,
        },
      ];
    }),
};
