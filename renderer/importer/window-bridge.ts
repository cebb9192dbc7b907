import type { ImporterBridge } from '#domain/contract/importer-bridge.ts';

declare global {
  interface Window {
    /** What the preload gives each of the sandboxed pages. */
    readonly precisImporter: ImporterBridge;
  }
}

/** Answers everything that the main process asks of this page, one after the other. */
export const serve: ImporterBridge['serve'] = (answer) => window.precisImporter.serve(answer);
