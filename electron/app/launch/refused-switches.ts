/**
 * Switches of Chromium and Electron that give access to the pages, take them out of the sandbox, run other code, or let
 * something leave the machine. A packaged app refuses to start with any of them, so that an archive is only read by the
 * app as it was installed.
 */
const refused = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-targets',
  'remote-debugging-io-pipes',
  'enable-ui-devtools',
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
  'enable-features',
  'enable-experimental-web-platform-features',
  'enable-gpu-benchmarking',
  'enable-skia-benchmarking',
  'expose-internals-for-testing',
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
  'browser-subprocess-path',
  'experimental-network-inspection',
  'enable-logging',
  'log-file',
  'trace-startup',
  'trace-startup-file',
  'enable-tracing',
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
  'disable-gpu-sandbox',
  'disable-namespace-sandbox-for-testing',
  'gpu-sandbox-start-early',
  'no-zygote',
  'no-zygote-sandbox',
  'no-unsandboxed-zygote',
  'service-sandbox-type',
  'in-process-gpu',
  'allow-third-party-modules',
  'ppapi-plugin-launcher',
  'vmodule',
  'disable-blink-features',
  'force-fieldtrials',
  'disable-field-trial-config',
  'explicitly-allowed-ports',
  'secure-schemes',
  'bypasscsp-schemes',
  'unsafely-disable-devtools-self-xss-warnings',
  'no-sandbox',
] as const;

/**
 * The switches in `argv` that a packaged app refuses, each once, without dashes and value. Words after `--` are not
 * read.
 * @param isRoot on Linux, Chromium starts for root only without a sandbox, so root may pass that switch
 */
export const refusedSwitchesIn = (argv: readonly string[], isRoot: boolean): readonly string[] => {
  const end = argv.indexOf('--');
  // Chromium accepts one dash or two, on Windows also a slash, with white space around the word.
  const names = (end === -1 ? argv : argv.slice(0, end)).flatMap(
    (argument) => /^\s*(?:-{1,2}|\/)([^=\s]+)/u.exec(argument)?.[1]?.toLowerCase() ?? [],
  );
  return refused.filter((name) => names.includes(name) && !(isRoot && name === 'no-sandbox'));
};
