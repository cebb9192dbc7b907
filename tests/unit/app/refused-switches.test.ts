import { describe, expect, it } from 'vitest';
import { refusedSwitchesIn } from '#electron/app/launch/refused-switches.ts';

describe('the switches that a packaged app refuses', () => {
  it.each([
    ['--remote-debugging-port=9222', ['remote-debugging-port']],
    ['--remote-debugging-pipe', ['remote-debugging-pipe']],
    ['-inspect', ['inspect']],
    ['/remote-debugging-port=9222', ['remote-debugging-port']],
    ['/Remote-Debugging-Port=9222', ['remote-debugging-port']],
    [' --inspect', ['inspect']],
    ['--browser-subprocess-path=/tmp/other', ['browser-subprocess-path']],
    ['/browser-subprocess-path=\\\\host\\share\\x.exe', ['browser-subprocess-path']],
    ['--disable-gpu-sandbox', ['disable-gpu-sandbox']],
    ['--no-zygote', ['no-zygote']],
    ['--enable-ui-devtools=9223', ['enable-ui-devtools']],
    ['--enable-features=NetworkServiceInProcess', ['enable-features']],
    ['--enable-logging=file', ['enable-logging']],
    ['--log-file=/tmp/x', ['log-file']],
    ['--Inspect-Brk=0', ['inspect-brk']],
    ['--js-flags=--allow-natives-syntax', ['js-flags']],
    ['--no-sandbox', ['no-sandbox']],
    ['--disable-seccomp-filter-sandbox', ['disable-seccomp-filter-sandbox']],
  ])('holds %s', (argument, found) => {
    expect(refusedSwitchesIn(['precis', argument], false)).toEqual(found);
  });

  it('lets root alone start without a sandbox, and with no other door open', () => {
    expect(refusedSwitchesIn(['precis', '--no-sandbox'], true)).toEqual([]);
    expect(refusedSwitchesIn(['precis', '--no-sandbox', '--inspect'], true)).toEqual(['inspect']);
  });

  it.each([
    ['the app’s own', ['precis', '--archive', 'a', '--user-data-dir=b', '--no-sample']],
    ['those of a machine without a screen', ['precis', '--ozone-platform=headless', '--disable-gpu']],
    ['words of a command', ['precis', '--cli', '--', 'search', '--inspect']],
    ['what only begins alike', ['precis', '--inspection']],
    ['a path of a folder', ['precis', '/home/somebody/inspect', '/inspections']],
  ])('does not hold %s', (_, argv) => {
    expect(refusedSwitchesIn(argv, false)).toEqual([]);
  });
});
