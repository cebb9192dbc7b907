import { dirname } from 'node:path';
import type { Desktop } from '../ports/desktop.ts';

/** A desktop without a person: the command contains the answers that a dialog would give, and nothing is shown. */
export type CliDesktop = {
  readonly desktop: Desktop;
  readonly exportTo: (path: string) => void;
  readonly importFrom: (...paths: readonly string[]) => void;
};

export function createCliDesktop(): CliDesktop {
  let exportPath = '';
  let pathsToRead: readonly string[] = [];
  return {
    exportTo(path) {
      exportPath = path;
    },
    importFrom(...paths) {
      pathsToRead = paths;
    },
    desktop: {
      chooseFiles: async () => [],
      chooseFolderToImport: async () => [],
      takeHandedFiles: () => [],
      chooseNewVersion: async () => pathsToRead[0] ?? null,
      chooseExportOf: async () => pathsToRead,
      chooseReviewed: async () => pathsToRead,
      chooseExported: async () => pathsToRead[0] ?? null,
      exportFolder: () => dirname(exportPath),
      chooseExportFolder: async () => null,
      chooseForm: async () => pathsToRead[0] ?? null,
      chooseDictionary: async () => [],
      chooseOcrLanguage: async () => null,
      chooseTranslator: async () => null,
      chooseLogo: async () => null,
      chooseCitationStyle: async () => null,
      chooseWordTemplate: async () => null,
      chooseFigure: async () => null,
      chooseFolderFor: async () => exportPath,
      chooseCoderArchive: async () => pathsToRead[0] ?? null,
      chooseFormFolder: async () => null,
      readClipboard: async () => ({ text: '', html: '', sourceUrl: null, picture: null }),
      copyText: async () => {},
      copyFormatted: async () => {},
      openLink: async () => false,
      revealFile: () => {},
      dragFile: async () => {},
      print: async () => 'no-printer',
      showEnabledCommands: () => {},
      checkSpelling: () => {},
      lock: () => {},
      convert: () => {},
      openArchive: () => {},
      openWindow: () => {},
      hasEveryWindowSeen: () => true,
      windowIsReadyToClose: () => {},
      windowAsksBeforeClosing: () => {},
      windowStaysOpen: () => {},
    },
  };
}
