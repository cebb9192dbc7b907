import { expect, test } from 'vitest';
import type { MemoFinding } from '#domain/contract/memo.ts';
import type { Level } from '#domain/memo/checks/finding.ts';
import { type RuleId, ruleIds } from '#domain/memo/checks/rule-table.ts';
import { type CitedOrigins, noLineage } from '#domain/memo/citations/memo-material.ts';
import type { MissingGlyph } from '#domain/memo/document/missing-glyph.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import type { Form } from '#domain/memo/form/form.ts';
import type { MemoHead } from '#domain/memo/memo.ts';
import type { JudgementAttrs, MemoBlock, MemoInline, MemoSection } from '#domain/memo/memo-content.ts';
import type { FrozenJudgement } from '#domain/memo/snapshot/snapshot.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Provenance } from '#domain/source/compare-origins.ts';
import { noTraces } from '#domain/source/traces.ts';
import { calendarDateSchema, statedDateSchema } from '#domain/time.ts';
import { contestedEvent, contradiction } from '../../../../support/archive/against-evidence.ts';
import { inTrash, onWithdrawnArticle } from '../../../../support/archive/lost-evidence.ts';
import { newSampleId } from '../../../../support/archive/sample-ids.ts';
import { findingsOf } from '../../../../support/memo/check-memo.ts';
import { machine, translate, withTranslation } from '../../../../support/memo/translated-article.ts';
import { materialOf, type WrittenArticle, writeArticle } from '../../../../support/memo/written-article.ts';
import {
  changesTable,
  cite,
  judgement,
  paragraph,
  quoteBlock,
  section,
  see,
  writeMemo,
} from '../../../../support/memo/written-memo.ts';
import {
  figureOf,
  picturesOf,
  type WrittenPicture,
  writePicture,
} from '../../../../support/pictures/written-figure.ts';

type Written = {
  readonly blocks?: readonly MemoBlock[];
  readonly sections?: readonly MemoSection[];
  readonly head?: Partial<MemoHead>;
  readonly articles?: readonly WrittenArticle[];
  readonly origins?: Partial<CitedOrigins>;
  readonly glyphs?: readonly MissingGlyph[];
  /** What the memo that it supersedes judged. */
  readonly judgementsBefore?: readonly FrozenJudgement[];
  /** The pictures that are there; left out where nobody has looked. */
  readonly pictures?: readonly WrittenPicture[];
  readonly form?: Form;
};

type Example = {
  readonly level: Level;
  readonly violating: Written;
  /** What the finding says; its whole words, but for those of other examples. */
  readonly says: string;
  readonly clean: Written;
};

const long = Array.from({ length: 45 }, (_, at) => `word${at}`).join(' ');
const article = writeArticle(
  ['The envoy “will warn firms” on the list.', 'The port did not close on that day.', long],
  ['will warn firms', 'The port did not close on that day', long],
);
const other = writeArticle(['The yards were rebuilt.'], ['The yards were rebuilt'], {
  bibliography: { title: 'Yards' },
});
const graded = (reliability: 'B' | 'F', credibility: 2 | 4 | 6): WrittenArticle => {
  const grade = { reliability, credibility } as const;
  return writeArticle(['It is said so.'], [{ quote: 'It is said so', passage: { grade } }]);
};
const [weak, strong] = [graded('F', 4), graded('B', 2)];
const old = writeArticle(['The port closes in winter.'], ['The port closes'], {
  bibliography: { publishedAt: statedDateSchema.parse('2019-04-02') },
});
const counted = writeArticle(['The board said 245 containers were moved.'], ['245 containers']);
const thai = writeArticle(['ท่าเรือปิดแล้ว'], ['ท่าเรือปิดแล้ว'], { bibliography: { language: 'th' } });
const marked: WrittenArticle = {
  ...article,
  cited: { ...article.cited, about: { ...article.cited.about, marking: { kind: 'tlp', label: 'TLP:RED' } } },
};
const struck = ((): WrittenArticle => {
  const { text } = article.cited;
  if (text === null) throw new Error('the text is there');
  const at = text.index.text.indexOf('warn');
  return {
    ...article,
    cited: { ...article.cited, text: { ...text, struck: [{ start: at, end: at + 'warn'.length }] } },
  };
})();
const bare = writeArticle(['A is said.'], ['A is'], { bibliography: { title: 'Port news', url: null } });
const spoken = writeArticle(
  ['Antony Blinken said “the list is long”.', '“We see no threat,” Sergei Lavrov said.'],
  ['the list is long', 'We see no threat'],
);

const german = writeArticle(['Der Hafen ist geschlossen.'], ['Der Hafen ist geschlossen'], {
  bibliography: { language: 'de' },
});
const byMachine = translate(german, ['The port is closed'], machine);

const passageOf = ({ passages }: WrittenArticle): Passage => {
  const [first] = passages;
  if (first === undefined) throw new Error('the article has a passage');
  return first;
};
const comes = (from: WrittenArticle, origin: string): Provenance => ({
  id: passageOf(from).id,
  isSpoken: false,
  traces: noTraces,
  relations: [],
  articleId: from.cited.article.id,
  textId: from.cited.article.id,
  origins: [{ id: passageOf(from).id as never, name: origin }],
});
/** Both cited articles, as of the origins that are named. */
const from = (one: string, two: string): Partial<CitedOrigins> => {
  const first = comes(article, one);
  const second = one === two ? { ...comes(other, two), origins: first.origins } : comes(other, two);
  return {
    provenance: new Map([
      [passageOf(article).id, first],
      [passageOf(other).id, second],
    ]),
  };
};

const why = { confidenceReason: 'one line' };
const two = [cite(article, 0), cite(other, 0)] as const;
const high = judgement(['It is likely to go on.', ...two], { ...why, confidence: 'high' });
const almost = (of: WrittenArticle): Written => ({
  blocks: [judgement(['It goes on.', cite(of, 0)], { ...why, likelihood: 'almost-certain' })],
  articles: [of],
});
const nested = (levels: number): MemoBlock => ({
  type: 'orderedList',
  content: [{ type: 'listItem', content: [paragraph('So.'), ...(levels > 1 ? [nested(levels - 1)] : [])] }],
});
const judged = judgement(['It goes on.'], why);
/** A correction that makes something likely which was very unlikely, and what its table calls that. */
const outdated = (is: string): Written => ({
  sections: [section('key-judgements', 'Key judgements', judged), changesTable(is)],
  judgementsBefore: [
    {
      ...{ id: judged.attrs.id, number: 1, statement: 'It goes on.' },
      ...{ likelihood: 'very unlikely', confidence: 'moderate' },
    },
  ],
});
type Part = string | MemoInline;
const askedFor = (...parts: readonly Part[]) => ({
  type: 'section' as const,
  attrs: {
    ...{ role: 'own' as const, heading: 'Options' },
    guide: { prompt: 'What speaks for each.', whenEmpty: '', isRequired: true },
  },
  content: [paragraph(...parts)],
});
const says = (...parts: readonly Part[]): Written => ({ blocks: [paragraph(...parts)] });
const judges = (statement: string, attrs: Partial<JudgementAttrs> = {}): Written => ({
  blocks: [judgement([statement, cite(article, 0)], { ...why, ...attrs })],
});
const dated = (day: string): Written => ({
  ...says('So.', cite(article, 0)),
  head: { asOf: calendarDateSchema.parse(day) },
});
const against = (origins: Partial<CitedOrigins>): Written => ({ ...says('So.', cite(article, 0)), origins });

const picture = writePicture(40, 30);
const otherPicture = writePicture(30, 40);

/** Every rule with a memo that violates it and one that does not: a rule without both does not compile. */
const examples: Readonly<Record<RuleId, Example>> = {
  'missing-glyph': {
    level: 'error',
    violating: { ...says('港'), glyphs: [{ character: '港', codePoint: 'U+6E2F', place: 'Analysis' }] },
    says: 'No font has 港 (U+6E2F) in “Analysis”. Remove the character, or print its number.',
    clean: says('港'),
  },
  'picture-missing': {
    level: 'error',
    violating: { blocks: [figureOf(picture), figureOf(otherPicture)], pictures: [picture] },
    says: `The picture of figure 2 is missing or was replaced: “${otherPicture.sha256.slice(0, 12)}….png” in the folder of the memo. Insert it again, or restore it from a backup.`,
    clean: { blocks: [figureOf(picture), figureOf(otherPicture)], pictures: [picture, otherPicture] },
  },
  'reference-missing': {
    level: 'error',
    violating: says('As in ', see('table', newSampleId()), '.'),
    says: 'A cross reference points at nothing: “As in [reference missing].”. Insert it again, or remove it.',
    clean: { blocks: [paragraph('As in ', see('judgement', judged.attrs.id), '.'), judged] },
  },
  'figure-not-described': {
    level: 'error',
    violating: { blocks: [figureOf(picture, { alt: ' ' })], pictures: [picture] },
    says: 'Figure 1 has no description. Say what it shows, for readers who can’t see it (PDF/UA-1).',
    clean: { blocks: [figureOf(picture, { caption: '', source: '' })], pictures: [picture] },
  },
  'quote-not-verbatim': {
    level: 'error',
    violating: says('He says “The port did […] close on that day” ', cite(article, 1)),
    says: '“The port did […] close on that day”: “not” is left out, which reverses the meaning. Quote it too.',
    clean: says('He says “The port did not close on that day” ', cite(article, 1)),
  },
  'evidence-changed': {
    level: 'error',
    violating: { ...says('So.', cite(inTrash, 0)), articles: [inTrash] },
    says: 'A cited passage of “Envoy carries a sanctions warning to Beijing” is in the trash. Check the passage, then cite it as it reads now or remove the citation.',
    clean: says('So.', cite(article, 0)),
  },
  'marking-below-evidence': {
    level: 'error',
    violating: { ...says('So.', cite(marked, 0)), articles: [marked] },
    says: '“Envoy carries a sanctions warning to Beijing” is marked TLP:RED: mark the memo at least as high.',
    clean: {
      ...says('So.', cite(marked, 0)),
      articles: [marked],
      head: { marking: { kind: 'tlp', label: 'TLP:RED' } },
    },
  },
  'tlp-1-label': {
    level: 'warning',
    violating: says('It may be shown to all (TLP: White).'),
    says: '“TLP: White” is a label of TLP 1. In TLP 2.0 it is TLP:CLEAR.',
    clean: says('It may be shown to all (TLP:CLEAR); the White House knows.'),
  },
  'tlp-misspelt': {
    level: 'warning',
    violating: says('It is marked TLP: AMBER.'),
    says: '“TLP: AMBER” is spelt TLP:AMBER in TLP 2.0, without a space and in capitals.',
    clean: says('It is marked TLP:AMBER+STRICT, by the rules of TLP 2.0.'),
  },
  'head-incomplete': {
    level: 'warning',
    violating: { ...says('So.'), head: { for: ' ' } },
    says: '“For” is empty.',
    clean: says('So.'),
  },
  'published-after-cut-off': {
    level: 'warning',
    violating: dated('2024-04-21'),
    says: '“Envoy carries a sanctions warning to Beijing” was published on 22 April 2024, after the information cut-off of 21 April 2024.',
    clean: dated('2024-04-22'),
  },
  'present-on-old-evidence': {
    level: 'warning',
    violating: {
      blocks: [judgement(['The port is likely to close.', cite(old, 0)], why)],
      articles: [old],
    },
    says: 'Judgement 1 speaks of the present, but its newest evidence is from 2 April 2019. Cite newer evidence, or say as of when it holds.',
    clean: judges('The port is likely to close.'),
  },
  'number-against-citation': {
    level: 'warning',
    violating: { ...says('The board moved 254 containers.', cite(counted, 0)), articles: [counted] },
    says: '“254 containers” is next to a citation that says “245 containers were”.',
    clean: { ...says('The board moved about 250 containers.', cite(counted, 0)), articles: [counted] },
  },
  'judgement-without-likelihood-or-confidence': {
    level: 'warning',
    violating: judges('It goes on.', { likelihood: null }),
    says: 'Judgement 1 has no likelihood.',
    clean: judges('It goes on.'),
  },
  'judgement-without-citation': {
    level: 'warning',
    violating: { blocks: [judgement(['It stops.', cite(article, 0)], why), judgement(['It goes on.'], why)] },
    says: 'Judgement 2 has no citation. ICD 206 asks you to cite what a judgement rests on.',
    clean: judges('It goes on.'),
  },
  'judgement-says-another-likelihood': {
    level: 'error',
    violating: judges('It is very likely to stop.', { likelihood: 'unlikely' }),
    says: 'Judgement 1 is set to “unlikely” but says “very likely”.',
    clean: judges('It is unlikely to stop.', { likelihood: 'unlikely' }),
  },
  'judgement-says-another-confidence': {
    level: 'warning',
    violating: judges('It goes on. We have low confidence in this judgement.'),
    says: 'Judgement 1 gives moderate confidence, but the text says “low”.',
    clean: judges('It goes on. We have moderate confidence in this judgement.'),
  },
  'changes-outdated': {
    level: 'error',
    violating: outdated('unchanged'),
    says: 'The table of changes calls judgement 1 unchanged. It was “very unlikely; moderate confidence” and is “likely; moderate confidence”. Choose “Update change table”.',
    clean: outdated('likely'),
  },
  'confidence-without-reason': {
    level: 'warning',
    violating: judges('It goes on.', { confidenceReason: ' ' }),
    says: 'Judgement 1 gives moderate confidence but no reason. ICD 203 asks for the basis of uncertainty to be explained.',
    clean: judges('It goes on.'),
  },
  'high-confidence-on-one-origin': {
    level: 'warning',
    violating: { blocks: [high], origins: from('State', 'State') },
    says: 'Judgement 1 gives high confidence but rests on one origin, State. High means: high-quality information, or the nature of the issue makes a solid judgment possible; not a certainty (US National Intelligence Council).',
    clean: { blocks: [high], origins: from('State', 'Institute') },
  },
  'certain-on-weak-grades': {
    level: 'warning',
    violating: almost(weak),
    says: 'Judgement 1 says “almost certain”, but all its graded evidence is F4 (reliability cannot be judged; doubtful).',
    clean: almost(strong),
  },
  'high-confidence-on-weak-grades': {
    level: 'warning',
    violating: {
      blocks: [judgement(['It goes on.', cite(weak, 0)], { ...why, confidence: 'high' })],
      articles: [weak],
    },
    says: 'Judgement 1 gives high confidence, but all its graded evidence is F4 (reliability cannot be judged; doubtful).',
    clean: {
      blocks: [judgement(['It goes on.', cite(strong, 0)], { ...why, confidence: 'high' })],
      articles: [strong],
    },
  },
  'hedge-in-judgement': {
    level: 'warning',
    violating: judges('The port may close.'),
    says: 'Judgement 1 says “may”, which is not a term of ICD 203 and states no likelihood.',
    clean: judges('The port, whose chief said it “may” close, is likely to close in May.'),
  },
  'judgement-of-one-text': {
    level: 'warning',
    violating: {
      blocks: [judgement(['It is likely.', ...two], why)],
      origins: {
        textIds: new Map([article, other].map(({ cited }) => [cited.article.id, article.cited.article.id])),
      },
    },
    says: 'Judgement 1 cites “Envoy carries a sanctions warning to Beijing” and “Yards”, which have the same text: they are one source, not 2.',
    clean: { blocks: [judgement(['It is likely.', ...two], why)], origins: {} },
  },
  'several-sources-of-one-origin': {
    level: 'warning',
    violating: says('Several independent sources say so.', cite(article, 0)),
    says: '“Several independent sources say so.” speaks of several sources but cites one source, “Envoy carries a sanctions warning to Beijing”.',
    clean: says('Several independent sources say so.', ...two),
  },
  'confirmed-by-no-other-origin': {
    level: 'warning',
    violating: { ...says('So.', cite(other, 0)), origins: { unconfirmed: new Set([passageOf(other).id]) } },
    says: 'A passage of “Yards” is graded 1 (confirmed), but no passage of another origin supports it. Link one, or give a reason in the grade.',
    clean: { ...says('So.', cite(other, 0)), origins: {} },
  },
  'withdrawn-evidence': onWithdrawnArticle,
  'disputed-evidence': {
    level: 'warning',
    violating: against({ disputes: [contradiction(passageOf(article).id)] }),
    says: 'A passage of “Yards” contradicts a cited one, but the memo does not cite it: “It did close”. Under ICD 206, a source summary names what conflicts.',
    clean: against({ disputes: [] }),
  },
  'contested-date': {
    level: 'warning',
    // Two passages of one event are told once.
    violating: against({ contested: Array(2).fill(contestedEvent(passageOf(article).id)) }),
    says: 'The event “Firms named” of a cited passage is dated 19 April 2024; passages also give 18 April 2024 (“Yards”). Say which date you use, and why.',
    clean: against({ contested: [] }),
  },
  'likelihood-and-confidence-in-one-sentence': {
    level: 'warning',
    violating: says('We judge with high confidence that it is likely. It ends.'),
    says: 'Likelihood and confidence are in one sentence (ICD 203 keeps them apart): “We judge with high confidence that it is likely.”',
    clean: says('It is likely. Our confidence is high.'),
  },
  'mixed-lexicons': {
    level: 'warning',
    violating: says('It is probable, and a stop is highly unlikely.'),
    says: 'Words of another likelihood scale: probable, highly unlikely.',
    clean: says('It is likely, and a stop is very unlikely.'),
  },
  'terms-not-read': {
    level: 'hint',
    violating: { ...judges('Der Hafen öffnet wieder.'), head: { language: 'de' } },
    says: 'Likelihood and confidence in the text are not checked in German, only in English. What is chosen beside each judgement is checked.',
    clean: { ...judges('The port opens again.'), head: { language: 'en-GB' } },
  },
  'percentage-as-likelihood': {
    level: 'warning',
    violating: says('A stop is likely (70 %).', cite(article, 0)),
    says: '“likely (70 %)” says likelihood as a percentage. ICD 203 uses terms, and each term stands for its range.',
    clean: says('A stop is likely (55 to 80 %), and trade is likely to fall by 30 %.', cite(article, 0)),
  },
  'quote-of-struck-words': {
    level: 'warning',
    violating: { ...says('So.', cite(struck, 0)), articles: [struck] },
    says: 'A cited passage contains words that its article strikes out: “warn”. The quotation prints them as valid.',
    clean: says('So.', cite(article, 0)),
  },
  'quoted-not-cited': {
    level: 'warning',
    violating: says('They “will warn firms” soon.'),
    says: '“will warn firms” is quoted, but not cited.',
    clean: says('They “will warn firms” soon.', cite(article, 0)),
  },
  'quote-of-another-speaker': {
    level: 'warning',
    violating: { ...says('Blinken said “We see no threat” ', cite(spoken, 0)), articles: [spoken] },
    says: '“We see no threat” is attributed to Blinken here, but to Sergei Lavrov in the cited article.',
    clean: { ...says('Lavrov said “We see no threat” ', cite(spoken, 1)), articles: [spoken] },
  },
  'quote-framed-otherwise': {
    level: 'hint',
    violating: says('The ministry has denied that “The yards were rebuilt” ', cite(other, 0)),
    says: 'The memo has “The ministry has denied that” with “The yards were rebuilt”. The cited article has: “The yards were rebuilt.”',
    clean: says('In spring “The yards were rebuilt” ', cite(other, 0)),
  },
  'long-quotation': {
    level: 'hint',
    violating: says('So.', cite(article, 2, 'whole')),
    says: 'The quotation “word0 word1 word2 word3 word4 word5 word6 word7 wo…” has 45 words. The house limit within a sentence is 40.',
    clean: { blocks: [quoteBlock(article, 2), paragraph('So.', cite(article, 2, 'paraphrase'))] },
  },
  'quotation-not-checked': {
    level: 'hint',
    violating: { blocks: [quoteBlock(thai, 0)], articles: [thai] },
    says: 'Quotations are not checked for lost context (Thai).',
    clean: { blocks: [quoteBlock(article, 0)] },
  },
  'foreign-quotation': {
    level: 'hint',
    violating: { blocks: [quoteBlock(german, 0)], articles: [german] },
    says: 'A quotation of “Envoy carries a sanctions warning to Beijing” is in German, without a translation.',
    clean: { blocks: [withTranslation(quoteBlock(byMachine, 0), byMachine)], articles: [byMachine] },
  },
  'machine-quoted': {
    level: 'error',
    violating: {
      blocks: [withTranslation(quoteBlock(byMachine, 0), byMachine)],
      articles: [byMachine],
      form: { ...builtInForms.bluf, originals: 'none' },
    },
    says: 'A machine translation of “Envoy carries a sanctions warning to Beijing” is quoted without its original. Print the original, paraphrase it, or check the translation and take it as yours.',
    clean: { blocks: [withTranslation(quoteBlock(byMachine, 0), byMachine)], articles: [byMachine] },
  },
  'citation-incomplete': {
    level: 'warning',
    violating: { ...says('So.', cite(bare, 0)), articles: [bare] },
    says: '“Port news” has no URL.',
    clean: says('So.', cite(article, 0)),
  },
  'uncited-fact': {
    level: 'hint',
    violating: says('The port closed on Monday.'),
    says: 'A paragraph with a date has no citation: “The port closed on Monday.”',
    clean: says('The port closed on Monday.', cite(article, 0)),
  },
  'list-too-deep': {
    level: 'warning',
    violating: { blocks: [nested(21)] },
    says: 'A list in “Analysis” has more than 20 levels. Deeper levels are printed as the last one.',
    clean: { blocks: [nested(20)] },
  },
  'required-sections': {
    level: 'warning',
    violating: { sections: [askedFor(), section('gaps', 'Gaps')] },
    says: 'The form asks for “Options”, which is empty.',
    clean: { sections: [askedFor('None.')] },
  },
  'empty-sections': {
    level: 'hint',
    violating: { sections: [section('background', 'Background'), section('gaps', 'Gaps')] },
    says: '“Background” and “Gaps” are empty and will not be printed.',
    clean: says('So.'),
  },
};

const found = (rule: RuleId, written: Written): readonly MemoFinding[] => {
  const { blocks = [], sections, head = {}, articles = [article, other], glyphs = [] } = written;
  const { origins, pictures, judgementsBefore, form } = written;
  const memo = writeMemo(sections ?? [section('analysis', 'Analysis', ...blocks)], head);
  const none = { textIds: new Map(), unconfirmed: new Set([]), provenance: new Map(), disputes: [] };
  const material = {
    ...materialOf(articles),
    ...(pictures === undefined ? {} : { pictures: picturesOf(...pictures) }),
    ...(origins === undefined ? {} : { origins: { ...none, ...origins } }),
    ...(form === undefined ? {} : { form }),
    ...(judgementsBefore === undefined ? {} : { lineage: { ...noLineage, judgementsBefore } }),
  };
  return findingsOf(memo, material, glyphs).filter((finding) => finding.rule === rule);
};

test.each(ruleIds)('%s finds what violates it, says it in words, and nothing in what is clean', (rule) => {
  const { violating, clean, says: words, level } = examples[rule];
  expect(found(rule, violating).map(({ level: at, message }) => [at, message])).toEqual([[level, words]]);
  expect(found(rule, clean)).toEqual([]);
});

test.each(ruleIds)('%s lets its finding stand for a reason, unless it keeps the memo back', (rule) => {
  const [finding] = found(rule, examples[rule].violating);
  const canStand = ['quote-not-verbatim', 'judgement-says-another-likelihood'].includes(rule);
  expect(finding?.key === null).toBe(examples[rule].level === 'error' && !canStand);
});
