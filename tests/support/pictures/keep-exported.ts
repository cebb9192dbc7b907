import type { Handlers } from '#domain/contract/requests.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import type { Workbench } from '../workbench/open-workbench.ts';

/** All handlers on a workbench; an export to HTML writes no file, and passes its document to the test. */
export const keepExported = (
  bench: Workbench,
): { readonly handlers: Handlers; readonly exported: () => MemoDocument | null } => {
  let exported: MemoDocument | null = null;
  const handlers = createHandlers({
    ...bench.deps,
    memoWriters: {
      ...bench.deps.memoWriters,
      html: {
        write: async (document) => {
          exported = document;
          return { ok: true, value: { bytes: Buffer.from(JSON.stringify(document)), pages: null } };
        },
      },
    },
    desktop: { ...bench.deps.desktop, exportFolder: () => `${bench.archive.folder}-exported` },
    writeExportedFile: async () => ({ ok: true, value: null }),
  });
  return { handlers, exported: () => exported };
};
