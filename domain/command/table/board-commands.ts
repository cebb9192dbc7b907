/** Acts on a board: its question, hypotheses and evidence, and the cell that is chosen. */
import type { Command } from '../command.ts';
import { entry, on, toTrash } from './entries.ts';

/** On the cell that is chosen: single keys act while the table of the board has the focus. */
const inCell = (shortName: string, name: string, more: Partial<Command> = {}): Command =>
  on('Board', shortName, name, { submenu: 'Cell', scope: 'board', ...more });
const fill = (digit: string, words: string): Command =>
  inCell(`${words[0]?.toUpperCase()}${words.slice(1)}`, `Fill the cell: ${words}`, { singleKey: digit });
const onRow = (shortName: string, name: string, more: Partial<Command> = {}): Command =>
  on('Board', shortName, name, { submenu: 'Evidence', scope: 'board', ...more });
const onHypothesis = (shortName: string, name: string, more: Partial<Command> = {}): Command =>
  on('Board', shortName, name, { submenu: 'Hypothesis', scope: 'board', ...more });

export const boardCommands = {
  'board.question': on('Board', 'Edit question…', 'Edit the question of the board…'),
  'board.evidence': on('Board', 'Add evidence…', 'Add evidence to the board…'),
  'board.hypothesis': on('Board', 'Add hypothesis…', 'Add a hypothesis to the board…'),
  'board.rests-on': on('Board', 'Rests on…', 'What the board rests on…'),
  'board.insert': on('Board', 'Insert into memo…', 'Insert the board into a memo…'),
  'board.export': on('Board', 'Export…', 'Export the board…'),
  'board.everyone': on('Board', 'My view or everyone’s', 'Show my view of the board, or everyone’s'),
  'board.next-empty': on('Board', 'Next empty cell', 'Next empty cell of the board', {
    singleKey: 'n',
    scope: 'board',
    startsSection: true,
  }),
  'board.next-changed': on('Board', 'Next changed evidence', 'Next cell whose evidence has changed', {
    singleKey: 'j',
    scope: 'board',
  }),
  'cell.fill-1': fill('1', 'very unexpected'),
  'cell.fill-2': fill('2', 'unexpected'),
  'cell.fill-3': fill('3', 'either way'),
  'cell.fill-4': fill('4', 'expected'),
  'cell.fill-5': fill('5', 'very expected'),
  'cell.fill-none': fill('-', 'does not bear on it'),
  'cell.clear': inCell('Clear', 'Clear the cell', { singleKey: 'Delete' }),
  'cell.why': inCell('Reason…', 'Reason for the cell…'),
  'cell.rests-on': inCell('Rests on…', 'What the cell rests on…', { singleKey: 'Shift+R' }),
  'cell.keep': inCell('Keep, evidence reviewed', 'Keep the cells of this row after its evidence changed', {
    singleKey: 'o',
  }),
  'evidence.open': onRow('Go to the passage', 'Go to the passage of the evidence'),
  'evidence.up': onRow('Move up', 'Move the evidence up'),
  'evidence.down': onRow('Move down', 'Move the evidence down'),
  'evidence.remove': onRow('Remove from the board', 'Remove the evidence from the board'),
  'hypothesis.edit': onHypothesis('Edit…', 'Edit the hypothesis…'),
  'hypothesis.left': onHypothesis('Move left', 'Move the hypothesis left'),
  'hypothesis.right': onHypothesis('Move right', 'Move the hypothesis right'),
  'hypothesis.remove': onHypothesis('Remove from the board', 'Remove the hypothesis from the board'),
  'board.new': entry({ name: 'New board…', group: 'Board', startsSection: true }),
  'board.delete': toTrash('Board'),
};
