import { useState } from 'react';
import { forOutCommands } from '#domain/command/tool-commands.ts';
import { exchangeExport, type WrittenExport } from '#domain/contract/exchange.ts';
import { type Out, outs } from '#domain/exchange/outs.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { saveEverything } from '#renderer/bridge/unsaved-edits.ts';
import { useCommands } from '#renderer/commands/commands.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { sayDone, sayFailed } from '#renderer/window/notices.ts';
import { backupCommands } from './BackupDialogs.tsx';
import { bringInCommands } from './BroughtDialog.tsx';
import { checkCommands } from './CheckDialog.tsx';
import { useEncryptionCommands } from './EncryptionDialogs.tsx';

/** Writing the archive for another tool: a preview of what is written, then a folder is chosen. */

const MOST_NAMED = 3;

const sayKept = (kept: readonly string[], written: string): void => {
  const more = kept.length > MOST_NAMED ? ` and ${kept.length - MOST_NAMED} more` : '';
  const files = `${printCount(kept.length, 'file')} there ${kept.length === 1 ? 'was' : 'were'} not replaced`;
  sayFailed(
    files,
    `Someone has changed ${kept.slice(0, MOST_NAMED).join(', ')}${more} since. ${written}. Move the files that you want to replace, and export again.`,
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

/** Asks for a folder and writes there; returns whether it was written. */
const writeOut = async (out: Out, hasNotes: boolean): Promise<boolean> => {
  await saveEverything();
  const answer = await act(exchangeExport, { out, hasNotes });
  if (!answer.ok) return false;
  sayWritten(answer.value);
  return true;
};

/** Shows what is written for another tool, before a folder is chosen. */
const WriteOut = ({ out, close }: { readonly out: Out; readonly close: () => void }) => {
  const [hasNotes, setHasNotes] = useState(false);
  const { name, writes, cannotCarry } = outs[out];
  return (
    <FormDialog
      title={`Export to ${name}`}
      submitName="Choose a folder…"
      onSubmit={async () => {
        if (await writeOut(out, hasNotes)) close();
      }}
      onClose={close}
    >
      <p>Writes {writes}. A second export to the same folder writes only what has changed.</p>
      {cannotCarry !== null && <p className="quiet-words">Not included: {cannotCarry}.</p>}
      <Checkbox isSelected={hasNotes} onChange={setHasNotes}>
        With my own notes
      </Checkbox>
    </FormDialog>
  );
};

/** One command a tool. */
const writeOutCommands = forOutCommands(
  ({ out }) =>
    () =>
      openDialog('write out', ({ close }) => <WriteOut out={out} close={close} />),
);

/** Answers the commands on the archive as a whole: backups, check, encryption, and other tools. */
export const useArchiveCommands = (): void => {
  useCommands(backupCommands);
  useCommands(checkCommands);
  useCommands(bringInCommands);
  useCommands(writeOutCommands);
  useEncryptionCommands();
};
