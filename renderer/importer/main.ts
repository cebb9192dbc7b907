/** The sandboxed page: it hears texts, answers articles, and reaches nothing else. */
import type { ImporterBridge } from '#domain/contract/importer-bridge.ts';
import { answerParse } from './answer-parse.ts';

declare global {
  interface Window {
    readonly precisImporter: ImporterBridge;
  }
}

window.precisImporter.serve(async (request) => JSON.stringify(await answerParse(request)));
