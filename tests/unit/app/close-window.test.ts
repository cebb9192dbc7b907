import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeWithPage } from '#electron/app/window/close-window.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A window as far as closing goes: what it emits, and whether it is destroyed. */
const setUp = () => {
  const webContents = new EventEmitter();
  const said: string[] = [];
  let isDestroyed = false;
  const window = Object.assign(new EventEmitter(), {
    webContents,
    isDestroyed: () => isDestroyed,
    destroy: () => {
      isDestroyed = true;
    },
  });
  const closing = closeWithPage(
    window as unknown as BrowserWindow,
    (name) => said.push(name),
    () => said.push('state kept'),
  );
  return {
    ...closing,
    said,
    loadPage: () => webContents.emit('did-finish-load'),
    endPage: () => webContents.emit('render-process-gone'),
    /** As the person or the system asks for it; answers whether Electron was kept from closing by itself. */
    close() {
      const event = { preventDefault: vi.fn() };
      window.emit('close', event);
      expect(event.preventDefault).toHaveBeenCalledOnce();
    },
    isDestroyed: () => isDestroyed,
  };
};

/** A window whose page is there and that was asked to close. */
const askToClose = () => {
  const window = setUp();
  window.loadPage();
  window.close();
  return window;
};

describe('closing the window', () => {
  it('tells the page, and closes when it has written what was pending', async () => {
    const window = askToClose();
    expect(window.said).toEqual(['state kept', 'closing']);
    expect(window.isDestroyed()).toBe(false);
    window.windowIsReadyToClose();
    await vi.advanceTimersByTimeAsync(0);
    expect(window.isDestroyed()).toBe(true);
  });

  it('gives the page three seconds', async () => {
    const window = askToClose();
    window.close();
    await vi.advanceTimersByTimeAsync(2999);
    expect(window.isDestroyed()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(window.isDestroyed()).toBe(true);
  });

  it('waits for the person when the page has to ask, and hears the answer', async () => {
    const window = askToClose();
    window.windowAsksBeforeClosing();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(window.isDestroyed()).toBe(false);
    window.windowIsReadyToClose();
    await vi.advanceTimersByTimeAsync(0);
    expect(window.isDestroyed()).toBe(true);
  });

  it('is left to the person who is being asked, also where it is to close once more meanwhile', async () => {
    const window = askToClose();
    window.windowAsksBeforeClosing();
    window.close();
    expect(window.said.filter((each) => each === 'closing')).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(window.isDestroyed()).toBe(false);
    // The page has asked anew because of that.
    window.windowStaysOpen();
    window.windowAsksBeforeClosing();
    window.windowIsReadyToClose();
    await vi.advanceTimersByTimeAsync(0);
    expect(window.isDestroyed()).toBe(true);
  });

  it('tells a page again that was just starting and did not hear', async () => {
    const window = askToClose();
    await vi.advanceTimersByTimeAsync(600);
    expect(window.said).toEqual(['state kept', 'closing', 'closing', 'closing']);
    window.windowAsksBeforeClosing();
    await vi.advanceTimersByTimeAsync(600);
    expect(window.said).toHaveLength(4);
  });

  it('asks the page again when the person stayed and closes later', async () => {
    const window = askToClose();
    window.windowAsksBeforeClosing();
    window.windowStaysOpen();
    window.windowIsReadyToClose();
    await vi.advanceTimersByTimeAsync(0);
    expect(window.isDestroyed()).toBe(false);
    window.close();
    expect(window.said.filter((each) => each === 'closing')).toHaveLength(2);
  });

  it('does not wait for a page that has not run or has died', async () => {
    const early = setUp();
    early.close();
    await vi.advanceTimersByTimeAsync(0);
    expect(early.isDestroyed()).toBe(true);

    const dead = askToClose();
    dead.endPage();
    expect(dead.isDestroyed()).toBe(true);
  });

  it('does not close because the page says so unasked', async () => {
    const window = setUp();
    window.loadPage();
    window.windowIsReadyToClose();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(window.isDestroyed()).toBe(false);
  });
});
