import { existsSync } from 'node:fs';
import { inProject } from '../run/paths.mjs';
import { SetupError } from '../run/say.mjs';

/** Where electron-builder puts the unpacked app, by platform and processor. */
const folders = {
  linux: { x64: 'linux-unpacked/precis', arm64: 'linux-arm64-unpacked/precis' },
  win32: { x64: 'win-unpacked/Precis.exe', arm64: 'win-arm64-unpacked/Precis.exe' },
  darwin: {
    x64: 'mac/Precis.app/Contents/MacOS/Precis',
    arm64: 'mac-arm64/Precis.app/Contents/MacOS/Precis',
  },
};

/** The executable made by `npm run package`. */
export function packagedExecutable() {
  /** @type {Record<string, Record<string, string>>} */
  const byPlatform = folders;
  const path = byPlatform[process.platform]?.[process.arch];
  const executable = path === undefined ? null : inProject('dist', path);
  if (executable !== null && existsSync(executable)) return executable;
  throw new SetupError('there is no packaged app yet: npm run package makes it.');
}
