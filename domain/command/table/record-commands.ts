/** Commands on a memo, task, source or tag, and on items of Review, whose single keys only work there. */
import { forCandidates } from '../candidate-commands.ts';
import type { Command } from '../command.ts';
import { entry, on, toTrash } from './entries.ts';

const toState = (name: string): Command => ({
  name: `Memo state: ${name.toLowerCase()}`,
  group: 'Memo',
  submenu: 'State',
  shortName: name,
});

const inMemoMenu =
  (submenu: string) =>
  (shortName: string, name: string, more: Partial<Command> = {}): Command =>
    on('Memo', shortName, name, { submenu, ...more });

/** Panels beside the text of a memo. */
const besideMemo = inMemoMenu('Show');
/** Of a round in which others read the memo. */
const inRound = inMemoMenu('Round of review');
/** Generated parts: the memo's source summary and its table of changes. */
const bringUpToDate = inMemoMenu('Sources and changes');

/** A memo that takes the place of one that was sent. */
const afterSending = inMemoMenu('After sending');

const inReview = (shortName: string, name: string, singleKey: string, more: Partial<Command> = {}): Command =>
  on('Review', shortName, name, { singleKey, scope: 'review', ...more });

/** On the name that is open: single keys act on its page. */
const onSource = (shortName: string, name: string, singleKey: string): Command =>
  on('Source', shortName, name, { singleKey, scope: 'source' });

/** On the current row of a memo's Review panel: single keys work while the panel has the focus. */
const onRemark = (shortName: string, name: string, more: Partial<Command> = {}): Command =>
  on('Memo', shortName, name, { submenu: 'Comments and changes', scope: 'remarks', ...more });

export const recordCommands = {
  'event.open': on('Event', 'Open', 'Open the event'),
  'event.of-date': on('Event', 'Make an event of this date…', 'Make an event of a date of an article…', {
    singleKey: 'v',
    scope: 'chronology',
  }),
  'event.rests-on': on('Event', 'Rests on…', 'What the event rests on…', {
    singleKey: 'Shift+R',
    scope: 'chronology',
  }),
  'event.merge': on('Event', 'Merge with another event…', 'Merge the event with another…'),
  'event.insert': on('Event', 'Insert into memo', 'Insert the chronology into a memo'),
  'event.export': on('Event', 'Export…', 'Export the chronology…'),
  'event.delete': toTrash('Event'),
  'memo.head': on('Memo', 'Edit the head', 'Edit the head of the memo'),
  'memo.state-draft': toState('Draft'),
  'memo.state-in-review': toState('In review'),
  'memo.send': on('Memo', 'Mark as sent…', 'Mark the memo as sent…'),
  'memo.outline': besideMemo('Outline', 'Show the outline of the memo', { startsSection: true }),
  'memo.passages': besideMemo('Passages', 'Show passages beside the memo'),
  'memo.beside': besideMemo('Preview', 'Show the preview beside the memo'),
  'memo.checks': besideMemo('Checks', 'Show the checks of the memo'),
  'memo.trail': besideMemo('Trail of the judgement', 'Show the trail of the judgement'),
  'memo.rests-on': on('Memo', 'Rests on…', 'What the memo rests on…'),
  'memo.judgement-rests-on': on('Memo', 'Judgement rests on…', 'What the judgement rests on…', {
    keys: ['Mod+Shift+R'],
  }),
  'memo.send-for-review': on('Memo', 'Send for review…', 'Send the memo for review…', {
    startsSection: true,
  }),
  'memo.add-review': inRound('Add returned documents…', 'Add the documents that reviewers returned…'),
  'memo.answer-sheet': inRound('Answer sheet…', 'Write the answer sheet of the memo…'),
  'memo.close-round': inRound('Close round of review', 'Close the round of review of the memo'),
  'memo.review': on('Memo', 'Comments and changes', 'Show comments and changes of the memo', {
    submenu: 'Comments and changes',
    shortName: 'Show',
  }),
  'memo.comment': onRemark('Comment…', 'Comment on the selected words of the memo…', {
    keys: ['Mod+Shift+D'],
  }),
  'remark.next': onRemark('Next', 'Next comment or change', { singleKey: 'j' }),
  'remark.previous': onRemark('Previous', 'Previous comment or change', { singleKey: 'k' }),
  'remark.place': onRemark('Go to its place', 'Go to the place of the comment or change'),
  'remark.take': onRemark('Take', 'Take the change', { singleKey: 'a' }),
  'remark.take-1': onRemark('Take the first', 'Take the first change of the same words', { singleKey: '1' }),
  'remark.take-2': onRemark('Take the second', 'Take the second change of the same words', {
    singleKey: '2',
  }),
  'remark.take-3': onRemark('Take the third', 'Take the third change of the same words', { singleKey: '3' }),
  'remark.take-4': onRemark('Take the fourth', 'Take the fourth change of the same words', {
    singleKey: '4',
  }),
  'remark.decline': onRemark('Decline…', 'Decline the comment or change…', { singleKey: 'x' }),
  'remark.reply': onRemark('Reply…', 'Reply to the comment…', { singleKey: 'r' }),
  'remark.done': onRemark('Done', 'Mark the comment as done', { singleKey: 'd' }),
  'remark.reopen': onRemark('Reopen', 'Reopen the comment or change', { singleKey: 'o' }),
  'memo.compare': on('Memo', 'Compare versions…', 'Compare two versions of the memo…', {
    startsSection: true,
  }),
  'memo.compare-before': on(
    'Memo',
    'Compare with the previous memo…',
    'Compare with the memo that this one supersedes…',
  ),
  'memo.update': afterSending('Make an update', 'Make an update of the memo'),
  'memo.correct': afterSending('Make a correction', 'Make a correction of the memo'),
  'memo.withdraw': afterSending('Make a withdrawal', 'Make a withdrawal of the memo'),
  'memo.draft-changes': bringUpToDate('Update change table', 'Update the change table of the memo'),
  'memo.take-newer': bringUpToDate(
    'Update unchanged citations',
    'Update citations whose words are unchanged',
  ),
  'memo.update-chronology': bringUpToDate('Update chronology', 'Update the chronology of the memo'),
  'memo.source-summary': bringUpToDate('Insert source summary', 'Insert source summary'),
  'memo.board': on('Memo', 'New board from this paragraph…', 'New board from the paragraph of the memo…', {
    startsSection: true,
  }),
  'memo.cite-quotation': on('Memo', 'Cite the quotation', 'Cite the quotation where the archive has it', {
    keys: ['Mod+Shift+J'],
  }),
  'memo.duplicate': on('Memo', 'Duplicate', 'Duplicate the memo', { startsSection: true }),
  'memo.copy-trail': on('Memo', 'Copy trail', 'Copy the trail of the judgement'),
  'memo.verify': on('Memo', 'Verify an exported file…', 'Verify an exported file…'),
  'memo.delete': toTrash('Memo'),

  'task.done': on('Task', 'Mark as done or open', 'Mark the task as done or open'),
  'task.edit': on('Task', 'Edit…', 'Edit the task…'),
  'task.waiting': on('Task', 'Mark as waiting or not', 'Mark the task as waiting or not'),
  'task.cancel': on('Task', 'Cancel', 'Cancel the task'),
  'task.answer': on('Task', 'Answered by…', 'Select the passage that answers the task…'),
  'task.place': on('Task', 'Show in context', 'Show what the task is about', { startsSection: true }),
  'task.new': entry({ name: 'New task', group: 'Task', startsSection: true }),
  'task.delete': toTrash('Task'),

  'source.rename': on('Source', 'Rename', 'Rename the source'),
  'source.reliability': on('Source', 'Reliability…', 'Reliability of the source…'),
  'source.move': on('Source', 'Move…', 'Move the source…'),
  'source.merge': on('Source', 'Merge into another…', 'Merge the source into another…'),
  'source.rests-on': onSource('Rests on…', 'What the name rests on…', 'Shift+R'),
  'source.used-in': onSource('Used in…', 'What uses the source…', 'Shift+U'),
  'source.dossier': on('Source', 'Dossier…', 'Dossier on the name…', { startsSection: true }),
  'source.export': on('Source', 'Export…', 'Export names…'),
  'source.new': entry({ name: 'New source…', group: 'Source', startsSection: true }),
  'source.delete': toTrash('Source'),

  'tag.rename': on('Tag', 'Rename', 'Rename the tag', { keys: ['F2'] }),
  'tag.move': on('Tag', 'Move…', 'Move the tag…'),
  'tag.merge': on('Tag', 'Merge into another…', 'Merge the tag into another…'),
  'tag.split': on('Tag', 'Split…', 'Split the tag…'),
  'tag.new-memo': on('Tag', 'New memo from this tag…', 'New memo from the tag…'),
  'tag.new': entry({ name: 'New tag…', group: 'Tag', startsSection: true }),
  'tag.compare-coder': entry({ name: 'Compare with another coder’s archive…', group: 'Tag' }),
  'tag.delete': on('Tag', 'Delete…', 'Delete the tag…', { startsSection: true }),

  'needs.next': inReview('Next', 'Next to review', 'j'),
  'needs.previous': inReview('Previous', 'Previous to review', 'k'),
  ...forCandidates((rank) =>
    inReview(`Match ${rank}`, `Move to match ${rank}`, String(rank), {
      submenu: 'Take',
      ...(rank === 1 && { startsSection: true }),
    }),
  ),
  'needs.keep': inReview('Keep, unplaced', 'Keep the passage, unplaced', 'o'),
  'needs.see': inReview('Dismiss', 'Dismiss the repair of a file', 'x'),
  'needs.confirm-moved': on('Review', 'Confirm all moved', 'Confirm all moved passages', {
    startsSection: true,
  }),
};
