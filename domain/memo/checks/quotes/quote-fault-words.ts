/** What is wrong with a quotation, in words that say what to do. */
import { inQuotationMarks } from '../../../text/quotation-marks.ts';
import type { QuoteFault, QuoteFaultKind } from '../../verbatim/quote-fault.ts';

type FaultOf<K extends QuoteFaultKind> = Extract<QuoteFault, { readonly fault: K }>;
type Cut = FaultOf<'cut-inside-word'>;

const cut = ({ shown, whole }: Pick<Cut, 'shown' | 'whole'>): string =>
  `“${shown}” is cut out of “${whole}”. Quote the whole of it.`;

const shown = ({ sentence }: { readonly sentence: string }): string =>
  `${inQuotationMarks(sentence)} Quote it too, or say it in your own words.`;

const words: { readonly [K in QuoteFaultKind]: (fault: FaultOf<K>) => string } = {
  differs: () => 'these words do not stand so in the cited article.',
  altered: ({ reads }) => `the cited article reads ${inQuotationMarks(reads)}. Quote it as it stands there.`,
  invented: () =>
    'nothing like these words stands in the cited article. Cite where they stand, or take the marks away.',
  'cut-inside-word': cut,
  'cut-inside-number': cut,
  'cut-inside-character': () => 'a character is cut in two.',
  'omission-across-paragraphs': () => 'the parts come from different paragraphs. Quote them one by one.',
  'omission-across-sentences': () =>
    'the end of one sentence is joined to the middle of another. Keep where one ends or begins.',
  'omission-across-speakers': () =>
    'the parts stand in different quotations of the article. Quote each speaker for himself.',
  'nothing-omitted': () => 'no word is left out at […]. Keep the ellipsis of the article as it is.',
  'omission-without-brackets': () =>
    'the article has no ellipsis there. Write […] where you leave words out.',
  'part-too-short': ({ part }) =>
    `“${part}” alone is too little: keep three words or a whole clause on each side of […].`,
  'negation-omitted': ({ word }) => `“${word}” is left out, which turns what is said. Quote it too.`,
  'hedge-omitted': ({ word }) => `“${word}” is left out, which holds back what is said. Quote it too.`,
  'denial-lost': (lost) => `“${lost.word}” is lost, which turns what is said: ${shown(lost)}`,
  'condition-lost': (lost) => `“${lost.word}” is lost, on which it depends: ${shown(lost)}`,
  'hedge-lost': (lost) => `“${lost.word}” is lost, which leaves it open: ${shown(lost)}`,
  'limit-lost': (lost) => `“${lost.word}” is lost, which limits it: ${shown(lost)}`,
  'bracketed-letter': ({ word }) =>
    `${word} changes the case of a name, or makes a name of a word. Write it as the article has it.`,
};

/** The fault as the second half of a sentence that began with the quotation. */
export const quoteFaultWords = (fault: QuoteFault): string =>
  // The table is total over the kinds; the types can't follow the key to its function.
  (words[fault.fault] as (fault: QuoteFault) => string)(fault);
