import { join } from 'node:path';
import { app, BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron';
import { log } from '#electron/platform/log.ts';
import { pageUrl } from '../guard/app-protocol.ts';
import { sandboxedPage } from '../guard/sandboxed-page.ts';
import { visibleBounds, type WindowState } from './window-state.ts';

/** The desk colour of renderer/ui/tokens.css, so that no other colour flashes before the page is drawn. */
const deskColours = { light: '#f4f2ec', dark: '#111316' } as const;

const deskColour = (): string => deskColours[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'];

/** The initial options of any window: its kept bounds, hidden, in the colour of the desk. */
export const windowShape = (state: WindowState): BrowserWindowConstructorOptions => ({
  width: 1280,
  height: 800,
  ...visibleBounds(state),
  minWidth: 900,
  minHeight: 600,
  show: false,
  title: 'Precis',
  backgroundColor: deskColour(),
  // On other systems the window has the icon of the app.
  ...(process.platform === 'linux' && { icon: join(app.getAppPath(), 'resources/icons/128x128.png') }),
});

/** The offset of a further window from the one it was opened from, right and down. */
const CASCADE_PX = 32;

/** The state of the front window, moved by that offset. */
export const stateBeside = (state: WindowState): WindowState => {
  const { bounds } = state;
  const moved = bounds === null ? null : { ...bounds, x: bounds.x + CASCADE_PX, y: bounds.y + CASCADE_PX };
  return { ...state, bounds: moved, isMaximised: false };
};

/** Creates a window, hidden and without its page: the handlers of the page's requests have to be installed first. */
export function createAppWindow(state: WindowState): BrowserWindow {
  const window = new BrowserWindow({
    ...windowShape(state),
    // The page's script is compiled once: left alone, Chromium keeps what it compiled from the third start on.
    webPreferences: { ...sandboxedPage('preload'), v8CacheOptions: 'bypassHeatCheck' },
  });
  if (state.isMaximised) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
    log.info('a window is shown');
  });
  window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(state.zoomFactor));
  return window;
}

/** Chromium paints the window's frame first; after this time its first view has requested and received its data. */
const FIRST_VIEW_MS = 400;

/** Resolves when the page is drawn with its first view, or when it is known that it will not be. */
export function whenDrawn(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    window.once('ready-to-show', () => setTimeout(resolve, FIRST_VIEW_MS));
    window.once('closed', () => resolve());
    window.webContents.once('did-fail-load', () => resolve());
    window.webContents.once('render-process-gone', () => resolve());
  });
}

/**
 * Loads the page, and loads it again when its process has died: everything acknowledged is on the disk.
 * @param searchPart returns the query string of its address, which says where it begins; empty: with the day
 */
export function loadMainPage(window: BrowserWindow, searchPart: () => string): void {
  const load = () =>
    window
      .loadURL(`${pageUrl('precis')}${searchPart()}`)
      .catch((error) => log.error('the page did not load', error));
  let lastDeathAtMs = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error(`the window's page has died: ${reason} (${exitCode})`);
    const isRepeated = Date.now() - lastDeathAtMs < RETRY_PAUSE_MS;
    lastDeathAtMs = Date.now();
    if (!isRepeated && !window.isDestroyed()) void load();
  });
  void load();
}

/** A page that dies again within this time is left as it is. */
const RETRY_PAUSE_MS = 10_000;
