import { extname } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { createLastExport, placeInExports } from '../export/last-export.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

type Deps = Pick<HandlerDeps, 'machine' | 'desktop' | 'writeExportedFile'>;

const endings: readonly string[] = ['.csv', '.svg', '.png'];

const wrongName: Result<never, AppError> = err({
  code: 'invalid-input',
  request: 'insights:export',
  problems: ['fileName: is no name of a table or a picture'],
});

/** The use cases of Insights: the files that are made of charts. */
export const createInsightHandlers = (deps: Deps): HandlersOn<'insights'> => {
  const lastExport = createLastExport(deps);
  return {
    /** Writes what the window has made to the folder of exports. Fails `file-exists` where one is there. */
    'insights:export': async ({ fileName, replaces, content }) => {
      const path = placeInExports(deps, fileName);
      if (path === null || !endings.includes(extname(fileName))) return wrongName;
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
