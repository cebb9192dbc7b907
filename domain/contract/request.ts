/** The entry types of the table of requests: a query reads and changes nothing, everything else is an edit. */
import type { z } from 'zod';

/** What may have changed on the disk: an answer that depends on one of these is requested again. */
export const topics = [
  'articles',
  'passages',
  'tags',
  'sources',
  'tasks',
  'memos',
  'searches',
  'labels',
  'events',
  'falls',
  'translations',
  'forms',
  'boards',
  'conflicts',
  'pad',
  'trash',
] as const;
export type Topic = (typeof topics)[number];

/** A key that no object has at run time: it carries only a type. */
export declare const carried: unique symbol;
export type TypeOf<T> = { readonly [carried]: T };

/** The type of an output. Only inputs are checked: an output comes from the app's own code. */
export const type = <T>(): TypeOf<T> => ({}) as TypeOf<T>;

type FieldOf<I extends z.ZodType> = keyof z.infer<I> & string;

export type Query<I extends z.ZodType, O, T extends readonly Topic[]> = {
  readonly kind: 'query';
  readonly input: I;
  readonly output: TypeOf<O>;
  /** When one of these changes on the disk the query is repeated. Without any it is requested once. */
  readonly topics: T;
  /** The field with the article of the query: changes that name other articles do not affect the answer. */
  readonly scope?: FieldOf<I>;
  /** Whether its answer grows while the index reads the archive, because it searches words: then it is repeated. */
  readonly isSought?: true | ((input: z.infer<I>) => boolean);
  /** Its answer, in one sentence. */
  readonly says: string;
};

/** A query that only the index answers, without a handler of its own. */
export type IndexQuery<I extends z.ZodType, O, T extends readonly Topic[]> = Omit<
  Query<I, O, T>,
  'isSought'
> & {
  readonly answeredBy: 'index';
  readonly isSought: boolean | ((input: z.infer<I>) => boolean);
};

/** Whether an edit that could not be written is kept and tried again, and which earlier one it is then merged with. */
export type Supersedes<Field extends string, Input = never> =
  /**
   * Not stored for a retry: it only requests something, changes nothing in the archive, or must not be done later
   * on another state.
   */
  | 'not-kept'
  /** Supersedes nothing: it adds something, or cannot be repeated as it is. */
  | 'nothing'
  | {
      /** The fields that name the thing: edits with the same values in them are of one thing. */
      readonly on: readonly Field[];
      /**
       * What identifies the thing besides those fields, if one record has several; null if this edit is independent.
       */
      readonly by?: (input: Input) => string | null;
      /** The field that contains a change of several fields: they are merged one by one. */
      readonly fieldsOf?: Field;
    };

/** The ids of the records that an edit changes or makes, and of those that have to be there for it; null for none. */
export type Touches<Input> = (input: Input) => readonly (string | null)[];

/** Touches no record. */
export const nothingTouched = (): readonly string[] => [];

/** Represents all records: an edit that touches it waits for everything requested before, and nothing overtakes it. */
export const EVERYTHING = '*';
export const everythingTouched = (): readonly string[] => [EVERYTHING];

export type Edit<I extends z.ZodType, O, R extends string = never> = {
  readonly kind: 'edit';
  readonly input: I;
  readonly output: TypeOf<O>;
  readonly touches: Touches<z.infer<I>>;
  readonly supersedes: Supersedes<FieldOf<I>, z.infer<I>>;
  /** The queries whose answer it changes although no record changes: they are repeated. */
  readonly refreshes?: readonly R[];
  /** The field with the id of the record that it creates, if the caller chooses the id. */
  readonly makes?: FieldOf<I>;
  /** Whether it may remove records: pending typed text is sent before it, and so is removed together with them. */
  readonly takesAway?: true | ((input: z.infer<I>) => boolean);
  /** For an edit that is not stored: whether it may be an undo step nevertheless. A stored one always may. */
  readonly isStep?: true;
  /** What it does, in one sentence. */
  readonly says: string;
};

export const query = <I extends z.ZodType, O, const T extends readonly Topic[]>(
  said: Omit<Query<I, O, T>, 'kind'>,
): Query<I, O, T> => ({ kind: 'query', ...said });

export const indexQuery = <I extends z.ZodType, O, const T extends readonly Topic[]>(
  said: Omit<IndexQuery<I, O, T>, 'kind' | 'answeredBy'>,
): IndexQuery<I, O, T> => ({ kind: 'query', answeredBy: 'index', ...said });

export const edit = <I extends z.ZodType, O, const R extends string = never>(
  said: Omit<Edit<I, O, R>, 'kind'>,
): Edit<I, O, R> => ({
  kind: 'edit',
  ...said,
});

/**
 * An edit of no record, done at once or not at all: it requests something, or affects the machine outside the
 * archive.
 */
export const transientEdit = <I extends z.ZodType, O, const R extends string = never>(
  said: Omit<Edit<I, O, R>, 'kind' | 'touches' | 'supersedes'>,
): Edit<I, O, R> => edit<I, O, R>({ ...said, touches: nothingTouched, supersedes: 'not-kept' });

/** A request that is called by its own value: its name crosses the bridge, and its types are those of the entry. */
export type Named<N extends string, Entry> = Entry & { readonly name: N };

/**
 * Names an entry. The name is `noun:verb`, is unique in the app, and is all of the entry that crosses the bridge; main
 * finds the entry again in the table that it composes at the start.
 */
export const defineRequest = <const N extends `${string}:${string}`, Entry extends object>(
  name: N,
  entry: Entry,
): Named<N, Entry> => ({ name, ...entry });
