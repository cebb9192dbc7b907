import type { KnipConfig } from 'knip';

/** What a style sheet takes from elsewhere, written as imports: knip reads no CSS of itself. */
const importsOfCss = (css: string): string =>
  [...css.matchAll(/(?:@import\s+|\bfrom\s+)["']([^"']+)["']/g)]
    .map(([, path]) => `import '${path}';`)
    .join('\n');

const config: KnipConfig = {
  entry: [
    'electron/main.ts',
    'electron/export/typst/typst-process.ts',
    'electron/export/docx/pages/layout-process.ts',
    'electron/index/process/index-process.ts',
    'electron/watch/process/watch-process.ts',
    'electron/backup/process/backup-process.ts',
    'electron/spelling/process/dictionary-process.ts',
    'electron/{preload,importer-preload,lock-preload}.ts',
    'renderer/*.html',
    'renderer/main.tsx',
    'renderer/importer/main.ts',
    'renderer/ocr/main.ts',
    'renderer/lock/main.tsx',
    'scripts/*.mjs',
    // The browser loads these by their names.
    'browser/{popup,menu,gather}.js',
    'scripts/setup/default-app/main.js',
    'scripts/icon-drawer/main.js',
    'scripts/run/run-program.mjs',
    'scripts/checks/check-layers.mjs',
    'scripts/checks/check-tree.mjs',
    'scripts/app/after-pack.mjs',
    'scripts/installers/{date-files,write-sums}.mjs',
    'scripts/installers/deb/make-deb.mjs',
    'tests/bench/*.bench.ts',
    'tests/pictures/take-pictures.ts',
    // Programs that a bench or a test bundles and starts by their path.
    'tests/bench/pdf-bench-app/main.mjs',
    'tests/bench/measure-saves.ts',
    'tests/support/app/held-app/main.mjs',
    'tests/torture/{saver,converter,acts-actor,repairs-actor}.ts',
    'tests/torture/{backups,faults}/{actor,clearer}.ts',
    'tests/unit/storage/lock-rival.ts',
    // Read by the compiler alone.
    'tests/unit/**/refused-by-the-compiler.ts',
  ],
  project: ['{domain,electron,renderer,tests,scripts,browser}/**/*.{ts,tsx,mjs,js,css}'],
  compilers: { css: importsOfCss },
  // Started by the path of their script (moduleCommand of scripts/run/run-command.mjs); copied by the build as they are.
  ignoreDependencies: [
    'dependency-cruiser',
    'electron-builder',
    'typescript7',
    '@tesseract.js-data/deu',
    '@tesseract.js-data/eng',
  ],
  // Of the system: a display, what packs a deb, what makes the file systems that tests are hard on, what lets their calls
  // fail, and what reads our files besides us.
  ignoreBinaries: [
    'Xvfb',
    'chattr',
    'dpkg-deb',
    'mkfifo',
    'mount',
    'pdftoppm',
    'script',
    'sha256sum',
    'umount',
    'unshare',
  ],
  ignoreExportsUsedInFile: true,
};

export default config;
