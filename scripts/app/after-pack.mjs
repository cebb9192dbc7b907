// Called by electron-builder when the app has been laid out, before its fuses are set.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../run/say.mjs';
import { checkPackageSize } from './package-size.mjs';

/**
 * Removes the default app of a development Electron, and refuses a package that has grown too large.
 *
 * @param {{appOutDir: string, electronPlatformName: string, packager: {appInfo: {productFilename: string}}}} context
 */
export default function finishPackage({ appOutDir, electronPlatformName, packager }) {
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app/Contents/Resources`)
      : join(appOutDir, 'resources');
  rmSync(join(resources, 'default_app.asar'), { force: true });
  say(`the app adds ${Math.round(checkPackageSize(resources) / 1e6)} MB to Electron.`);
}
