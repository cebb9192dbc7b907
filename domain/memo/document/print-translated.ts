/** How a translated quotation is printed: its words, whose they are, and the original as the form has it. */
import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import { quotesOf } from '../../passage/passage.ts';
import { capital } from '../../text/capital.ts';
import { nameOfLanguage, printMaker } from '../../translation/print-translation.ts';
import { isMachineMade } from '../../translation/translation.ts';
import { publicationOf } from '../citations/attribution.ts';
import { citedName } from '../citations/cited-name.ts';
import {
  asCitedTranslation,
  type CitedTranslation,
  inMarksOf,
  layTranslation,
} from '../citations/cited-translation.ts';
import type { CitedPassage } from '../citations/list-citations.ts';
import { printedSourceOf } from '../citations/printed-source-of.ts';
import type { ForeignWords, Run } from '../document-run.ts';
import type { QuotationBlock } from '../memo-document.ts';
import { printPublished } from '../print/print-date.ts';
import { printLed } from '../print/printed-words.ts';
import { blockPartsOf, keptAsCited } from '../verbatim/kept/cut-kept.ts';
import { type LaidQuote, layPassage, printLaid } from '../verbatim/print-quote.ts';
import { type Evidence, type PrintScope, plain, quoteRuns, voiceIn, voiceOf } from './print-scope.ts';

const languageOf = ({ cited }: Evidence): string | null =>
  effectiveBibliography(cited.article, cited.about).language ?? cited.guessedLanguage ?? null;

/** The original as it is laid, in the marks of its language. */
const originalOf = (citation: CitedPassage, evidence: Evidence, scope: PrintScope): LaidQuote => {
  const { cited, passage } = evidence;
  const kept = keptAsCited(citation, passage, scope.sha256);
  return inMarksOf(languageOf(evidence), layPassage(passage, printedSourceOf(cited), kept));
};

/** "German; translated by the analyst" */
const sayOrigin = (evidence: Evidence, translation: CitedTranslation, { words }: PrintScope): string => {
  const language = languageOf(evidence);
  const maker = printMaker(translation.maker, words);
  return language === null ? maker : `${nameOfLanguage(language, words)}${words.sign.semicolon}${maker}`;
};

/** "(machine translation, not checked)": marks words that no reader may attribute to a person. */
export const machineNote = (
  translation: CitedTranslation | null,
  { words }: Pick<PrintScope, 'words'>,
): readonly Run[] =>
  translation !== null && isMachineMade(translation)
    ? [
        plain(
          words.sign.bracketed(
            `${words.translation.machine}${words.sign.comma}${words.translation.notChecked}`,
          ),
        ),
      ]
    : [];

const foreign = (laid: LaidQuote, evidence: Evidence, scope: PrintScope): ForeignWords => ({
  text: printLaid(laid),
  ...voiceOf(quotesOf(evidence.passage).join('\n'), evidence.cited, scope),
});

/** Behind the translated words: the original where the form wants it, and who translated. */
const originalRuns = (
  citation: CitedPassage,
  evidence: Evidence,
  translation: CitedTranslation,
  scope: PrintScope,
): readonly Run[] => {
  const { words } = scope;
  const { comma, semicolon, stop, colon } = words.sign;
  const maker = printMaker(translation.maker, words);
  if (scope.originals === 'none') return [plain(` (${maker})`)];
  const laid = originalOf(citation, evidence, scope);
  if (scope.originals === 'below') {
    const language = languageOf(evidence);
    const lead = language === null ? '' : printLed(`${nameOfLanguage(language, words)}${colon}`, '');
    const quote = quoteRuns(laid, citation, scope, (text) => voiceOf(text, evidence.cited, scope));
    return [plain(` (${lead}`), ...quote, plain(`${semicolon}${maker})`)];
  }
  const { article, about } = evidence.cited;
  const carrier =
    publicationOf(evidence.cited, scope.sources)?.name ??
    citedName(evidence.cited, words.source.untitledArticle);
  const published = printPublished(effectiveBibliography(article, about), words);
  const original = foreign(laid, evidence, scope);
  return [
    { kind: 'footnote', original, text: ` (${carrier}${comma}${published}${semicolon}${maker})${stop}` },
    ...machineNote(translation, scope),
  ];
};

/** “translated words” with what belongs to them; each part is held against the stored translation. */
export const printTranslatedQuote = (
  citation: CitedPassage,
  evidence: Evidence,
  translation: CitedTranslation,
  scope: PrintScope,
): readonly Run[] => {
  const laid = layTranslation(citation, evidence, translation, {
    sha256: scope.sha256,
    language: scope.memo.head.language,
  });
  const { language } = translation;
  return [
    ...quoteRuns(laid, citation, scope, (text) => ({
      ...voiceIn(text, language, scope.memo),
      ...(citation.translation === undefined ? {} : { translationId: citation.translation.translationId }),
    })),
    ...originalRuns(citation, evidence, translation, scope),
  ];
};

/** A translated block: its words, the original below unless the form leaves it out, and who translated. */
export const printTranslatedBlock = (
  citation: CitedPassage,
  evidence: Evidence,
  translation: CitedTranslation,
  scope: PrintScope,
): Pick<
  QuotationBlock,
  'quotes' | 'runOn' | 'lang' | 'dir' | 'translationId' | 'original' | 'attribution'
> => {
  const { cited, passage } = evidence;
  const shortened = asCitedTranslation(citation);
  const kept = shortened === null ? null : keptAsCited(shortened, translation.passage, scope.sha256);
  const { quotes, runOn } = blockPartsOf(translation.passage, kept);
  const original = blockPartsOf(passage, keptAsCited(citation, passage, scope.sha256));
  return {
    quotes,
    ...(runOn.length === 0 ? {} : { runOn }),
    ...voiceIn(translation.texts.join('\n'), translation.language, scope.memo),
    ...(citation.translation === undefined ? {} : { translationId: citation.translation.translationId }),
    ...(scope.originals === 'none'
      ? {}
      : { original: { quotes: original.quotes, ...voiceOf(quotesOf(passage).join('\n'), cited, scope) } }),
    attribution: capital(sayOrigin(evidence, translation, scope)),
  };
};
