import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { hasArchiveFile } from '#electron/storage/folder/inspect-folder.ts';
import { makeReaderArchive } from '../archives/reader-archive.ts';
import { makeTemporaryFolder, removeFolder } from '../files/temporary-folder.ts';
import { pollUntil } from '../poll-until.ts';
import { launchPrecis, mainPages, type Precis } from './launch-precis.ts';

/** What a test has the app opened on: folders of its own. */
export interface SharedStart {
  readonly archive: string;
  readonly userData: string;
  /** Whether an archive that is not there yet holds the sample. */
  readonly hasSample: boolean;
  /** The script of the answers to the dialogs of the system; null where none is to open. */
  readonly dialogs: string | null;
  /** The name of the test. */
  readonly test: string;
  /** What the tests are called that look at one window and leave it as it is; null where the test has its own. */
  readonly looksAt: string | null;
}

/**
 * One running app for many tests, one after another: a start costs more than many a test. Each test has an archive,
 * settings and a page of its own all the same: the app is handed the next archive as a second start of it hands one
 * over, closes all that it holds of the last one, and reads the settings anew. What lives as long as the process does
 * (its environment, what a test replaces in it) is shared: a test that needs that for itself starts an app of its own.
 */
export class SharedPrecis {
  readonly #folder: string;
  readonly #samples: SampleArchive;
  /** Folders of tests that have ended, and that the app may still have open. */
  #left: string[] = [];
  #running: Precis | null = null;
  /** The test that had the app last. */
  #last = '';
  /** What tests look at, and leave as it is. */
  #lookedAt: { readonly name: string; readonly precis: Precis } | null = null;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#samples = new SampleArchive(folder);
  }

  static async create(): Promise<SharedPrecis> {
    return new SharedPrecis(await makeTemporaryFolder());
  }

  /** Opens an archive in the app that runs, or in a new one where none does. */
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

  /** Ends the app at once, if it runs. */
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
   * The page of the archive in the app that runs; null where there is none to move on from, or where it stays as it is.
   * A fault in leaving an archive is that of the test that had it open.
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

  /** A dialog that opens without a script is a fault: the app finds nothing where it looks for one. */
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

  /** The app knows one place for its settings; each test has its own: a link leads from the one to the other. */
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
 * Hands the app the next archive. The link leads to the next settings as soon as its windows have closed: what they
 * write until then, such as the place of an article, is the last test's, and only then are settings read anew.
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

/** A page that asks whether what it holds may be lost keeps its archive open. */
const isAsking = async (pages: readonly Page[]): Promise<boolean> => {
  const buttons = pages.map((page) => page.getByRole('button', { name: /^Close and discard/u }));
  const asked = await Promise.all(buttons.map((button) => button.isVisible().catch(() => false)));
  return asked.includes(true);
};

/** Where a window stands and how far it is enlarged is kept for the next one: both are put back. */
const standAsAtFirst = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      window.setContentSize(1280, 800);
      window.webContents.setZoomFactor(1);
    }
  });

/** An archive that the app itself has made for a first look, to be copied. */
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
