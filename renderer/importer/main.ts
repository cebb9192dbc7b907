/** The sandboxed page: it hears texts and pictures, answers articles and pixels, and reaches nothing else. */
import type { DrawAnswer, DrawRequest, ImporterBridge } from '#domain/contract/importer-bridge.ts';
import { answerParse } from './answer-parse.ts';

declare global {
  interface Window {
    readonly precisImporter: ImporterBridge;
  }
}

/** What draws pictures is loaded when the first one comes. */
const draw = async ({ bytes }: DrawRequest): Promise<DrawAnswer> =>
  (await import('./picture/draw-picture.ts')).drawPicture(new Uint8Array(bytes));

window.precisImporter.serve(async (request) =>
  JSON.stringify('draws' in request ? await draw(request) : await answerParse(request)),
);
