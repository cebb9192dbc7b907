import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
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

// `externalizeDeps` is left on for main: only what stands under "dependencies" in package.json, which are
// the native Typst compiler, the native watcher, SQLite and the stemmer with their WebAssembly, is required at run time. Everything
// else is bundled.
export default defineConfig({
  main: {
    plugins: [thirdParty],
    // Its build for Node has a `require` of its own, which clashes with the one that electron-vite adds.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      target: node,
      minify: true,
      rolldownOptions: {
        input: entries({
          main: 'electron/main.ts',
          'typst-process': 'electron/export/typst/typst-process.ts',
          'index-process': 'electron/index/process/index-process.ts',
          'watch-process': 'electron/watch/process/watch-process.ts',
          'dictionary-process': 'electron/spelling/process/dictionary-process.ts',
          'backup-process': 'electron/backup/process/backup-process.ts',
        }),
        // All in one folder: what starts a process, or opens a page, finds it from where its own code lies.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
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
