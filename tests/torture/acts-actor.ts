// A program that does something to the archive in the folder that is its second argument, and is killed just before the
// nth change that it makes on the disk; n is its third argument, 0 for never. It writes a line for each act that was
// acknowledged to it, and at the end how many changes it made.
import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import { type EventId, newEventIdSchema } from '#domain/ids.ts';
import { createEventHandlers } from '#electron/handlers/event/event-handlers.ts';
import type { HandlerDeps } from '#electron/handlers/handler-deps.ts';
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

/**
 * Makes an event, for which a further file is opened, and another; changes the first, which takes what it says off an
 * event of the first file that was merged into it; and takes that back.
 */
const changeEvents = async (): Promise<number> => {
  const archive = succeed(await openArchive({ folder, machine }));
  const [old] = succeed(await archive.events()).events;
  if (old === undefined) throw new Error('There is no event.');
  const changes = killBeforeChange(Number(last));
  const events = createEventHandlers({ archive, machine } as HandlerDeps);
  const add = async (title: string): Promise<EventId> => {
    const said = { title, date: edtfSchema.parse('2024-04-19'), certainty: 'stated', note: '' } as const;
    const eventId = newEventIdSchema.parse(uuidv7());
    succeed(await events['event:add']({ ...said, eventId, concernedIds: [], sayings: [] }));
    acknowledge(`event ${title}`);
    return eventId;
  };
  const eventId = await add('First');
  await add('Second');
  succeed(await events['event:merge']({ eventId, eventIds: [old.id] }));
  succeed(
    await events['event:change']({ eventId, change: { title: 'Changed', note: '' }, editId: 'change' }),
  );
  acknowledge('event Changed');
  succeed(await archive.undo());
  succeed(await archive.undo());
  acknowledge('undone');
  const made = changes();
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
  'change-events': changeEvents,
  repair: () => check({ repair: true, yes: true }),
  'take-back': () => check({ 'take-back': true }),
};
const made = await acts[act]?.();
acknowledge(String(made));
