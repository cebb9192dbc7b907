import { join } from 'node:path';
import { app, type WebPreferences } from 'electron';

/**
 * The web preferences of every page of the app: sandboxed, without Node, and with one preload as its only way to main.
 */
export const sandboxedPage = (preload: 'preload' | 'importer-preload' | 'lock-preload'): WebPreferences => ({
  preload: join(app.getAppPath(), 'out', 'preload', `${preload}.cjs`),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // In the other pages nothing is typed except a passphrase.
  spellcheck: preload === 'preload',
  enableWebSQL: false,
});
