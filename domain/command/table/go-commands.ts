/** Going to a view, and back. */
import { entry } from './entries.ts';

export const goCommands = {
  'view.today': entry({ name: 'Today', group: 'Go to', keys: ['Mod+1'] }),
  'view.articles': entry({ name: 'Articles', group: 'Go to', keys: ['Mod+2'] }),
  'view.passages': entry({ name: 'Passages', group: 'Go to', keys: ['Mod+3'] }),
  'view.memos': entry({ name: 'Memos', group: 'Go to', keys: ['Mod+4'] }),
  'view.tasks': entry({ name: 'Tasks', group: 'Go to', keys: ['Mod+5'] }),
  'view.sources': entry({ name: 'Sources', group: 'Go to', keys: ['Mod+6'] }),
  'view.tags': entry({ name: 'Tags', group: 'Go to', keys: ['Mod+7'] }),
  'view.chronology': entry({ name: 'Chronology', group: 'Go to', keys: ['Mod+9'] }),
  'view.boards': entry({ name: 'Boards', group: 'Go to' }),
  'view.pad': entry({ name: 'Scratch pad', group: 'Go to', keys: ['Mod+8'] }),
  'view.needs': entry({ name: 'Review', group: 'Go to', startsSection: true }),
  'view.insights': entry({ name: 'Insights', group: 'Go to' }),
  'view.trash': entry({ name: 'Trash', group: 'Go to' }),
  'view.settings': entry({ name: 'Settings', group: 'Go to', keys: ['Mod+,'], startsSection: true }),
  'history.back': entry({
    name: 'Back',
    group: 'Go to',
    keys: ['Alt+ArrowLeft'],
    yieldsToFields: true,
    startsSection: true,
  }),
  'history.forward': entry({
    name: 'Forward',
    group: 'Go to',
    keys: ['Alt+ArrowRight'],
    yieldsToFields: true,
  }),
};
