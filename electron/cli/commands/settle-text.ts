import { articleIdSchema } from '#domain/ids.ts';
import type { AcceptTextCommand, RestoreTextCommand } from '../command.ts';
import { answer, type CommandContext, type CommandResult, noSuch } from '../command-context.ts';

/** Makes the text of an article anew from its original. */
export async function restoreText({ call }: CommandContext, { id }: RestoreTextCommand): CommandResult {
  const articleId = articleIdSchema.safeParse(id);
  if (!articleId.success) return noSuch('article', id);
  const restored = await call('article:restore-text', { articleId: articleId.data });
  return restored.ok ? answer({ id, textState: 'intact' }, `${id}  as it was imported`) : restored;
}

/** Keeps why a changed text is used. */
export async function acceptText({ call }: CommandContext, command: AcceptTextCommand): CommandResult {
  const { id, because: reason } = command;
  const articleId = articleIdSchema.safeParse(id);
  if (!articleId.success) return noSuch('article', id);
  const accepted = await call('article:accept-text', { articleId: articleId.data, reason });
  return accepted.ok ? answer({ id, textState: 'accepted' }, `${id}  used as it is`) : accepted;
}
