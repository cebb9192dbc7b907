import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ImportOutcome } from '#domain/contract/import-many.ts';
import type { Handlers } from '#domain/contract/requests.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import type { Emit } from '#electron/handlers/handler-deps.ts';
import { InboxKeeper } from '#electron/handlers/import/inbox/inbox-keeper.ts';
import { chosenFiles } from '#electron/import/chosen-files.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import { createArchivePlaces } from '#electron/platform/archive-places.ts';
import { makeTemporaryFolder, removeFolder } from '../files/temporary-folder.ts';
import { createJsdomImporter } from '../importer-in-jsdom.ts';
import { pollUntil } from '../poll-until.ts';
import { browserPlacesIn, openWorkbench, type Workbench } from './open-workbench.ts';
import { succeed } from './results.ts';

/** An archive that imports pages kept from a browser. */
export type BrowserInbox = {
  readonly bench: Workbench;
  readonly handlers: Handlers;
  /** A home with only the Downloads folder. */
  readonly home: string;
  /** Where the extension saves pages. */
  readonly folder: string;
  /** The outcomes for new files. */
  readonly outcomes: readonly ImportOutcome[];
  /** Files shown in the file manager. */
  readonly revealed: readonly string[];
  /** Waits until that many files have been handled. */
  comes(files: number): Promise<unknown>;
  close(): Promise<void>;
};

export const openBrowserInbox = async (): Promise<BrowserInbox> => {
  const bench = await openWorkbench();
  const home = await makeTemporaryFolder();
  const importer = await createJsdomImporter();
  const [outcomes, revealed]: [ImportOutcome[], string[]] = [[], []];
  const emit: Emit = (_name, event) => {
    if (event !== null && typeof event === 'object' && 'outcomes' in event) outcomes.push(...event.outcomes);
  };
  const archivePlaces = createArchivePlaces({ openFolder: async () => null }, browserPlacesIn(home));
  const { archive, catalogue, local, machine, desktop } = bench.deps;
  const report = (cause: unknown): void => expect.unreachable(String(cause));
  const keeper = new InboxKeeper(
    { archive, catalogue, local, machine, places: archivePlaces, files: chosenFiles, emit, report },
    { everyMs: 20 },
  );
  const handlers = createHandlers({
    ...bench.deps,
    archivePlaces,
    inbox: keeper,
    texts: createTextReader(importer),
    desktop: { ...desktop, revealFile: (path) => revealed.push(path) },
    emit,
  });
  keeper.watch();
  const { folder } = succeed(await handlers['inbox:watch-browser']({}));
  return {
    bench,
    handlers,
    home,
    folder,
    outcomes,
    revealed,
    comes: (files) =>
      pollUntil(`${files} files came into the inbox`, () => (outcomes.length >= files ? true : undefined)),
    async close() {
      await keeper.close();
      await importer.close();
      await bench.close();
      await rm(join(home, 'user-data'), { recursive: true, force: true });
      await removeFolder(home);
    },
  };
};
