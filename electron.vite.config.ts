import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { dependencies } from './package.json' with { type: 'json' };
import { listPdfPlaces } from './scripts/app/list-pdf-places.mjs';
import { thirdPartyPlugin } from './scripts/app/third-party.mjs';

// The oldest runtime that the app has to start on, written out: left alone, the target would follow
// the installed electron package, which can be newer than the Electron that runs.
const chrome = 'chrome130';
const node = 'node20.18';

/** The entries, each by the name of the file it becomes. */
const entries = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files).map(([name, file]) => [name, resolve(import.meta.dirname, file)] as const),
  );

/** The decoders of pictures in PDFs (JPEG 2000, JBIG2) that pdfjs loads by their names, as JavaScript. */
const pdfDecoders = {
  name: 'pdf-decoders',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): void }) {
    for (const name of ['openjpeg_nowasm_fallback.js', 'jbig2_nowasm_fallback.js']) {
      const path = resolve(import.meta.dirname, 'node_modules/pdfjs-dist/wasm', name);
      this.emitFile({ type: 'asset', fileName: `pdf-decoders/${name}`, source: readFileSync(path) });
    }
  },
};

/** Of these files are copied as they are; the last six stand within the worker of tesseract.js. */
const copied = [
  'tesseract.js-core',
  '@tesseract.js-data/eng',
  '@tesseract.js-data/deu',
  'bmp-js',
  'idb-keyval',
  'is-url',
  'regenerator-runtime',
  'wasm-feature-detect',
  'zlibjs',
];

/** One for all parts: what is in any of them is in the app. */
const thirdParty = thirdPartyPlugin(resolve(import.meta.dirname, 'out'), copied);

/**
 * What OCR runs on, as files that its page loads by their names: the worker, one core of the engine, the data of the
 * languages that the app ships with.
 */
const ocrFiles: Readonly<Record<string, string>> = {
  'worker.min.js': 'tesseract.js/dist/worker.min.js',
  'tesseract-core-simd-lstm.js': 'tesseract.js-core/tesseract-core-simd-lstm.js',
  'tesseract-core-simd-lstm.wasm': 'tesseract.js-core/tesseract-core-simd-lstm.wasm',
  'eng.traineddata.gz': '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz',
  'deu.traineddata.gz': '@tesseract.js-data/deu/4.0.0_best_int/deu.traineddata.gz',
};
const ocrEngine = {
  name: 'ocr-engine',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): void }) {
    for (const [name, from] of Object.entries(ocrFiles)) {
      const source = readFileSync(resolve(import.meta.dirname, 'node_modules', from));
      this.emitFile({ type: 'asset', fileName: `ocr/${name}`, source });
    }
  },
};

const processes = {
  'typst-process': 'electron/export/typst/typst-process.ts',
  'layout-process': 'electron/export/docx/pages/layout-process.ts',
  'index-process': 'electron/index/process/index-process.ts',
  'watch-process': 'electron/watch/process/watch-process.ts',
  'dictionary-process': 'electron/spelling/process/dictionary-process.ts',
  'backup-process': 'electron/backup/process/backup-process.ts',
};
/** What each command of the command line reads, and what those read that open an archive. */
const commands = [
  'electron/main.ts',
  'electron/cli/run-command-line.ts',
  'electron/cli/run-on-archive.ts',
  'electron/index/process/serve-index.ts',
];
const starts = [...commands, ...Object.values(processes)].map((file) => resolve(import.meta.dirname, file));

/** A module with all that it imports, and that these import. */
const reachedFrom = (start: string, importedBy: (id: string) => readonly string[]): ReadonlySet<string> => {
  const reached = new Set([start]);
  for (const id of reached) for (const imported of importedBy(id)) reached.add(imported);
  return reached;
};

/**
 * What a start reads, in few files. Left alone, the bundler parts what many commands share by every set of commands
 * that share it, into files of a few kilobytes; to find one costs as much as to read some ten kilobytes of it. What
 * begins something by being read stands alone, for who reads what it reads is not to begin it too. What processes alone
 * read, and what is read with native code, is left to the bundler: the window, which shares some of it, is not to load
 * that code.
 */
const startsOf = new Map<string, string>();
const chunkByStart: Plugin = {
  name: 'chunk-by-start',
  buildEnd() {
    for (const [at, start] of starts.entries())
      for (const id of reachedFrom(start, (each) => this.getModuleInfo(each)?.importedIds ?? []))
        startsOf.set(id, `${startsOf.get(id) ?? 'start'}-${at}`);
    for (const start of starts) startsOf.delete(start);
    const isOfCommand = (name: string): boolean =>
      commands.some((_, at) => name.split('-').includes(`${at}`));
    const importedBy = (id: string): readonly string[] => {
      const { importedIds = [], dynamicallyImportedIds = [] } = this.getModuleInfo(id) ?? {};
      return [...importedIds, ...dynamicallyImportedIds];
    };
    const hasNative = (id: string): boolean => importedBy(id).some((imported) => imported in dependencies);
    const withNative = new Set([...startsOf].flatMap(([id, name]) => (hasNative(id) ? [name] : [])));
    for (const [id, name] of startsOf) if (!isOfCommand(name) || withNative.has(name)) startsOf.delete(id);
  },
};

/**
 * The library that lays out Word documents is compiled for engines without object spread, and its substitute took a
 * third of the time of a layout.
 */
const plainSpread: Plugin = {
  name: 'plain-spread',
  transform(code, id) {
    if (!id.endsWith('docx/dist/layout.mjs')) return null;
    const [before, after] = code.split('function _objectSpread2(e) {');
    if (before === undefined || after === undefined)
      throw new Error('docx/layout has no substitute for spread');
    return {
      code: `${before}function _objectSpread2(e) {\n\treturn Object.assign(...arguments);${after}`,
      map: null,
    };
  },
};

// `externalizeDeps` is left on for main: only what stands under "dependencies" in package.json, which are
// the native Typst compiler, the native watcher, SQLite and the stemmer with their WebAssembly, is required at run time. Everything
// else is bundled.
export default defineConfig({
  main: {
    plugins: [thirdParty, chunkByStart, plainSpread],
    // Its build for Node has a `require` of its own, which clashes with the one that electron-vite adds.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      target: node,
      minify: true,
      rolldownOptions: {
        input: entries({
          main: 'electron/main.ts',
          ...processes,
        }),
        // All in one folder: what starts a process, or opens a page, finds it from where its own code lies.
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: {
            groups: [
              {
                name: (id: string) => startsOf.get(id) ?? null,
                debugName: 'starts',
                includeDependenciesRecursively: false,
              },
            ],
          },
        },
      },
    },
  },
  preload: {
    plugins: [thirdParty],
    build: {
      target: node,
      minify: true,
      // A sandboxed preload can neither be an ES module nor load a chunk beside it.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: entries({
          preload: 'electron/preload.ts',
          'importer-preload': 'electron/importer-preload.ts',
          'lock-preload': 'electron/lock-preload.ts',
        }),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    worker: { format: 'es', plugins: () => [listPdfPlaces, thirdParty] },
    plugins: [
      react(),
      { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' },
      pdfDecoders,
      ocrEngine,
      thirdParty,
    ],
    build: {
      target: chrome,
      minify: true,
      outDir: 'out/renderer',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: entries({
          index: 'renderer/index.html',
          importer: 'renderer/importer.html',
          lock: 'renderer/lock.html',
          ocr: 'renderer/ocr.html',
        }),
      },
    },
  },
});
