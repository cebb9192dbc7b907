/** Runs the commands that open an archive: loaded only for those. */
import { resolve } from 'node:path';
import type { EncryptionNotice } from '#domain/archive/encryption-state.ts';
import type { Events } from '#domain/contract/events.ts';
import type { Handlers } from '#domain/contract/requests.ts';
import { callHandler } from '#electron/ipc/create-dispatcher.ts';
import type { createUseCases as CreateUseCases, UseCases } from '../app/create-use-cases.ts';
import { openIndex } from '../app/open-index.ts';
import { createArticleLists } from '../handlers/article/article-lists.ts';
import type { Emit } from '../handlers/handler-deps.ts';
import { createIndexHandlers } from '../handlers/shared/index-handlers.ts';
import { bugLogging, log } from '../platform/log.ts';
import { thisMachine } from '../platform/this-machine.ts';
import type { StateDamage } from '../ports/local-state.ts';
import { openArchive } from '../storage/open-archive.ts';
import type { CommandLine } from './arguments/parse-command-line.ts';
import { createCliDesktop } from './cli-desktop.ts';
import type { CommandContext, CommandResult } from './command-context.ts';
import type { CommandLineStart, Terminal } from './command-line-start.ts';
import { listenForInterrupt } from './listen-for-interrupt.ts';
import { printAnswer } from './output/print-answer.ts';
import type { ProgressLine } from './output/progress-line.ts';
import { write } from './output/write.ts';
import { askPassphrase } from './passphrase/ask-passphrase.ts';

function sayRepaired({ file, quarantinedAs, hasBackup, isInClear }: Events['file-repaired']): void {
  const taken = hasBackup ? 'its earlier version is used' : 'it had no earlier version';
  const harm = isInClear === true ? 'is unencrypted in an encrypted archive and was not read' : 'was damaged';
  const said = quarantinedAs === null ? 'is missing' : harm;
  const kept = quarantinedAs === null ? '' : ` Its bytes are kept as ${quarantinedAs}.`;
  void write(process.stderr, `precis: ${file} ${said}; ${taken}.${kept}\n`);
}

function sayEncryption(notice: EncryptionNotice): void {
  if (notice.kind === 'claim-refused') {
    void write(
      process.stderr,
      'precis: archive.json no longer said that this archive is encrypted. The archive stays encrypted; nothing was decrypted.\n',
    );
    return;
  }
  const left = notice.left.map((file) => ` ${file} is not encrypted. Precis neither read nor changed it.`);
  void write(
    process.stderr,
    `precis: encrypting the archive was interrupted, and is now complete.${left.join('')}\n`,
  );
}

function sayAttributesAdded(): void {
  const added = '.gitattributes was added to the archive';
  void write(
    process.stderr,
    `precis: ${added}: Git does not convert its files, and leaves merging to precis merge.\n`,
  );
}

function saySettingsDamaged({ fileName, keptAs }: StateDamage): void {
  const kept = keptAs === null ? '' : ` The file is kept as ${keptAs}.`;
  void write(process.stderr, `precis: ${fileName} could not be read; the default settings apply.${kept}\n`);
}

/** Of the events for the window, shows those that a person at the terminal waits for. */
const showReading =
  (progress: ProgressLine): Emit =>
  (name, event) => {
    if (name !== 'ocr-progress') return;
    const { done, total } = event as Events['ocr-progress'];
    progress.show('Reading scanned pages', done, total);
  };

/** There is nobody to answer a dialog. */
const noDialogs = { openFiles: async () => [], openFolder: async () => null };

type OnDemand = {
  readonly handlersOf: (name: string) => Promise<Handlers>;
  close(): Promise<void>;
};

/** Handlers of the index are available at once; all others are loaded with the use cases at their first call. */
const createOnDemand = (
  given: Omit<Parameters<typeof CreateUseCases>[0], 'dialogs'>,
  getReady: CommandLineStart['getReady'],
): OnDemand => {
  const { archive, index, local } = given;
  const { catalogue } = index;
  const lists: Partial<Handlers> = {
    ...createIndexHandlers({ catalogue }),
    ...createArticleLists({ catalogue, local }),
  };
  let loading: Promise<UseCases> | null = null;
  const loadAll = (): Promise<UseCases> => {
    loading ??= Promise.all([import('../app/create-use-cases.ts'), getReady()]).then(([{ createUseCases }]) =>
      createUseCases({ ...given, dialogs: noDialogs }),
    );
    return loading;
  };
  return {
    // A name that is among the lists has its handler there.
    handlersOf: async (name) => (name in lists ? (lists as Handlers) : (await loadAll()).handlers),
    async close() {
      if (loading !== null) return (await loading).close();
      await index.close();
      await archive.close();
    },
  };
};

/**
 * Opens the archive, runs the command, and prints its answer while the archive is still open, since a long list is read
 * while it is printed.
 */
export async function runOnArchive(
  { archive: folder, command, run, forcesLock, format }: Extract<CommandLine, { kind: 'archive' }>,
  { workingFolder, local, indexFolder, isArchiveShared, writer, getReady }: CommandLineStart,
  { passphrase, progress }: Terminal,
): CommandResult {
  const resolvePath = (path: string) => resolve(workingFolder, path);
  if (local.damage !== null) saySettingsDamaged(local.damage);
  const opened = await openArchive({
    folder: resolvePath(folder),
    machine: thisMachine,
    create: command.createsArchive ?? false,
    isShared: isArchiveShared,
    passphrase,
    onConversion: (_to, done, total) => progress.show('Converting the files', done, total),
    writer,
    overrulesOtherHost: forcesLock,
    onAttributesAdded: sayAttributesAdded,
    onSystemError: (cause) => log.error('the archive could not be opened', cause),
  });
  if (!opened.ok) return opened;
  if (opened.value.encryptionNotice !== null) sayEncryption(opened.value.encryptionNotice);
  opened.value.onRepaired(sayRepaired);
  const { desktop, exportTo, importFrom } = createCliDesktop();
  const archive = opened.value;
  // The commands that create archives import files: the index then has its own process, so that the import goes on.
  const index = openIndex({ archive, local, indexFolder, isHere: command.createsArchive !== true });
  const useCases = createOnDemand({ archive, index, desktop, local, emit: showReading(progress) }, getReady);
  try {
    const whenListed = (): Promise<void> => index.catalogue.ready;
    if (!command.readsOneArticle) await whenListed();
    const call: CommandContext['call'] = async (request, input) =>
      callHandler({ handlers: await useCases.handlersOf(request.name), ...bugLogging }, request, input);
    const { newId } = thisMachine;
    const asks = { askHidden: askPassphrase, listenForInterrupt };
    const answered = await run({
      call,
      whenListed,
      showProgress: progress.show,
      newId,
      resolvePath,
      ...asks,
      exportTo,
      importFrom,
    });
    progress.clear();
    if (answered.ok) await printAnswer(answered.value, format);
    return answered;
  } finally {
    await useCases.close();
  }
}
