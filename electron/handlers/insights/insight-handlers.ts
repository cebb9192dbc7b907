import { basename, extname, join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { localToday } from '#electron/time/local-today.ts';
import { createLastExport } from '../export/last-export.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

type Deps = Pick<HandlerDeps, 'searchIndex' | 'machine' | 'desktop' | 'writeExportedFile'>;

const endings: readonly string[] = ['.csv', '.svg', '.png'];

const wrongName: Result<never, AppError> = err({
  code: 'invalid-input',
  request: 'insights:export',
  problems: ['fileName: is no name of a table or a picture'],
});

/** The use cases of Insights: charts of what a search finds, and the files made of them. */
export const createInsightHandlers = (deps: Deps): HandlersOn<'insights'> => {
  const lastExport = createLastExport(deps);
  return {
    /** Fails `search-unavailable`, and `cancelled` where it was overtaken. */
    'insights:chart': (question) =>
      deps.searchIndex.insights({ ...question, today: localToday(deps.machine.nowMs()) }),

    /** Writes what the window has made to the folder of exports. Fails `file-exists` where one is there. */
    'insights:export': async ({ fileName, replaces, content }) => {
      const path = join(deps.desktop.exportFolder(), fileName);
      if (basename(path) !== fileName || !endings.includes(extname(fileName))) return wrongName;
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const written = await deps.writeExportedFile(path, bytes, { replaces });
      if (!written.ok) return written;
      lastExport.keep(path);
      return ok({ fileName, bytes: bytes.length });
    },

    'insights:reveal-export': lastExport.reveal,
    'insights:drag-export': lastExport.drag,
  };
};
