/**
 * What an index holds: the database on the disk, and in memory what search and the lists look at of everything at once.
 * Only what is on the disk is in memory.
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

/** A unit that was read, and the state of its files before that. */
export type EnteredUnit = { readonly name: string; readonly state: string | null; readonly unit: ReadUnit };

type Place = {
  readonly path: string;
  readonly archiveId: string;
  /** Of the program: what another one made for the first view says nothing. */
  readonly build: string;
  /** Whether little is asked, each thing once: what was read of the file is then not kept for the next question. */
  readonly isBrief?: boolean;
};

/** The words of the index are brought together where they lie in more parts than this. */
const MOST_PARTS = 8;

const PASSAGE = searchKinds.indexOf('passage');

/** The state of files that never is. */
const NEVER = 'never';

const idOf = (name: string): string => name.slice(name.indexOf('/') + 1);

/** What can't be read may be mended, and its file be the same: it is looked at each time. */
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

  /** Who has asked last, by name: see Index. */
  analyst = '';
  /** What the first view asks. */
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

  /** Keeps on the disk what was made for the first view. */
  keepOpenings(): void {
    if (this.#isClosed || this.openings.isWritten) return;
    const groups = JSON.stringify(this.#catalogue.duplicates.groups());
    this.#store.keepOpenings(this.#place.build, this.openings.all, groups);
    this.openings.written();
  }

  /** What search is answered from. */
  get index(): Index {
    return { store: this.#store, memory: this.#memory, analyst: this.analyst };
  }

  /** What the lists are answered from. */
  get catalogue(): CatalogueState {
    return this.#catalogue;
  }

  /** The units that are held, each with the state of the files that it was read from. */
  get states(): ReadonlyMap<string, { readonly state: string }> {
    return this.#states;
  }

  /** What was read of an article before; null where it is new. */
  articleBefore(name: string): ArticleContent | null {
    return this.#records.known(name);
  }

  #emptyMemory(): IndexMemory {
    const catalogue = this.#catalogue;
    return new IndexMemory(() => knownReadings(catalogue));
  }

  /**
   * Resolves once what is held in memory was taken from the disk, a little at a time; what is damaged is begun anew.
   */
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

  /** Takes in what is held in memory of a unit. */
  #take(unit: number, { about, found, listed }: HeldUnit, enter: typeof enterContent): void {
    this.#memory.enter(unit, about, found);
    if (listed === null) return;
    enter(this.#catalogue, listed, about);
    if (listed.kind === 'listed article')
      this.#memory.enterPassages(this.#catalogue.articles.get(listed.id)?.readings ?? []);
    this.#memory.takeNames(this.#catalogue);
  }

  /** Whether a text comes, goes or changes with these units: all texts are compared first. */
  changesTexts(units: readonly EnteredUnit[]): boolean {
    return units.some(({ name, unit: { content } }) => {
      const held = this.#catalogue.articles.get(idOf(name) as ArticleId);
      if (content === null) return held !== undefined;
      const isSame = content.kind !== 'article' || held?.textSha256 === content.text.sha256;
      return !isSame || (content.kind === 'article' && content.text.sha256 === null);
    });
  }

  /**
   * Enters the units in one transaction; those that are not there any more are taken out. Throws where it can't be.
   * Answers the units of which something else is found since.
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

  /** Writes a unit; answers what is to be done once it stands on the disk. */
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
   * What has time until nothing else is to be done, a little at a time until `isOver`: texts that were left for later
   * are compared, and the words are brought together where they lie in many parts.
   */
  async tidy(isOver: () => boolean): Promise<void> {
    await this.#catalogue.duplicates.settle(createYielder());
    const store = this.#store;
    const isDone = (): boolean => isOver() || store !== this.#store;
    if (isDone() || store.countParts() <= MOST_PARTS) return;
    for (let isFirst = true; !isDone() && store.gather(isFirst); isFirst = false) await yieldToEventLoop();
  }

  /** Has every unit read anew, whatever the states of its files say, and its words entered anew. */
  distrustAll(): void {
    this.#distrusted = new Set(this.#states.keys());
    for (const [name, { id }] of this.#states) this.#states.set(name, { id, state: NEVER });
  }

  /** Throws all of it away. */
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

/** The index at its place; in memory where it can't be kept there. */
export const openContents = (place: Place): IndexContents => {
  try {
    return new IndexContents(place);
  } catch {
    return openInMemory(place.archiveId);
  }
};
