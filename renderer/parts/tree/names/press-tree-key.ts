/** Keyboard input of a tree of names, after the treegrid of the ARIA Authoring Practices with focus on rows. */
import { foldName } from '#domain/text/fold-text.ts';
import type { TreeLines } from './tree-lines.ts';

export type TreeAnswer =
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'fold' | 'unfold'; readonly index: number };

type Step = (index: number, count: number, page: number) => number;

const steps: Readonly<Record<string, Step>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index, _count, page) => index + page,
  PageUp: (index, _count, page) => index - page,
  Home: () => 0,
  End: (_index, count) => count - 1,
  Enter: (index) => index,
  ' ': (index) => index,
};

/** → expands a branch, then moves into it. */
const goIn = ({ lines }: TreeLines, index: number): TreeAnswer | null => {
  const isOpen = lines[index]?.isOpen ?? null;
  if (isOpen === null) return null;
  return isOpen ? { kind: 'go', index: index + 1 } : { kind: 'unfold', index };
};

/** ← collapses a branch, else moves to the parent. */
const goOut = ({ lines }: TreeLines, index: number): TreeAnswer | null => {
  const line = lines[index];
  if (line?.isOpen === true) return { kind: 'fold', index };
  return line === undefined || line.parentIndex < 0 ? null : { kind: 'go', index: line.parentIndex };
};

/** The effect of a key on the line at `index`; null if it has none. `page` is the number of visible lines. */
export const pressTreeKey = (
  key: string,
  tree: TreeLines,
  index: number,
  page: number,
): TreeAnswer | null => {
  if (key === 'ArrowRight') return goIn(tree, index);
  if (key === 'ArrowLeft') return goOut(tree, index);
  const count = tree.lines.length;
  const next = steps[key]?.(index, count, page);
  if (next === undefined || count === 0) return null;
  return { kind: 'go', index: Math.max(0, Math.min(count - 1, next)) };
};

/**
 * The line whose name begins with the typed text: from `index` on, then from the top; -1 for none. A single letter
 * moves on to the next line, several stay on a line that matches.
 */
export const findTypedLine = ({ lines }: TreeLines, typed: string, index: number): number => {
  const sought = foldName(typed);
  if (sought === '') return -1;
  const from = Math.max(0, [...typed].length === 1 ? index + 1 : index);
  for (let step = 0; step < lines.length; step += 1) {
    const at = (from + step) % lines.length;
    if (foldName(lines[at]?.node.name ?? '').startsWith(sought)) return at;
  }
  return -1;
};
