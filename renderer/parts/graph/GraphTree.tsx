import {
  Building2,
  ChevronRight,
  FileText,
  History,
  Layers,
  type LucideIcon,
  Newspaper,
  Quote,
  Scale,
  UserRound,
} from 'lucide-react';
import { useState } from 'react';
import { Button, type Key, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import type { GraphNode } from '#domain/contract/graph.ts';
import { keyOfThing, type ThingKind } from '#domain/graph/thing.ts';
import { MarkingSign } from '#renderer/parts/MarkingSign.tsx';
import { GradeSign } from '#renderer/parts/passage/GradeSign.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import styles from './graph.module.css';
import { factsOfNode, kindNames, sayCopy, sayState, titleOfNode } from './graph-words.ts';

const icons: Readonly<Record<ThingKind, LucideIcon>> = {
  source: Building2,
  article: Newspaper,
  passage: Quote,
  event: History,
  name: UserRound,
  board: Layers,
  cell: Layers,
  memo: FileText,
  judgement: Scale,
};

/** A line by its place: one thing may be below several. */
type Placed = { readonly id: string; readonly node: GraphNode; readonly children: readonly Placed[] };

const placed = (nodes: readonly GraphNode[], above: string): readonly Placed[] =>
  nodes.map((node) => {
    const id = `${above}/${keyOfThing(node.thing)}`;
    return { id, node, children: placed(node.children, id) };
  });

const all = (lines: readonly Placed[]): readonly Placed[] =>
  lines.flatMap((line) => [line, ...all(line.children)]);

const textOf = (node: GraphNode): string =>
  [
    `${kindNames[node.thing.kind]}: ${titleOfNode(node)}`,
    ...factsOfNode(node),
    ...node.states.map(sayState),
    ...(node.copyOf === null ? [] : [sayCopy(node.copyOf)]),
  ].join(', ');

const Signs = ({ node }: { readonly node: GraphNode }) => (
  <span className={styles.signs}>
    {node.label !== null && <LabelSign label={node.label} />}
    {node.grade !== null && <GradeSign grade={node.grade} />}
    {node.marking !== null && <MarkingSign marking={node.marking} />}
    {factsOfNode(node).map((fact) => (
      <span key={fact}>{fact}</span>
    ))}
    {node.states.map((state) => (
      <Badge key={state.kind} tone="warn">
        {sayState(state)}
      </Badge>
    ))}
    {node.copyOf !== null && (
      <Badge title="It is of one origin with a passage above it">{sayCopy(node.copyOf)}</Badge>
    )}
  </span>
);

/** A thing with its signs, on a line of a tree or of a list. */
export const GraphLine = ({ node }: { readonly node: GraphNode }) => {
  const Icon = icons[node.thing.kind];
  return (
    <span className={styles.line}>
      <Icon size={14} aria-hidden className={styles.icon} />
      <span className={styles.said}>
        <span className={joinClasses(styles.title, node.thing.kind === 'passage' && styles.quote)} dir="auto">
          {titleOfNode(node)}
        </span>
        <Signs node={node} />
      </span>
    </span>
  );
};

const Item = ({ line }: { readonly line: Placed }) => (
  <TreeItem id={line.id} textValue={textOf(line.node)} className={joinClasses(styles.item)}>
    <TreeItemContent>
      {({ hasChildItems, level }) => (
        <div className={styles.row} style={{ paddingInlineStart: `calc(${level - 1} * var(--s4))` }}>
          {hasChildItems ? (
            <Button slot="chevron" className={joinClasses(styles.chevron)}>
              <ChevronRight size={14} aria-hidden />
            </Button>
          ) : (
            <span className={styles.noChevron} />
          )}
          <GraphLine node={line.node} />
        </div>
      )}
    </TreeItemContent>
    {line.children.map((child) => (
      <Item key={child.id} line={child} />
    ))}
  </TreeItem>
);

export type GraphTreeProps = {
  readonly label: string;
  readonly nodes: readonly GraphNode[];
  /** How many more there are than listed. */
  readonly left: number;
  /** Goes to the thing. */
  readonly onOpen: (node: GraphNode) => void;
};

/** A tree of lines: ↑ ↓ move, ← → collapse and expand, Enter goes to the thing. */
export const GraphTree = ({ label, nodes, left, onOpen }: GraphTreeProps) => {
  const lines = placed(nodes, '');
  const [folded, setFolded] = useState<ReadonlySet<Key>>(new Set());
  const every = all(lines);
  const open = every.filter(({ id, children }) => children.length > 0 && !folded.has(id)).map(({ id }) => id);
  return (
    <>
      <Tree
        aria-label={label}
        className={joinClasses(styles.tree)}
        expandedKeys={open}
        onExpandedChange={(keys) =>
          setFolded(
            new Set(
              every.filter(({ id, children }) => children.length > 0 && !keys.has(id)).map(({ id }) => id),
            ),
          )
        }
        onAction={(key) => {
          const found = every.find(({ id }) => id === key);
          if (found !== undefined) onOpen(found.node);
        }}
      >
        {lines.map((line) => (
          <Item key={line.id} line={line} />
        ))}
      </Tree>
      {left > 0 && <p className={styles.left}>and {left.toLocaleString('en-GB')} more</p>}
    </>
  );
};
