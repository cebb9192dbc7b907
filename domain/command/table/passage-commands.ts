/** Acts on passages, and moving in the text. */
import type { Command } from '../command.ts';
import { labelCommands } from '../label-commands.ts';
import { entry, on } from './entries.ts';

const toMove = (name: string, singleKey: string): Command => ({
  name,
  group: 'Passage',
  singleKey,
  submenu: 'Move and select',
});

export const passageCommands = {
  ...labelCommands,
  'passage.tags': entry({ name: 'Tags…', group: 'Passage', singleKey: 't', startsSection: true }),
  'passage.source': entry({ name: 'Speaker…', group: 'Passage', singleKey: 's' }),
  'passage.concerned': on('Passage', 'Concerned…', 'Whom the passage is about…', { singleKey: 'c' }),
  'passage.manner': entry({ name: 'Attribution…', group: 'Passage', singleKey: 'w' }),
  'passage.grade': entry({ name: 'Grade…', group: 'Passage', singleKey: 'g' }),
  'passage.note': entry({ name: 'Note', group: 'Passage', singleKey: 'n' }),
  'passage.event': entry({ name: 'Event…', group: 'Passage', singleKey: 'v' }),
  'passage.task': entry({ name: 'Task', group: 'Passage', singleKey: 'f' }),
  'passage.translation': on('Passage', 'Translation', 'Translation of the passage'),
  'passage.cite': entry({
    name: 'Cite in the open memo',
    group: 'Passage',
    singleKey: 'm',
    startsSection: true,
  }),
  'passage.new-memo': entry({ name: 'New memo from the selected passages…', group: 'Passage' }),
  'passage.board': on('Passage', 'Add to board…', 'Add to a board as evidence…', { singleKey: 'h' }),
  'passage.export': on('Passage', 'Export…', 'Export passages…'),
  'passage.citation': entry({
    name: 'Go to the cited passage, or back to the citation',
    group: 'Passage',
    keys: ['Mod+J'],
  }),
  'passage.related': entry({
    name: 'Related passages',
    group: 'Passage',
    singleKey: 'r',
    startsSection: true,
  }),
  'passage.used-in': on('Passage', 'Used in…', 'What uses the passage…', { singleKey: 'Shift+U' }),
  'passage.link': entry({ name: 'Link to…', group: 'Passage', singleKey: 'l' }),
  'passage.repeat': entry({ name: 'Repeat tags and speaker', group: 'Passage', singleKey: '.' }),
  'passage.boundaries': entry({
    name: 'Move the boundaries',
    group: 'Passage',
    singleKey: 'b',
    startsSection: true,
  }),
  'passage.split': entry({ name: 'Split at the cursor', group: 'Passage', singleKey: 'x' }),
  'passage.duplicate': entry({ name: 'Duplicate', group: 'Passage', singleKey: 'd' }),
  'passage.next': toMove('Next passage', 'j'),
  'passage.previous': toMove('Previous passage', 'k'),
  'passage.overlapping': toMove('Next passage at the cursor', 'o'),
  'passage.next-quotation': toMove('Select the next quotation, with all its parts', 'q'),
  'passage.grow': toMove('Grow the selection', 'e'),
  'passage.shrink': toMove('Shrink the selection', 'Shift+E'),
  'passage.delete': entry({
    name: 'Move to trash',
    group: 'Passage',
    singleKey: 'Delete',
    startsSection: true,
  }),
};
