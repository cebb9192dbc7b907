import { type BrowserWindow, Menu } from 'electron';

/**
 * Cut, copy and paste on the right mouse button, where the page has no menu of its own (it then prevents the
 * event, and Electron hears nothing of it).
 */
export function offerContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags, x, y }) => {
    if (!isEditable && selectionText === '') return;
    const menu = Menu.buildFromTemplate([
      ...(isEditable ? [{ role: 'cut', enabled: editFlags.canCut } as const] : []),
      { role: 'copy', enabled: editFlags.canCopy },
      ...(isEditable ? [{ role: 'paste', enabled: editFlags.canPaste } as const] : []),
      { type: 'separator' },
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ]);
    menu.popup({ window, x, y });
  });
}
