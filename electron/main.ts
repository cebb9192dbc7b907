import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, net, protocol } from 'electron';

async function openWindow(): Promise<void> {
  await app.whenReady();
  const pages = join(app.getAppPath(), 'out/renderer');
  protocol.handle('app', (request) =>
    net.fetch(pathToFileURL(join(pages, new URL(request.url).pathname)).href),
  );
  await new BrowserWindow({ width: 1280, height: 800 }).loadURL('app://precis/index.html');
}

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
void openWindow();
