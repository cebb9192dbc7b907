import { app, BrowserWindow } from 'electron';

async function openWindow(): Promise<void> {
  await app.whenReady();
  const window = new BrowserWindow();
  await window.loadFile(`${app.getAppPath()}/out/renderer/index.html`);
}

void openWindow();
