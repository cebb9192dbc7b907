/** The words for places that can't be passages, unusable texts, and invalid links or grades. */
import type { OriginalFault, RestoreFailure, TranslatorFailure } from '../errors/article-errors.ts';
import type { Entries } from './entry.ts';

const restoreReasons: Readonly<Record<RestoreFailure, string>> = {
  'original-missing': 'the original is missing from the article’s folder',
  'original-altered': 'the original was changed too',
  'reads-otherwise': 'this version of Precis reads different text from the original',
  'reading-failed': 'the original could not be read',
  locked: 'the original needs a password, and none is stored',
};

const originalFaults: Readonly<Record<OriginalFault, string>> = {
  'original-missing': restoreReasons['original-missing'],
  'original-altered': 'it was changed after the import',
};

const restoreAdvice: Readonly<Record<RestoreFailure, string>> = {
  'original-missing': 'Put the original back from a backup.',
  'original-altered': 'Put the original back from a backup.',
  'reads-otherwise': 'Put body.json back from a backup, or import the original as a new version.',
  'reading-failed': 'Put body.json back from a backup.',
  locked: 'Put body.json back from a backup, or import the file again with its password.',
};

const translatorReasons: Readonly<Record<TranslatorFailure, (name: string) => string>> = {
  'not-set': () => 'No program for translation is set.',
  'not-started': (name) => `${name} could not be started.`,
  exit: (name) => `${name} ended with an error.`,
  timeout: (name) => `${name} took more than two minutes for a paragraph.`,
  'too-much': (name) => `${name} wrote far more than a translation.`,
  'no-words': (name) => `${name} wrote nothing.`,
};

const noCopy = 'No copy was written. The original is unchanged.';
const asWebPage = 'Name a FILE that ends in .html for a web page.';

export const passageWords: Entries<
  | 'text-altered'
  | 'text-not-restored'
  | 'original-unusable'
  | 'quote-not-found'
  | 'quote-ambiguous'
  | 'range-not-on-grapheme'
  | 'cut-outside-passage'
  | 'passage-not-in-text'
  | 'related-to-itself'
  | 'already-related'
  | 'not-confirmed'
  | 'grade-rests-on-link'
  | 'no-passages-to-mark'
  | 'not-a-pdf'
  | 'marks-forbidden'
  | 'marks-unplaced'
  | 'translator-failed'
  | 'copy-unsound'
> = {
  'text-altered': ({ articleId }) => ({
    happened: 'The text of this article was changed after it was imported.',
    kept: 'You can read the text, but not cite it.',
    advice: 'Open the article and restore its text, or give a reason for using it.',
    commandLine: {
      happened: `The text of the article ${articleId} was changed after it was imported.`,
      advice: 'Restore the text with restore-text, or accept it with accept-text.',
    },
  }),
  'text-not-restored': ({ why }) => ({
    happened: `The text could not be restored: ${restoreReasons[why]}.`,
    kept: 'Nothing was changed.',
    advice: restoreAdvice[why],
  }),
  'original-unusable': ({ why }) => ({
    happened: `The original can’t be shown: ${originalFaults[why]}.`,
    kept: 'The text of the article is unchanged.',
    advice: restoreAdvice[why],
  }),
  'quote-not-found': () => ({
    happened: 'These words are not in the article.',
    kept: 'No passage was made.',
    advice: 'Select them in the text.',
    commandLine: {
      happened: 'The quote is not in the article, or not between that prefix and suffix.',
      advice: 'Copy the quote from the output of article ID --text.',
    },
  }),
  'quote-ambiguous': ({ matches }) => ({
    happened: `These words occur ${matches} times in the article.`,
    kept: 'No passage was made.',
    advice: 'Select the right place.',
    commandLine: { advice: 'Name the right one with --prefix or --suffix.' },
  }),
  'range-not-on-grapheme': () => ({
    happened: 'The selection cuts a character in two.',
    kept: 'No passage was changed.',
    advice: 'Select the whole character.',
    commandLine: { happened: 'The quote cuts a character in two.', advice: 'Quote the whole character.' },
  }),
  'cut-outside-passage': () => ({
    happened: 'The cut must be inside the passage.',
    kept: 'Nothing was changed.',
    advice: 'Put the cursor where you want to split the passage.',
    commandLine: { advice: 'Name a place inside the passage.' },
  }),
  'passage-not-in-text': () => ({
    happened: 'The words of this passage are not in this text.',
    kept: 'Nothing was changed.',
    advice: 'Review shows where they may be now.',
    commandLine: { advice: '“precis needs” lists where they may be now.' },
  }),
  'related-to-itself': () => ({
    happened: 'A passage can’t be linked to itself.',
    kept: 'Nothing was linked.',
    advice: 'Choose another passage.',
  }),
  'already-related': () => ({
    happened: 'These two passages are already linked that way.',
    kept: 'Nothing was changed.',
    advice: 'Choose another passage, or another kind of link.',
  }),
  'not-confirmed': () => ({
    happened: 'Grade 1 needs another source.',
    kept: 'The grade is unchanged.',
    advice: 'Link a supporting passage of another origin, or give a reason.',
    commandLine: {
      happened: 'Credibility 1 needs a supporting passage of another origin, or a reason.',
      kept: 'Nothing was changed.',
      advice: 'Give the reason with --because.',
    },
  }),
  'grade-rests-on-link': ({ passageId }) => ({
    happened: 'Grade 1 of the supported passage rests on this link alone.',
    kept: 'The link is unchanged.',
    advice: 'Give the grade a reason or change it, then remove the link.',
    commandLine: {
      happened: `Credibility 1 of the passage ${passageId} rests on this relation alone.`,
      kept: 'Nothing was changed.',
      advice: 'Give the reason with annotate --because, or remove the relation anyway with --unconfirm.',
    },
  }),
  'no-passages-to-mark': () => ({
    happened: 'The article has no such passages.',
    kept: noCopy,
    advice: 'Choose other passages.',
    commandLine: { advice: 'Leave out --label and --tag for all passages.' },
  }),
  'not-a-pdf': () => ({
    happened: 'The original of this article is not a PDF.',
    kept: noCopy,
    advice: 'Export a web page instead.',
    commandLine: { advice: asWebPage },
  }),
  'marks-forbidden': () => ({
    happened: 'The author of this PDF does not permit marks.',
    kept: noCopy,
    advice: 'Export a web page instead.',
    commandLine: { advice: asWebPage },
  }),
  'translator-failed': ({ why, name }) => ({
    happened: translatorReasons[why](name),
    kept: 'The article is unchanged.',
    advice: 'Choose the program in Settings › Translation, or try it in a terminal.',
  }),
  'marks-unplaced': () => ({
    happened: 'The words of these passages are not on the pages of the PDF.',
    kept: noCopy,
    advice: 'Scanned pages have no letters to mark: export a web page instead.',
    commandLine: { advice: `Scanned pages have no letters to mark. ${asWebPage}` },
  }),
  'copy-unsound': () => ({
    happened: 'The marks could not be read back from the copy: the PDF is damaged.',
    kept: noCopy,
    advice: 'Export a web page, or print the PDF to a new file and import that.',
    commandLine: { advice: `${asWebPage} Or print the PDF to a new file and import that.` },
  }),
};
