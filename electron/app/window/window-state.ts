import { join } from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import { openStateFile, type StateFile } from '#electron/platform/state-file.ts';

/** Wider than any arrangement of displays: Electron throws on a number that does not fit 32 bits. */
const FARTHEST_PX = 100_000;
const place = z.int().min(-FARTHEST_PX).max(FARTHEST_PX);
const size = z.int().min(1).max(FARTHEST_PX);
const rectangleSchema = z.strictObject({ x: place, y: place, width: size, height: size });
const windowStateSchema = z.strictObject({
  /** The bounds of the window when it is not maximised; null before the first run. */
  bounds: rectangleSchema.nullable(),
  isMaximised: z.boolean(),
  zoomFactor: z.number().min(0.25).max(5),
});
export type WindowState = z.infer<typeof windowStateSchema>;

const firstState: WindowState = { bounds: null, isMaximised: false, zoomFactor: 1 };

/** The last bounds of the window, stored in userData. */
export const openWindowState = (userDataFolder: string): StateFile<WindowState> =>
  openStateFile(join(userDataFolder, 'window.json'), windowStateSchema, firstState);

/** The present bounds of the window. */
export const windowStateOf = (window: BrowserWindow): WindowState => ({
  bounds: window.getNormalBounds(),
  isMaximised: window.isMaximized(),
  zoomFactor: window.webContents.getZoomFactor(),
});

/** The stored bounds, unless their display is gone: a part of the title bar must be visible to drag the window by. */
export function visibleBounds({ bounds }: WindowState): Rectangle | null {
  if (bounds === null) return null;
  const displays = screen.getAllDisplays().map(({ workArea }) => workArea);
  return displays.some((area) => overlap(area, bounds)) ? bounds : null;
}

/** The number of pixels of the title bar that have to be on a display. */
const GRIP_PX = 80;

function overlap(area: Rectangle, bounds: Rectangle): boolean {
  const isBeside = bounds.x + bounds.width >= area.x + GRIP_PX && bounds.x <= area.x + area.width - GRIP_PX;
  const isWithin = bounds.y >= area.y && bounds.y <= area.y + area.height - GRIP_PX;
  return isBeside && isWithin;
}
