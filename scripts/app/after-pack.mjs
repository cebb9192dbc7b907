// Called by electron-builder when the app has been laid out, before its fuses are set.
import { rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes out the app that a development Electron starts where it finds no other.
 *
 * @param {{appOutDir: string, electronPlatformName: string, packager: {appInfo: {productFilename: string}}}} context
 */
export default function removeDefaultApp({ appOutDir, electronPlatformName, packager }) {
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app/Contents/Resources`)
      : join(appOutDir, 'resources');
  rmSync(join(resources, 'default_app.asar'), { force: true });
}
