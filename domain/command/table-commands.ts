/** The acts on the table of a memo in which the caret stands, in the order of its menu. */

/** How a command of a table is shown and reached beside its name. */
export type TableCommandLook = { readonly keys?: readonly string[]; readonly startsSection?: boolean };

/** What `make` makes of each act, under the id of its command. */
export const forTableCommands = <T>(make: (shortName: string, look?: TableCommandLook) => T) => ({
  'table.insert': make('Insert table'),
  'table.row-above': make('Add row above', { startsSection: true }),
  'table.row-below': make('Add row below'),
  'table.column-before': make('Add column before'),
  'table.column-after': make('Add column after'),
  'table.row-up': make('Move row up', { keys: ['Alt+ArrowUp'], startsSection: true }),
  'table.row-down': make('Move row down', { keys: ['Alt+ArrowDown'] }),
  'table.column-left': make('Move column left'),
  'table.column-right': make('Move column right'),
  'table.align-usual': make('Align column: figures right', { startsSection: true }),
  'table.align-start': make('Align column left'),
  'table.align-centre': make('Align column centre'),
  'table.align-end': make('Align column right'),
  'table.caption': make('Caption and source', { startsSection: true }),
  'table.header-row': make('Heading row on or off'),
  'table.merge': make('Merge the selected cells'),
  'table.split': make('Split the cell'),
  'table.delete-row': make('Delete row', { startsSection: true }),
  'table.delete-column': make('Delete column'),
  'table.delete': make('Delete table'),
});
