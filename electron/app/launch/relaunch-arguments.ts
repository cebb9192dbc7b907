/**
 * The app's own options that say what to open; each is dropped with its value, as are files and folders that were
 * handed over.
 */
const opens = ['--reopen'];
const ownWithValue = ['--archive', '--user-data-dir'];

/**
 * Debugging switches that a development Electron was started with; a packaged app has none (see refused-switches.ts).
 */
const isDoor = (word: string): boolean => /^--?(?:inspect|remote-debugging)/u.test(word);

/** Joins each option and its value in one word: a relaunch by Chromium puts all options before all other words. */
const inOneWord = (words: readonly string[]): readonly string[] =>
  words.flatMap((word, at) => {
    if (ownWithValue.includes(words[at - 1] ?? '')) return [];
    return ownWithValue.includes(word) ? `${word}=${words[at + 1] ?? ''}` : word;
  });

/**
 * The arguments with which this app is restarted to show the locked archive of `folder`: those of this start, without
 * what it was given to open and without debugging switches.
 * @param argv of this start, the executable first
 * @param files handed over and not taken yet
 * @param isPackaged if false, the first word is the path at which a development Electron finds the app
 */
export const relaunchArguments = (
  argv: readonly string[],
  { folder, files }: { readonly folder: string; readonly files: readonly string[] },
  isPackaged: boolean,
): readonly string[] => {
  const end = argv.indexOf('--');
  const own = argv.slice(1, end === -1 ? undefined : end);
  const isValue = (at: number): boolean => [...ownWithValue, ...opens].includes(own[at - 1] ?? '');
  const isOption = (word: string): boolean => word.startsWith('-');
  const appAt = isPackaged ? -1 : own.findIndex((word, at) => !isOption(word) && !isValue(at));
  const kept = own.filter((word, at) => {
    if (at === appAt) return true;
    if (isOption(word))
      return !isDoor(word) && !opens.some((name) => word === name || word.startsWith(`${name}=`));
    return ownWithValue.includes(own[at - 1] ?? '');
  });
  return [...inOneWord(kept), `--reopen=${folder}`, ...files];
};

/**
 * The executable to restart. An AppImage is unpacked for one run only, so the AppImage file itself is started. A
 * program started from another AppImage inherits its variables too, so they are checked.
 */
export const relaunchedExecutable = (
  executable: string,
  env: Readonly<Record<string, string | undefined>>,
): string => {
  const { APPIMAGE, APPDIR } = env;
  return APPIMAGE && APPDIR && executable.startsWith(`${APPDIR}/`) ? APPIMAGE : executable;
};
