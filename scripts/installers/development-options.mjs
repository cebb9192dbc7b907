/**
 * Options for electron-builder if it packs another Electron than the one for releases of Precis: the version is that of
 * a development build (which sorts before the release of the same number), and the installer says why. Otherwise none.
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
