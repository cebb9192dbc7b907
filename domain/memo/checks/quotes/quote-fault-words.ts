/** The faults of a quotation, in words that include the remedy. */
import { inQuotationMarks } from '../../../text/quotation-marks.ts';
import type { QuoteFault, QuoteFaultKind } from '../../verbatim/quote-fault.ts';

type FaultOf<K extends QuoteFaultKind> = Extract<QuoteFault, { readonly kind: K }>;
type Cut = FaultOf<'cut-inside-word'>;

const cut = ({ shown, whole }: Pick<Cut, 'shown' | 'whole'>): string =>
  `“${shown}” is cut out of “${whole}”. Quote the whole of it.`;

const shown = ({ sentence }: { readonly sentence: string }): string =>
  `${inQuotationMarks(sentence)} Quote it too, or say it in your own words.`;

const words: { readonly [K in QuoteFaultKind]: (fault: FaultOf<K>) => string } = {
  differs: () => 'the cited article does not have exactly these words.',
  altered: ({ reads }) => `the cited article reads ${inQuotationMarks(reads)}. Quote it exactly.`,
  invented: () =>
    'the cited article has nothing like these words. Cite their source, or remove the quotation marks.',
  'cut-inside-word': cut,
  'cut-inside-number': cut,
  'cut-inside-character': () => 'a character is cut in two.',
  'omission-across-paragraphs': () => 'the parts come from different paragraphs. Quote them separately.',
  'omission-across-sentences': () =>
    'the end of one sentence is joined to the middle of another. Keep where one ends or begins.',
  'omission-across-speakers': () =>
    'the parts come from different quotations in the article. Quote each speaker separately.',
  'nothing-omitted': () => 'no word is left out at […]. Keep the article’s own ellipsis.',
  'omission-without-brackets': () =>
    'the article has no ellipsis there. Write […] where you leave words out.',
  'part-too-short': ({ part }) =>
    `“${part}” alone is too short: keep three words or a whole clause on each side of […].`,
  'negation-omitted': ({ word }) => `“${word}” is left out, which reverses the meaning. Quote it too.`,
  'hedge-omitted': ({ word }) => `“${word}” is left out, which removes a hedge. Quote it too.`,
  'denial-lost': (lost) => `“${lost.word}” is lost, which reverses the meaning: ${shown(lost)}`,
  'condition-lost': (lost) => `“${lost.word}” is lost, which states a condition: ${shown(lost)}`,
  'hedge-lost': (lost) => `“${lost.word}” is lost, which leaves the matter open: ${shown(lost)}`,
  'limit-lost': (lost) => `“${lost.word}” is lost, which limits the statement: ${shown(lost)}`,
  'bracketed-letter': ({ word }) =>
    `${word} changes the case of a name, or makes a name of a word. Write it as the article has it.`,
};

/** The fault as the second half of a sentence that began with the quotation. */
export const quoteFaultWords = (fault: QuoteFault): string =>
  // The table is total over the kinds; the types can't follow the key to its function.
  (words[fault.kind] as (fault: QuoteFault) => string)(fault);
