// A small Electron app that draws the project's icon: Chromium turns the SVG into the PNGs that Linux wants,
// and those go into the containers of Windows (.ico) and macOS (.icns), which both hold PNGs.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { packIcns, packIco } from './pack-icons.js';

const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];
const appleSizes = [16, 32, 128, 256, 512, 1024];

const icon = (/** @type {string} */ name) => join(app.getAppPath(), '../../resources/icons', name);

async function drawIcons() {
  await app.whenReady();
  const drawing = readFileSync(icon('precis.svg')).toString('base64');
  const window = new BrowserWindow({ show: false, webPreferences: { offscreen: true } });
  await window.loadURL('data:text/html,<title>icons</title>');
  /** @type {Map<number, Buffer>} */
  const pictures = new Map();
  for (const size of new Set([...linuxSizes, ...windowsSizes, ...appleSizes])) {
    const address = await window.webContents.executeJavaScript(`(${drawInPage})('${drawing}', ${size})`);
    pictures.set(size, Buffer.from(address.split(',')[1], 'base64'));
  }
  const pick = (/** @type {number[]} */ sizes) => [...pictures].filter(([size]) => sizes.includes(size));
  for (const [size, png] of pick(linuxSizes)) writeFileSync(icon(`${size}x${size}.png`), png);
  writeFileSync(icon('icon.ico'), packIco(pick(windowsSizes)));
  writeFileSync(icon('icon.icns'), packIcns(pick(appleSizes)));
  app.quit();
}

/**
 * Runs in the page.
 *
 * @param {string} drawing the SVG in base64
 * @param {number} size in pixels
 * @returns {Promise<string>} the PNG as a data: address
 */
async function drawInPage(drawing, size) {
  const image = new Image(size, size);
  image.src = `data:image/svg+xml;base64,${drawing}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  canvas.getContext('2d')?.drawImage(image, 0, 0, size, size);
  return canvas.toDataURL('image/png');
}

drawIcons().catch((error) => {
  console.error(error);
  app.exit(1);
});
