import { err, ok } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

/** The use cases of the folder that is watched for files to import. */
export const createInboxHandlers = ({
  inbox,
  archivePlaces,
}: Pick<HandlerDeps, 'inbox' | 'archivePlaces'>): HandlersOn<'inbox'> => ({
  'inbox:state': async () => ok(inbox.state()),

  /** Fails `inbox-refused`, and `cancelled` where no folder was chosen; then what was watched before still is. */
  'inbox:choose': async () => {
    const folder = await archivePlaces.chooseInbox();
    return folder === null ? err({ code: 'cancelled' }) : inbox.choose(folder);
  },

  'inbox:stop': async () => {
    await inbox.stop();
    return ok(null);
  },
});
