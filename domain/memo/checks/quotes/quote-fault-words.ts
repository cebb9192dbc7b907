/** What is wrong with a quotation, in words that say what to do. */
import type { QuoteFault, QuoteFaultKind } from '../../verbatim/quote-fault.ts';

type FaultOf<K extends QuoteFaultKind> = Extract<QuoteFault, { readonly fault: K }>;
type Cut = FaultOf<'cut-inside-word'>;

const cut = ({ shown, whole }: Pick<Cut, 'shown' | 'whole'>): string =>
  `“${shown}” is cut out of “${whole}”. Quote the whole of it.`;

const words: { readonly [K in QuoteFaultKind]: (fault: FaultOf<K>) => string } = {
  differs: () => 'these words do not stand so in the cited article.',
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
  'bracketed-letter': ({ word }) =>
    `${word} changes the case of a name, or makes a name of a word. Write it as the article has it.`,
};

/** The fault as the second half of a sentence that began with the quotation. */
export const quoteFaultWords = (fault: QuoteFault): string =>
  // The table is total over the kinds; the types can't follow the key to its function.
  (words[fault.fault] as (fault: QuoteFault) => string)(fault);
