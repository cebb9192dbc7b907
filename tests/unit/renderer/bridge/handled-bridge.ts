import type { Handlers, RequestName } from '#domain/contract/requests.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import type { MakeCatalogue } from '../../../support/workbench/lists-in-process.ts';
import { installScriptedBridge, type ScriptedBridge } from './scripted-bridge.ts';

/** A bridge with the real use cases behind it: each request is handled, and the window hears what changed. */
export const installHandledBridge = (handlers: Handlers, archive: Archive): ScriptedBridge => {
  const main = installScriptedBridge();
  for (const name of Object.keys(handlers) as RequestName[]) {
    // Inputs are those of the request of that name: the types can't follow that through the table.
    const handle = handlers[name] as (input: unknown) => unknown;
    main.answer(name, (input) => handle(input));
  }
  archive.onChanged((changed) => main.emit('archive-changed', changed));
  return main;
};

/**
 * In the place of the index, whose SQLite does not take the arrays of jsdom for its own. What asks it for a list is
 * answered by the test.
 */
export const withoutIndex: MakeCatalogue = () => ({
  catalogue: {
    ready: Promise.resolve(),
    articleOfPassage: async () => null,
    originalOf: async () => null,
  } as Partial<Catalogue> as Catalogue,
  close: async () => undefined,
});
