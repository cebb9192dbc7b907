/** Every rule of the checks by its name, in the order in which their findings are told. */
import { citationIncomplete } from './evidence/citation-incomplete.ts';
import { confirmedByNoOtherOrigin } from './evidence/confirmed-by-no-other-origin.ts';
import { disputedEvidence } from './evidence/disputed-evidence.ts';
import { evidenceChanged } from './evidence/evidence-changed.ts';
import { numberAgainstCitation } from './evidence/number-against-citation.ts';
import { presentOnOldEvidence } from './evidence/present-on-old-evidence.ts';
import { publishedAfterCutOff } from './evidence/published-after-cut-off.ts';
import { quoteOfStruckWords } from './evidence/quote-of-struck-words.ts';
import { emptySections } from './form/empty-sections.ts';
import { figureNotDescribed, pictureMissing } from './form/figure-rules.ts';
import { headIncomplete } from './form/head-incomplete.ts';
import { listTooDeep } from './form/list-too-deep.ts';
import { markingBelowEvidence } from './form/marking-below-evidence.ts';
import { missingGlyphs } from './form/missing-glyphs.ts';
import { requiredSections } from './form/required-sections.ts';
import { certainOnWeakGrades, highConfidenceOnWeakGrades } from './judgements/certain-on-weak-grades.ts';
import { changesOutdated } from './judgements/changes-outdated.ts';
import {
  confidenceWithoutReason,
  hedgeInJudgement,
  judgementSaysAnotherConfidence,
  judgementSaysAnotherLikelihood,
  judgementWithoutCitation,
  judgementWithoutLikelihoodOrConfidence,
} from './judgements/judgement-rules.ts';
import {
  highConfidenceOnOneOrigin,
  judgementOfOneText,
  severalSourcesOfOneOrigin,
} from './judgements/origin-rules.ts';
import {
  longQuotation,
  quotationNotChecked,
  quotedNotCited,
  quoteNotVerbatim,
  quoteOfAnotherSpeaker,
} from './quotes/quote-rules.ts';
import type { Rule } from './rule.ts';
import {
  likelihoodAndConfidenceInOneSentence,
  mixedLexicons,
  percentageAsLikelihood,
} from './wording/sentence-rules.ts';
import { tlp1Label, tlpMisspelt } from './wording/tlp-1-label.ts';
import { uncitedFact } from './wording/uncited-fact.ts';

export const rules = {
  'missing-glyph': missingGlyphs,
  'picture-missing': pictureMissing,
  'figure-not-described': figureNotDescribed,
  'quote-not-verbatim': quoteNotVerbatim,
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
  'disputed-evidence': disputedEvidence,
  'likelihood-and-confidence-in-one-sentence': likelihoodAndConfidenceInOneSentence,
  'mixed-lexicons': mixedLexicons,
  'percentage-as-likelihood': percentageAsLikelihood,
  'quote-of-struck-words': quoteOfStruckWords,
  'quoted-not-cited': quotedNotCited,
  'quote-of-another-speaker': quoteOfAnotherSpeaker,
  'long-quotation': longQuotation,
  'quotation-not-checked': quotationNotChecked,
  'citation-incomplete': citationIncomplete,
  'uncited-fact': uncitedFact,
  'list-too-deep': listTooDeep,
  'empty-sections': emptySections,
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof rules;

/** The names of all rules, in their order. */
export const ruleIds = Object.keys(rules) as readonly RuleId[];
