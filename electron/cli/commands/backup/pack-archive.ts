import { z } from 'zod';
import { printAmount } from '#domain/backup/print-amount.ts';
import { ok } from '#domain/result.ts';
import { needed, value } from '../../arguments/options.ts';
import { filled, noWords, oneWord } from '../../arguments/words.ts';
import { answer, type FileContext } from '../../command-context.ts';
import { defineFileCommand } from '../command.ts';

const packSchema = z
  .strictObject({
    words: noWords,
    to: filled.refine((to) => to.toLowerCase().endsWith('.zip'), { error: 'must end in .zip' }),
  })
  .transform(({ to }) => ({ to }));

async function exportArchive(context: FileContext, { to }: z.output<typeof packSchema>) {
  const job = { kind: 'pack', root: context.archiveFolder, to: context.resolvePath(to) } as const;
  const packed = await context.doBackupJob(job);
  if (!packed.ok) return packed;
  return answer(packed.value, `${packed.value.file}  ${printAmount(packed.value)}`);
}

export const exportArchiveCommand = defineFileCommand(
  {
    name: 'export-archive',
    summary: 'Packs the whole archive into one zip',
    example: 'export-archive --to canal.zip',
    operands: '',
    options: { to: needed(value('FILE.zip', 'the new zip file')) },
    says: 'Packs the whole archive into one zip, and verifies it. The archive may be open. An existing file is not replaced.',
  },
  packSchema,
  exportArchive,
);

const unpackSchema = z
  .strictObject({ words: oneWord('FILE.zip'), to: filled })
  .transform(({ words: [file], to }) => ({ file, to }));

async function unpackArchive(context: FileContext, { file, to }: z.output<typeof unpackSchema>) {
  const folder = context.resolvePath(to);
  const job = { kind: 'unpack', file: context.resolvePath(file), to: folder } as const;
  const unpacked = await context.doBackupJob(job);
  if (!unpacked.ok) return unpacked;
  const { files, bytes } = unpacked.value;
  return ok({
    json: { folder, files, bytes },
    plain: `${folder}  ${printAmount(unpacked.value)}`,
    hasFailed: false,
  });
}

export const unpackCommand = defineFileCommand(
  {
    name: 'unpack-archive',
    summary: 'Unpacks the zip of an archive',
    example: 'unpack-archive canal.zip --to ~/cases/canal',
    operands: 'FILE.zip',
    options: { to: needed(value('NEW', 'a new or empty folder')) },
    says: 'Unpacks the zip of an archive into the folder NEW, which must be new or empty. A zip with anything else in it is refused. Takes no --archive.',
    takesNoArchive: true,
  },
  unpackSchema,
  unpackArchive,
);
