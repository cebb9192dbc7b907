import { useEffect, useState } from 'react';
import { onEvent } from '#renderer/bridge/window-bridge.ts';
import { importFilesDropped, importHanded, refuseLink } from '#renderer/parts/article/imports.ts';
import { followInbox } from '#renderer/parts/inbox/inbox-acts.ts';

const hasFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') === true;
const hasLink = (transfer: DataTransfer | null): boolean =>
  transfer?.types.includes('text/uri-list') === true;

const take = (transfer: DataTransfer | null): void => {
  if (transfer === null) return;
  const files = [...transfer.files];
  if (files.length > 0) void importFilesDropped(files);
  else if (hasLink(transfer)) refuseLink();
};

/** Imports files that a file manager, or another start of the app, has handed to it, and tells of those from the inbox. */
export const useHandedFiles = (): void => {
  useEffect(() => onEvent('files-handed', () => void importHanded()), []);
  useEffect(followInbox, []);
};

/** Imports files that are dropped anywhere on the window; answers whether some hang over it. */
export const useFileDrop = (): boolean => {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer) && !hasLink(event.dataTransfer)) return;
      event.preventDefault();
      setIsOver(hasFiles(event.dataTransfer));
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setIsOver(false);
      if (event.defaultPrevented) return;
      event.preventDefault();
      take(event.dataTransfer);
    };
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, []);
  return isOver;
};
