/** The window itself, and help. */
import { entry } from './entries.ts';

export const windowCommands = {
  'window.open': entry({
    name: 'Open in a new window',
    group: 'Window',
    keys: ['Mod+Shift+N'],
    startsSection: true,
  }),
  'pane.next': entry({ name: 'Next pane', group: 'Window', keys: ['F6'], startsSection: true }),
  'pane.sidebar': entry({ name: 'Collapse or expand the sidebar', group: 'Window', keys: ['Mod+\\'] }),
  'pane.list': entry({ name: 'Show or hide the list', group: 'Window', keys: ['F9'] }),
  'pane.margin': entry({ name: 'Show or hide the margin', group: 'Window', keys: ['Shift+F9'] }),
  'zoom.in': entry({ name: 'Larger', group: 'Window', keys: ['Mod+=', 'Mod++'], startsSection: true }),
  'zoom.out': entry({ name: 'Smaller', group: 'Window', keys: ['Mod+-'] }),
  'zoom.reset': entry({ name: 'Normal size', group: 'Window', keys: ['Mod+0'] }),
  'theme.system': entry({
    name: 'Theme: match system',
    group: 'Window',
    submenu: 'Theme',
    shortName: 'Match system',
    startsSection: true,
  }),
  'theme.light': entry({ name: 'Theme: light', group: 'Window', submenu: 'Theme', shortName: 'Light' }),
  'theme.dark': entry({ name: 'Theme: dark', group: 'Window', submenu: 'Theme', shortName: 'Dark' }),

  'help.guide': entry({ name: 'User guide', group: 'Help' }),
  'help.tour': entry({ name: 'Tour of the window', group: 'Help' }),
  'help.keys': entry({ name: 'Keyboard shortcuts', group: 'Help', keys: ['F1', '?'], yieldsToFields: true }),
};
