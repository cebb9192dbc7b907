import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLaunchOptions } from '#electron/app/launch/launch-options.ts';

const read = (argv: readonly string[], env: Record<string, string> = {}) =>
  readLaunchOptions(['electron', 'project', ...argv], env, '/somewhere');

describe('reading how the app was started', () => {
  it('opens a window on the usual folders when nothing is said', () => {
    expect(read([])).toEqual({
      mode: 'window',
      archiveFolder: null,
      reopens: null,
      userDataFolder: null,
      wantsSample: true,
      words: [],
    });
  });

  it('takes folders with a space or an equals sign, relative to where the person is', () => {
    const env = { INIT_CWD: '/home/analyst' };
    expect(read(['--archive', 'desk', '--user-data-dir=own'], env)).toMatchObject({
      archiveFolder: resolve('/home/analyst/desk'),
      userDataFolder: resolve('/home/analyst/own'),
    });
    expect(read(['--archive=/abs/desk'])).toMatchObject({ archiveFolder: resolve('/abs/desk') });
    expect(read(['--archive', 'desk'])).toMatchObject({ archiveFolder: resolve('/somewhere/desk') });
  });

  it('leaves all that stands behind the two dashes to the command line', () => {
    expect(read(['--no-sandbox', '--cli', '--', 'list', 'articles', '--archive', 'desk', '--', 'x'])).toEqual(
      {
        mode: 'command-line',
        archiveFolder: null,
        reopens: null,
        userDataFolder: null,
        wantsSample: true,
        words: ['list', 'articles', '--archive', 'desk', '--', 'x'],
      },
    );
  });

  it('installs no sample where none is wanted', () => {
    expect(read(['--no-sample']).wantsSample).toBe(false);
  });

  it('does not mistake a word of the command line for a mode', () => {
    expect(read(['--', '--cli']).mode).toBe('window');
  });
});
