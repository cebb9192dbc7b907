import { z } from 'zod';
import { printAmount } from '#domain/backup/print-amount.ts';
import type { RestoreWhat } from '#domain/contract/backup.ts';
import { archiveIdSchema, articleIdSchema, memoIdSchema } from '#domain/ids.ts';
import { PAD_ID } from '#domain/pad/pad.ts';
import { ok } from '#domain/result.ts';
import { flag, needed, value } from '../../arguments/options.ts';
import { filled, noWords } from '../../arguments/words.ts';
import type { FileContext } from '../../command-context.ts';
import { defineFileCommand } from '../command.ts';

const wrongId = { error: 'must be an id' };
const schema = z
  .strictObject({
    words: noWords,
    from: filled,
    to: filled,
    snapshot: filled.optional(),
    id: z.string(wrongId).pipe(archiveIdSchema).optional(),
    article: z.string(wrongId).pipe(articleIdSchema).optional(),
    memo: z.string(wrongId).pipe(memoIdSchema).optional(),
    pad: z.boolean().optional(),
  })
  .refine(({ article, memo, pad }) => [article, memo, pad].filter((each) => each !== undefined).length <= 1, {
    error: 'takes one of --article, --memo, --pad',
  });

const whatOf = ({ article, memo, pad }: z.output<typeof schema>): RestoreWhat => {
  if (article !== undefined) return { kind: 'article', id: article };
  if (memo !== undefined) return { kind: 'memo', id: memo };
  return pad === true ? { kind: 'pad', id: PAD_ID } : { kind: 'archive' };
};

async function restoreBackup(context: FileContext, command: z.output<typeof schema>) {
  const { resolvePath, doBackupJob } = context;
  const [folder, to] = [resolvePath(command.from), resolvePath(command.to)];
  const place = { folder, archiveId: command.id ?? null, backupId: command.snapshot ?? null };
  const restore = (passphrase: string | null) => {
    const opened = passphrase === null ? place : { ...place, passphrase };
    return doBackupJob({ kind: 'restore', place: opened, what: whatOf(command), to });
  };
  const first = await restore(null);
  // The sources cited by a memo can only be found by reading it.
  const isEncrypted = !first.ok && first.error.code === 'archive-encrypted';
  const restored = isEncrypted ? await restore(await context.passphrase()) : first;
  if (!restored.ok) return restored;
  const { damaged } = restored.value;
  return ok({
    json: { folder: to, ...restored.value },
    plain: `${to}  ${printAmount(restored.value)}, all compared with the backup`,
    notices: damaged.map(
      (path) =>
        `${path} was left out: it is damaged in the backup, or its name is not allowed in the new folder.`,
    ),
    hasFailed: damaged.length > 0,
  });
}

export const restoreCommand = defineFileCommand(
  {
    name: 'restore',
    summary: 'Restores a backup to a new folder',
    example: 'restore --from /media/disk --to ~/cases/canal-restored',
    operands: '',
    options: {
      from: needed(value('DIR', 'the folder with the backups')),
      to: needed(value('NEW', 'a new or empty folder')),
      snapshot: value('BACKUP', 'which backup; by default the newest'),
      id: value('ARCHIVE', 'which archive, if DIR has several'),
      article: value('ID', 'only that article, with what it needs'),
      memo: value('ID', 'only that memo, with what it cites'),
      pad: flag('only the scratch pad'),
    },
    says: 'Restores the newest backup in DIR, or the one named by --snapshot, into the new or empty folder NEW, and compares every file by its hash. --article and --memo restore only that, with the tags, sources and cited articles that it needs; --pad only the scratch pad. If DIR has backups of several archives, name one with --id. Takes no --archive.',
    takesNoArchive: true,
  },
  schema,
  restoreBackup,
);
