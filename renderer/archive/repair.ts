import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { saveEverything } from '#renderer/bridge/unsaved-edits.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { sayDone, sayFailed, sayHint } from '#renderer/window/notices.ts';

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
  await saveEverything();
  const last = await request('check:last-repair', {});
  if (last.ok && last.value !== null) return takeBack(last.value.folder);
  sayHint('There is no repair to take back');
};

/** Does what the report says a repair would do. */
export const repairArchive = async (): Promise<void> => {
  await saveEverything();
  const answer = await act('check:repair', {});
  if (!answer.ok) return;
  const { folder, repaired } = answer.value;
  sayDone(`Repaired ${printCount(repaired.length, 'file')}; each is kept in the trash as it was`, {
    name: 'Take back',
    run: () => void takeBack(folder),
  });
};
