import { setTimeout as wait } from 'node:timers/promises';
import { err, ok } from '#domain/result.ts';
import type { Timestamp } from '#domain/time.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

/** An index that is at work answers far sooner. */
const SAMPLE_WITHIN_MS = 500;

/** The use cases of the app around the archive: its state at start, links, the clipboard, settings. */
export const createAppHandlers = (deps: HandlerDeps): HandlersOn<'app' | 'settings'> => {
  const { archive, catalogue, desktop, local, appInfo } = deps;
  let savedAt: Timestamp | null = null;
  archive.onSaveState((save) => {
    if (save.state === 'saved') savedAt = save.at;
  });

  return {
    /**
     * The state at start; later changes come as events. `hasSample` is sure once the catalogue is ready. An index that
     * does not answer holds nothing up: without this state nothing can be locked.
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

    /** As they were listed when the app was built. */
    'app:third-party': async () => ok(await deps.thirdParty()),

    /** The window has written what was pending. */
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

    /** Greys in the menu what nothing answers now. */
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

    /** Has the spelling checked in the languages of the text that is written in. */
    'app:check-spelling': async ({ languages }) => {
      desktop.checkSpelling(languages);
      return ok(null);
    },

    /** Fails `cancelled` where nobody wants to print after all, `print-failed` where it can't be done. */
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

    /** Changes what is given, on this machine; the archive knows nothing of it. */
    'settings:change': async (change) => ok(await local.changeSettings(change)),
  };
};
