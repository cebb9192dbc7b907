/** The words for spelling dictionaries. */
import type { DictionaryFailure } from '../errors/common-errors.ts';
import type { Entries } from './entry.ts';

const reasons: Readonly<Record<DictionaryFailure, { readonly is: string; readonly advice: string }>> = {
  'no-pair': {
    is: 'is one half of a dictionary',
    advice: 'Choose the .dic and the .aff file together, or put them beside each other under one name.',
  },
  'not-a-dictionary': {
    is: 'is no spelling dictionary',
    advice: 'Choose a .bdic file, a .dic with its .aff, or an .oxt, .xpi or .zip that holds them.',
  },
  damaged: { is: 'is damaged', advice: 'Download the dictionary again, and add that.' },
  encoding: {
    is: 'is in an encoding that can’t be read',
    advice: 'Take a version of the dictionary in UTF-8.',
  },
  'complex-prefixes': {
    is: 'works with COMPLEXPREFIXES, which the checker has not',
    advice: 'Take another dictionary of the language.',
  },
  'too-large': { is: 'is larger than any dictionary', advice: 'Take a smaller dictionary of the language.' },
  'took-too-long': {
    is: 'takes longer to read than any dictionary',
    advice: 'Take a smaller dictionary of the language.',
  },
};

export const spellingWords: Entries<'dictionary-refused'> = {
  'dictionary-refused': ({ file, why }) => ({
    happened: `“${file}” ${reasons[why].is}.`,
    kept: 'Nothing of it was added; the dictionaries are as they were.',
    advice: reasons[why].advice,
  }),
};
