import { z } from 'zod';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { printCount } from '#domain/print-count.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type ArchiveStats, checkArchive } from '../../../storage/check/check-archive.ts';
import type { FullFinding } from '../../../storage/check/findings.ts';
import type { CheckedPlace } from '../../../storage/check/read-one.ts';
import { asideFolderAt, type RepairedFile, repairArchive } from '../../../storage/check/repair-archive.ts';
import { findUnusedPictures, putAwayPictures } from '../../../storage/check/unused-pictures.ts';
import type { FileCodec } from '../../../storage/encryption/file-codec.ts';
import { codecForReading } from '../../../storage/encryption/open-encryption.ts';
import { hasArchiveFile } from '../../../storage/folder/inspect-folder.ts';
import { withLock } from '../../../storage/lock/with-lock.ts';
import { createStorageContext } from '../../../storage/storage-context.ts';
import { flag } from '../../arguments/options.ts';
import { noWords } from '../../arguments/words.ts';
import { answer, type CommandResult, type FileContext } from '../../command-context.ts';
import { defineFileCommand } from '../command.ts';

const schema = z
  .strictObject({ words: noWords, repair: z.boolean().default(false) })
  .transform(({ repair }) => ({ wantsRepair: repair }));

const printFinding = ({ file, says, isRepairable }: FullFinding): string =>
  `${file}\n    ${says}${isRepairable ? ' It can be repaired.' : ''}`;

const printUnused = (files: readonly string[]): readonly string[] =>
  files.length === 0
    ? []
    : [
        `${printCount(files.length, 'picture')} that nothing shows any more; --repair puts them away into the trash:`,
        ...files,
      ];

/** What was done to the archive. */
type Mended = { readonly repaired: readonly RepairedFile[]; readonly putAway: readonly RepairedFile[] };

/** What was found that can be mended. */
type Mendable = { readonly findings: readonly FullFinding[]; readonly unused: readonly string[] };

const nothingMended: Mended = { repaired: [], putAway: [] };

/** Looks at every file, and mends what can be mended where that is asked. */
async function check(context: FileContext, { wantsRepair }: z.output<typeof schema>): CommandResult {
  const { archiveFolder } = context;
  if (!hasArchiveFile(archiveFolder)) return err({ code: 'archive-not-found' });
  const codec = await codecOf(context);
  if (!codec.ok) return codec;
  const place = { root: archiveFolder, codec: codec.value };
  const first = await checkArchive(place);
  const unused = await findUnusedPictures(place);
  const mended = wantsRepair ? await mend(context, place, { ...first, unused }) : ok(nothingMended);
  if (!mended.ok) return mended;
  const { repaired, putAway } = mended.value;
  const { findings, stats } = repaired.length === 0 ? first : await checkArchive(place);
  const away = new Set(putAway.map(({ file }) => file));
  const unusedPictures = unused.filter((file) => !away.has(file));
  const told = findings.map(({ file, code, says, isRepairable }) => ({ file, code, says, isRepairable }));
  return ok({
    json: { files: stats.files, findings: told, unusedPictures, repaired, putAway },
    plain: [
      `${printCount(stats.files, 'file')} looked at, ${printCount(findings.length, 'finding')}`,
      ...findings.map(printFinding),
      ...printUnused(unusedPictures),
    ].join('\n'),
    notices: [
      ...repaired.map(({ file, keptAs }) => `${file} was repaired; as it was it is kept as ${keptAs}.`),
      ...putAway.map(({ file, keptAs }) => `${file} was put away as ${keptAs}.`),
    ],
    hasFailed: findings.length > 0,
  });
}

const codecOf = ({ archiveFolder, machine, passphrase }: FileContext): Promise<Result<FileCodec, AppError>> =>
  codecForReading(
    createStorageContext(archiveFolder, machine, () => {}),
    passphrase,
  );

/** With the lock in hand: nobody may have the archive open. */
const mend = async (
  { machine, modes, forcesLock }: FileContext,
  place: CheckedPlace,
  { findings, unused }: Mendable,
): Promise<Result<Mended, AppError>> => {
  const hasRepairs = findings.some(({ isRepairable }) => isRepairable);
  if (!hasRepairs && unused.length === 0) return ok(nothingMended);
  const { root: folder, codec } = place;
  return withLock({ folder, machine, modes, overrulesOtherHost: forcesLock }, async (locked) => {
    const storage = { ...locked, codec };
    const asideFolder = asideFolderAt(machine.nowMs());
    const repaired = await repairArchive(storage, findings, asideFolder);
    if (!repaired.ok) return repaired;
    // Looked for anew: before the lock was had, one of them may have been put into a memo.
    const stillUnused = unused.length === 0 ? [] : await findUnusedPictures(place);
    const putAway = await putAwayPictures(storage, stillUnused, asideFolder);
    return putAway.ok ? ok({ repaired: repaired.value, putAway: putAway.value }) : putAway;
  });
};

export const checkCommand = defineFileCommand(
  {
    name: 'check',
    summary: 'Checks every file, hash, passage and reference',
    example: 'check --json',
    operands: '',
    options: { repair: flag('repairs what needs no choice, after copying it to the trash') },
    says: 'Looks at every file of the archive: its shape, the hashes of texts and originals, where each passage stands, and whether what it refers to is there. Exit code 1 where anything is found. Names the pictures of articles and memos that nothing shows any more, which is no fault. With --repair it mends what needs no choice, after a copy of each file into the trash, and puts those pictures away there; else nothing is changed, and the archive may be open meanwhile.',
  },
  schema,
  check,
);

const statNames: { readonly [K in keyof ArchiveStats]: string } = {
  files: 'files',
  articles: 'articles',
  words: 'words',
  passages: 'passages',
  deletedPassages: 'deleted passages',
  tags: 'tags',
  sources: 'sources',
  tasks: 'tasks',
  openTasks: 'open tasks',
  memos: 'memos',
  sentMemos: 'memos that were sent',
  snapshots: 'snapshots',
  forms: 'forms',
  conflicts: 'conflicts to settle',
  trashedArticles: 'articles in the trash',
  trashedMemos: 'memos in the trash',
};

async function count(context: FileContext): CommandResult {
  const { archiveFolder } = context;
  if (!hasArchiveFile(archiveFolder)) return err({ code: 'archive-not-found' });
  const codec = await codecOf(context);
  if (!codec.ok) return codec;
  const { stats } = await checkArchive({ root: archiveFolder, codec: codec.value });
  const lines = Object.entries(stats).map(
    ([name, number]) => `${String(number).padStart(9)}  ${statNames[name as keyof ArchiveStats]}`,
  );
  return answer(stats, lines.join('\n'));
}

export const statsCommand = defineFileCommand(
  {
    name: 'stats',
    summary: 'Counts what the archive holds',
    example: 'stats --json',
    operands: '',
    options: {},
    says: 'Counts what the archive holds. Nothing is changed, and the archive may be open meanwhile.',
  },
  z.strictObject({ words: noWords }),
  count,
);
