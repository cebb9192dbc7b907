import type { CommandId } from '#domain/command/command-table.ts';
import {
  type CheckReport,
  checkLastRepair,
  checkRepair,
  checkRun,
  checkTakeBack,
} from '#domain/contract/check.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { saveEverything } from '#renderer/bridge/unsaved-edits.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { sayDone, sayFailed, sayHint } from '#renderer/window/notices.ts';
import styles from './check.module.css';

/** At most this many findings and files are named. */
const MOST_NAMED = 200;

const Findings = ({ findings }: Pick<CheckReport, 'findings'>) => (
  <ul className={styles.list} aria-label="Findings">
    {findings.slice(0, MOST_NAMED).map(({ file, says, title }, index) => (
      // Findings have no id, and their order never changes.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <li key={index}>
        {title !== null && <strong>{title}</strong>}
        <span>{says}</span>
        <code>{file}</code>
      </li>
    ))}
    {findings.length > MOST_NAMED && <li>{findings.length - MOST_NAMED} more: see precis check.</li>}
  </ul>
);

const Plan = ({ report }: { readonly report: CheckReport }) => {
  const { restores, recovers } = report;
  if (restores.length + recovers.length === 0)
    return (
      <p>Precis can’t repair anything here without your decision. See Review, or restore from a backup.</p>
    );
  return (
    <section aria-label="What the repair does">
      <h3>What the repair does</h3>
      <ul className={styles.plan}>
        {restores.length > 0 && (
          <li>Restores the copy of {printCount(restores.length, 'damaged or missing file')}.</li>
        )}
        {recovers.length > 0 && (
          <li>
            Makes{' '}
            {printCount(
              recovers.length,
              'lost tag, source, event or task',
              'lost tags, sources, events and tasks',
            )}{' '}
            again, because something refers to them. What keeps no name is named “Recovered…”, and is in
            Review.
          </li>
        )}
        <li>Keeps a copy of each file in the trash. You can undo the repair at any time.</li>
      </ul>
    </section>
  );
};

type ReportProps = { readonly report: CheckReport; readonly close: () => void };

const Report = ({ report, close }: ReportProps) => {
  const { files, findings, restores, recovers } = report;
  const mayRepair = restores.length + recovers.length > 0;
  const repair = (): void => {
    close();
    void repairArchive();
  };
  return (
    <Dialog
      title="Check of the archive"
      isOpen
      isMedium
      onClose={close}
      actions={
        <>
          <Button autoFocus={!mayRepair} onPress={close}>
            Close
          </Button>
          {mayRepair && (
            <Button variant="primary" onPress={repair}>
              Repair
            </Button>
          )}
        </>
      }
    >
      <div className={styles.report}>
        <p role="status">
          {printCount(files, 'file')} checked,{' '}
          {findings.length === 0 ? 'no problems found.' : printCount(findings.length, 'finding')}
        </p>
        {findings.length > 0 && <Findings findings={findings} />}
        {findings.length > 0 && <Plan report={report} />}
      </div>
    </Dialog>
  );
};

/** Checks every file, and shows the findings with the offer to repair them. */
const checkArchive = async (): Promise<void> => {
  await saveEverything();
  const answer = await act(checkRun, {});
  if (answer.ok) openDialog('check', ({ close }) => <Report report={answer.value} close={close} />);
};

/** The commands on the archive's integrity. */
export const checkCommands: Readonly<Partial<Record<CommandId, () => void>>> = {
  'archive.check': () => void checkArchive(),
  'archive.take-back-repair': () => void takeBackLastRepair(),
};

const takeBack = async (folder: string): Promise<void> => {
  const answer = await act(checkTakeBack, { folder });
  if (!answer.ok) return;
  const { back, left } = answer.value;
  if (left.length === 0)
    sayDone(`Repair undone: ${printCount(back.length, 'file')} restored, with your later changes`);
  else
    sayFailed(
      `${printCount(left.length, 'file')} stayed as repaired`,
      `Precis does not restore damaged files, and keeps later changes: ${left.slice(0, 5).join(', ')}. The damaged bytes are in the trash folder.`,
    );
};

/** Undoes the last repair, whenever it was made. */
const takeBackLastRepair = async (): Promise<void> => {
  await saveEverything();
  const last = await request(checkLastRepair, {});
  if (last.ok && last.value !== null) return takeBack(last.value.folder);
  sayHint('There is no repair to undo');
};

/** Makes the repairs that the report lists. */
export const repairArchive = async (): Promise<void> => {
  await saveEverything();
  const answer = await act(checkRepair, {});
  if (!answer.ok) return;
  const { folder, repaired } = answer.value;
  sayDone(`Repaired ${printCount(repaired.length, 'file')}; the earlier files are in the trash`, {
    name: 'Undo',
    run: () => void takeBack(folder),
  });
};
