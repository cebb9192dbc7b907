/**
 * Switches of Chromium and Electron that open a door into the pages, run other code, or let something leave the machine. A
 * packaged app does not start with any of them: what reads an archive is the app that was installed, and nothing beside it.
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
  'load-extension',
  'disable-extensions-except',
  'disable-web-security',
  'disable-site-isolation-trials',
  'disable-features',
  'enable-blink-features',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'unsafely-treat-insecure-origin-as-secure',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'auth-server-whitelist',
  'log-net-log',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'renderer-startup-dialog',
  'utility-startup-dialog',
  'register-pepper-plugins',
  'enable-crash-reporter',
  'crash-reporter-url',
] as const;

/** The switches among `argv` that a packaged app refuses, each once, without dashes and value; none behind `--`. */
export const refusedSwitchesIn = (argv: readonly string[]): readonly string[] => {
  const end = argv.indexOf('--');
  const names = (end === -1 ? argv : argv.slice(0, end)).flatMap(
    (argument) => /^-{1,2}([^=]+)/u.exec(argument)?.[1]?.toLowerCase() ?? [],
  );
  return refused.filter((name) => names.includes(name));
};
