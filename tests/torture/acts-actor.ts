// A program that does something to the archive in the folder that is its second argument, and is killed just before the
// nth change that it makes on the disk; n is its third argument, 0 for never. It writes a line for each act that was
// acknowledged to it, and at the end how many changes it made.
import { randomUUID } from 'node:crypto';
import { createSampleHandlers } from '#electron/handlers/sample/sample-handlers.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { checkByCommand } from '../support/damages/check-by-command.ts';
import { listsInProcess } from '../support/workbench/lists-in-process.ts';
import { succeed } from '../support/workbench/results.ts';
import { killBeforeChange } from './kill-before-change.ts';

const [act = '', folder = '', last = '0'] = process.argv.slice(2);
const machine = { nowMs: Date.now, newId: randomUUID };

/** Removes the sample, and takes that back. */
const removeSample = async (): Promise<number> => {
  const archive = succeed(await openArchive({ folder, machine }));
  const lists = listsInProcess(archive, machine);
  await lists.catalogue.ready;
  const changes = killBeforeChange(Number(last));
  succeed(await createSampleHandlers({ archive, catalogue: lists.catalogue, machine })['sample:remove']({}));
  acknowledge(`removed ${changes()}`);
  succeed(await archive.undo());
  acknowledge('undone');
  const made = changes();
  await lists.close();
  await archive.close();
  return made;
};

const check = async (asked: Readonly<Record<string, boolean>>): Promise<number> => {
  const changes = killBeforeChange(Number(last));
  await checkByCommand(folder, asked);
  return changes();
};

/** To the pipe by the number of its descriptor would be counted as a change on the disk. */
function acknowledge(what: string): void {
  process.stdout.write(`${what}\n`);
}

const acts: Readonly<Record<string, () => Promise<number>>> = {
  'remove-sample': removeSample,
  repair: () => check({ repair: true, yes: true }),
  'take-back': () => check({ 'take-back': true }),
};
const made = await acts[act]?.();
acknowledge(String(made));
