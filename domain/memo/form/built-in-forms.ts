/**
 * The forms that Precis comes with, after the standards of the field: the bottom line up front and the elements of an
 * analytic product (ICD 203, ICD 206), the situation report with the same headings in every issue, the annex of
 * evidence, the paper for a decision, the note on one article, and the dossier on one name. The words of the prompts
 * are our own, in each language that a memo can be printed in.
 */

import {
  type PrintedLanguage,
  type PrintedWords,
  printedLanguageOf,
  printedLanguages,
  wordsFor,
} from '../print/printed-words.ts';
import { chronologyWords } from '../print/when/print-when-in.ts';
import type { BuiltInFormId } from './built-in-form-ids.ts';
import type { Form, FormSection } from './form.ts';
import { USUAL_NUMBERING } from './numbering.ts';
import { arabic } from './words/arabic.ts';
import { chinese } from './words/chinese.ts';
import { dutch } from './words/dutch.ts';
import { english } from './words/english.ts';
import type { FormWords } from './words/form-words.ts';
import { french } from './words/french.ts';
import { german } from './words/german.ts';
import { hebrew } from './words/hebrew.ts';
import { italian } from './words/italian.ts';
import { polish } from './words/polish.ts';
import { portuguese } from './words/portuguese.ts';
import { russian } from './words/russian.ts';
import { spanish } from './words/spanish.ts';
import { ukrainian } from './words/ukrainian.ts';

const tables: Readonly<Record<PrintedLanguage, FormWords>> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  he: hebrew,
  it: italian,
  nl: dutch,
  pl: polish,
  pt: portuguese,
  ru: russian,
  uk: ukrainian,
  zh: chinese,
};

/** The texts of the forms in a language (BCP 47); in English for a language without a table. */
export const formWordsFor = (language: string): FormWords => tables[printedLanguageOf(language)];

/** Whether a section is the one for evidence, in whichever language it was begun. */
export const isEvidenceHeading = (heading: string): boolean =>
  Object.values(tables).some(({ evidence }) => evidence === heading);

type Kept = Partial<Pick<FormSection, 'role' | 'isRequired' | 'startsWith' | 'whenEmpty'>>;

const usual: Omit<Form, 'name' | 'sections' | 'language'> = {
  skippedRules: [],
  requiredFields: ['for', 'from'],
  numbering: USUAL_NUMBERING,
  letterhead: '',
  logo: null,
  printsKey: true,
  printsAnnex: false,
};

type Said = FormWords['blank'];
type Writer = {
  readonly words: FormWords;
  readonly section: (said: Said, kept?: Kept) => FormSection;
  /** With what its prompt ends. */
  readonly typing: (said: Said, hint: keyof FormWords['type']) => Said;
};

const writerOf = (words: FormWords, { sign }: PrintedWords): Writer => ({
  words,
  section: ([heading, prompt], kept = {}) => ({
    role: 'own',
    heading,
    prompt,
    whenEmpty: '',
    isRequired: false,
    startsWith: '',
    ...kept,
  }),
  typing: ([heading, prompt], hint) => [heading, `${prompt}${sign.gap}${words.type[hint]}`],
});

const bluf = ({ words, section, typing }: Writer): readonly FormSection[] => [
  section(words.bluf.bottomLine, { role: 'bottom-line' }),
  section(typing(words.bluf.judgements, 'judgement'), { role: 'key-judgements' }),
  section(typing(words.bluf.background, 'passage'), { role: 'background' }),
  section(words.bluf.analysis, { role: 'analysis' }),
  section(words.bluf.soWhat, { role: 'so-what' }),
  section(words.bluf.assumptions, { role: 'assumptions' }),
  section(words.bluf.alternatives, { role: 'alternatives' }),
  section(words.bluf.wouldChange, { role: 'would-change' }),
  section(words.bluf.changeSince, { role: 'change-since', startsWith: words.initialCoverage }),
  section(words.gaps, { role: 'gaps' }),
  section(words.sourceSummary, { role: 'source-summary' }),
];

/** A report has the same headings in every issue. */
const sitrep = ({ words, section, typing }: Writer): readonly FormSection[] => {
  const standing = (said: Said, kept: Kept = {}) => section(said, { whenEmpty: words.noChange, ...kept });
  return [
    standing(words.sitrep.highlights, { role: 'bottom-line' }),
    standing(words.sitrep.situation),
    standing(words.sitrep.changes),
    standing(words.sitrep.response),
    standing(words.gaps, { role: 'gaps' }),
    standing(typing(words.sitrep.outlook, 'judgement'), { role: 'key-judgements' }),
    standing(words.sitrep.actions),
  ];
};

const decision = ({ words, section, typing }: Writer): readonly FormSection[] => [
  section(words.decision.recommendation, { role: 'bottom-line', isRequired: true }),
  section(words.decision.issue, { isRequired: true }),
  section(typing(words.decision.background, 'passage'), { role: 'background' }),
  section(typing(words.decision.options, 'table'), { isRequired: true }),
  section(typing(words.decision.judgements, 'judgement'), { role: 'key-judgements' }),
  section(words.decision.risks),
  section(words.decision.nextSteps),
  section(words.sourceSummary, { role: 'source-summary' }),
];

const readingNote = ({ words, section }: Writer): readonly FormSection[] => [
  section(words.readingNote.says, { role: 'bottom-line', isRequired: true }),
  section(words.readingNote.isNew),
  section(words.readingNote.worth),
  section(words.readingNote.toDo),
];

const evidenceAnnex = ({ words, section, typing }: Writer): readonly FormSection[] => [
  section(words.annex.scope, { isRequired: true }),
  section(typing([words.evidence, words.annex.evidence], 'passage'), { isRequired: true }),
  section(words.gaps, { role: 'gaps' }),
  section(words.sourceSummary, { role: 'source-summary' }),
];

const dossier = ({ words, section, typing }: Writer, chronology: string): readonly FormSection[] => [
  section(words.dossier.name, { role: 'background' }),
  section(typing(words.dossier.positions, 'table')),
  section([chronology, words.dossier.chronology]),
  section(typing(words.dossier.says, 'passage')),
  section(typing(words.dossier.spokenOf, 'passage')),
  section(words.gaps, { role: 'gaps' }),
  section(words.sourceSummary, { role: 'source-summary' }),
];

const blank = ({ words, section, typing }: Writer): readonly FormSection[] => [
  section(typing(words.blank, 'passage')),
];

const formsIn = (language: PrintedLanguage): Readonly<Record<BuiltInFormId, Form>> => {
  const writer = writerOf(tables[language], wordsFor(language));
  const form = { ...usual, language };
  return {
    bluf: { ...form, name: 'BLUF', sections: [...bluf(writer)] },
    sitrep: {
      ...form,
      name: 'SITREP',
      requiredFields: ['for', 'from', 'period'],
      numbering: 'SR-{year}-{nn}',
      sections: [...sitrep(writer)],
    },
    decision: { ...form, name: 'Decision memo', sections: [...decision(writer)] },
    'reading-note': {
      ...form,
      name: 'Reading note',
      numbering: 'RN-{year}-{nnn}',
      requiredFields: [],
      printsKey: false,
      sections: [...readingNote(writer)],
    },
    'evidence-annex': {
      ...form,
      name: 'Evidence annex',
      numbering: 'EA-{year}-{nnn}',
      requiredFields: [],
      skippedRules: ['long-quotation'],
      sections: [...evidenceAnnex(writer)],
    },
    dossier: {
      ...form,
      name: 'Dossier',
      numbering: 'DO-{year}-{nnn}',
      requiredFields: [],
      skippedRules: ['long-quotation'],
      sections: [...dossier(writer, chronologyWords(language).heading)],
    },
    blank: { ...form, name: 'Blank', requiredFields: [], printsKey: false, sections: [...blank(writer)] },
  };
};

/** As they are offered: in English. */
export const builtInForms: Readonly<Record<BuiltInFormId, Form>> = formsIn('en');

const inEachLanguage = new Map(printedLanguages.map((language) => [language, formsIn(language)] as const));

/** A form in a language (BCP 47); of one without a table with English words. */
export const builtInForm = (id: BuiltInFormId, language: string): Form => ({
  ...(inEachLanguage.get(printedLanguageOf(language)) ?? builtInForms)[id],
  language,
});

/**
 * The place of a section in a form, known by its heading in whichever language it was begun; -1 where it is none of the
 * form, or has been renamed.
 */
export const placeInForm = (id: BuiltInFormId, heading: string): number =>
  Math.max(
    ...[...inEachLanguage.values()].map((forms) =>
      forms[id].sections.findIndex((section) => section.heading === heading),
    ),
  );

/** The prompt of an empty section in a memo that stores no words of its form. */
export const promptOfRole = (role: FormSection['role']): string =>
  builtInForms.bluf.sections.find((each) => each.role === role)?.prompt ?? 'Own words.';
