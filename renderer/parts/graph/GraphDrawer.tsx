import { useState } from 'react';
import { type CommandId, commandOf } from '#domain/command/command-table.ts';
import { type GraphNode, graphRestsOn, graphUsedIn, type RestsOn } from '#domain/contract/graph.ts';
import type { Thing, ThingKind } from '#domain/graph/thing.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { Segments } from '#renderer/ui/choices/Segments.tsx';
import { Drawer } from '#renderer/ui/overlays/Drawer.tsx';
import { SheetHead } from '#renderer/ui/overlays/SheetHead.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { type CloseDialog, openDialog } from '#renderer/window/dialogs.tsx';
import { GraphTree } from './GraphTree.tsx';
import { goToNode } from './go-to-thing.ts';
import styles from './graph.module.css';
import { kindNames, sumRestsOn, titleOfNode } from './graph-words.ts';

type Direction = 'rests-on' | 'used-in';

const directions = [
  { id: 'rests-on', name: 'Rests on' },
  { id: 'used-in', name: 'Used in' },
] as const;

/** Whether others can rest on it: things at the top of the graph rest on something, but are used in nothing. */
const hasAbove = ({ kind }: Thing): boolean =>
  kind === 'passage' || kind === 'article' || kind === 'source' || kind === 'event';

/** A source as a name, which rests on what is said of it; as speaker or publication it rests on nothing. */
const belowRoot = (thing: Thing): Thing =>
  thing.kind === 'source' ? { kind: 'name', sourceId: thing.sourceId } : thing;

const About = ({ root }: { readonly root: GraphNode }) => (
  <p className={styles.about}>
    <span>{kindNames[root.thing.kind]}</span> <span dir="auto">{titleOfNode(root)}</span>
  </p>
);

type PartProps = { readonly thing: Thing; readonly onOpen: (node: GraphNode) => void };

const GoneNote = () => <EmptyState title="This no longer exists">Undo restores what was deleted.</EmptyState>;

/** The origins of the passages, if some of them count once. */
const Origins = ({ rests }: { readonly rests: RestsOn }) => {
  const several = rests.origins.filter(({ passages }) => passages > 1);
  return (
    <p className={styles.sum}>
      Rests on {sumRestsOn(rests)}.{several.length > 0 && ' Passages of one origin count once.'}
    </p>
  );
};

/** The command that links a passage to a thing of that kind. */
const commandOn: Readonly<Partial<Record<ThingKind, CommandId>>> = {
  name: 'passage.concerned',
  event: 'passage.event',
  memo: 'passage.cite',
  judgement: 'passage.cite',
  board: 'passage.board',
  cell: 'passage.board',
};

const NothingBelow = ({ kind }: { readonly kind: ThingKind }) => {
  const command = commandOn[kind];
  return (
    <EmptyState title={kind === 'name' ? 'No passage is about this name' : 'It rests on no passage'}>
      {command !== undefined && (
        <>
          Select a passage and press <CommandKbd command={command} /> (
          {commandOf(command).name.replace('…', '')}).
        </>
      )}
    </EmptyState>
  );
};

const BelowPart = ({ thing, onOpen }: PartProps) => {
  const { data } = useQuery(graphRestsOn, { thing: belowRoot(thing) });
  if (data === undefined) return <div aria-busy />;
  if (data === null) return <GoneNote />;
  const { root } = data;
  return (
    <>
      <About root={root} />
      {root.children.length === 0 ? (
        <NothingBelow kind={root.thing.kind} />
      ) : (
        <>
          <Origins rests={data} />
          <GraphTree label="Rests on" nodes={root.children} left={root.left} onOpen={onOpen} />
        </>
      )}
    </>
  );
};

const AbovePart = ({ thing, onOpen }: PartProps) => {
  const { data } = useQuery(graphUsedIn, { thing });
  if (data === undefined) return <div aria-busy />;
  if (data === null) return <GoneNote />;
  return (
    <>
      <About root={data} />
      {data.children.length === 0 ? (
        <EmptyState title="Nothing uses it yet">
          Memos that cite it, events, boards and names that rest on it are listed here.
        </EmptyState>
      ) : (
        <GraphTree label="Used in" nodes={data.children} left={data.left} onOpen={onOpen} />
      )}
    </>
  );
};

type GraphDrawerProps = CloseDialog & { readonly thing: Thing; readonly first: Direction };

const GraphDrawer = ({ thing, first, close, closeThen }: GraphDrawerProps) => {
  const [direction, setDirection] = useState<Direction>(first);
  const onOpen = (node: GraphNode): void => closeThen(() => goToNode(node, thing));
  const Part = direction === 'rests-on' ? BelowPart : AbovePart;
  return (
    <Drawer
      label={direction === 'rests-on' ? 'Rests on' : 'Used in'}
      side="right"
      isWide
      isOpen
      onClose={close}
    >
      <div className={styles.drawer}>
        <SheetHead title={direction === 'rests-on' ? 'Rests on' : 'Used in'} onClose={close} />
        {hasAbove(thing) && (
          <Segments label="Show" segments={directions} value={direction} onChange={setDirection} />
        )}
        <Part thing={thing} onOpen={onOpen} />
      </div>
    </Drawer>
  );
};

/** Shows what the thing rests on. */
export const showRestsOn = (thing: Thing): void =>
  openDialog('graph', (closing) => <GraphDrawer {...closing} thing={thing} first="rests-on" />);

/** Shows what rests on the thing. */
export const showUsedIn = (thing: Thing): void =>
  openDialog('graph', (closing) => <GraphDrawer {...closing} thing={thing} first="used-in" />);
