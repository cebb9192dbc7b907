/**
 * The words for a place that can't be a passage, a text that can't be used, and a link or a grade that does not hold.
 */
import type { OriginalFault, RestoreFailure } from '../errors/article-errors.ts';
import type { Entries } from './entry.ts';

const restoreReasons: Readonly<Record<RestoreFailure, string>> = {
  'original-missing': 'the original is not in the article’s folder',
  'original-altered': 'the original is not what was imported either',
  'reads-otherwise': 'this version of Precis reads another text from the original',
  'reading-failed': 'the original could not be read',
  locked: 'the original asks for a password, and none is kept',
};

const originalFaults: Readonly<Record<OriginalFault, string>> = {
  'original-missing': restoreReasons['original-missing'],
  'original-altered': 'it is not what was imported',
};

const restoreAdvice: Readonly<Record<RestoreFailure, string>> = {
  'original-missing': 'Put the original back from a backup.',
  'original-altered': 'Put the original back from a backup.',
  'reads-otherwise': 'Put body.json back from a backup, or import the original as a new version.',
  'reading-failed': 'Put body.json back from a backup.',
  locked: 'Put body.json back from a backup, or import the file once more with its password.',
};

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
> = {
  'text-altered': ({ articleId }) => ({
    happened: 'The text of this article was changed after it was imported.',
    kept: 'It can be read, not cited.',
    advice: 'Open the article: restore its text, or say why it is used as it is.',
    commandLine: {
      happened: `The text of the article ${articleId} was changed after it was imported.`,
      advice: 'Restore it by restore-text, or say by accept-text why it is used.',
    },
  }),
  'text-not-restored': ({ why }) => ({
    happened: `The text could not be restored: ${restoreReasons[why]}.`,
    kept: 'Nothing was changed.',
    advice: restoreAdvice[why],
  }),
  'original-unusable': ({ why }) => ({
    happened: `The original can’t be shown: ${originalFaults[why]}.`,
    kept: 'The text of the article is as it was.',
    advice: restoreAdvice[why],
  }),
  'quote-not-found': () => ({
    happened: 'These words are not in the article.',
    kept: 'No passage was made.',
    advice: 'Select them in the text.',
    commandLine: {
      happened: 'The quote is not in the article, or not between that prefix and suffix.',
      advice: 'Copy it from what article ID --text prints.',
    },
  }),
  'quote-ambiguous': ({ matches }) => ({
    happened: `These words stand ${matches} times in the article.`,
    kept: 'No passage was made.',
    advice: 'Select the place that you mean.',
    commandLine: { advice: 'Say which by --prefix or --suffix.' },
  }),
  'range-not-on-grapheme': () => ({
    happened: 'The selection cuts a character in two.',
    kept: 'No passage was changed.',
    advice: 'Select the whole character.',
    commandLine: { happened: 'The quote cuts a character in two.', advice: 'Quote the whole character.' },
  }),
  'cut-outside-passage': () => ({
    happened: 'The cut must stand inside the passage.',
    kept: 'Nothing was changed.',
    advice: 'Put the cursor where it is to be split.',
    commandLine: { advice: 'Name a place inside it.' },
  }),
  'passage-not-in-text': () => ({
    happened: 'The words of this passage don’t stand in this text.',
    kept: 'Nothing was changed.',
    advice: 'Review shows where they may stand now.',
    commandLine: { advice: '“precis needs” lists where they may stand now.' },
  }),
  'related-to-itself': () => ({
    happened: 'A passage can’t be linked to itself.',
    kept: 'Nothing was linked.',
    advice: 'Choose another passage.',
  }),
  'already-related': () => ({
    happened: 'These two passages are linked in that way already.',
    kept: 'Nothing was changed.',
    advice: 'Choose another passage, or another kind of link.',
  }),
  'not-confirmed': () => ({
    happened: 'Grade 1 needs another source.',
    kept: 'The grade was left as it is.',
    advice: 'Link a supporting passage of another origin, or give the reason.',
    commandLine: {
      happened: 'Credibility 1 needs a supporting passage of another origin, or a reason.',
      kept: 'Nothing was changed.',
      advice: 'Give the reason with --because.',
    },
  }),
  'grade-rests-on-link': ({ passageId }) => ({
    happened: 'Grade 1 of the supported passage rests on this link alone.',
    kept: 'The link was left as it is.',
    advice: 'Give the grade a reason or change it, then remove the link.',
    commandLine: {
      happened: `Credibility 1 of the passage ${passageId} rests on this relation alone.`,
      kept: 'Nothing was changed.',
      advice:
        'Give the reason with annotate --because, or take the relation back all the same with --unconfirm.',
    },
  }),
};
