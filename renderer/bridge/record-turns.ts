/**
 * One queue per record: an act waits for those before it on the same records, so that an edit of a thing that is still
 * being made comes after it. Acts on different records don't wait for each other, but for one on everything.
 */
import { EVERYTHING } from '#domain/contract/request.ts';

type Tail = Promise<unknown>;

const tails = new Map<string, Tail>();

/** Runs `run` after everything that was asked for before on one of the records; at once where nothing was. */
export const inTurn = <T>(records: readonly string[], run: () => Promise<T>): Promise<T> => {
  const earlier = records.includes(EVERYTHING)
    ? [...tails.values()]
    : [EVERYTHING, ...records].flatMap((id) => tails.get(id) ?? []);
  const turn = earlier.length === 0 ? run() : Promise.all(earlier).then(run);
  const tail: Tail = turn
    .catch(() => undefined)
    .then(() => {
      for (const id of records) if (tails.get(id) === tail) tails.delete(id);
    });
  for (const id of records) tails.set(id, tail);
  return turn;
};

/** Waits until all acts that were asked for have had their turn. */
export const allTurnsTaken = async (): Promise<void> => {
  await Promise.all(tails.values());
};
