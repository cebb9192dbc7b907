/**
 * What electron-builder is told where the Electron that it packs is not the one that Precis is released on: the version
 * is that of a development build (it comes before the release of the same number), and the installer says why. None
 * where it is.
 *
 * @param {{version: string, devDependencies: {electron: string}}} manifest of Precis
 * @param {string} electronVersion
 * @returns {string[]}
 */
export function developmentOptions(manifest, electronVersion) {
  if (electronVersion === manifest.devDependencies.electron) return [];
  return [
    `-c.extraMetadata.version=${manifest.version}-dev`,
    `-c.linux.synopsis=Development build of Precis on Electron ${electronVersion}, not for release`,
  ];
}
