/**
 * The contents of an index: the database on the disk, and in memory what search and the lists need for all records at
 * once. The memory never has more than the disk.
 */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { ArticleId } from '#domain/ids.ts';
import { searchKinds } from '#domain/search/language/search-facts.ts';
import { createYielder } from '#electron/time/yielder.ts';
import type { Index } from '../ask/find-hits.ts';
import { IndexMemory } from '../ask/index-memory.ts';
import { createStoredRecords } from '../ask/stored-records.ts';
import { type CatalogueState, createCatalogueState } from '../catalogue-state.ts';
import type { TextGroups } from '../duplicates/duplicate-index.ts';
import { dropContent, dropEvents, enterContent, takeContent } from '../read/enter-content.ts';
import { listContent } from '../read/listed-article.ts';
import type { ArticleContent, UnitContent } from '../read/unit-content.ts';
import { knownReadings } from '../relations.ts';
import { IN_MEMORY } from '../store/in-memory.ts';
import type { IndexStore } from '../store/index-store.ts';
import { deleteDatabase } from '../store/open-database.ts';
import { openStore } from '../store/open-store.ts';
import { kindOfRow, numberOfRow } from '../store/rows.ts';
import { type HeldUnit, packUnit, unpackUnit } from '../units/held-unit.ts';
import type { ReadUnit } from '../units/unit.ts';
import { unitNamed } from '../units/unit-names.ts';
import { Openings } from './openings.ts';

/** A unit that was read, and the state of its files before the reading. */
export type EnteredUnit = { readonly name: string; readonly state: string | null; readonly unit: ReadUnit };

type Place = {
  readonly path: string;
  readonly archiveId: string;
  /** Identifies the build of the program: data that another build made for the first view is not used. */
  readonly build: string;
  /** Whether only few questions will be asked, each once: parts of the file are then not cached. */
  readonly isBrief?: boolean;
};

/** The words of the index are merged if they are stored in more parts than this. */
const MOST_PARTS = 8;

const PASSAGE = searchKinds.indexOf('passage');

/** A state that the files never have. */
const NEVER = 'never';

const idOf = (name: string): string => name.slice(name.indexOf('/') + 1);

/** A file that can't be read may be repaired without a change of its state, so it is read each time. */
const stateKept = (state: string | null, content: UnitContent | null): string =>
  content !== null && 'fault' in content && content.fault !== null ? '' : (state ?? '');

export class IndexContents {
  readonly #place: Place;
  readonly #records = createStoredRecords(() => this.index);
  #catalogue: CatalogueState = createCatalogueState(this.#records, () => this.index);
  #memory = this.#emptyMemory();
  #store: IndexStore;
  #distrusted = new Set<string>();
  #states = new Map<string, { readonly id: number; readonly state: string }>();

  /** The name of the person who asked last: see Index. */
  analyst = '';
  /** The stored data for the questions of the first view. */
  openings: Openings;
  #loading: Promise<void> | null = null;
  #isClosed = false;

  constructor(place: Place) {
    this.#place = place;
    this.#store = openStore(place.path, place.archiveId);
    try {
      this.openings = new Openings(this.#store.openings(place.build));
    } catch {
      this.openings = new Openings(new Map());
      this.beginAnew();
    }
  }

  /** Writes the data made for the first view to the disk. */
  keepOpenings(): void {
    if (this.#isClosed || this.openings.isWritten) return;
    const groups = JSON.stringify(this.#catalogue.duplicates.groups());
    this.#store.keepOpenings(this.#place.build, this.openings.all, groups);
    this.openings.written();
  }

  /** The data from which search is answered. */
  get index(): Index {
    return { store: this.#store, memory: this.#memory, analyst: this.analyst };
  }

  /** The data from which the lists are answered. */
  get catalogue(): CatalogueState {
    return this.#catalogue;
  }

  /** The indexed units, each with the state of the files from which it was read. */
  get states(): ReadonlyMap<string, { readonly state: string }> {
    return this.#states;
  }

  /** The previously read content of an article; null for a new one. */
  articleBefore(name: string): ArticleContent | null {
    return this.#records.known(name);
  }

  #emptyMemory(): IndexMemory {
    const catalogue = this.#catalogue;
    return new IndexMemory(() => knownReadings(catalogue));
  }

  /** Resolves once the data in memory was loaded from the disk, a little at a time; a damaged index is begun anew. */
  load(): Promise<void> {
    this.#loading ??= this.#load(this.#store).catch(() => {
      if (!this.#isClosed) this.beginAnew();
    });
    return this.#loading;
  }

  async #load(store: IndexStore): Promise<void> {
    const isOver = (): boolean => this.#isClosed || store !== this.#store;
    const yielder = createYielder();
    let last = 0;
    store.keepPages('few');
    for (let rows = store.heldAfter(0); rows.length > 0; rows = store.heldAfter(last)) {
      for (const { unit, held } of rows) {
        this.#take(
          unit,
          unpackUnit(held, () => store.signatureOf(unit)),
          takeContent,
        );
        last = unit;
      }
      await yielder.yieldIfDue();
      if (isOver()) return;
    }
    if (this.#place.isBrief !== true) store.keepPages('many');
    this.#catalogue.eventLists.prepare();
    const groups = store.textGroups(this.#place.build);
    if (groups !== null) this.#catalogue.duplicates.takeGroups(JSON.parse(groups) as TextGroups);
    this.#states = new Map(store.units().map(({ id, name, state }) => [name, { id, state }]));
  }

  /** Adds the in-memory data of a unit. */
  #take(unit: number, { about, found, listed }: HeldUnit, enter: typeof enterContent): void {
    this.#memory.enter(unit, about, found);
    if (listed === null) return;
    enter(this.#catalogue, listed, about);
    if (listed.kind === 'listed article')
      this.#memory.enterPassages(this.#catalogue.articles.get(listed.id)?.readings ?? []);
    this.#memory.takeNames(this.#catalogue);
  }

  /** Whether these units add, remove or change a text: if so, all texts are compared first. */
  changesTexts(units: readonly EnteredUnit[]): boolean {
    return units.some(({ name, unit: { content } }) => {
      const held = this.#catalogue.articles.get(idOf(name) as ArticleId);
      if (content === null) return held !== undefined;
      const isSame = content.kind !== 'article' || held?.textSha256 === content.text.sha256;
      return !isSame || (content.kind === 'article' && content.text.sha256 === null);
    });
  }

  /**
   * Indexes the units in one transaction; units that no longer exist are removed. Throws if it can't be written.
   * Returns the units whose search results have changed.
   */
  enter(units: readonly EnteredUnit[]): readonly string[] {
    const removed: number[] = [];
    const after: (() => void)[] = [];
    this.#store.keepPages('many');
    this.#store.transact(() => {
      for (const each of units) after.push(this.#write(each, removed));
    });
    this.openings.expire();
    this.#memory.remove(removed);
    const entered = new Set(units.map(({ name }) => name));
    const touched = this.#catalogue.eventLists.touchedBy(() => {
      for (const act of after) act();
    });
    return touched.filter((name) => !entered.has(name));
  }

  /** Writes a unit; returns what is to be done once it is on the disk. */
  #write({ name, state, unit }: EnteredUnit, removed: number[]): () => void {
    const { about, documents, content } = unit;
    if (content === null && unitNamed(name).kind !== 'list') {
      removed.push(...this.#store.remove(name));
      return () => this.#forget(name);
    }
    if (this.#distrusted.has(name)) removed.push(...this.#store.remove(name));
    const kept = {
      name,
      state: stateKept(state, content),
      content: content?.kind === 'article' ? JSON.stringify(content) : null,
    };
    const { unit: id, removed: gone, entered } = this.#store.enter(kept, documents, about.language);
    removed.push(...gone);
    const numbers = new Map(
      entered.flatMap(({ row, facts: { citableId } }) =>
        kindOfRow(row) === PASSAGE && citableId !== null ? [[citableId, numberOfRow(row)]] : [],
      ),
    );
    const found = entered.filter(({ row }) => kindOfRow(row) !== PASSAGE);
    const held = { about, found, listed: content && listContent(content, numbers) };
    this.#store.hold(id, packUnit(held), content?.kind === 'article' ? content.text.signature : null);
    return () => {
      this.#distrusted.delete(name);
      this.#states.set(name, { id, state: kept.state });
      if (content?.kind === 'article') this.#records.keep(name, content);
      else this.#records.forget(name);
      this.#take(id, held, enterContent);
    };
  }

  #forget(name: string): void {
    this.#memory.forget(this.#states.get(name)?.id ?? -1);
    this.#states.delete(name);
    this.#records.forget(name);
    if (unitNamed(name).kind === 'event-shard') dropEvents(this.#catalogue, name);
    else dropContent(this.#catalogue, idOf(name));
  }

  /**
   * Idle work, a little at a time until `isOver`: texts that were left for later are compared, and the words are merged
   * if they are stored in many parts.
   */
  async tidy(isOver: () => boolean): Promise<void> {
    await this.#catalogue.duplicates.settle(createYielder());
    const store = this.#store;
    const isDone = (): boolean => isOver() || store !== this.#store;
    if (isDone() || store.countParts() <= MOST_PARTS) return;
    for (let isFirst = true; !isDone() && store.gather(isFirst); isFirst = false) await yieldToEventLoop();
  }

  /** Makes every unit be read again, whatever the states of its files, and its words be indexed again. */
  distrustAll(): void {
    this.#distrusted = new Set(this.#states.keys());
    for (const [name, { id }] of this.#states) this.#states.set(name, { id, state: NEVER });
  }

  /** Deletes the whole index. */
  beginAnew(): void {
    this.#store.close();
    deleteDatabase(this.#place.path);
    this.#store = openStore(this.#place.path, this.#place.archiveId);
    this.openings.expire();
    this.#states.clear();
    this.#records.clear();
    this.#catalogue = createCatalogueState(this.#records, () => this.index);
    this.#memory = this.#emptyMemory();
    this.#loading = Promise.resolve();
  }

  close(): void {
    this.#isClosed = true;
    this.#store.close();
  }
}

/** An index that lasts as long as the process. */
export const openInMemory = (archiveId: string): IndexContents =>
  new IndexContents({ archiveId, path: IN_MEMORY, build: '' });

/** The index at its place on the disk; in memory if it can't be stored there. */
export const openContents = (place: Place): IndexContents => {
  try {
    return new IndexContents(place);
  } catch {
    return openInMemory(place.archiveId);
  }
};
