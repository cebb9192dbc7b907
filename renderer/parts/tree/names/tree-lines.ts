/**
 * A tree of names as a list of its visible lines, by arithmetic only: even fifty thousand names are a list of lines.
 */

/** A node of a tree of names. `id` is unique in the whole tree. */
export type NameNode = {
  readonly id: string;
  readonly name: string;
  readonly children: readonly NameNode[];
};

/** One line: a node without a collapsed ancestor. */
export type TreeLine = {
  readonly node: NameNode;
  /** From 1, at the top. */
  readonly level: number;
  /** From 1, among its siblings. */
  readonly position: number;
  readonly siblingCount: number;
  /** The index of its parent's line; -1 at the top. */
  readonly parentIndex: number;
  /** Null without children. */
  readonly isOpen: boolean | null;
};

export type TreeLines = {
  readonly lines: readonly TreeLine[];
  /** The index of a node's line; -1 if it does not exist, or an ancestor is collapsed. */
  readonly indexOf: (id: string | null) => number;
};

/** Lays out the visible nodes in depth-first order. */
export const layTreeLines = (nodes: readonly NameNode[], folded: ReadonlySet<string>): TreeLines => {
  const lines: TreeLine[] = [];
  const indexes = new Map<string, number>();
  const lay = (siblings: readonly NameNode[], level: number, parentIndex: number): void => {
    for (const [at, node] of siblings.entries()) {
      const isOpen = node.children.length === 0 ? null : !folded.has(node.id);
      const index = lines.length;
      indexes.set(node.id, index);
      lines.push({ node, level, position: at + 1, siblingCount: siblings.length, parentIndex, isOpen });
      if (isOpen === true) lay(node.children, level + 1, index);
    }
  };
  lay(nodes, 1, -1);
  return { lines, indexOf: (id) => (id === null ? -1 : (indexes.get(id) ?? -1)) };
};

/** Whether the line at `index` is the one at `above`, or one of its descendants. */
export const isLineBelow = ({ lines }: TreeLines, index: number, above: number): boolean => {
  let at = index;
  while (at > above) at = lines[at]?.parentIndex ?? -1;
  return at === above;
};
