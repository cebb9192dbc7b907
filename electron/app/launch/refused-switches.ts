/**
 * Switches of Chromium and Electron that open a door into the pages, take them out of the sandbox, run other code, or let
 * something leave the machine. A packaged app does not start with any of them: what reads an archive is the app that was
 * installed, and nothing beside it.
 */
const refused = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-targets',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'js-flags',
  'wait-for-debugger',
  'wait-for-debugger-children',
  'load-extension',
  'disable-extensions-except',
  'disable-web-security',
  'disable-site-isolation-trials',
  'disable-features',
  'enable-blink-features',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'unsafely-treat-insecure-origin-as-secure',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'proxy-auto-detect',
  'proxy-bypass-list',
  'auth-server-whitelist',
  'auth-negotiate-delegate-whitelist',
  'log-net-log',
  'ssl-key-log-file',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'zygote-cmd-prefix',
  'gpu-launcher',
  'renderer-startup-dialog',
  'utility-startup-dialog',
  'register-pepper-plugins',
  'enable-crash-reporter',
  'crash-reporter-url',
  'single-process',
  'disable-seccomp-filter-sandbox',
  'disable-namespace-sandbox',
  'disable-setuid-sandbox',
  'allow-sandbox-debugging',
  'no-sandbox',
] as const;

/**
 * The switches among `argv` that a packaged app refuses, each once, without dashes and value; none behind `--`.
 * @param isRoot on Linux: Chromium starts for root without a sandbox alone, so root may say so
 */
export const refusedSwitchesIn = (argv: readonly string[], isRoot: boolean): readonly string[] => {
  const end = argv.indexOf('--');
  const names = (end === -1 ? argv : argv.slice(0, end)).flatMap(
    (argument) => /^-{1,2}([^=]+)/u.exec(argument)?.[1]?.toLowerCase() ?? [],
  );
  return refused.filter((name) => names.includes(name) && !(isRoot && name === 'no-sandbox'));
};
