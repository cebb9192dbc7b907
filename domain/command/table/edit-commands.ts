/** Undo, search, and text formatting. */
import type { Command } from '../command.ts';
import { entry } from './entries.ts';

/** How a command of a table is shown and reached beside its name. */
type TableCommandLook = { readonly keys?: readonly string[]; readonly startsSection?: boolean };

/** What `make` makes of each act, under the id of its command. */
const forTableCommands = <T>(make: (shortName: string, look?: TableCommandLook) => T) => ({
  'table.insert': make('Insert table'),
  'table.row-above': make('Add row above', { startsSection: true }),
  'table.row-below': make('Add row below'),
  'table.column-before': make('Add column before'),
  'table.column-after': make('Add column after'),
  'table.row-up': make('Move row up', { startsSection: true }),
  'table.row-down': make('Move row down'),
  'table.column-left': make('Move column left'),
  'table.column-right': make('Move column right'),
  'table.sort-up': make('Sort by column, A to Z', { startsSection: true }),
  'table.sort-down': make('Sort by column, Z to A'),
  'table.borders': make('Move column borders', { startsSection: true }),
  'table.widen': make('Widen column'),
  'table.narrow': make('Narrow column'),
  'table.widths-usual': make('Column widths by content'),
  'table.align-usual': make('Align column: figures right', { startsSection: true }),
  'table.align-start': make('Align column left'),
  'table.align-centre': make('Align column centre'),
  'table.align-end': make('Align column right'),
  'table.align-decimal': make('Align column by decimal sign'),
  'table.caption': make('Caption and source', { startsSection: true }),
  'table.header-row': make('Heading row on or off'),
  'table.merge': make('Merge the selected cells'),
  'table.split': make('Split the cell'),
  'table.delete-row': make('Delete row', { startsSection: true }),
  'table.delete-column': make('Delete column'),
  'table.delete': make('Delete table'),
});

/** A command on the memo's table at the caret. */
const onTable = (shortName: string, more: TableCommandLook = {}): Command => ({
  name: `Table: ${shortName.toLowerCase()}`,
  group: 'Format',
  submenu: 'Table',
  shortName,
  ...more,
});

/** How selected words are set, beside bold and italic. */
const onLetters = (name: string, more: TableCommandLook = {}): Command => ({
  name,
  group: 'Format',
  submenu: 'Letters',
  ...more,
});

/** A command on the memo's section at the caret. */
const onSection = (shortName: string, more: TableCommandLook = {}): Command => ({
  name: `${shortName} section`,
  group: 'Format',
  submenu: 'Section',
  shortName,
  ...more,
});

export const editCommands = {
  'edit.undo': entry({ name: 'Undo', group: 'Edit', keys: ['Mod+Z'], yieldsToFields: true }),
  'edit.redo': entry({ name: 'Redo', group: 'Edit', keys: ['Mod+Shift+Z', 'Mod+Y'], yieldsToFields: true }),
  'edit.history': entry({ name: 'Undo history…', group: 'Edit' }),
  'edit.find': entry({ name: 'Find here', group: 'Edit', keys: ['Mod+F'], startsSection: true }),
  'edit.replace': entry({ name: 'Find and replace', group: 'Edit', keys: ['Mod+Shift+H'] }),
  'edit.next-misspelling': entry({ name: 'Next misspelt word', group: 'Edit', keys: ['F7'] }),
  'edit.copy-cited': entry({ name: 'Copy with citation', group: 'Edit', keys: ['Mod+Shift+C'] }),
  'search.archive': entry({ name: 'Search the archive', group: 'Edit', keys: ['Mod+Shift+F'] }),
  'search.new-memo': entry({ name: 'New memo from this saved search…', group: 'Edit' }),
  'search.save': entry({ name: 'Save this search…', group: 'Edit' }),
  'search.forget': entry({ name: 'Delete saved search', group: 'Edit' }),
  'search.highlight-all': entry({ name: 'Highlight all…', group: 'Edit' }),
  'search.to-board': entry({ name: 'Add found passages to a board…', group: 'Edit' }),
  'search.clear': entry({ name: 'Clear the filter', group: 'Edit' }),
  'palette.open': entry({ name: 'Find anything…', group: 'Edit', keys: ['Mod+K'] }),
  'pad.move': entry({
    name: 'Move from the scratch pad…',
    group: 'Edit',
    keys: ['Mod+Shift+M'],
    startsSection: true,
  }),

  'format.bold': entry({ name: 'Bold', group: 'Format' }),
  'format.italic': entry({ name: 'Italic', group: 'Format' }),
  'format.underline': onLetters('Underline', { keys: ['Mod+U'] }),
  'format.strike': onLetters('Strike through', { keys: ['Mod+Shift+X'] }),
  'format.superscript': onLetters('Superscript'),
  'format.subscript': onLetters('Subscript'),
  'format.small-caps': onLetters('Small capitals'),
  'format.fixed-space': onLetters('Non-breaking space', { startsSection: true }),
  'format.narrow-space': onLetters('Narrow non-breaking space'),
  'format.heading': entry({ name: 'Sub-heading', group: 'Format' }),
  'format.lower-heading': entry({ name: 'Lower sub-heading', group: 'Format' }),
  'format.bullet-list': entry({ name: 'Bullet list', group: 'Format' }),
  'format.numbered-list': entry({ name: 'Numbered list', group: 'Format' }),
  'format.continue-list': entry({
    name: 'Continue the numbered list before, or begin at 1',
    group: 'Format',
  }),
  'format.number-paragraphs': entry({ name: 'Numbered paragraphs on or off', group: 'Format' }),
  'format.quote': entry({ name: 'Quote a passage…', group: 'Format' }),
  'format.own-quotation': entry({ name: 'Block quotation', group: 'Format' }),
  'format.judgement': entry({ name: 'Insert judgement', group: 'Format', startsSection: true }),
  'format.likelihood': entry({ name: 'Likelihood of the judgement…', group: 'Format' }),
  'format.footnote': entry({ name: 'Insert footnote', group: 'Format' }),
  'format.reference': entry({ name: 'Insert cross reference…', group: 'Format' }),
  'format.page-break': entry({ name: 'Insert page break', group: 'Format' }),
  'format.keep-next': entry({ name: 'Keep with next on or off', group: 'Format' }),
  'format.section': entry({ name: 'Insert section', group: 'Format' }),
  'section.move-up': { ...onSection('Move up'), name: 'Move section up' },
  'section.move-down': { ...onSection('Move down'), name: 'Move section down' },
  'section.rename': onSection('Rename'),
  'section.remove': onSection('Remove', { startsSection: true }),
  'format.move-up': entry({ name: 'Move block up', group: 'Format', keys: ['Alt+ArrowUp'] }),
  'format.move-down': entry({ name: 'Move block down', group: 'Format', keys: ['Alt+ArrowDown'] }),
  'format.link': entry({ name: 'Link…', group: 'Format', keys: ['Mod+Shift+K'] }),
  'format.shorten': entry({ name: 'Shorten the quotation…', group: 'Format' }),
  'figure.insert': entry({ name: 'Insert figure…', group: 'Format' }),
  'figure.crop': entry({ name: 'Crop the figure…', group: 'Format' }),
  ...forTableCommands(onTable),
};
