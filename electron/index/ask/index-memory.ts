/**
 * The part of the index that is kept in memory: the facts of all records that can be found, and the names of tags and
 * sources.
 */
import { type Label, type LabelSet, startingSet } from '#domain/passage/label.ts';
import type { FactBook } from '#domain/search/language/match-facts.ts';
import { type FoundAbout, type SearchFacts, searchKinds } from '#domain/search/language/search-facts.ts';
import { originOf, type Source } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import { foldName } from '#domain/text/fold-text.ts';
import type { Grade } from '#domain/tradecraft/grade.ts';
import { parseNamePath } from '#domain/tree/name-path.ts';
import {
  indexTree,
  isLive,
  isWithin,
  namesRecord,
  resolveRecord,
  type Tree,
  type TreeRecord,
} from '#domain/tree/record-tree.ts';
import type { EnteredDocument } from '../store/index-store.ts';
import { kindOfRow, numberOfRow } from '../store/rows.ts';

const PASSAGE = searchKinds.indexOf('passage');

const grades = new Map<Grade['reliability'], Map<Grade['credibility'], Grade>>();

/** The grade as an object shared by all that have it: there are a few dozen. */
export const sharedGrade = ({ reliability, credibility }: Grade): Grade => {
  const ofLetter = grades.get(reliability) ?? new Map<Grade['credibility'], Grade>();
  const known = ofLetter.get(credibility) ?? { reliability, credibility };
  grades.set(reliability, ofLetter.set(credibility, known));
  return known;
};

/** The records for a typed name; a saved search has the record's id instead, so that it survives a renaming. */
const recordsNamed = <T extends TreeRecord>(tree: Tree<T>, name: string): readonly T[] => {
  const known = resolveRecord(tree, name as T['id']);
  if (known !== null) return [known];
  const typed = parseNamePath(name).map(foldName);
  return [...tree.values()].filter((record) => isLive(record) && namesRecord(tree, record, typed));
};

const idOf = (label: Label | null): ReadonlySet<string> => new Set(label === null ? [] : [label.id]);

/** The ids, including those of merged records, for a typed name, with all records below. */
const idsNamed = <T extends TreeRecord>(tree: Tree<T>, name: string): ReadonlySet<string> => {
  const tops = recordsNamed(tree, name);
  return new Set([...tree.keys()].filter((id) => tops.some((top) => isWithin(tree, id, top.id))));
};

/** What the search of passages needs to know from the lists: which readings belong to one passage. */
export type KnownReadings = {
  /** The readings that have a newer one. */
  readonly older: ReadonlySet<string>;
  /** All readings of the passage of which `id` is one; empty for a passage that was never carried over. */
  of(id: string): readonly { readonly passageId: string }[];
  /** The number of open follow-ups on a passage, on any of its readings. */
  openTasksOf(id: string): number;
};

const neverCarried: KnownReadings = { older: new Set(), of: () => [], openTasksOf: () => 0 };

export class IndexMemory {
  readonly #readings: () => KnownReadings;
  /** By kind and number; undefined for a removed document. */
  readonly documents: (SearchFacts | undefined)[][] = searchKinds.map(() => []);
  readonly #abouts = new Map<number, FoundAbout>();
  readonly #shared = new Map<string, unknown>();
  #tags: Tree<Tag> = indexTree([]);
  #sources: Tree<Source> = indexTree([]);
  #labels: LabelSet = startingSet;
  #cited: ReadonlySet<string> | null = null;
  #passages: Map<string, SearchFacts> | null = null;
  /** Increases with every change: values derived from the memory record it. */
  revision = 0;

  constructor(readings: () => KnownReadings = () => neverCarried) {
    this.#readings = readings;
  }

  /** The readings that have a newer one. */
  get older(): ReadonlySet<string> {
    return this.#readings().older;
  }

  get tags(): Tree<Tag> {
    return this.#tags;
  }

  get sources(): Tree<Source> {
    return this.#sources;
  }

  get labels(): LabelSet {
    return this.#labels;
  }

  /** Sets the present tags, sources and labels. */
  takeNames({ tags, sources, labels }: Pick<IndexMemory, 'tags' | 'sources' | 'labels'>): void {
    this.#labels = labels;
    this.#tags = tags;
    this.#sources = sources;
    this.#change();
  }

  /** Adds the facts of a unit. */
  enter(unit: number, about: FoundAbout, documents: readonly EnteredDocument[]): void {
    this.#abouts.set(unit, about);
    for (const { row, facts } of documents) {
      const kind = this.documents[kindOfRow(row)];
      if (kind !== undefined) kind[numberOfRow(row)] = this.#sharing(facts, about);
    }
    this.#change();
  }

  /** Adds the passages of an article, which are stored in the lists. */
  enterPassages(entries: Iterable<SearchFacts & { readonly number: number | null }>): void {
    const passages = this.documents[PASSAGE] ?? [];
    for (const entry of entries) if (entry.number !== null) passages[entry.number] = entry;
    this.#change();
  }

  /** Sets of tags, speakers and grades are few, and are shared by a hundred thousand passages. */
  #sharing(facts: EnteredDocument['facts'], about: FoundAbout): SearchFacts {
    const { tagIds, speakerId, grade } = facts;
    return {
      kind: facts.kind,
      tagIds: this.#share(tagIds.join(), tagIds),
      speakerId: speakerId === null ? null : this.#share(speakerId, speakerId),
      concernedIds: facts.concernedIds,
      label: facts.label,
      grade: grade && sharedGrade(grade),
      isOrphan: facts.isOrphan,
      hasTask: facts.hasTask,
      hasNote: facts.hasNote,
      hasRelation: facts.hasRelation,
      addedAt: facts.addedAt,
      citableId: facts.citableId,
      event: facts.event,
      seenBy: facts.seenBy,
      about,
    };
  }

  #share<Value>(key: string, value: Value): Value {
    const known = this.#shared.get(key);
    if (known !== undefined) return known as Value;
    this.#shared.set(key, value);
    return value;
  }

  remove(rows: readonly number[]): void {
    for (const row of rows) {
      const kind = this.documents[kindOfRow(row)];
      if (kind !== undefined) kind[numberOfRow(row)] = undefined;
    }
    this.#change();
  }

  forget(unit: number): void {
    this.#abouts.delete(unit);
    this.#change();
  }

  /** Computed at the first use after a change: only conditions on events need it. */
  #factsOfPassage(id: string): SearchFacts | null {
    if (this.#passages === null) {
      this.#passages = new Map();
      for (const facts of this.documents[PASSAGE] ?? [])
        if (facts !== undefined && facts.citableId !== null) this.#passages.set(facts.citableId, facts);
    }
    return this.#passages.get(id) ?? null;
  }

  #change(): void {
    this.#passages = null;
    this.#cited = null;
    this.revision += 1;
  }

  /** The data with which the conditions of a search are tested. */
  book(): FactBook {
    this.#cited ??= new Set([...this.#abouts.values()].flatMap(({ cites }) => cites));
    const cited = this.#cited;
    const { older, of, openTasksOf } = this.#readings();
    return {
      tagsNamed: (name) => idsNamed(this.tags, name),
      labelsNamed: (name) => idOf(this.labels.named(name)),
      sourcesNamed: (name) => idsNamed(this.sources, name),
      isCited: (id) => cited.has(id) || of(id).some(({ passageId }) => cited.has(passageId)),
      originOf: (speakerId, publicationId) => originOf(this.sources, speakerId, publicationId)?.id ?? null,
      kindOf: (id) => resolveRecord(this.sources, id)?.kind ?? null,
      isOlderReading: (id) => id !== null && older.has(id),
      hasTaskElsewhere: (id) => id !== null && of(id).length > 1 && openTasksOf(id) > 0,
      passageFacts: (id) => this.#factsOfPassage(id),
      isTag: (id) => resolveRecord(this.tags, id) !== null,
    };
  }
}

/**
 * Keeps the last value made for each memory, with the arguments: it is made again for other arguments, or after a
 * change of the memory.
 */
export const keepingLast = <Made>() => {
  const kept = new WeakMap<IndexMemory, { asked: string; revision: number; made: Made }>();
  return (memory: IndexMemory, asked: string, make: () => Made): Made => {
    const { revision } = memory;
    const last = kept.get(memory);
    if (last?.asked === asked && last.revision === revision) return last.made;
    const made = make();
    kept.set(memory, { asked, revision, made });
    return made;
  };
};
