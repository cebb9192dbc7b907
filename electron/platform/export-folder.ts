import { statSync } from 'node:fs';
import type { Desktop } from '../ports/desktop.ts';
import type { LocalState } from '../ports/local-state.ts';
import type { Dialogs } from './dialogs.ts';

type ExportFolderDeps = {
  readonly local: Pick<LocalState, 'exportFolder' | 'keepExportFolder'>;
  readonly dialogs: Pick<Dialogs, 'openFolder'>;
  /** Used if no folder was chosen yet, or if the chosen one is gone: the first of these that exists. */
  readonly usual: readonly string[];
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The folder for exports of memos: the last chosen one, as long as it exists. */
export const createExportFolder = ({
  local,
  dialogs,
  usual,
}: ExportFolderDeps): Pick<Desktop, 'exportFolder' | 'chooseExportFolder'> => ({
  exportFolder() {
    const kept = local.exportFolder();
    const [first = ''] = usual;
    return [...(kept === null ? [] : [kept]), ...usual].find(isFolder) ?? first;
  },
  async chooseExportFolder() {
    const folder = await dialogs.openFolder({ title: 'Export memos to' });
    if (folder === null) return null;
    await local.keepExportFolder(folder);
    return folder;
  },
});
