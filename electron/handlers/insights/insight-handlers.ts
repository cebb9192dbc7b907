import { extname } from 'node:path';
import { ok } from '#domain/result.ts';
import { createFileExport } from '../export/create-file-export.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

type Deps = Pick<HandlerDeps, 'desktop' | 'writeExportedFile'>;

const endings: readonly string[] = ['.csv', '.svg', '.png'];

const endingOf = (fileName: string): string | null =>
  endings.find((ending) => ending === extname(fileName)) ?? null;

/** The use cases of Insights: exporting charts as files. */
export const createInsightHandlers = (deps: Deps): HandlersOn<'insights'> => {
  const file = createFileExport(deps, 'insights:export', endingOf);
  return {
    /** Writes the file made by the window to the folder of exports; see FileExport. */
    'insights:export': ({ content, ...asked }) =>
      file.write(asked, async () => {
        const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
        return ok({ bytes, told: {} });
      }),
    'insights:reveal-export': file.reveal,
    'insights:drag-export': file.drag,
  };
};
