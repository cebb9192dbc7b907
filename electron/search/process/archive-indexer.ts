/**
 * The search index of one archive at work: it reads what has changed, unit by unit, and answers between two batches of
 * them. What is damaged is thrown away and made anew; the archive itself is only read.
 */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type {
  FacetQuestion,
  SearchAnswer,
  SearchFacet,
  SearchIndexState,
  SearchQuestion,
} from '#domain/contract/search-archive.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import { answerSearch } from '../ask/answer-search.ts';
import { countFacets } from '../ask/count-facets.ts';
import type { Index } from '../ask/find-hits.ts';
import { IndexMemory } from '../ask/index-memory.ts';
import { type IndexStore, openStore } from '../store/index-store.ts';
import { deleteDatabase } from '../store/open-database.ts';
import { changedUnits } from '../units/changed-units.ts';
import { listUnits, readUnit, stateOfUnit } from '../units/read-unit.ts';

export type IndexedArchive = {
  /** The folder of the archive, and its id. */
  readonly root: string;
  readonly archiveId: string;
  /** The file of the index. */
  readonly path: string;
};

/** So many units are entered at once: a search waits for no more than that. */
const BATCH = 20;
/** Between two looks at names, sizes and times while the archive is searched. */
const LOOK_AFTER_MS = 4000;
/** Between two words of how far it has come. */
const TELL_AFTER_MS = 300;
/** An index that can't be written is begun anew so many times in one working off. */
const MOST_FAILURES = 2;

type Batch = readonly {
  readonly name: string;
  readonly state: string | null;
  readonly unit: Awaited<ReturnType<typeof readUnit>>;
}[];

export class ArchiveIndexer {
  readonly #archive: IndexedArchive;
  readonly #tell: (state: SearchIndexState) => void;
  #store: IndexStore;
  #memory = new IndexMemory();
  #states = new Map<string, { readonly id: number; readonly state: string }>();
  /** What an act has touched: it is read before anything is answered. */
  readonly #urgent = new Set<string>();
  #pending: string[] = [];
  #state: SearchIndexState = { phase: 'building', done: 0, total: 0 };
  #working: Promise<void> | null = null;
  #round = 0;
  #lookedAtMs = 0;
  #toldAtMs = 0;
  #isClosed = false;
  #waiting: (() => void)[] = [];

  constructor(archive: IndexedArchive, tell: (state: SearchIndexState) => void) {
    this.#archive = archive;
    this.#tell = tell;
    this.#store = this.#open();
  }

  #open(): IndexStore {
    const { path, archiveId } = this.#archive;
    const store = openStore(path, archiveId);
    try {
      this.#load(store);
      return store;
    } catch {
      store.close();
      deleteDatabase(path);
      const empty = openStore(path, archiveId);
      this.#load(empty);
      return empty;
    }
  }

  #load(store: IndexStore): void {
    const units = store.units();
    this.#states = new Map(units.map(({ id, name, state }) => [name, { id, state }]));
    this.#memory = new IndexMemory();
    this.#memory.load(units, store.documents());
  }

  #setState(change: Partial<SearchIndexState>): void {
    const before = this.#state;
    this.#state = { ...before, ...change };
    const isMore = this.#state.phase === before.phase && this.#state.total === before.total;
    if (isMore && Date.now() - this.#toldAtMs < TELL_AFTER_MS) return;
    this.#toldAtMs = Date.now();
    this.#tell(this.#state);
  }

  /** Brings the index to the state of the files; resolves when it is, or when it was stopped. */
  async update(): Promise<SearchIndexState> {
    await this.#look();
    await this.#work();
    return this.#state;
  }

  /** What has come, gone or changed since it was read, by names, sizes and times. */
  async #look(): Promise<void> {
    const round = this.#round;
    this.#lookedAtMs = Date.now();
    const { gone, changed } = await changedUnits(this.#archive.root, this.#states);
    if (round !== this.#round || this.#isClosed) return;
    // The names of tags and sources are kept in memory alone.
    const unread = listUnits.filter((name) => !this.#areListsRead && !changed.includes(name));
    this.#pending = [...unread, ...gone, ...changed];
    if (this.#pending.length > 0) this.#setState({ phase: 'building', done: 0, total: this.#pending.length });
    else if (this.#state.phase !== 'ready') this.#setState({ phase: 'ready', done: 0, total: 0 });
  }

  #areListsRead = false;

  /** An act has touched these units. */
  change(names: readonly string[]): void {
    for (const name of names) this.#urgent.add(name);
    void this.#work();
  }

  #work(): Promise<void> {
    this.#working ??= this.#workOff().finally(() => {
      this.#working = null;
    });
    return this.#working;
  }

  async #workOff(): Promise<void> {
    let failures = 0;
    while (!this.#isClosed && this.#urgent.size + this.#pending.length > 0) {
      if (!(await this.#workOnBatch())) failures += 1;
      if (failures > MOST_FAILURES) return this.#fail();
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
    if (round !== this.#round || this.#isClosed) return true;
    try {
      this.#enter(batch);
      return true;
    } catch {
      await this.#beginAnew();
      return false;
    }
  }

  #fail(): void {
    this.#pending = [];
    this.#urgent.clear();
    this.#setState({ phase: 'failed' });
    this.#release();
  }

  /** Those who wait until what acts have touched is read. */
  #release(): void {
    if (this.#urgent.size > 0 && !this.#isClosed) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  async #readBatch(): Promise<Batch> {
    const { root } = this.#archive;
    const names = this.#urgent.size > 0 ? [...this.#urgent] : this.#pending.slice(0, BATCH);
    return Promise.all(
      // The state is that from before reading: what changes meanwhile is another.
      names.map(async (name) => ({ name, state: stateOfUnit(root, name), unit: await readUnit(root, name) })),
    );
  }

  #enter(batch: Batch): void {
    const removed: number[] = [];
    const after: (() => void)[] = [];
    this.#store.transact(() => {
      for (const { name, state, unit } of batch) {
        if (state === null && !(listUnits as readonly string[]).includes(name)) {
          removed.push(...this.#store.remove(name));
          after.push(() => this.#forget(name));
          continue;
        }
        const kept = { name, state: state ?? '', about: unit.about };
        const entered = this.#store.enter(kept, unit.documents);
        removed.push(...entered.removed);
        after.push(() => {
          this.#states.set(name, { id: entered.unit, state: kept.state });
          this.#memory.enter(entered.unit, unit.about, entered.entered);
          if (unit.tags !== undefined) this.#memory.tags = indexTree(unit.tags);
          if (unit.sources !== undefined) this.#memory.sources = indexTree(unit.sources);
        });
      }
    });
    // Only what is on the disk is in memory.
    this.#memory.remove(removed);
    for (const act of after) act();
    this.#count(batch.map(({ name }) => name));
  }

  #forget(name: string): void {
    this.#memory.forget(this.#states.get(name)?.id ?? -1);
    this.#states.delete(name);
  }

  #count(names: readonly string[]): void {
    const done = new Set(names);
    for (const name of names) this.#urgent.delete(name);
    const before = this.#pending.length;
    this.#pending = this.#pending.filter((name) => !done.has(name));
    if (done.has('sources') || done.has('tags')) this.#areListsRead = true;
    const counted = before - this.#pending.length;
    if (counted > 0) this.#setState({ done: this.#state.done + counted });
  }

  /** Throws the index away and makes it anew; resolves when it is whole, or was stopped. */
  async rebuild(): Promise<SearchIndexState> {
    await this.#beginAnew();
    await this.#work();
    return this.#state;
  }

  async #beginAnew(): Promise<void> {
    this.#round += 1;
    this.#store.close();
    deleteDatabase(this.#archive.path);
    this.#areListsRead = false;
    this.#store = this.#open();
    await this.#look();
  }

  /** Ends the building; what is entered stays, and what acts touch is still followed. */
  stop(): void {
    if (this.#state.phase !== 'building') return;
    this.#pending = [];
    this.#setState({ phase: 'stopped' });
  }

  #caughtUp(): Promise<void> {
    if (this.#urgent.size === 0 || this.#isClosed) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Answers from what is indexed, with all that acts have touched before. */
  async search(question: SearchQuestion): Promise<SearchAnswer> {
    if (question.isWhole) await this.update();
    await this.#caughtUp();
    const answer = await this.#ask((index) => answerSearch(index, question), question.isWhole);
    this.#lookAgain();
    return { ...answer, index: this.#state };
  }

  async facets(question: FacetQuestion): Promise<readonly SearchFacet[]> {
    await this.#caughtUp();
    return this.#ask((index) => countFacets(index, question), false);
  }

  async #ask<Answer>(answer: (index: Index) => Answer, isWhole: boolean): Promise<Answer> {
    const ask = () => answer({ store: this.#store, memory: this.#memory });
    try {
      return ask();
    } catch {
      // What can't be read is damaged: the answer comes from what is made anew, as far as that has come.
      await this.#beginAnew();
      const working = this.#work();
      if (isWhole) await working;
      return ask();
    }
  }

  /** While it is searched, what other programs change is noticed behind the answer. */
  #lookAgain(): void {
    const isDue = Date.now() - this.#lookedAtMs > LOOK_AFTER_MS;
    if (isDue && this.#working === null && this.#state.phase === 'ready') void this.update();
  }

  close(): void {
    this.#isClosed = true;
    this.#release();
    this.#store.close();
  }
}
