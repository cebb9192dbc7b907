import type { ArticleId } from '../../ids.ts';
import { ownWords } from '../../reading/own-words.ts';
import { originsOf } from '../../source/origins-of.ts';
import { inQuotationMarks } from '../../text/quotation-marks.ts';
import { confidenceTable } from '../../tradecraft/confidence.ts';
import { citedName } from '../citations/cited-name.ts';
import { keyOfCitation } from '../citations/list-citations.ts';
import type { CitedProvenance, MemoMaterial } from '../citations/memo-material.ts';
import { citingSentences } from '../content/citing-sentences.ts';
import { atJudgement, type CheckedJudgement } from './checked-memo.ts';
import {
  citationIncomplete,
  confirmedByNoOtherOrigin,
  contestedDate,
  disputedEvidence,
  evidenceChanged,
  presentOnOldEvidence,
  publishedAfterCutOff,
  quoteOfStruckWords,
  withdrawnEvidence,
} from './evidence-rules.ts';
import type { Found } from './finding.ts';
import {
  emptySections,
  figureNotDescribed,
  headIncomplete,
  listTooDeep,
  markingBelowEvidence,
  missingGlyphs,
  pictureMissing,
  referenceMissing,
  requiredSections,
} from './form-rules.ts';
import {
  certainOnWeakGrades,
  changesOutdated,
  confidenceWithoutReason,
  hedgeInJudgement,
  highConfidenceOnWeakGrades,
  judgementSaysAnotherConfidence,
  judgementSaysAnotherLikelihood,
  judgementWithoutCitation,
  judgementWithoutLikelihoodOrConfidence,
} from './judgement-rules.ts';
import { listWords, nameAll } from './name-all.ts';
import { numberAgainstCitation } from './number-against-citation.ts';
import {
  longQuotation,
  quotationNotChecked,
  quotedNotCited,
  quoteFramedOtherwise,
  quoteNotVerbatim,
  quoteOfAnotherSpeaker,
} from './quotes/quote-rules.ts';
import type { Rule } from './rule.ts';
import {
  likelihoodAndConfidenceInOneSentence,
  mixedLexicons,
  percentageAsLikelihood,
  termsNotRead,
} from './sentence-rules.ts';
import { tlp1Label, tlpMisspelt } from './tlp-1-label.ts';
import { foreignQuotation, machineQuoted } from './translation-rules.ts';
import { uncitedFact } from './uncited-fact.ts';

/** A judgement that relies on several sources, and what is known of their origins. */

/** What words rest on. */
type Resting = Pick<CheckedJudgement, 'cited'>;

const articlesOf = ({ cited }: Resting): readonly ArticleId[] => [
  ...new Set(cited.map(({ articleId }) => articleId)),
];

const namesOf = ({ articles }: MemoMaterial, ids: readonly ArticleId[]): readonly string[] =>
  ids.flatMap((id) => {
    const cited = articles.get(id);
    return cited === undefined ? [] : [citedName(cited)];
  });

const isOneText = ({ origins }: MemoMaterial, ids: readonly ArticleId[]): boolean =>
  new Set(ids.map((id) => origins?.textIds.get(id) ?? id)).size === 1;

/** Judgements that cite several articles which all carry the same text: they count as one source. */
const judgementOfOneText: Rule = {
  level: 'warning',
  check: ({ judgements, material }) =>
    judgements.flatMap((judgement): readonly Found[] => {
      const ids = articlesOf(judgement);
      if (ids.length < 2 || !isOneText(material, ids)) return [];
      return [
        {
          place: atJudgement(judgement),
          message: `Judgement ${judgement.number} cites ${nameAll(namesOf(material, ids))}, which have the same text: they are one source, not ${ids.length}.`,
          subject: `${judgement.id} ${ids.toSorted().join(' ')}`,
        },
      ];
    }),
};

/** The name of the one origin of all; null where there is more than one, or it is not known of each. */
const oneOrigin = ({ cited }: Resting, { origins }: MemoMaterial): string | null => {
  const known = cited.flatMap(({ passageId }) => origins?.provenance.get(passageId) ?? []);
  if (known.length < cited.length || originsOf(known).length !== 1) return null;
  return listWords(sharedNames(known));
};

const sharedNames = (known: readonly CitedProvenance[]): readonly string[] => {
  const [first, ...others] = known;
  return (first?.origins ?? [])
    .filter(({ id }) => others.every(({ origins }) => origins.some((origin) => origin.id === id)))
    .map(({ name }) => name);
};

/** What a judgement rests on, where it rests on one thing only; null where there are several, or none. */
const onlyBasis = (judgement: Resting, material: MemoMaterial): string | null => {
  const ids = articlesOf(judgement);
  if (ids.length === 1) return `one source, ${nameAll(namesOf(material, ids))}`;
  if (ids.length === 0) return null;
  if (isOneText(material, ids)) return 'one text';
  const origin = oneOrigin(judgement, material);
  return origin === null ? null : `one origin${origin === '' ? '' : `, ${origin}`}`;
};

/** High confidence that rests on one source or one origin. */
const highConfidenceOnOneOrigin: Rule = {
  level: 'warning',
  check: ({ judgements, material }) =>
    judgements.flatMap((judgement): readonly Found[] => {
      const basis = judgement.node.attrs.confidence === 'high' ? onlyBasis(judgement, material) : null;
      if (basis === null) return [];
      return [
        {
          place: atJudgement(judgement),
          message: `Judgement ${judgement.number} gives high confidence but rests on ${basis}. High means: ${confidenceTable.high} (US National Intelligence Council).`,
          subject: `${judgement.id} ${judgement.cited.map(({ passageId }) => passageId).join(' ')}`,
        },
      ];
    }),
};

/** "Several independent sources", by language: words that a reader understands as more than one origin. */
const independent: Readonly<Record<string, RegExp>> = {
  en: /\b(?:independent(?:ly)?|separate|unrelated)\s+(?:\p{L}+\s+)?(?:sources|reports|outlets|accounts|newspapers|papers|witnesses)\b|\bindependently\s+(?:confirmed|corroborated|verified|reported)\b/iu,
  de: /(?<!\p{L})(?:unabhängigen?|voneinander unabhängigen?)\s+(?:\p{L}+\s+)?(?:Quellen|Berichten?|Medien|Zeugen)(?!\p{L})|unabhängig voneinander/iu,
  fr: /(?:sources|médias|témoins|rapports)\s+(?:\p{L}+\s+)?indépendant(?:e)?s/iu,
  es: /(?:fuentes|medios|testigos|informes)\s+(?:\p{L}+\s+)?independientes/iu,
};

/** A sentence that speaks of independent sources and cites one text, or texts of one origin. */
const severalSourcesOfOneOrigin: Rule = {
  level: 'warning',
  check: ({ memo, prose, citations, material }) => {
    const words = independent[memo.head.language.split('-', 1)[0] ?? ''] ?? independent.en;
    const own = prose.filter(({ isQuoted }) => !isQuoted);
    return own.flatMap(({ inline }): readonly Found[] =>
      citingSentences(inline, memo.head.language).flatMap(({ text, cited }): readonly Found[] => {
        const keys = new Set(cited.map(keyOfCitation));
        const basis = onlyBasis(
          { cited: citations.filter((each) => keys.has(keyOfCitation(each))) },
          material,
        );
        if (words?.test(ownWords(text)) !== true || basis === null) return [];
        return [
          {
            place: { kind: 'text', words: text },
            message: `${inQuotationMarks(text)} speaks of several sources but cites ${basis}.`,
            subject: text,
          },
        ];
      }),
    );
  },
};

export const rules = {
  'missing-glyph': missingGlyphs,
  'picture-missing': pictureMissing,
  'reference-missing': referenceMissing,
  'figure-not-described': figureNotDescribed,
  'quote-not-verbatim': quoteNotVerbatim,
  'machine-quoted': machineQuoted,
  'evidence-changed': evidenceChanged,
  'marking-below-evidence': markingBelowEvidence,
  'tlp-1-label': tlp1Label,
  'tlp-misspelt': tlpMisspelt,
  'head-incomplete': headIncomplete,
  'required-sections': requiredSections,
  'published-after-cut-off': publishedAfterCutOff,
  'present-on-old-evidence': presentOnOldEvidence,
  'number-against-citation': numberAgainstCitation,
  'judgement-without-likelihood-or-confidence': judgementWithoutLikelihoodOrConfidence,
  'judgement-without-citation': judgementWithoutCitation,
  'judgement-says-another-likelihood': judgementSaysAnotherLikelihood,
  'judgement-says-another-confidence': judgementSaysAnotherConfidence,
  'changes-outdated': changesOutdated,
  'confidence-without-reason': confidenceWithoutReason,
  'high-confidence-on-one-origin': highConfidenceOnOneOrigin,
  'certain-on-weak-grades': certainOnWeakGrades,
  'high-confidence-on-weak-grades': highConfidenceOnWeakGrades,
  'hedge-in-judgement': hedgeInJudgement,
  'judgement-of-one-text': judgementOfOneText,
  'several-sources-of-one-origin': severalSourcesOfOneOrigin,
  'confirmed-by-no-other-origin': confirmedByNoOtherOrigin,
  'withdrawn-evidence': withdrawnEvidence,
  'disputed-evidence': disputedEvidence,
  'contested-date': contestedDate,
  'likelihood-and-confidence-in-one-sentence': likelihoodAndConfidenceInOneSentence,
  'mixed-lexicons': mixedLexicons,
  'terms-not-read': termsNotRead,
  'percentage-as-likelihood': percentageAsLikelihood,
  'quote-of-struck-words': quoteOfStruckWords,
  'quoted-not-cited': quotedNotCited,
  'quote-of-another-speaker': quoteOfAnotherSpeaker,
  'quote-framed-otherwise': quoteFramedOtherwise,
  'long-quotation': longQuotation,
  'quotation-not-checked': quotationNotChecked,
  'foreign-quotation': foreignQuotation,
  'citation-incomplete': citationIncomplete,
  'uncited-fact': uncitedFact,
  'list-too-deep': listTooDeep,
  'empty-sections': emptySections,
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof rules;

/** The names of all rules, in their order. */
export const ruleIds = Object.keys(rules) as readonly RuleId[];
