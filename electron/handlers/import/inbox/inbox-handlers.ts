import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { InboxState } from '#domain/contract/inbox.ts';
import type { InboxPlan } from '#domain/inbox/inbox-plan.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../../handler-deps.ts';

type Deps = Pick<HandlerDeps, 'inbox' | 'archivePlaces' | 'archive' | 'desktop'>;

/** The article of the last page from the browser, with its present title; null if it no longer exists. */
const lastKept = async (
  { archive }: Pick<Deps, 'archive'>,
  last: InboxPlan['lastKept'],
): Promise<InboxState['lastKept']> => {
  if (last === undefined) return null;
  const [record, said] = [await archive.article(last.articleId), await archive.annotations(last.articleId)];
  if (!record.ok || !said.ok) return null;
  return { ...last, title: effectiveBibliography(record.value.article, said.value.about).title };
};

/** Fails if the disk is full, or the folder can't be written. */
const made = async (make: () => Promise<string>): Promise<Result<string, AppError>> => {
  try {
    return ok(await make());
  } catch {
    return err({ code: 'file-unreadable' });
  }
};

/** The use cases of the folder that is watched for files to import. */
export const createInboxHandlers = (deps: Deps): HandlersOn<'inbox'> => {
  const { inbox, archivePlaces, desktop } = deps;
  return {
    'inbox:state': async () => {
      const state = inbox.state();
      return ok({
        ...state,
        keepFolder: archivePlaces.keepFolder,
        lastKept: await lastKept(deps, state.lastKept),
      });
    },

    /**
     * Fails with `inbox-refused`, and with `cancelled` if no folder was chosen; the folder watched before is then kept.
     */
    'inbox:choose': async () => {
      const folder = await archivePlaces.chooseInbox();
      return folder === null ? err({ code: 'cancelled' }) : inbox.choose(folder);
    },

    /** Fails with `inbox-refused`. */
    'inbox:watch-browser': async () => {
      const folder = await made(() => archivePlaces.makeKeepFolder());
      return folder.ok ? inbox.choose(folder.value) : folder;
    },

    'inbox:label': async ({ label }) => {
      await inbox.labelBy(label);
      return ok(null);
    },

    'inbox:show-extension': async () => {
      const folder = await made(() => archivePlaces.makeExtension());
      if (!folder.ok) return folder;
      desktop.revealFile(folder.value);
      return ok({ folder: folder.value });
    },

    'inbox:stop': async () => {
      await inbox.stop();
      return ok(null);
    },
  };
};
