import { join } from 'node:path';
import { app, BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron';
import { log } from '#electron/platform/log.ts';
import { pageUrl } from '../guard/app-protocol.ts';
import { sandboxedPage } from '../guard/sandboxed-page.ts';
import { visibleBounds, type WindowState } from './window-state.ts';

/** The desk colour of renderer/ui/tokens.css, so that nothing flashes before the page is drawn. */
const deskColours = { light: '#f4f2ec', dark: '#111316' } as const;

const deskColour = (): string => deskColours[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'];

/** How any window of the app begins: where it stood, hidden, in the colour of its desk. */
export const windowShape = (state: WindowState): BrowserWindowConstructorOptions => ({
  width: 1280,
  height: 800,
  ...visibleBounds(state),
  minWidth: 900,
  minHeight: 600,
  show: false,
  title: 'Precis',
  backgroundColor: deskColour(),
  // Elsewhere the window has that of the app.
  ...(process.platform === 'linux' && { icon: join(app.getAppPath(), 'resources/icons/128x128.png') }),
});

/** So far a further window stands from the one that it was opened from, right and down. */
const CASCADE_PX = 32;

/** As the window that is in front, but beside it. */
export const stateBeside = (state: WindowState): WindowState => {
  const { bounds } = state;
  const moved = bounds === null ? null : { ...bounds, x: bounds.x + CASCADE_PX, y: bounds.y + CASCADE_PX };
  return { ...state, bounds: moved, isMaximised: false };
};

/** Makes a window, hidden and without its page: whoever answers the page's requests has to be there first. */
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

/**
 * The frame of the window is painted first; so long after it, its first view has asked for what it shows, and has it.
 */
const FIRST_VIEW_MS = 400;

/** Resolves when the page was drawn with its first view, or when it is known that it will not be. */
export function whenDrawn(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    window.once('ready-to-show', () => setTimeout(resolve, FIRST_VIEW_MS));
    window.once('closed', () => resolve());
    window.webContents.once('did-fail-load', () => resolve());
    window.webContents.once('render-process-gone', () => resolve());
  });
}

/**
 * Shows the page, and shows it again when its process has died: everything acknowledged is on the disk.
 *
 * @param searchPart answers the search part of its address, which says where it begins; empty: with the day
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
