import { join } from 'node:path';
import { app, type WebPreferences } from 'electron';

/** What every page of the app is: sandboxed, apart from Node, and with one preload as its only door. */
export const sandboxedPage = (preload: 'preload' | 'importer-preload' | 'lock-preload'): WebPreferences => ({
  preload: join(app.getAppPath(), 'out', 'preload', `${preload}.cjs`),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // The other pages show nothing that is written in but a passphrase.
  spellcheck: preload === 'preload',
  enableWebSQL: false,
});
