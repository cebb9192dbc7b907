import { resolve } from 'node:path';

/** How the app was started. */
export type LaunchOptions = {
  /** A window, or one command without any. */
  readonly mode: 'window' | 'command-line';
  /** The archive to open in the window; null: the one opened last. */
  readonly archiveFolder: string | null;
  /** The archive that was open when the app was locked and restarted; it is never created. */
  readonly reopens: string | null;
  /** Where settings, window state and log are kept; null: the system's place for them. */
  readonly userDataFolder: string | null;
  /** Whether an archive that the window creates begins with the sample; false with `--no-sample`. */
  readonly wantsSample: boolean;
  /** The command and its options, as they appear after `--cli --`. */
  readonly words: readonly string[];
};

/**
 * Reads the command line of the app: `--archive DIR`, `--reopen DIR` and `--user-data-dir DIR` (or with `=`). All other
 * words belong to Chromium. Relative folders are resolved against INIT_CWD, where npm was called, else against `cwd`.
 */
export function readLaunchOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): LaunchOptions {
  const end = argv.indexOf('--');
  const own = end === -1 ? argv : argv.slice(0, end);
  const folder = (name: string): string | null => {
    const value = optionValue(own, name);
    return value === null ? null : resolve(env.INIT_CWD ?? cwd, value);
  };
  return {
    mode: own.includes('--cli') ? 'command-line' : 'window',
    archiveFolder: folder('--archive'),
    reopens: folder('--reopen'),
    userDataFolder: folder('--user-data-dir'),
    wantsSample: !own.includes('--no-sample'),
    words: end === -1 ? [] : argv.slice(end + 1),
  };
}

/** The value of `name`, the last one if it occurs several times; null if it is missing or empty. */
function optionValue(argv: readonly string[], name: string): string | null {
  const joined = argv.findLast((argument) => argument.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1) || null;
  const at = argv.lastIndexOf(name);
  return (at === -1 ? undefined : argv[at + 1]) || null;
}
