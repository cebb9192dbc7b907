import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { hasArchiveFile } from '#electron/storage/folder/inspect-folder.ts';
import { makeReaderArchive } from '../archives/reader-archive.ts';
import { makeTemporaryFolder, removeFolder } from '../files/temporary-folder.ts';
import { pollUntil } from '../poll-until.ts';
import { launchPrecis, mainPages, type Precis } from './launch-precis.ts';

/** Where a test opens the app: its own folders. */
export interface SharedStart {
  readonly archive: string;
  readonly userData: string;
  /** Whether a new archive contains the sample. */
  readonly hasSample: boolean;
  /** The scripted answers to system dialogs; null if none may open. */
  readonly dialogs: string | null;
  /** The name of the test. */
  readonly test: string;
  /** The name of the tests that share one window without changing it; null if the test has its own. */
  readonly looksAt: string | null;
}

/**
 * One running app for many tests, one after another: a start takes longer than many tests. Each test still has its own
 * archive, settings and page: the app gets the next archive as from a second start, closes everything of the last one,
 * and reads the settings again. State that lives as long as the process (its environment, anything a test replaces in
 * it) is shared: a test that needs its own starts its own app.
 */
export class SharedPrecis {
  readonly #folder: string;
  readonly #samples: SampleArchive;
  /** Folders of tests that have ended, which the app may still have open. */
  #left: string[] = [];
  #running: Precis | null = null;
  /** The last test that had the app. */
  #last = '';
  /** The window that tests only look at. */
  #lookedAt: { readonly name: string; readonly precis: Precis } | null = null;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#samples = new SampleArchive(folder);
  }

  static async create(): Promise<SharedPrecis> {
    return new SharedPrecis(await makeTemporaryFolder());
  }

  /** Opens an archive in the running app, or in a new one. */
  async open(start: SharedStart): Promise<Precis> {
    const { archive, userData, hasSample, test, looksAt } = start;
    const open = this.#lookedAt;
    this.#lookedAt = null;
    if (open !== null && open.name === looksAt && !open.precis.window.isClosed()) {
      this.#lookedAt = open;
      return open.precis;
    }
    if (hasSample && !hasArchiveFile(archive)) await this.#samples.copyTo(archive);
    await mkdir(userData, { recursive: true });
    await this.#script(start.dialogs);
    const window = await this.#moveOn(start);
    if (window === null) await this.#launch(start);
    this.#last = test;
    const running = this.#running;
    if (running === null) throw new Error('The app ended as it opened its archive.');
    await this.#removeLeft();
    const precis = { ...running, archive, userData, window: window ?? running.window };
    if (looksAt !== null) this.#lookedAt = { name: looksAt, precis };
    return precis;
  }

  /** Removes a folder as soon as the app has left it. */
  async remove(folder: string): Promise<void> {
    this.#left.push(folder);
    if (this.#running === null || this.#running.hasEnded()) await this.#removeLeft();
  }

  /** Ends the app at once, if it is running. */
  async end(): Promise<void> {
    await this.#running?.killHard();
    this.#running = null;
    this.#lookedAt = null;
  }

  async dispose(): Promise<void> {
    await this.end();
    await this.#removeLeft();
    await removeFolder(this.#folder);
  }

  /**
   * The page of the archive in the running app; null if no app is running, or it stays on its archive. A fault while
   * leaving an archive is attributed to the test that had it open.
   */
  async #moveOn({ archive, userData }: SharedStart): Promise<Page | null> {
    const running = this.#running;
    const before = running === null || running.hasEnded() ? [] : mainPages(running.app);
    if (running === null || before.length === 0) return null;
    if (!hasArchiveFile(archive)) await makeReaderArchive(archive, []);
    await standAsAtFirst(running.app);
    await handOver(running.app, { archive, userData, link: this.#userData });
    const page = await pollUntil(`the app has left what "${this.#last}" had open`, async () => {
      if (running.hasEnded()) throw new Error(`The app ended as it left what "${this.#last}" had open.`);
      const next = mainPages(running.app).find((one) => !before.includes(one));
      return next ?? ((await isAsking(before)) ? null : undefined);
    });
    await page?.waitForLoadState('domcontentloaded');
    return page;
  }

  async #launch({ archive, userData }: SharedStart): Promise<void> {
    await this.end();
    await rm(this.#userData, { force: true });
    await symlink(userData, this.#userData, 'junction');
    const sessionData = join(this.#folder, 'session');
    const env = { PRECIS_TEST_DIALOGS: this.#dialogs };
    this.#running = await launchPrecis({ archive, userData: this.#userData, sessionData, env });
  }

  /** A dialog that opens without a script is a fault: the app then finds no file with answers. */
  async #script(script: string | null): Promise<void> {
    for (const ending of ['', '.asked']) {
      await rm(`${this.#dialogs}${ending}`, { force: true });
      if (script !== null) await symlink(`${script}${ending}`, `${this.#dialogs}${ending}`);
    }
  }

  async #removeLeft(): Promise<void> {
    const left = this.#left;
    this.#left = [];
    await Promise.all(left.map(removeFolder));
  }

  get #dialogs(): string {
    return join(this.#folder, 'dialogs.json');
  }

  /** The app knows one path for its settings; each test has its own, to which that path links. */
  get #userData(): string {
    return join(this.#folder, 'user-data');
  }
}

interface NextTest {
  readonly archive: string;
  readonly userData: string;
  readonly link: string;
}

/**
 * Opens the next archive in the app. The link is changed to the next settings as soon as its windows have closed:
 * whatever they write until then, such as the place in an article, belongs to the last test, and only then are settings
 * read again.
 */
const handOver = (app: ElectronApplication, next: NextTest): Promise<void> =>
  app.evaluate(({ app: shell, BrowserWindow }, { archive, userData, link }) => {
    const { rmSync, symlinkSync } = process.getBuiltinModule('node:fs');
    const open = new Set(BrowserWindow.getAllWindows());
    for (const window of open) {
      window.once('closed', () => {
        open.delete(window);
        if (open.size > 0) return;
        rmSync(link);
        symlinkSync(userData, link, 'junction');
      });
    }
    shell.emit('second-instance', {}, [], '', { archiveFolder: archive, paths: [] });
  }, next);

/** A page that asks whether unsaved state may be lost keeps its archive open. */
const isAsking = async (pages: readonly Page[]): Promise<boolean> => {
  const buttons = pages.map((page) => page.getByRole('button', { name: /^Close and discard/u }));
  const asked = await Promise.all(buttons.map((button) => button.isVisible().catch(() => false)));
  return asked.includes(true);
};

/** The position and zoom of a window are kept for the next one: both are reset. */
const standAsAtFirst = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      window.setContentSize(1280, 800);
      window.webContents.setZoomFactor(1);
    }
  });

/** A sample archive made by the app itself, to be copied. */
class SampleArchive {
  readonly #folder: string;
  #made: Promise<void> | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async copyTo(archive: string): Promise<void> {
    this.#made ??= this.#make();
    await this.#made;
    await cp(this.#archive, archive, { recursive: true });
  }

  async #make(): Promise<void> {
    const userData = join(this.#folder, 'sample-user-data');
    const { window, close } = await launchPrecis({ archive: this.#archive, userData, hasSample: true });
    await window.getByText('Envoy carries a sanctions warning').first().waitFor({ state: 'attached' });
    await close();
  }

  get #archive(): string {
    return join(this.#folder, 'sample');
  }
}
