import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import type { LaunchOptions } from './launch-options.ts';

/**
 * Settles where this run keeps its own things, before anything is kept. The command line has a folder of its own,
 * beside the window's, and lets Chromium keep what it keeps in one that goes when the run ends: two runs at once, or
 * one beside a window, never meet there.
 */
export function settleUserData({ mode, userDataFolder }: LaunchOptions): string {
  const folder = userDataFolder ?? join(app.getPath('appData'), 'Precis');
  if (mode === 'window') {
    app.setPath('userData', folder);
    return folder;
  }
  const own = join(folder, 'command-line');
  app.setPath('userData', own);
  const session = mkdtempSync(join(tmpdir(), 'precis-session-'));
  app.setPath('sessionData', session);
  app.on('quit', () => rmSync(session, { recursive: true, force: true }));
  return own;
}
