/**
 * A fall: something that others rest on has become worth less, or is gone. What rested on it then is kept with it, and
 * waits in Review until the analyst has said of each that it still holds.
 */
import { z } from 'zod';
import { timestampSchema } from '../time.ts';
import { type Grade, gradeSchema } from '../tradecraft/grade.ts';
import { reliabilities } from '../tradecraft/reliability.ts';
import { writerNameSchema } from '../written-by.ts';
import { keyOfThing, type Thing, thingSchema } from './thing.ts';

/**
 * How: the letter of a source, or the grade of a passage, was lowered; a passage was deleted; an article was moved to
 * the trash, or its publisher has withdrawn it.
 */
export const fallKinds = ['letter', 'grade', 'deleted', 'trashed', 'withdrawn'] as const;
export type FallKind = (typeof fallKinds)[number];

/** So many of what rests on a thing are kept; beyond it no analyst goes through them one by one. */
export const MAX_TOUCHED = 10_000;

export const fallSchema = z.strictObject({
  /** See fallIdOf: one record for each way in which a thing falls, on whichever machine. */
  id: z.string().min(1).max(200),
  how: z.enum(fallKinds),
  thing: thingSchema,
  /** The grade as it was when it was last looked at; of a source the letter alone. Null where neither fell. */
  was: gradeSchema.nullable(),
  /** The keys of what rested on it and has still to be looked at: see keyOfThing. */
  touched: z.array(z.string().min(1).max(200)).max(MAX_TOUCHED),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  by: writerNameSchema.exactOptional(),
});
export type Fall = z.infer<typeof fallSchema>;

export const fallIdOf = (how: FallKind, thing: Thing): string => `${how} ${keyOfThing(thing)}`;

/** What has fallen in an act. */
export type Fallen = Pick<Fall, 'how' | 'thing' | 'was'>;

/** 6 and F say that nothing can be judged: they are no worse, but what was judged is not any more. */
const isStepDown = (was: number, is: number, unjudged: number): boolean =>
  was !== -1 && was !== unjudged && (is === -1 || is > was);

/** Whether the letter or the digit is a worse one, or what was judged is not judged any more. */
export const isLowered = (was: Grade, is: Grade): boolean => {
  const letter = ({ reliability }: Grade): number =>
    reliability === null ? -1 : reliabilities.indexOf(reliability);
  const digit = ({ credibility }: Grade): number => credibility ?? -1;
  return (
    isStepDown(letter(was), letter(is), reliabilities.indexOf('F')) || isStepDown(digit(was), digit(is), 6)
  );
};

/** The record of a fall that nobody has looked at: what rested on it before, and was not looked at since, stays. */
export const fallAgain = (
  before: Fall | null,
  { how, thing, was }: Fallen,
  touched: readonly string[],
  at: Fall['updatedAt'],
): Fall => {
  const open = before?.touched ?? [];
  return {
    id: fallIdOf(how, thing),
    how,
    thing,
    // As long as something waits, it is told by what it was before all of it.
    was: open.length === 0 ? was : (before?.was ?? was),
    touched: [...new Set([...open, ...touched])].sort().slice(0, MAX_TOUCHED),
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
  };
};

/** The fall once that of what it touches was looked at. */
export const withSeen = (fall: Fall, keys: readonly string[], at: Fall['updatedAt']): Fall => ({
  ...fall,
  touched: fall.touched.filter((key) => !keys.includes(key)),
  updatedAt: at,
});

/**
 * A fall as two sides have it, which is never contested: what either has looked at is looked at, what either has added
 * is there, and the rest is as it was written last.
 */
export const mergeFalls = (base: Fall | null, ours: Fall | null, theirs: Fall | null): Fall | null => {
  if (ours === null || theirs === null) {
    const left = ours ?? theirs;
    // Undone on one side: it stays where the other has gone on with it.
    return base !== null && left?.updatedAt === base.updatedAt ? null : left;
  }
  const last = later(ours, theirs);
  const known = new Set(base?.touched ?? []);
  const both = [...new Set([...ours.touched, ...theirs.touched])].filter(
    (key) => !known.has(key) || (ours.touched.includes(key) && theirs.touched.includes(key)),
  );
  const [createdAt = ours.createdAt] = [ours.createdAt, theirs.createdAt].toSorted();
  return { ...last, touched: both.sort().slice(0, MAX_TOUCHED), createdAt };
};

const later = (a: Fall, b: Fall): Fall => {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt > b.updatedAt ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
};
