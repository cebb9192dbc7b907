/** A tree of names as the lines that are on show, by arithmetic alone: fifty thousand names are a list of lines. */

/** A node of a tree of names. `id` is unique in the whole tree. */
export type NameNode = {
  readonly id: string;
  readonly name: string;
  readonly children: readonly NameNode[];
};

/** One line: a node of which no branch above is folded. */
export type TreeLine = {
  readonly node: NameNode;
  /** From 1, at the top. */
  readonly level: number;
  /** From 1, among those below the same node. */
  readonly position: number;
  readonly siblingCount: number;
  /** The index of the line that it stands below; -1 at the top. */
  readonly parentIndex: number;
  /** Null where nothing stands below it. */
  readonly isOpen: boolean | null;
};

export type TreeLines = {
  readonly lines: readonly TreeLine[];
  /** The index of the line of a node; -1 where it is not there, or a branch above it is folded. */
  readonly indexOf: (id: string | null) => number;
};

/** Lays the open nodes out in the order in which they stand below each other. */
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

/** Whether the line at `index` is the one at `above`, or stands below it. */
export const isLineBelow = ({ lines }: TreeLines, index: number, above: number): boolean => {
  let at = index;
  while (at > above) at = lines[at]?.parentIndex ?? -1;
  return at === above;
};
