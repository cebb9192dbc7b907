import { describe, expect, it } from 'vitest';
import { readHandedOver } from '#electron/app/launch/handed-over.ts';
import { readLaunchOptions } from '#electron/app/launch/launch-options.ts';
import { relaunchArguments, relaunchedExecutable } from '#electron/app/launch/relaunch-arguments.ts';

const again = (own: readonly string[], files: readonly string[] = [], isPackaged = true) =>
  relaunchArguments(['precis', ...own], { folder: '/desk', files }, isPackaged);

describe('the arguments of an app that starts itself anew to lock', () => {
  it('name the locked archive, and keep where settings are and what was named for once', () => {
    const args = again(['--user-data-dir', '/own', '--archive', '/once', '--no-sandbox']);
    expect(args).toEqual(['--user-data-dir=/own', '--archive=/once', '--no-sandbox', '--reopen=/desk']);
    const read = readLaunchOptions(['precis', ...args], {}, '/');
    expect(read).toMatchObject({ reopens: '/desk', archiveFolder: '/once', userDataFolder: '/own' });
  });

  it('say the same where all options come before all other words, as Chromium puts them', () => {
    const args = again(['--archive', '/once', '--user-data-dir', '/own', '--no-sandbox'], ['/new.pdf']);
    const options = args.filter((word) => word.startsWith('-'));
    const words = args.filter((word) => !word.startsWith('-'));
    expect(readLaunchOptions(['precis', ...options, ...words], {}, '/')).toMatchObject({
      reopens: '/desk',
      archiveFolder: '/once',
      userDataFolder: '/own',
    });
    expect(words).toEqual(['/new.pdf']);
  });

  it('hand over again what nobody has taken, and nothing that was handed over before', () => {
    expect(again(['/old.pdf', '/Desk.precis'], ['/new.pdf'])).toEqual(['--reopen=/desk', '/new.pdf']);
  });

  it('name one archive, however often it is locked', () => {
    expect(again(again(again([])))).toEqual(['--reopen=/desk']);
    expect(again(['--reopen', '/other'])).toEqual(['--reopen=/desk']);
  });

  it('leave no door open for debugging, and nothing behind two dashes', () => {
    const doors = ['--inspect=0', '--inspect-brk', '--remote-debugging-port=0', '-remote-debugging-pipe'];
    expect(again([...doors, '--lang=de', '--', '--inspect'])).toEqual(['--lang=de', '--reopen=/desk']);
  });

  it('begin with the app where a development Electron is told of it', () => {
    const args = again(['--no-sandbox', '/app', '--archive', '/once', '/old.pdf'], [], false);
    expect(args).toEqual(['--no-sandbox', '/app', '--archive=/once', '--reopen=/desk']);
    expect(readHandedOver(['electron', ...args], '/', false)).toEqual({ archiveFolder: null, paths: [] });
  });
});

describe('what is started anew', () => {
  const inside = '/tmp/.mount_Precis1/precis';
  it.each([
    [
      'the AppImage that this app runs from',
      inside,
      { APPIMAGE: '/home/a/Precis.AppImage', APPDIR: '/tmp/.mount_Precis1' },
      '/home/a/Precis.AppImage',
    ],
    [
      'itself where another AppImage has started it',
      '/opt/precis',
      { APPIMAGE: '/home/a/Terminal.AppImage', APPDIR: '/tmp/.mount_Term' },
      '/opt/precis',
    ],
    ['itself anywhere else', '/opt/precis', {}, '/opt/precis'],
  ])('is %s', (_, executable, env, expected) => {
    expect(relaunchedExecutable(executable, env)).toBe(expected);
  });
});
