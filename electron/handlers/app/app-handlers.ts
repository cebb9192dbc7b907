import { setTimeout as wait } from 'node:timers/promises';
import { err, ok } from '#domain/result.ts';
import type { Timestamp } from '#domain/time.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

/** A working index answers far sooner. */
const SAMPLE_WITHIN_MS = 500;

/** The use cases of the app outside the archive: its state at start, links, the clipboard, settings. */
export const createAppHandlers = (deps: HandlerDeps): HandlersOn<'app' | 'settings'> => {
  const { archive, catalogue, desktop, local, appInfo } = deps;
  let savedAt: Timestamp | null = null;
  archive.onSaveState((save) => {
    if (save.state === 'saved') savedAt = save.at;
  });

  return {
    /**
     * Returns the state at start; later changes are sent as events. `hasSample` is certain once the catalogue is ready.
     * An index that does not answer must not delay this: without the state nothing can be locked.
     */
    'app:state': async () =>
      ok({
        ...appInfo,
        archive: {
          title: archive.info.title,
          folder: archive.folder,
          isEncrypted: archive.identity !== null,
          hasSample: await Promise.race([catalogue.hasSample(), wait(SAMPLE_WITHIN_MS, false)]),
        },
        settings: local.settings(),
        undo: archive.undoState(),
        savedAt,
        isCatalogueReady: catalogue.isReady(),
        readProgress: catalogue.readProgress(),
        watch: deps.watchState(),
        refusal: archive.refusal(),
      }),

    /** Returns the packages as listed when the app was built. */
    'app:third-party': async () => ok(await deps.thirdParty()),

    /** Reports that the window has written its pending changes. */
    'app:ready-to-close': async () => {
      desktop.windowIsReadyToClose();
      return ok(null);
    },

    'app:ask-before-closing': async () => {
      desktop.windowAsksBeforeClosing();
      return ok(null);
    },

    'app:stay-open': async () => {
      desktop.windowStaysOpen();
      return ok(null);
    },

    /** Greys the menu items of commands that nothing handles at present. */
    'app:show-commands': async ({ enabled }) => {
      desktop.showEnabledCommands(new Set(enabled));
      return ok(null);
    },

    'app:open-window': async (record) => {
      desktop.openWindow(record);
      return ok(null);
    },

    'app:keep-place': async (place) => {
      await local.keepWindowPlace(archive.info.id, place);
      return ok(null);
    },

    /** Checks the spelling in the languages of the text being edited. */
    'app:check-spelling': async ({ languages }) => {
      desktop.checkSpelling(languages);
      return ok(null);
    },

    /** Fails with `cancelled` if the person cancels the print dialog, with `print-failed` if printing fails. */
    'app:print': async ({ paper }) => {
      const outcome = await desktop.print(paper);
      if (outcome === 'printed') return ok(null);
      if (outcome === 'cancelled') return err({ code: 'cancelled' });
      return err({ code: 'print-failed', reason: outcome });
    },

    /** The desktop shows the whole address and asks before anything is opened. */
    'app:open-link': async ({ href }) => ok({ wasOpened: await desktop.openLink(href) }),

    /** Copies plain text. */
    'app:copy': async ({ text }) => {
      await desktop.copyText(text);
      return ok(null);
    },

    /** Changes the given settings, on this machine; the archive does not contain them. */
    'settings:change': async (change) => ok(await local.changeSettings(change)),
  };
};
