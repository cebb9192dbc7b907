/**
 * The indexer of one archive: it reads what has changed, unit by unit, and answers questions between two batches. A
 * damaged index is deleted and built anew; the archive itself is only read.
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
  /** Identifies this build of the program. */
  readonly build: string;
  /** Whether only few questions will be asked, each once. */
  readonly isBrief?: boolean;
  readonly reader: CatalogueReader;
};

/** The listeners of an indexer. */
export type IndexHeard = {
  readonly onState: (state: SearchIndexState) => void;
  /** Reports the progress of loading the lists. */
  readonly onProgress: (progress: ReadProgress) => void;
  /** Reports a failure for which nobody waits. */
  readonly report: (failure: unknown) => void;
};

/** The person who asks, and the day. */
export type Asker = { readonly today: CalendarDate; readonly analyst: string };

/** The number of units indexed at once: a question waits no longer than for one batch. */
const BATCH = 20;
/** The least time between two progress reports. */
const TELL_AFTER_MS = 300;
/** Unreadable data means damage: SQLite reports it, or a record does not fit its schema. */
const isDamage = (cause: unknown): boolean => isDatabaseError(cause) || cause instanceof SyntaxError;
/** The number of times that an index which can't be written is begun anew in one run. */
const MOST_FAILURES = 2;
/** The delay after the last act before the answers of the next start are made. */
const RENEW_AFTER_MS = 2000;

export class ArchiveIndexer {
  readonly #archive: IndexedArchive;
  readonly #heard: IndexHeard;
  #contents: IndexContents;
  /** Resolves once the whole archive was read, by this or an earlier process. */
  readonly ready: Promise<void>;
  #setReady: () => void = () => undefined;
  #isReady = false;
  /** Units touched by an act are urgent: they are read before any question is answered. */
  readonly #queue = new UnitQueue();
  /** The state of each list's file at the last notification. */
  readonly #toldStates = new Map<string, string | null>();
  #state: SearchIndexState = { phase: 'building', done: 0, total: 0 };
  #working: Promise<void> | null = null;
  #round = 0;
  /** The number of units that were unchanged at the last check. */
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

  /** Brings the index up to date with the files; resolves when it is, or when it was stopped. */
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

  /** Resolves once the data in memory is loaded; if the index can't be stored on the disk, it is built in memory. */
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

  /** Finds what was added, removed or changed since it was read, by names, sizes and times. */
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

  /** Records a change by an act or by another program: it is read before any question is answered. */
  change(changed: Changed): void {
    const { records, lists } = unitsOf(changed);
    this.#queue.hurry([...lists.filter((list) => this.#hasChanged(list)), ...records]);
    void this.#work();
  }

  /**
   * Whether the file of a list has changed since the last notification. A reading in between does not count: the
   * process that has the archive open may have written the file before it returns the new content.
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

  /** Returns false if the index could not be written and was begun anew. */
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

  /** Continues in memory, for as long as the process runs, if the index can't be stored on the disk. */
  async #workInMemory(): Promise<void> {
    this.#round += 1;
    this.#openInMemory();
    await this.#look();
  }

  /** Resumes the questions that wait until the units touched by acts are read. */
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
      // The state is taken before reading, so that a change in between is detected.
      names.map(async (name) => ({ name, state: stateOfUnit(root, name), unit: await this.#read(name) })),
    );
  }

  async #read(name: string): Promise<ReadUnit> {
    const { root } = this.#archive;
    // The process that has the archive open still knows what another program has removed, or when all of it was moved.
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
   * Reads and indexes everything anew, answering from the existing data meanwhile; resolves when done, or when stopped.
   */
  async rebuild(): Promise<SearchIndexState> {
    await this.#loaded();
    this.#contents.distrustAll();
    return this.update();
  }

  /** Deletes the damaged index and begins it anew. */
  async #beginAnew(): Promise<void> {
    this.#round += 1;
    this.#contents.beginAnew();
    this.#queue.putBack();
    await this.#look();
  }

  /** Ends the build; what is indexed stays, and changes by acts are still followed. */
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

  /**
   * Answers from what is read so far, including everything that earlier acts have touched, or once its precondition is
   * met.
   */
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
      // The answer comes from the new index; a question that does not need all of it is answered from what is there.
      await this.#beginAnew();
      this.#contents.analyst = analyst;
      const working = this.#work();
      if (question.name !== 'search:archive' || waits === 'files') await working;
      return answerQuestion(asked, question);
    }
  }

  /** The stored data for a question of the first view; null if it may be out of date. */
  #openingOf(question: Question): string | null {
    const { openings } = this.#contents;
    openings.note(question);
    this.#renewSoon();
    return this.#isCaughtUp() ? openings.madeFor(question) : null;
  }

  /** Makes and stores the answers of the next start, once there is nothing else to do. */
  #renewSoon(): void {
    clearTimeout(this.#renewing);
    if (this.#isClosed) return;
    this.#renewing = setTimeout(() => void this.#prepare().catch(this.#heard.report), RENEW_AFTER_MS);
    this.#renewing.unref();
  }

  /** Prepares what will be requested: the answers of the next start, and the lines of the chronology. */
  async #prepare(): Promise<void> {
    await this.renewOpenings();
    if (!this.#isReady || this.#isClosed || this.#archive.isBrief === true) return;
    await warmLines(this.#contents.catalogue, createYielder());
  }

  /** Makes and stores the answers of the next start, if all of the archive was read. */
  async renewOpenings(): Promise<void> {
    const isWhole = (): boolean => this.#isReady && this.#state.phase === 'ready' && !this.#isClosed;
    const { openings } = this.#contents;
    if (openings.isWritten || !isWhole()) return;
    await this.#working;
    await openings.renew((question) => makeOpening(this.#asked(null), question));
    if (isWhole() && openings === this.#contents.openings) this.#contents.keepOpenings();
  }

  /** The present data, which may be replaced while a question is being answered. */
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

  /** Resolves once everything is read; a stopped build continues. */
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
