import { isSameName } from './compare-names.ts';

type Named = { readonly name: string; readonly aliases: readonly string[] };

/** The aliases of a record with those that are new; `taken` are the names of other records beside it, which stay out. */
export const addAliases = (
  { name, aliases }: Named,
  more: readonly string[],
  isTaken: (alias: string) => boolean,
): { readonly aliases: string[]; readonly taken: readonly string[] } => {
  const all = [...aliases];
  const taken: string[] = [];
  for (const alias of more) {
    if ([name, ...all].some((known) => isSameName(known, alias))) continue;
    if (isTaken(alias)) taken.push(alias);
    else all.push(alias);
  }
  return { aliases: all, taken };
};
