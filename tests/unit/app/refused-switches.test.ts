import { describe, expect, it } from 'vitest';
import { refusedSwitchesIn } from '#electron/app/launch/refused-switches.ts';

describe('the switches that a packaged app refuses', () => {
  it.each([
    ['--remote-debugging-port=9222', ['remote-debugging-port']],
    ['--remote-debugging-pipe', ['remote-debugging-pipe']],
    ['-inspect', ['inspect']],
    ['--Inspect-Brk=0', ['inspect-brk']],
    ['--js-flags=--allow-natives-syntax', ['js-flags']],
  ])('holds %s', (argument, found) => {
    expect(refusedSwitchesIn(['precis', argument])).toEqual(found);
  });

  it.each([
    ['the app’s own', ['precis', '--archive', 'a', '--user-data-dir=b', '--no-sample']],
    ['those of a machine without a sandbox or a screen', ['precis', '--no-sandbox', '--disable-gpu']],
    ['words of a command', ['precis', '--cli', '--', 'search', '--inspect']],
    ['what only begins alike', ['precis', '--inspection']],
  ])('does not hold %s', (_, argv) => {
    expect(refusedSwitchesIn(argv)).toEqual([]);
  });
});
