import { z } from 'zod';
import {
  isNothing,
  MOST_UNASKED,
  planRepair,
  type RepairDone,
  type RepairPlan,
  type TakenBack,
} from '#domain/archive/plan-repair.ts';
import { nameOfRecoverable, recoveredAs } from '#domain/archive/recovered.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { printCount } from '#domain/print-count.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { isGitUnfinished } from '#electron/storage/folder/git-repository.ts';
import { type ArchiveStats, checkArchive } from '../../../storage/check/check-archive.ts';
import type { FullFinding } from '../../../storage/check/findings.ts';
import type { CheckedPlace } from '../../../storage/check/read-one.ts';
import { repairArchive } from '../../../storage/check/repair-archive.ts';
import { lastRepair } from '../../../storage/check/repair-note.ts';
import { takeBackRepair } from '../../../storage/check/take-back-repair.ts';
import { findUnusedPictures } from '../../../storage/check/unused-pictures.ts';
import type { FileCodec } from '../../../storage/encryption/file-codec.ts';
import { codecForReading } from '../../../storage/encryption/open-encryption.ts';
import { hasArchiveFile } from '../../../storage/folder/inspect-folder.ts';
import { withLock } from '../../../storage/lock/with-lock.ts';
import { createStorageContext, type StorageContext } from '../../../storage/storage-context.ts';
import { flag } from '../../arguments/options.ts';
import { noWords } from '../../arguments/words.ts';
import { answer, type FileContext } from '../../command-context.ts';
import { defineFileCommand } from '../command.ts';

type Asked = { readonly repair: boolean; readonly yes: boolean };

const schema = z
  .strictObject({
    words: noWords,
    repair: z.boolean().default(false),
    'dry-run': z.boolean().default(false),
    yes: z.boolean().default(false),
    'take-back': z.boolean().default(false),
  })
  .refine(({ repair, ...rest }) => !(repair && rest['take-back']), 'Use either --repair or --take-back.');

type Looked = {
  readonly findings: readonly FullFinding[];
  readonly stats: ArchiveStats;
  readonly plan: RepairPlan;
};

const look = async (place: CheckedPlace): Promise<Looked> => {
  const { findings, stats } = await checkArchive(place);
  return { findings, stats, plan: planRepair(findings, await findUnusedPictures(place, findings)) };
};

const printFinding = ({ file, says, isRepairable }: FullFinding): string =>
  `${file}\n    ${says}${isRepairable ? ' Precis can repair this.' : ''}`;

const printUnused = ({ pictures }: RepairPlan): readonly string[] =>
  pictures.length === 0
    ? []
    : [
        `${printCount(pictures.length, 'picture')} no longer in use; --repair moves them to the trash: `,
        ...pictures,
      ];

const printPlan = (plan: RepairPlan): readonly string[] =>
  isNothing(plan)
    ? ['A repair would change nothing.']
    : [
        'A repair would:',
        ...plan.restores.map((file) => `  restore the earlier version of ${file}`),
        ...plan.recovers.map(
          ({ file, kind, record }) => `  make the ${kind} “${nameOfRecoverable(record)}” again in ${file}`,
        ),
        ...plan.pictures.map((file) => `  move ${file} to the trash`),
      ];

/** Checks every file, and repairs what can be repaired if that was requested. */
async function check(context: FileContext, asked: z.output<typeof schema>) {
  const { archiveFolder } = context;
  if (!hasArchiveFile(archiveFolder)) return err({ code: 'archive-not-found' });
  const codec = await codecOf(context);
  if (!codec.ok) return codec;
  const place = {
    root: archiveFolder,
    codec: codec.value,
    isMergeStopped: isGitUnfinished(archiveFolder),
  };
  if (asked['take-back']) return takeBack(context, place);
  if (!asked.repair || asked['dry-run']) return tell(await look(place), asked, null);
  return mend(context, place, asked);
}

const codecOf = ({ archiveFolder, machine, passphrase }: FileContext): Promise<Result<FileCodec, AppError>> =>
  codecForReading(
    createStorageContext(archiveFolder, machine, () => {}),
    passphrase,
  );

const tell = ({ findings, stats, plan }: Looked, { repair, yes }: Asked, done: RepairDone | null) => {
  const told = findings.map(({ file, code, says, isRepairable }) => ({ file, code, says, isRepairable }));
  const repaired = done?.repaired ?? [];
  const putAway = done?.putAway ?? [];
  const isTooMuch = repair && !yes && done === null && plan.pictures.length > MOST_UNASKED;
  return ok({
    json: {
      files: stats.files,
      findings: told,
      unusedPictures: plan.pictures,
      plan: {
        ...plan,
        recovers: plan.recovers.map(({ file, kind, id, record }) => ({
          file,
          kind,
          id,
          name: nameOfRecoverable(record),
          isPlaceholder: recoveredAs(record) !== null,
        })),
      },
      repaired,
      putAway,
      keptIn: done?.folder ?? null,
    },
    plain: [
      `${printCount(stats.files, 'file')} checked, ${printCount(findings.length, 'finding')}`,
      ...findings.map(printFinding),
      ...printUnused(plan),
      ...(repair && done === null ? printPlan(plan) : []),
    ].join('\n'),
    notices: [
      ...repaired.map(({ file, keptAs }) =>
        keptAs === null
          ? `${file} was restored; it was missing.`
          : `${file} was repaired; the damaged file is kept as ${keptAs}.`,
      ),
      ...putAway.map(({ file, keptAs }) => `${file} was moved to ${keptAs}.`),
      ...(done === null ? [] : ['“precis check --take-back” undoes this repair.']),
      ...(isTooMuch
        ? [
            `Nothing was changed: the repair would move ${printCount(plan.pictures.length, 'picture')} to the trash. Add --yes to do it.`,
          ]
        : []),
    ],
    hasFailed: findings.length > 0 || isTooMuch,
  });
};

/** While the lock is held nobody else has the archive open, so the state that the plan is based on does not change. */
const whileLocked = <T>(
  { machine, modes, forcesLock, archiveFolder: folder }: FileContext,
  { codec }: CheckedPlace,
  work: (storage: StorageContext) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> =>
  withLock({ folder, machine, modes, overrulesOtherHost: forcesLock }, (locked) =>
    work({ ...locked, codec }),
  );

const mend = (context: FileContext, place: CheckedPlace, asked: Asked) =>
  whileLocked(context, place, async (storage) => {
    const looked = await look(place);
    const { plan } = looked;
    if (isNothing(plan)) return tell(looked, { ...asked, repair: false }, null);
    if (!asked.yes && plan.pictures.length > MOST_UNASKED) return tell(looked, asked, null);
    const done = await repairArchive(storage, plan);
    return done.ok ? tell(await look(place), asked, done.value) : done;
  });

const takeBack = (context: FileContext, place: CheckedPlace) =>
  whileLocked(context, place, async (storage) => {
    const last = await lastRepair(storage);
    if (last === null) return err({ code: 'nothing-to-undo' });
    const taken = await takeBackRepair(storage, last.folder);
    return taken.ok ? ok(tellTakenBack(taken.value, last.folder)) : taken;
  });

const tellTakenBack = (taken: TakenBack, folder: string) => ({
  json: taken,
  plain: [
    `Undid the repair of ${taken.repairedAt}: ${printCount(taken.back.length, 'file')} restored.`,
    ...taken.left.map(
      (file) => `${file} has changed since and was kept; the earlier file is in trash/${folder}.`,
    ),
  ].join('\n'),
  hasFailed: taken.left.length > 0,
});

export const checkCommand = defineFileCommand(
  {
    name: 'check',
    summary: 'Checks every file, hash, passage and reference',
    example: 'check --json',
    operands: '',
    options: {
      repair: flag('repairs what needs no choice, after copying each file to the trash'),
      'dry-run': flag('with --repair: only shows what it would do'),
      yes: flag(`with --repair: moves more than ${MOST_UNASKED} unused pictures`),
      'take-back': flag('undoes the last repair'),
    },
    says: `Checks every file of the archive: its shape, the hashes of texts and originals, the place of each passage, and every reference. The exit code is 1 if anything is found. Unused pictures are listed, but are not a fault. Nothing is changed, and the archive may be open. --repair first restores files that have an intact copy, then makes missing tags, sources, events and tasks again that something refers to, and moves unused pictures to the trash. It removes no reference. Each file is first copied to the trash. More than ${MOST_UNASKED} pictures need --yes.`,
    needsNoPages: true,
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
  sentMemos: 'sent memos',
  snapshots: 'snapshots',
  forms: 'forms',
  boards: 'boards',
  conflicts: 'conflicts to settle',
  trashedArticles: 'articles in the trash',
  trashedMemos: 'memos in the trash',
};

async function count(context: FileContext) {
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
    summary: 'Counts what the archive contains',
    example: 'stats --json',
    operands: '',
    options: {},
    says: 'Counts what the archive contains. Nothing is changed, and the archive may be open.',
    needsNoPages: true,
  },
  z.strictObject({ words: noWords }),
  count,
);
