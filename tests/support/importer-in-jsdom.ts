import { JSDOM } from 'jsdom';
import { vi } from 'vitest';
import { checkAnswer, checkAttachments } from '#electron/import/check-answer.ts';
import {
  checkExport,
  checkMarked,
  checkReviewed,
  checkTemplate,
} from '#electron/import/create-paged-importer.ts';
import type { Importer } from '#electron/ports/importer.ts';

/** Browser globals that the parser needs. */
const browserNames = ['document', 'DOMParser', 'Node', 'XMLSerializer'] as const;

/**
 * The parser of the importer's page, run in a jsdom window beside Node's own globals: a test that reads and writes real
 * files can't live in jsdom's realm, whose typed arrays are not Node's. Answers are validated as in the app.
 */
export const createJsdomImporter = async (): Promise<Importer> => {
  const { window } = new JSDOM('');
  vi.stubGlobal('window', window);
  for (const name of browserNames) vi.stubGlobal(name, window[name]);
  const { answerAttachments, answerExport, answerMark, answerParse, answerReviewed, answerTemplate } =
    await import('#renderer/importer/answer-parse.ts');
  return {
    async parse(request) {
      return checkAnswer(JSON.stringify(await answerParse(request)));
    },
    async listAttachments(request) {
      return checkAttachments(JSON.stringify(await answerAttachments(request)));
    },
    async readExport(request) {
      return checkExport(JSON.stringify(await answerExport(request)));
    },
    async readReviewed(request) {
      return checkReviewed(JSON.stringify(await answerReviewed(request)));
    },
    drawMarks: async ({ marks }) => ({ ok: true, value: marks.map(() => null) }),
    async readTemplate(request) {
      return checkTemplate(JSON.stringify(await answerTemplate(request)));
    },
    async mark(request) {
      return checkMarked(JSON.stringify(await answerMark(request)));
    },
    layPages: () => Promise.reject(new Error('jsdom draws nothing')),
    draw: () => Promise.reject(new Error('jsdom draws nothing')),
    async close() {
      vi.unstubAllGlobals();
    },
  };
};
