import { join } from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import { openStateFile, type StateFile } from '#electron/platform/state-file.ts';

/** More than any desk of displays is wide: Electron throws where a number is none of 32 bits. */
const FARTHEST_PX = 100_000;
const place = z.int().min(-FARTHEST_PX).max(FARTHEST_PX);
const size = z.int().min(1).max(FARTHEST_PX);
const rectangleSchema = z.strictObject({ x: place, y: place, width: size, height: size });
const windowStateSchema = z.strictObject({
  /** The window as it is when it is not maximised; null before the first run. */
  bounds: rectangleSchema.nullable(),
  isMaximised: z.boolean(),
  zoomFactor: z.number().min(0.25).max(5),
});
export type WindowState = z.infer<typeof windowStateSchema>;

const firstState: WindowState = { bounds: null, isMaximised: false, zoomFactor: 1 };

/** Where the window stood, in userData. */
export const openWindowState = (userDataFolder: string): StateFile<WindowState> =>
  openStateFile(join(userDataFolder, 'window.json'), windowStateSchema, firstState);

/** How the window stands now. */
export const windowStateOf = (window: BrowserWindow): WindowState => ({
  bounds: window.getNormalBounds(),
  isMaximised: window.isMaximized(),
  zoomFactor: window.webContents.getZoomFactor(),
});

/** The bounds that were kept, unless their display is gone: a window must have a corner to be drawn by. */
export function visibleBounds({ bounds }: WindowState): Rectangle | null {
  if (bounds === null) return null;
  const displays = screen.getAllDisplays().map(({ workArea }) => workArea);
  return displays.some((area) => overlap(area, bounds)) ? bounds : null;
}

/** Pixels of the title bar that have to lie on a display. */
const GRIP_PX = 80;

function overlap(area: Rectangle, bounds: Rectangle): boolean {
  const isBeside = bounds.x + bounds.width >= area.x + GRIP_PX && bounds.x <= area.x + area.width - GRIP_PX;
  const isWithin = bounds.y >= area.y && bounds.y <= area.y + area.height - GRIP_PX;
  return isBeside && isWithin;
}
