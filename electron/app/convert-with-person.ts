import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Dialogs } from '#electron/platform/dialogs.ts';
import { log } from '#electron/platform/log.ts';
import { thisMachine } from '#electron/platform/this-machine.ts';
import type { Side } from '#electron/storage/encryption/convert/conversion-record.ts';
import { type Converted, convertArchive } from '#electron/storage/encryption/convert/convert-archive.ts';
import { type FileModes, privateModes, sharedModes } from '#electron/storage/file/write/file-modes.ts';
import { withLock } from '#electron/storage/lock/with-lock.ts';
import { archiveTrouble } from './archive/archive-trouble.ts';
import type { LockPage } from './lock-page.ts';

type Conversion = {
  readonly folder: string;
  readonly to: Side;
  readonly passphrase: string;
  readonly isShared: boolean;
};

/**
 * Converts an archive that was closed for this purpose, while the page shows the progress. If cancelled, the conversion
 * is reversed; if it fails, the person is told, and opening the archive continues the conversion.
 */
export async function convertWithPerson(
  conversion: Conversion,
  page: LockPage,
  dialogs: Dialogs,
): Promise<void> {
  const { folder, to } = conversion;
  const cancelling = new AbortController();
  page.onCancel(() => cancelling.abort());
  const first = await convertOnce(conversion, to, page, cancelling);
  const back = to === 'encrypted' ? 'clear' : 'encrypted';
  const isCancelled = !first.ok && first.error.code === 'cancelled';
  const converted = isCancelled ? await convertOnce(conversion, back, page, null) : first;
  // The conversion was cancelled before a file was touched.
  if (!converted.ok && isCancelled && isOnSide(converted.error, back)) return;
  if (converted.ok) return sayWhatIsLeft(converted.value, dialogs);
  log.warn(`the archive could not be converted: ${converted.error.code}`);
  const { message, detail } = archiveTrouble(converted.error, folder);
  await dialogs.ask({ kind: 'error', message, detail, buttons: ['Continue'], defaultButton: 0 });
}

const isOnSide = ({ code }: AppError, side: Side): boolean =>
  code === (side === 'encrypted' ? 'already-encrypted' : 'not-encrypted');

/** @param cancelling null while a conversion is being reversed, which can't be cancelled */
const convertOnce = (
  { folder, passphrase, isShared }: Conversion,
  to: Side,
  page: LockPage,
  cancelling: AbortController | null,
): ReturnType<typeof convertArchive> => {
  const modes: FileModes = isShared ? sharedModes : privateModes;
  const course = cancelling === null ? 'undone' : 'begun';
  const { signal } = cancelling ?? new AbortController();
  const onProgress = (done: number, total: number): void =>
    page.show({ kind: 'converting', to, done, total, course });
  // The number of files is not known yet.
  onProgress(0, 0);
  return withLock({ folder, machine: thisMachine, modes }, (context) =>
    convertArchive(
      context,
      { to, passphrase: async () => passphrase },
      { signal, onProgress: every(25, onProgress) },
    ),
  );
};

/** The page gets one progress message per this many files. */
const every =
  (count: number, tell: (done: number, total: number) => void) =>
  (done: number, total: number): void => {
    if (done % count === 0 || done === total) tell(done, total);
  };

const sayWhatIsLeft = async (
  { unopened, unproven, foreign }: Pick<Converted, 'unopened' | 'unproven' | 'foreign'>,
  dialogs: Dialogs,
): Promise<void> => {
  const left = [
    ...unopened.map((file) => `${file} could not be opened and was not changed. The key is kept for it.`),
    ...unproven.map(
      (file) =>
        `${file} was unencrypted in the encrypted archive, so its origin is unknown. The file was not changed.`,
    ),
    ...foreign.map(
      (name) => `${name} may contain earlier, unencrypted versions of the files. Precis does not change it.`,
    ),
  ];
  if (left.length === 0) return;
  await dialogs.ask({
    kind: 'question',
    message: 'Some files could not be converted.',
    detail: left.join('\n'),
    buttons: ['Continue'],
    defaultButton: 0,
  });
};
