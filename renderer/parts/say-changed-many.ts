import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { sayDone } from '#renderer/window/notices.ts';

/** The notice for each kind of change; `count` is how many it changed, with the noun. */
export type Wordings<Change extends { readonly kind: string }> = {
  readonly [K in Change['kind']]: (count: string, change: Extract<Change, { kind: K }>) => string;
};

/** Says how many records a change has changed, and offers to undo it; `print` is their number with the noun. */
export const sayChangedMany = <Change extends { readonly kind: string }>(
  wordings: Wordings<Change>,
  change: Change,
  changed: number,
  print: (count: number) => string,
): void => {
  // The kind of a change selects its own wording: the types can't follow that through the table.
  const word = wordings[change.kind as Change['kind']] as (count: string, change: Change) => string;
  if (changed === 0) sayDone('Nothing to change');
  else sayUndoable(word(print(changed), change));
};
