/** Rules on text between quotation marks, cited or typed. */
import { countWords } from '../../../article/draft/count-words.ts';
import type { PassageId } from '../../../ids.ts';
import { hasFrameWords } from '../../../reading/frame-words.ts';
import { beginningOf } from '../../../text/beginning-of.ts';
import { inQuotationMarks } from '../../../text/quotation-marks.ts';
import { printedSourceOf } from '../../citations/printed-source-of.ts';
import { OMISSION_WITHIN_MARKS } from '../../verbatim/omission-mark.ts';
import { type QuoteFault, quoteFaultTable } from '../../verbatim/quote-fault.ts';
import type { CheckedMemo } from '../checked-memo.ts';
import type { Found, Level } from '../finding.ts';
import type { Rule } from '../rule.ts';
import type { HeldQuote } from './hold-typed-quotes.ts';
import { quoteFaultWords } from './quote-fault-words.ts';
import { misquotesElsewhere, quotedWithoutCitation } from './uncited-quotes.ts';

type Misquote = {
  readonly passageId: PassageId | undefined;
  readonly quote: string;
  readonly fault: QuoteFault;
  /** Typed, and so perhaps a manner of speaking. */
  readonly typed: HeldQuote | null;
};

/** Of a passage that is said to have changed no more is said. */
const printedMisquotes = ({ faultyQuotes, citations }: CheckedMemo): readonly Misquote[] => {
  const changed = new Set(citations.flatMap(({ passageId, state }) => (state === 'ok' ? [] : passageId)));
  return faultyQuotes
    .filter(({ passageId }) => !changed.has(passageId))
    .flatMap(({ passageId, parts, faults }) =>
      faults.map((fault) => ({ passageId, quote: parts.join(OMISSION_WITHIN_MARKS), fault, typed: null })),
    );
};

const typedMisquotes = ({ typedQuotes, fieldQuotes }: CheckedMemo): readonly Misquote[] =>
  [...typedQuotes, ...fieldQuotes].flatMap((typed) =>
    (typed.best?.faults ?? []).map((fault) => ({
      passageId: typed.best?.passageId,
      quote: typed.quote,
      fault,
      typed,
    })),
  );

/** Words that occur nowhere may be a manner of speaking, unless they are attributed to somebody. */
const levelOf = ({ fault, typed }: Misquote): Level => {
  if (fault.kind === 'differs' && typed !== null) return typed.isSaid ? 'warning' : 'hint';
  const isUnsure = quoteFaultTable[fault.kind].isWarning === true || typed?.isOneWord === true;
  const isCut = fault.kind === 'cut-inside-word' || fault.kind === 'cut-inside-number';
  return isUnsure && !isCut ? 'warning' : 'error';
};

const toFound = (misquote: Misquote): Found => {
  const { passageId, quote, fault } = misquote;
  const { canBeOverruled } = quoteFaultTable[fault.kind];
  const level = levelOf(misquote);
  return {
    place: { kind: 'text', words: quote, ...(passageId === undefined ? {} : { passageId }) },
    message: `${inQuotationMarks(quote)}: ${quoteFaultWords(fault)}`,
    level,
    subject: canBeOverruled ? `${passageId} ${quote}` : null,
    ...(canBeOverruled ? { statedAs: fault.kind } : {}),
  };
};

/**
 * Words of a cited passage, or typed in quotation marks beside a citation, that its article does not contain
 * verbatim; and words quoted without a citation that an article of the archive contains nearly.
 */
export const quoteNotVerbatim: Rule = {
  level: 'error',
  check: (memo) => [
    ...[...printedMisquotes(memo), ...typedMisquotes(memo)].map(toFound),
    ...misquotesElsewhere(memo),
  ],
};

/** Words in quotation marks, and no citation in their paragraph. */
export const quotedNotCited: Rule = {
  level: 'warning',
  check: quotedWithoutCitation,
};

const givenToAnother = (words: string, { given, speaker, passageId }: Given): Found => ({
  place: { kind: 'text', words, passageId },
  message: `${inQuotationMarks(words)} is attributed to ${given} here, but to ${speaker} in the cited article.`,
  subject: `${passageId} ${given} ${speaker} ${words}`,
});

type Given = NonNullable<HeldQuote['misgiven']>;

/** Words that the memo or its citation gives to another than the cited article does. */
export const quoteOfAnotherSpeaker: Rule = {
  level: 'warning',
  check: ({ typedQuotes, fieldQuotes, misgivenCitations }) => [
    ...[...typedQuotes, ...fieldQuotes].flatMap(({ quote, other, misgiven }): readonly Found[] => {
      if (misgiven !== null) return [givenToAnother(quote, misgiven)];
      if (other === null) return [];
      return [
        {
          place: { kind: 'text', words: quote, passageId: other.passageId },
          message: `${inQuotationMarks(quote)} is attributed to ${other.speaker} in the cited article, not to the speaker of the cited passage.`,
          subject: `${other.passageId} ${other.speaker} ${quote}`,
        },
      ];
    }),
    ...misgivenCitations.map((each) => givenToAnother(each.words, each)),
  ],
};

/** A sentence that gives its quotation to somebody, or denies it, as the cited article does not. */
export const quoteFramedOtherwise: Rule = {
  level: 'hint',
  check: ({ typedQuotes, framedCitations, misgivenCitations }) => {
    const misgiven = new Set(misgivenCitations.map(({ passageId }) => passageId));
    return [
      ...typedQuotes.flatMap(({ quote, framed, misgiven: given, other }) =>
        framed === null || given !== null || other !== null ? [] : [{ ...framed, quote }],
      ),
      ...framedCitations.filter(({ passageId }) => !misgiven.has(passageId)),
    ].map(({ quote, own, sentence, passageId }) => ({
      place: { kind: 'text', words: quote, passageId },
      message: `The memo has ${inQuotationMarks(own)} with ${inQuotationMarks(quote)}. The cited article has: ${inQuotationMarks(sentence)}`,
      subject: `${passageId} ${own} ${quote}`,
    }));
  },
};

const languageNames = new Intl.DisplayNames(['en-GB'], { type: 'language' });

const quotedPassages = ({ printedQuotes, typedQuotes, fieldQuotes }: CheckedMemo): ReadonlySet<PassageId> =>
  new Set([
    ...printedQuotes.map(({ passageId }) => passageId),
    ...[...typedQuotes, ...fieldQuotes].flatMap(({ best }) => best?.passageId ?? []),
  ]);

/** Quotations of languages whose words nobody has listed: what they lose of their sentences is not looked at. */
export const quotationNotChecked: Rule = {
  level: 'hint',
  check: (memo) => {
    const quoted = quotedPassages(memo);
    const languages = memo.citations
      .filter(({ passageId }) => quoted.has(passageId))
      .flatMap(({ articleId }) => {
        const cited = memo.material.articles.get(articleId);
        const source = cited === undefined ? null : printedSourceOf(cited);
        return source === null ? [] : [source.text.reading.language];
      })
      .filter((language) => !hasFrameWords(language));
    return [...new Set(languages)].map((language) => {
      const name = language === 'und' ? 'unknown language' : (languageNames.of(language) ?? language);
      return {
        place: { kind: 'section', heading: name },
        message: `Quotations are not checked for lost context (${name}).`,
        subject: language,
      };
    });
  },
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
  ...typedQuotes.map(({ quote, isBlock }) => ({ quote, limit: isBlock ? LONGEST.block : LONGEST.running })),
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
