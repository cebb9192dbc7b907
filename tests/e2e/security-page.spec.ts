import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';

// What the window's page can do if something in it runs that should not. What a test evaluates runs in spite of the
// page's policy for as long as it is synchronous; what it puts off by a timer runs as the page's own script does.

/** The name of what `globalThis[maker](...words)` throws when the page's own script calls it. */
const errorOf = (page: Page, maker: 'eval' | 'Function', ...words: string[]): Promise<string> =>
  page.evaluate(
    ([name, rest]) =>
      new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            Reflect.apply(Reflect.get(globalThis, name), undefined, rest);
            resolve('ran');
          } catch (error) {
            resolve(error instanceof Error ? error.name : 'threw');
          }
        });
      }),
    [maker, words] as const,
  );

test.describe('what the page has', () => {
  test.use({ onlyLooks: true });

  test('the page evaluates no text as a program', async ({ launch }) => {
    const { window } = await launch();
    expect(await errorOf(window, 'eval', '1 + 1')).toBe('EvalError');
    expect(await errorOf(window, 'Function', 'return 1')).toBe('EvalError');
    // A text as handler of a timer is an eval under another name; the page is told of it by an event.
    const directive = await window.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ blockedURI }) => resolve(blockedURI));
          setTimeout(() => setTimeout('globalThis.intruder = 3' as unknown as () => void));
        }),
    );
    expect(directive).toBe('eval');
    expect(await window.evaluate(() => Reflect.get(globalThis, 'intruder'))).toBeUndefined();
  });

  test('the page runs no script, no handler and no style that is put into it', async ({ launch }) => {
    const { window } = await launch();
    const outcome = await window.evaluate(async () => {
      const violated = new Set<string>();
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violated.add(effectiveDirective);
      });
      const place = document.body.appendChild(document.createElement('div'));
      place.innerHTML = '<img src="data:," onerror="globalThis.intruder = 1"><style>p { color: red }</style>';
      for (const set of [{ textContent: 'globalThis.intruder = 2' }, { src: 'https://example.org/a.js' }]) {
        place.append(Object.assign(document.createElement('script'), set));
      }
      while (violated.size < 3) await new Promise(requestAnimationFrame);
      return { intruder: Reflect.get(globalThis, 'intruder'), violated: [...violated].sort() };
    });
    expect(outcome).toEqual({
      intruder: undefined,
      violated: ['script-src-attr', 'script-src-elem', 'style-src-elem'],
    });
  });

  test('the page has nothing of Node and of Electron but the bridge', async ({ launch }) => {
    const { app, window } = await launch();
    const globals = await window.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
    );
    expect(globals).toEqual([]);
    expect(await window.evaluate(() => Object.keys(Reflect.get(globalThis, 'precis')).sort())).toEqual([
      'importDropped',
      'misspeltAmong',
      'on',
      'request',
      'setZoomFactor',
      'zoomFactor',
    ]);
    const preferences = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((each) => {
        // Electron has the method and does not declare it.
        const contents = each.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
        const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences();
        return { sandbox, contextIsolation, nodeIntegration, webSecurity };
      }),
    );
    expect(preferences).toEqual([
      { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true },
    ]);
  });

  test('the page is granted no permission', async ({ launch }) => {
    const { window } = await launch();
    const granted = await window.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
      const states = await Promise.all(
        names.map(
          async (name) =>
            [name, (await navigator.permissions.query({ name: name as 'midi' })).state] as const,
        ),
      );
      return states.filter(([, state]) => state === 'granted').map(([name]) => name);
    });
    expect(granted).toEqual([]);
    expect(await window.evaluate(() => Notification.requestPermission())).toBe('denied');
    const refusals = await window.evaluate(async () => {
      const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'refused');
      return {
        clipboard: await navigator.clipboard.readText().catch(nameOf),
        camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', nameOf),
        screen: await navigator.mediaDevices.getDisplayMedia().then(() => 'granted', nameOf),
        place: await new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('granted'),
            ({ code }) => resolve(code),
          ),
        ),
      };
    });
    expect(refusals.clipboard).toBe('NotAllowedError');
    expect(['NotAllowedError', 'NotFoundError']).toContain(refusals.camera);
    expect(refusals.screen).not.toBe('granted');
    expect(refusals.place).toBe(1);
  });

  test('the page is served its own files and nothing else', async ({ launch }) => {
    const { window } = await launch();
    const statusOf = (path: string) =>
      window.evaluate((url) => fetch(url).then(({ status }) => status), `app://precis/${path}`);
    expect(await statusOf('index.html')).toBe(200);
    for (const path of [
      'importer.html',
      'package.json',
      '..%2f..%2fpackage.json',
      '%2e%2e/main/main.js',
      'assets/',
      'etc/passwd',
    ]) {
      expect(await statusOf(path), path).toBe(404);
    }
    const policy = await window.evaluate(() =>
      fetch('app://precis/index.html').then(({ headers }) => headers.get('content-security-policy')),
    );
    expect(policy).toContain("default-src 'none'; script-src 'self';");
  });

  test('no session lets a request out, not even to this machine', async ({ launch }) => {
    const { app } = await launch();
    const outcomes = await app.evaluate(async ({ session }) => {
      const sessions = [session.defaultSession, session.fromPartition('of-a-test')];
      const addresses = ['http://127.0.0.1:9/', 'https://example.org/'];
      const fetchAll = sessions.flatMap((each) =>
        addresses.map((address) =>
          each.fetch(address).then(
            () => `${address} answered`,
            (error: Error) => error.message,
          ),
        ),
      );
      return Promise.all(fetchAll);
    });
    expect(new Set(outcomes)).toEqual(new Set(['net::ERR_BLOCKED_BY_CLIENT']));
  });

  test('only the preload may name paths, whatever the page sends', async ({ launch }) => {
    const { window } = await launch();
    const outcome = await window.evaluate(() =>
      Reflect.get(globalThis, 'precis')
        .request('import:drop', { paths: ['/etc/passwd'] })
        .then(
          () => 'answered',
          (error: Error) => error.message,
        ),
    );
    expect(outcome).toContain("import:drop is not the page's to send");
  });
});

// What the process writes stands where it was told when it started.
test.describe('what the process keeps in its own folder', () => {
  test.use({ needsOwnProcess: true });

  test('the page goes nowhere and opens nothing', async ({ launch }) => {
    const { app, window, userData } = await launch();
    await window.evaluate(() => Reflect.set(globalThis, 'isTheSamePage', true));
    const attempts = [
      'https://example.org/',
      'file:///etc/hostname',
      'data:text/html,x',
      'app://importer/importer.html',
    ];
    for (const address of attempts) {
      const opened = await window.evaluate((href) => {
        const link = Object.assign(document.createElement('a'), { href });
        document.body.append(link);
        link.click();
        Object.assign(link, { target: '_blank' }).click();
        const form = Object.assign(document.createElement('form'), { action: href });
        document.body.append(form);
        form.submit();
        document.body.append(Object.assign(document.createElement('iframe'), { src: href }));
        location.href = href;
        return globalThis.open(href) === null;
      }, address);
      expect(opened, address).toBe(true);
    }
    // The browser process has heard of all of it once it answers a request that was sent after it.
    await window.evaluate(() => Reflect.get(globalThis, 'precis').request('app:state', {}));
    expect(window.url()).toMatch(/^app:\/\/precis\/index\.html/);
    expect(await window.evaluate(() => Reflect.get(globalThis, 'isTheSamePage'))).toBe(true);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    const log = await readFile(join(userData, 'logs', 'precis.log'), 'utf8');
    expect(log).toContain('refused: a page navigated to https:');
    expect(log).toContain('refused: a page asked for a new window');
    expect(window.frames().filter((frame) => /^(https|file|data|app):/.test(frame.url()))).toHaveLength(1);
  });

  test("spelling is checked in the window by the app's own dictionaries, and elsewhere by nobody", async ({
    launch,
  }) => {
    const { app, userData } = await launch();
    const state = await app.evaluate(({ session }) =>
      [session.defaultSession, session.fromPartition('another')].map((each) => ({
        isEnabled: each.isSpellCheckerEnabled(),
        languages: each.getSpellCheckerLanguages(),
      })),
    );
    expect(state).toEqual([
      { isEnabled: true, languages: ['en-GB'] },
      { isEnabled: false, languages: [] },
    ]);
    // A language without its file would be asked for.
    expect(await readdir(join(userData, 'Dictionaries'))).toEqual(['en-GB-10-1.bdic']);
  });

  test('a request from any other page or frame is refused, and the log says why', async ({ launch }) => {
    const { app, window, userData } = await launch();
    const frameBridge = await window.evaluate(async () => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      return typeof Reflect.get(frame.contentWindow ?? {}, 'precis');
    });
    expect(frameBridge, 'a frame has no bridge at all').toBe('undefined');

    // Another window with the same preload and the same origin is still not the window.
    const answer = await app.evaluate(async ({ app: electronApp, BrowserWindow }) => {
      const preload = `${electronApp.getAppPath()}/out/preload/preload.cjs`;
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await other.loadURL('app://precis/index.html');
      const said = await other.webContents.executeJavaScript(
        "precis.request('article:list', {filter: {}, order: 'newest'})",
      );
      other.destroy();
      return said;
    });
    expect(answer).toEqual({ ok: false, error: { code: 'internal', reference: expect.any(String) } });
    const log = await readFile(join(userData, 'logs', 'precis.log'), 'utf8');
    expect(log).toContain(
      `[${answer.error.reference}] refused: a page that is not the window sent a request`,
    );
  });
});
