import { create } from 'zustand';
import type { CommandId } from '#domain/command/command-table.ts';
import type { CheckReport } from '#domain/contract/check.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { retryUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { sayDone, sayFailed, sayHint } from '#renderer/window/notices.ts';

/** What the last check found, as long as its dialog is open. */
export const useCheckReport = create<{ readonly report: CheckReport | null }>(() => ({ report: null }));
export const closeReport = (): void => useCheckReport.setState({ report: null });

/** What is typed belongs to the archive. */
const saveFirst = async (): Promise<void> => {
  await flushAll();
  await retryUnsavedEdits();
};

/** Looks at every file, and shows what was found. */
const checkArchive = async (): Promise<void> => {
  await saveFirst();
  const answer = await act('check:run', {});
  if (answer.ok) useCheckReport.setState({ report: answer.value });
};

const takeBack = async (folder: string): Promise<void> => {
  const answer = await act('check:take-back', { folder });
  if (!answer.ok) return;
  const { back, left } = answer.value;
  if (left.length === 0)
    sayDone(`Took back the repair: ${printCount(back.length, 'file')} as before, with your changes since`);
  else
    sayFailed(
      `${printCount(left.length, 'file')} stayed as repaired`,
      `Precis would restore damaged files again, and keeps what was changed since: ${left.slice(0, 5).join(', ')}. The damaged bytes are in the trash folder.`,
    );
};

/** Takes the last repair back, whenever it was made. */
export const takeBackLastRepair = async (): Promise<void> => {
  await saveFirst();
  const last = await request('check:last-repair', {});
  if (last.ok && last.value !== null) return takeBack(last.value.folder);
  sayHint('There is no repair to take back');
};

/** Does what the report says a repair would do. */
export const repairArchive = async (): Promise<void> => {
  closeReport();
  await saveFirst();
  const answer = await act('check:repair', {});
  if (!answer.ok) return;
  const { folder, repaired } = answer.value;
  sayDone(`Repaired ${printCount(repaired.length, 'file')}; each is kept in the trash as it was`, {
    name: 'Take back',
    run: () => void takeBack(folder),
  });
};

/** The acts on the archive's soundness that have a name. */
export const checkCommands: Readonly<Partial<Record<CommandId, () => void>>> = {
  'archive.check': () => void checkArchive(),
  'archive.take-back-repair': () => void takeBackLastRepair(),
};
