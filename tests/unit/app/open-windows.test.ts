import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { describe, expect, it } from 'vitest';
import type { Topic } from '#domain/contract/request.ts';
import { OpenWindows } from '#electron/app/window/open-windows.ts';

/** Windows as far as they are told of things, come to the front and close. */
const setUp = (count: number) => {
  const windows = new OpenWindows();
  const added = Array.from({ length: count }, () => {
    const heard: string[] = [];
    const webContents = Object.assign(new EventEmitter(), {
      isDestroyed: () => false,
      send: (_channel: string, name: string) => heard.push(name),
    });
    const window = Object.assign(new EventEmitter(), { webContents, isDestroyed: () => false });
    const opened = windows.add(window as unknown as BrowserWindow, () => undefined);
    webContents.emit('did-finish-load');
    return { opened, heard, toFront: () => window.emit('focus'), close: () => window.emit('closed') };
  });
  return { windows, added };
};

const topics: readonly Topic[] = ['memos'];

describe('windows on one archive', () => {
  it('are all told what happens, and all but the one that asked what another has changed', async () => {
    const { windows, added } = setUp(3);
    windows.emit('backup-changed', {});
    const [, second] = added;
    await windows.answering(second?.opened as never, async () => {
      await Promise.resolve();
      windows.emitElsewhere('changed-elsewhere', { topics });
    });
    expect(added.map(({ heard }) => heard)).toEqual([
      ['backup-changed', 'changed-elsewhere'],
      ['backup-changed'],
      ['backup-changed', 'changed-elsewhere'],
    ]);
  });

  it('are asked of the desk one by one: the one whose request runs, else the one in front', () => {
    const { windows, added } = setUp(2);
    const [first, second] = added;
    expect(windows.asking()).toBe(first?.opened);
    second?.toFront();
    expect(windows.asking()).toBe(second?.opened);
    expect(windows.answering(first?.opened as never, () => windows.asking())).toBe(first?.opened);
    second?.close();
    expect(windows.front()).toBe(first?.opened);
  });

  it('have seen what another program has changed when each of them has, or is closed', () => {
    const { windows, added } = setUp(3);
    const [first, second, third] = added;
    windows.emit('changed-outside', { articleIds: [], memoIds: [] });
    const sees = (each: typeof first) => windows.answering(each?.opened as never, () => windows.sees());
    expect(sees(first)).toBe(false);
    expect(sees(first)).toBe(false);
    third?.close();
    expect(sees(second)).toBe(true);
  });

  it('end with the last of them', async () => {
    const { windows, added } = setUp(2);
    let isEnded = false;
    const ended = windows.closed.then(() => {
      isEnded = true;
    });
    added[0]?.close();
    await Promise.resolve();
    expect(isEnded).toBe(false);
    added[1]?.close();
    await ended;
    expect(isEnded).toBe(true);
  });
});
