import type { ImporterBridge } from '#domain/contract/importer-bridge.ts';

declare global {
  interface Window {
    /** Provided by the preload script in each sandboxed page. */
    readonly precisImporter: ImporterBridge;
  }
}

/** Answers the main process's requests to this page, one after the other. */
export const serve: ImporterBridge['serve'] = (answer) => window.precisImporter.serve(answer);
