// Starts the built app as `electron <folder>` does, and pauses it until Playwright is attached. Playwright waits
// forever for a page that navigates at the moment it attaches: the commit is missed, and the page counts as empty. Here
// no page exists before Playwright has attached, which it announces with `__playwright_run`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = join(import.meta.dirname, '../../../..');
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
// Electron's own default app sets these two as well; its public types leave them out.
const shell = /** @type {typeof app & Record<'setVersion' | 'setAppPath', (value: string) => void>} */ (app);
shell.setName(manifest.productName);
shell.setVersion(manifest.version);
shell.setAppPath(folder);

const sessionData = process.argv.find((word) => word.startsWith('--session-data-dir='))?.split('=')[1];
if (sessionData !== undefined) app.setPath('sessionData', sessionData);

if ('__playwright_run' in globalThis) {
  const ready = app.whenReady();
  /** @type {() => void} */
  let release = () => undefined;
  /** @type {Promise<void>} */
  const attached = new Promise((resolve) => {
    release = resolve;
  });
  app.whenReady = () => attached.then(() => ready);
  Object.assign(globalThis, { __playwright_run: () => release() });
} else {
  // The app has restarted itself, and Playwright's own start is gone: a test finds the endpoint in DevToolsActivePort.
  app.commandLine.appendSwitch('remote-debugging-port', '0');
}

await import(pathToFileURL(join(folder, manifest.main)).href);
