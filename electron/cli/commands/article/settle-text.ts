import { z } from 'zod';
import { acceptedTextSchema } from '#domain/article/annotations.ts';
import { articleAcceptText, articleRestoreText } from '#domain/contract/article.ts';
import { needed, value } from '../../arguments/options.ts';
import { filled, oneWord } from '../../arguments/words.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { defineCommand } from '../command.ts';
import { findId } from '../find-id.ts';

const restoreSchema = z.strictObject({ words: oneWord('ID') }).transform(({ words: [id] }) => ({ id }));

const acceptSchema = z
  .strictObject({ words: oneWord('ID'), because: filled.pipe(acceptedTextSchema.shape.reason) })
  .transform(({ words: [id], because }) => ({ id, because }));

type AcceptInput = z.output<typeof acceptSchema>;

/** Rebuilds the text of an article from its original. */
async function restoreText(context: CommandContext, { id }: z.output<typeof restoreSchema>) {
  const articleId = await findId(context, 'article', id);
  if (!articleId.ok) return articleId;
  const restored = await context.call(articleRestoreText, { articleId: articleId.value });
  return restored.ok ? answer({ id, textState: 'intact' }, `${id}  as it was imported`) : restored;
}

/** Records the reason why a changed text is used. */
async function acceptText(context: CommandContext, command: AcceptInput) {
  const { id, because: reason } = command;
  const articleId = await findId(context, 'article', id);
  if (!articleId.ok) return articleId;
  const accepted = await context.call(articleAcceptText, { articleId: articleId.value, reason });
  return accepted.ok ? answer({ id, textState: 'accepted' }, `${id}  accepted as changed`) : accepted;
}

export const restoreTextCommand = defineCommand(
  {
    name: 'restore-text',
    summary: 'Restores the text of an article from its original',
    example: 'restore-text 0190a2c0',
    operands: 'ID',
    options: {},
    says: 'Restores the text of an article from its original, if it was changed after the import.',
  },
  restoreSchema,
  restoreText,
);

export const acceptTextCommand = defineCommand(
  {
    name: 'accept-text',
    summary: 'Records why a changed text is used',
    example: 'accept-text 0190a2c0 --because "Corrected by the publisher"',
    operands: 'ID',
    options: { because: needed(value('TEXT', 'gives the reason, which is printed with the text')) },
    says: 'Accepts a changed text with a reason. You can then quote it, under its own hash. The reason is printed with it.',
  },
  acceptSchema,
  acceptText,
);
