/**
 * The index of one archive at work: it reads what has changed, unit by unit, and answers between two batches of them.
 * What is damaged is thrown away and made anew; the archive itself is only read.
 */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { ReadProgress } from '#domain/contract/events.ts';
import type { SearchIndexState } from '#domain/contract/search-archive.ts';
import type { CalendarDate } from '#domain/time.ts';
import { createYielder } from '#electron/time/yielder.ts';
import {
  answerQuestion,
  isOpening,
  makeOpening,
  type Question,
  showOpening,
  waitsFor,
} from '../ask/questions.ts';
import type { Asked } from '../catalogue-state.ts';
import type { CatalogueReader } from '../read/archive-files.ts';
import { warmLines } from '../rows/event/chronology.ts';
import { isDatabaseError } from '../store/open-database.ts';
import { changedUnits } from '../units/changed-units.ts';
import { failedUnit, goneUnit, readUnit } from '../units/read-unit.ts';
import type { ReadUnit } from '../units/unit.ts';
import { type Changed, isArchiveThere, isThere, stateOfUnit, unitsOf } from '../units/unit-names.ts';
import { type EnteredUnit, type IndexContents, openContents, openInMemory } from './index-contents.ts';
import { UnitQueue } from './unit-queue.ts';

export type IndexedArchive = {
  /** The folder of the archive, and its id. */
  readonly root: string;
  readonly archiveId: string;
  /** The file of the index. */
  readonly path: string;
  /** What tells this build of the program from others. */
  readonly build: string;
  /** Whether little is asked, each thing once. */
  readonly isBrief?: boolean;
  readonly reader: CatalogueReader;
};

/** What hears of the index. */
export type IndexHeard = {
  readonly onState: (state: SearchIndexState) => void;
  /** How far the reading in of the lists has come. */
  readonly onProgress: (progress: ReadProgress) => void;
  /** A failure that nobody waits for. */
  readonly report: (failure: unknown) => void;
};

/** Who asks, and on which day. */
export type Asker = { readonly today: CalendarDate; readonly analyst: string };

/** So many units are entered at once: a question waits for no more than that. */
const BATCH = 20;
/** Between two words of how far it has come. */
const TELL_AFTER_MS = 300;
/** What can't be read is damaged: SQLite says so, or a record is none. */
const isDamage = (cause: unknown): boolean => isDatabaseError(cause) || cause instanceof SyntaxError;
/** An index that can't be written is begun anew so many times in one working off. */
const MOST_FAILURES = 2;
/** So long after the last act the answers of the next start are made. */
const RENEW_AFTER_MS = 2000;

export class ArchiveIndexer {
  readonly #archive: IndexedArchive;
  readonly #heard: IndexHeard;
  #contents: IndexContents;
  /** Resolves once the whole archive was read, by this process or one before it. */
  readonly ready: Promise<void>;
  #setReady: () => void = () => undefined;
  #isReady = false;
  /** What an act has touched is urgent: it is read before anything is answered. */
  readonly #queue = new UnitQueue();
  /** The state of the file of each list, when it was told of last. */
  readonly #toldStates = new Map<string, string | null>();
  #state: SearchIndexState = { phase: 'building', done: 0, total: 0 };
  #working: Promise<void> | null = null;
  #round = 0;
  /** So many units were as they had been read before, when they were looked at last. */
  #unchanged = 0;
  #toldAtMs = 0;
  #isClosed = false;
  #waiting: (() => void)[] = [];
  #renewing: NodeJS.Timeout | undefined;

  constructor(archive: IndexedArchive, heard: IndexHeard) {
    this.#archive = archive;
    this.#heard = heard;
    this.#contents = openContents(archive);
    this.ready = new Promise((resolve) => {
      this.#setReady = resolve;
    });
  }

  #setState(change: Partial<SearchIndexState>): void {
    const before = this.#state;
    this.#state = { ...before, ...change };
    const isMore = this.#state.phase === before.phase && this.#state.total === before.total;
    if (isMore && Date.now() - this.#toldAtMs < TELL_AFTER_MS) return;
    this.#toldAtMs = Date.now();
    this.#heard.onState(this.#state);
    const { done, total } = this.#state;
    if (!this.#isReady)
      this.#heard.onProgress({ read: this.#unchanged + done, total: this.#unchanged + total });
  }

  /** Brings the index to the state of the files; resolves when it is, or when it was stopped. */
  async update(): Promise<SearchIndexState> {
    await this.#loaded();
    await this.#look();
    await this.#work();
    if (this.#state.phase === 'ready' && !this.#isClosed) {
      this.#isReady = true;
      this.#setReady();
    }
    return this.#state;
  }

  /** Resolves once what is held in memory is there; where it can't be kept on the disk, it is made in memory. */
  async #loaded(): Promise<void> {
    const contents = this.#contents;
    try {
      await contents.load();
    } catch (cause) {
      this.#heard.report(cause);
      if (contents === this.#contents && !this.#isClosed) this.#openInMemory();
    }
  }

  #openInMemory(): void {
    this.#contents.close();
    this.#contents = openInMemory(this.#archive.archiveId);
  }

  /** What has come, gone or changed since it was read, by names, sizes and times. */
  async #look(): Promise<void> {
    if (!isArchiveThere(this.#archive.root)) return;
    const round = this.#round;
    const { gone, changed } = await changedUnits(this.#archive.root, this.#contents.states);
    if (round !== this.#round || this.#isClosed) return;
    const total = gone.length + changed.length;
    const { states } = this.#contents;
    this.#unchanged = states.size - [...gone, ...changed].filter((name) => states.has(name)).length;
    this.#queue.replacePending([...gone, ...changed]);
    if (total > 0) this.#setState({ phase: 'building', done: 0, total });
    else if (this.#state.phase !== 'ready') this.#setState({ phase: 'ready', done: 0, total: 0 });
  }

  /** An act, or another program, has changed something: it is read before anything is answered. */
  change(changed: Changed): void {
    const { records, lists } = unitsOf(changed);
    this.#queue.hurry([...lists.filter((list) => this.#hasChanged(list)), ...records]);
    void this.#work();
  }

  /**
   * Whether the file of a list is another than when it was told of last. What was read meanwhile says nothing of that:
   * whoever has the archive open may have written the file, and not yet hand out what it says.
   */
  #hasChanged(name: string): boolean {
    const state = stateOfUnit(this.#archive.root, name);
    const isSame = this.#toldStates.has(name) && this.#toldStates.get(name) === state;
    this.#toldStates.set(name, state);
    return !isSame;
  }

  #work(): Promise<void> {
    this.#working ??= this.#workOff().finally(() => {
      this.#working = null;
      this.#contents.tidy(() => this.#isClosed || this.#working !== null).catch(this.#heard.report);
      this.#renewSoon();
    });
    return this.#working;
  }

  async #workOff(): Promise<void> {
    let failures = 0;
    await this.#loaded();
    while (!this.#isClosed && !this.#queue.isEmpty) {
      if (!(await this.#workOnBatch())) failures += 1;
      if (failures > MOST_FAILURES) await this.#workInMemory();
      await this.#contents.catalogue.duplicates.settle(createYielder());
      this.#release();
      await yieldToEventLoop();
    }
    if (this.#state.phase === 'building') this.#setState({ phase: 'ready', done: this.#state.total });
    this.#release();
  }

  /** Answers false where the index could not be written and was begun anew. */
  async #workOnBatch(): Promise<boolean> {
    const round = this.#round;
    const batch = await this.#readBatch();
    if (this.#contents.changesTexts(batch))
      await this.#contents.catalogue.duplicates.compareAll(createYielder());
    if (round !== this.#round || this.#isClosed) return true;
    try {
      this.#queue.hurry(this.#contents.enter(batch));
      this.#count(batch.map(({ name }) => name));
      return true;
    } catch (cause) {
      this.#heard.report(cause);
      await this.#beginAnew();
      return false;
    }
  }

  /** What can't be kept on the disk is kept in memory, as long as the process runs. */
  async #workInMemory(): Promise<void> {
    this.#round += 1;
    this.#openInMemory();
    await this.#look();
  }

  /** Those who wait until what acts have touched is read. */
  #release(): void {
    if (!this.#isCaughtUp()) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  async #readBatch(): Promise<readonly EnteredUnit[]> {
    const { root } = this.#archive;
    const names = this.#queue.take(BATCH);
    return Promise.all(
      // The state is that from before reading: what changes meanwhile is another.
      names.map(async (name) => ({ name, state: stateOfUnit(root, name), unit: await this.#read(name) })),
    );
  }

  async #read(name: string): Promise<ReadUnit> {
    const { root } = this.#archive;
    // Whoever has the archive open still knows what another program has taken away, or where all of it was moved.
    if (isArchiveThere(root) && !isThere(root, name)) return goneUnit;
    const known = () => this.#contents.articleBefore(name);
    return readUnit(this.#archive.reader, name, known).catch((bug: unknown) => {
      this.#heard.report(bug);
      return failedUnit(name);
    });
  }

  #count(names: readonly string[]): void {
    const counted = this.#queue.finish(names);
    if (counted > 0) this.#setState({ done: this.#state.done + counted });
  }

  /**
   * Reads and enters everything anew, and answers from the rest meanwhile; resolves when it is done, or was stopped.
   */
  async rebuild(): Promise<SearchIndexState> {
    await this.#loaded();
    this.#contents.distrustAll();
    return this.update();
  }

  /** Throws the index away: it is damaged. */
  async #beginAnew(): Promise<void> {
    this.#round += 1;
    this.#contents.beginAnew();
    this.#queue.putBack();
    await this.#look();
  }

  /** Ends the building; what is entered stays, and what acts touch is still followed. */
  stop(): void {
    if (this.#state.phase !== 'building') return;
    this.#queue.replacePending([]);
    this.#setState({ phase: 'stopped' });
  }

  #isCaughtUp(): boolean {
    return this.#queue.isCaughtUp || this.#isClosed;
  }

  #caughtUp(): Promise<void> {
    if (this.#isCaughtUp()) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Answers from what is read so far, with all that acts have touched before, or once what it waits for is there. */
  async ask(question: Question, { today, analyst }: Asker): Promise<unknown> {
    const waits = waitsFor(question);
    const opening = isOpening(question) ? this.#openingOf(question) : null;
    if (opening !== null) return showOpening(question, JSON.parse(opening), today);
    await this.#loaded();
    if (waits === 'files') await this.update();
    else if (waits === 'ready') await this.#whole();
    await this.#caughtUp();
    this.#contents.analyst = analyst;
    const asked = this.#asked(today);
    try {
      return await answerQuestion(asked, question);
    } catch (cause) {
      if (!isDamage(cause)) throw cause;
      this.#heard.report(cause);
      // The answer comes from what is made anew; what need not be whole, as far as that has come.
      await this.#beginAnew();
      this.#contents.analyst = analyst;
      const working = this.#work();
      if (question.name !== 'search:archive' || waits === 'files') await working;
      return answerQuestion(asked, question);
    }
  }

  /** What was made for a question that opens the day; null where that may hold no more. */
  #openingOf(question: Question): string | null {
    const { openings } = this.#contents;
    openings.note(question);
    this.#renewSoon();
    return this.#isCaughtUp() ? openings.madeFor(question) : null;
  }

  /** Has the answers of the next start made and kept, once nothing else is to be done. */
  #renewSoon(): void {
    clearTimeout(this.#renewing);
    if (this.#isClosed) return;
    this.#renewing = setTimeout(() => void this.#prepare().catch(this.#heard.report), RENEW_AFTER_MS);
    this.#renewing.unref();
  }

  /** Makes what will be asked for: the answers of the next start, and the lines of the chronology. */
  async #prepare(): Promise<void> {
    await this.renewOpenings();
    if (!this.#isReady || this.#isClosed || this.#archive.isBrief === true) return;
    await warmLines(this.#contents.catalogue, createYielder());
  }

  /** Makes and keeps the answers of the next start, where all of the archive was read. */
  async renewOpenings(): Promise<void> {
    const isWhole = (): boolean => this.#isReady && this.#state.phase === 'ready' && !this.#isClosed;
    const { openings } = this.#contents;
    if (openings.isWritten || !isWhole()) return;
    await this.#working;
    await openings.renew((question) => makeOpening(this.#asked(null), question));
    if (isWhole() && openings === this.#contents.openings) this.#contents.keepOpenings();
  }

  /** What is held at the time: it may be made anew while a question is answered. */
  #asked<Day>(today: Day): Omit<Asked, 'today'> & { readonly today: Day } {
    const held = () => this.#contents;
    const state = () => this.#state;
    return {
      indexer: this,
      today,
      get index() {
        return held().index;
      },
      get lists() {
        return held().catalogue;
      },
      get state() {
        return state();
      },
    };
  }

  /** Resolves once everything is read; a building that was stopped goes on. */
  #whole(): Promise<void> {
    if (this.#state.phase === 'stopped') void this.update();
    return this.ready;
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#renewing);
    this.#release();
    this.#contents.close();
  }
}
