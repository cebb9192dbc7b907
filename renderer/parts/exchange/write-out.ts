/** Writing the archive for another tool: what it is written as is shown, then a folder is chosen. */
import { create } from 'zustand';
import { forOutCommands } from '#domain/command/tool-commands.ts';
import type { WrittenExport } from '#domain/contract/exchange.ts';
import type { Out } from '#domain/exchange/outs.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { retryUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { sayDone, sayFailed } from '#renderer/window/notices.ts';

/** What is to be written and waits for a folder; null for nothing. */
export const useWritingOut = create<{ readonly out: Out | null }>(() => ({ out: null }));

/** A command for each. */
export const writeOutCommands = forOutCommands(
  ({ out }) =>
    () =>
      useWritingOut.setState({ out }),
);

export const endWriting = (): void => useWritingOut.setState({ out: null });

const MOST_NAMED = 3;

const sayKept = (kept: readonly string[], written: string): void => {
  const more = kept.length > MOST_NAMED ? ` and ${kept.length - MOST_NAMED} more` : '';
  const files = `${printCount(kept.length, 'file')} there ${kept.length === 1 ? 'was' : 'were'} left alone`;
  sayFailed(
    files,
    `Somebody has changed ${kept.slice(0, MOST_NAMED).join(', ')}${more} since. ${written}. Move away what is to be written anew, and export again.`,
  );
};

const sayWritten = ({ folder, written, unchanged, removed, kept }: WrittenExport): void => {
  const parts = [
    `Wrote ${printCount(written, 'file')} to ${folder}`,
    ...(unchanged === 0 ? [] : [`${unchanged} unchanged`]),
    ...(removed === 0 ? [] : [`${removed} removed`]),
  ];
  if (kept.length > 0) sayKept(kept, parts.join(', '));
  else sayDone(parts.join(', '));
};

/** Asks for a folder and writes there. The dialog stays where nothing was written. */
export const writeOut = async (out: Out, hasNotes: boolean): Promise<void> => {
  await flushAll();
  await retryUnsavedEdits();
  const answer = await act('exchange:export', { out, hasNotes });
  if (!answer.ok) return;
  endWriting();
  sayWritten(answer.value);
};
