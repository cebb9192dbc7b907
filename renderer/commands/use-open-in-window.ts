import type { OpenableRecord } from '#domain/contract/window-record.ts';
import { act } from '#renderer/bridge/act.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { useCommand } from './commands.ts';

/** What is typed here is written first: the other window reads it from the disk. */
const openInWindow = async (record: OpenableRecord): Promise<void> => {
  await flushAll();
  await act('app:open-window', record);
};

/** Answers the command that opens an article or a memo in a window of its own; null: none is meant. */
export const useOpenInWindow = (record: OpenableRecord | null): void =>
  useCommand('window.open', () => record !== null && void openInWindow(record), record !== null);
