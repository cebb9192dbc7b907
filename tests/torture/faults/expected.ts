import type { Said } from './actor.ts';
import type { Sets } from './acts.ts';
import type { Contents } from './contents.ts';

/** What a run leads to expect of the archive. */
export type Expected = {
  /** What was acknowledged. */
  readonly sure: ReadonlyMap<string, string>;
  /** What the act that was not acknowledged would make of it: each thing is as before or as wanted. */
  readonly open: Sets;
  /** What the actor's own view showed in the end, where it came so far. */
  readonly shown: Contents | null;
};

/** @param before what the archive held when the actor began */
export const expectOf = (before: Contents, said: readonly Said[]): Expected => {
  const sure = new Map(Object.entries(before));
  let open: Sets = {};
  let shown: Contents | null = null;
  for (const line of said) {
    if (line.kind === 'begins') open = line.sets;
    else if (line.kind === 'shows') shown = line.contents;
    else if (line.kind === 'done') {
      enter(sure, open);
      open = {};
    }
  }
  return { sure, open, shown };
};

const enter = (sure: Map<string, string>, sets: Sets): void => {
  for (const [name, value] of Object.entries(sets)) {
    if (value === null) sure.delete(name);
    else sure.set(name, value);
  }
};

/** What of the archive is not as expected, in words. The actor's own view may fail to be read, too. */
export const compareContents = (
  expected: Expected,
  found: Contents,
  { isLasting }: { readonly isLasting: boolean },
): readonly string[] => {
  const { sure, open, shown } = expected;
  const names = [...new Set([...sure.keys(), ...Object.keys(open), ...Object.keys(found)])];
  const lost = names.flatMap((name) => {
    const wanted = wantedOf(expected, name);
    return wanted.includes(found[name]) ? [] : [`${name} is ${found[name]}, not ${wanted.join(' or ')}`];
  });
  if (shown === null || isLasting) return lost;
  const misshown = names.filter(
    (name) => shown[name] !== found[name] && shown[name] !== 'archive-unreadable',
  );
  return [...lost, ...misshown.map((name) => `${name} is ${found[name]}, and was shown as ${shown[name]}`)];
};

const wantedOf = ({ sure, open }: Expected, name: string): readonly (string | undefined)[] =>
  name in open ? [sure.get(name), open[name] ?? undefined] : [sure.get(name)];
