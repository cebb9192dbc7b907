import { ChevronRight } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import {
  Button,
  Collection,
  type Key,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
} from 'react-aria-components';
import { joinClasses } from '../join-classes.ts';
import styles from './tree.module.css';

/** A node of a tree of names. `id` is unique in the whole tree. */
export type NameNode = {
  readonly id: string;
  readonly name: string;
  /** Counts and letters at the end of the row. */
  readonly side?: ReactNode;
  readonly children: readonly NameNode[];
};

export type NameTreeProps = {
  readonly label: string;
  readonly nodes: readonly NameNode[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  /** Branches that are folded; all others are open. */
  readonly foldedIds: readonly string[];
  readonly onFold: (ids: readonly string[]) => void;
  /** A row was dragged onto another, or to the root (null). */
  readonly onMove: (id: string, intoId: string | null) => void;
};

const DRAG_TYPE = 'precis-name';

const textOf = (keys: Iterable<Key>) => [...keys].map((key) => ({ [DRAG_TYPE]: String(key) }));

const useMoves = (onMove: NameTreeProps['onMove']) =>
  useDragAndDrop({
    getItems: textOf,
    acceptedDragTypes: [DRAG_TYPE],
    getDropOperation: (target) =>
      target.type === 'root' || target.dropPosition === 'on' ? 'move' : 'cancel',
    onItemDrop: async ({ target, items }) => {
      for (const item of items) {
        if (item.kind === 'text') onMove(await item.getText(DRAG_TYPE), String(target.key));
      }
    },
    onRootDrop: async ({ items }) => {
      for (const item of items) if (item.kind === 'text') onMove(await item.getText(DRAG_TYPE), null);
    },
  }).dragAndDropHooks;

const NodeItem = ({ node }: { readonly node: NameNode }) => (
  <TreeItem id={node.id} textValue={node.name} className={joinClasses(styles.row)}>
    <TreeItemContent>
      <div className={styles.content}>
        <Button slot="drag" className="visually-hidden">
          Move {node.name}
        </Button>
        {node.children.length > 0 ? (
          <Button slot="chevron" className={joinClasses('sign-button', styles.chevron)}>
            <ChevronRight size={14} aria-hidden />
          </Button>
        ) : (
          <span className={styles.leaf} />
        )}
        <span className={joinClasses('clipped', styles.name)}>{node.name}</span>
        <span className={styles.side}>{node.side}</span>
      </div>
    </TreeItemContent>
    <Collection items={node.children}>{(child) => <NodeItem node={child} />}</Collection>
  </TreeItem>
);

const branchIds = (nodes: readonly NameNode[]): readonly string[] =>
  nodes.flatMap(({ id, children }) => (children.length === 0 ? [] : [id, ...branchIds(children)]));

/** A tree of names: ← → fold, dragging a row onto another moves it there. */
export const NameTree = (props: NameTreeProps) => {
  const { label, nodes, selectedId, onSelect, foldedIds, onFold, onMove } = props;
  const dragAndDropHooks = useMoves(onMove);
  const branches = useMemo(() => branchIds(nodes), [nodes]);
  const selectedKeys = useMemo(() => (selectedId === null ? [] : [selectedId]), [selectedId]);
  return (
    <Tree
      aria-label={label}
      className={joinClasses(styles.tree)}
      items={nodes}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selectedKeys}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) onSelect(String(key));
      }}
      expandedKeys={branches.filter((id) => !foldedIds.includes(id))}
      onExpandedChange={(keys) => onFold(branches.filter((id) => !keys.has(id)))}
      dragAndDropHooks={dragAndDropHooks}
      data-pane-focus
    >
      {(node) => <NodeItem node={node} />}
    </Tree>
  );
};
