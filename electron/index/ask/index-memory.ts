/** What of the index is kept in memory: the facts of all that can be found, and the names of tags and sources. */
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

/** The grade as one object for all that have it: there are a few dozen. */
export const sharedGrade = ({ reliability, credibility }: Grade): Grade => {
  const ofLetter = grades.get(reliability) ?? new Map<Grade['credibility'], Grade>();
  const known = ofLetter.get(credibility) ?? { reliability, credibility };
  grades.set(reliability, ofLetter.set(credibility, known));
  return known;
};

/** What a typed name stands for; a saved search has the id of the record, which is known by it when it is renamed. */
const recordsNamed = <T extends TreeRecord>(tree: Tree<T>, name: string): readonly T[] => {
  const known = resolveRecord(tree, name as T['id']);
  if (known !== null) return [known];
  const typed = parseNamePath(name).map(foldName);
  return [...tree.values()].filter((record) => isLive(record) && namesRecord(tree, record, typed));
};

const idOf = (label: Label | null): ReadonlySet<string> => new Set(label === null ? [] : [label.id]);

/** The ids, of merged records too, that a typed name stands for, with all that is below. */
const idsNamed = <T extends TreeRecord>(tree: Tree<T>, name: string): ReadonlySet<string> => {
  const tops = recordsNamed(tree, name);
  return new Set([...tree.keys()].filter((id) => tops.some((top) => isWithin(tree, id, top.id))));
};

/** What of the lists the search of passages has to know: which readings are of one passage. */
export type KnownReadings = {
  /** The readings that a newer one stands for. */
  readonly older: ReadonlySet<string>;
  /** All readings of the passage that `id` reads; none of one that was never carried. */
  of(id: string): readonly { readonly passageId: string }[];
  /** How many follow-ups are open on a passage, on whichever of its readings. */
  openTasksOf(id: string): number;
};

const neverCarried: KnownReadings = { older: new Set(), of: () => [], openTasksOf: () => 0 };

export class IndexMemory {
  readonly #readings: () => KnownReadings;
  /** By kind and number; a hole where a document was taken out. */
  readonly documents: (SearchFacts | undefined)[][] = searchKinds.map(() => []);
  readonly #abouts = new Map<number, FoundAbout>();
  readonly #shared = new Map<string, unknown>();
  #tags: Tree<Tag> = indexTree([]);
  #sources: Tree<Source> = indexTree([]);
  #labels: LabelSet = startingSet;
  #cited: ReadonlySet<string> | null = null;
  #passages: Map<string, SearchFacts> | null = null;
  /** Grows with every change: what is made of the memory names it. */
  revision = 0;

  constructor(readings: () => KnownReadings = () => neverCarried) {
    this.#readings = readings;
  }

  /** The readings that a newer one stands for. */
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

  /** Takes over the tags, sources and labels as they are named now. */
  takeNames({ tags, sources, labels }: Pick<IndexMemory, 'tags' | 'sources' | 'labels'>): void {
    this.#labels = labels;
    this.#tags = tags;
    this.#sources = sources;
    this.#change();
  }

  /** Takes in what is known of a unit. */
  enter(unit: number, about: FoundAbout, documents: readonly EnteredDocument[]): void {
    this.#abouts.set(unit, about);
    for (const { row, facts } of documents) {
      const kind = this.documents[kindOfRow(row)];
      if (kind !== undefined) kind[numberOfRow(row)] = this.#sharing(facts, about);
    }
    this.#change();
  }

  /** Takes in the passages of an article, which the lists hold. */
  enterPassages(entries: Iterable<SearchFacts & { readonly number: number | null }>): void {
    const passages = this.documents[PASSAGE] ?? [];
    for (const entry of entries) if (entry.number !== null) passages[entry.number] = entry;
    this.#change();
  }

  /** Sets of tags, speakers and grades are few, and a hundred thousand passages have them in common. */
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

  /** Made when it is first asked after a change: only conditions on events ask. */
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

  /** What the conditions of a search are asked with. */
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
 * Keeps what was made last of each memory, under what was asked: it is made anew for another question, or once the
 * memory has changed.
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
