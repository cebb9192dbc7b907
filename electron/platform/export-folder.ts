import { statSync } from 'node:fs';
import type { Desktop } from '../ports/desktop.ts';
import type { LocalState } from '../ports/local-state.ts';
import type { Dialogs } from './dialogs.ts';

type ExportFolderDeps = {
  readonly local: Pick<LocalState, 'exportFolder' | 'keepExportFolder'>;
  readonly dialogs: Pick<Dialogs, 'openFolder'>;
  /** Where nothing was chosen yet, or what was is gone: the first of these that is there. */
  readonly usual: readonly string[];
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The folder that memos are exported to: the one that was chosen last, as long as it is there. */
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
