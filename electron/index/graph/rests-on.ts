/** What a thing depends on, down to articles and sources, and the number of its origins. */
import type { CopyOf, GraphNode, RestsOn } from '#domain/contract/graph.ts';
import { keyOfThing, type Thing, type ThingOf } from '#domain/graph/thing.ts';
import { type Provenance, sameOrigin } from '#domain/source/compare-origins.ts';
import { originsOf } from '#domain/source/origins-of.ts';
import { resolveRecord } from '#domain/tree/record-tree.ts';
import type { CatalogueState } from '../catalogue-state.ts';
import { findPassage } from '../relations.ts';
import { provenanceOf } from '../rows/passage/origins-of-hit.ts';
import { aboveNode, MOST_TOLD } from './above-node.ts';
import { belowOf } from './edge-table.ts';
import { articleNode, lineOf, passageNode } from './passage-node.ts';

const whole = { isTold: () => true, passages: 'whole' } as const;

const sourceNode = (state: CatalogueState, thing: ThingOf<'source'>): GraphNode => {
  const source = resolveRecord(state.sources, thing.sourceId);
  if (source === null) return lineOf({ thing, states: [{ kind: 'gone' }] });
  const parents = belowOf(state, thing).filter((each) => each.kind === 'source');
  return lineOf({
    thing,
    title: source.name,
    letter: source.reliability,
    children: parents.map((parent) => sourceNode(state, parent)),
  });
};

/** The line of a thing with all that it depends on. */
export const wholeNode = (state: CatalogueState, thing: Thing): GraphNode => {
  switch (thing.kind) {
    case 'passage':
      return passageNode(state, thing);
    case 'article':
      return articleNode(state, thing);
    case 'source':
      return sourceNode(state, thing);
    case 'name':
      // Some names have thousands of passages.
      return aboveNode(state, thing, { ...whole, most: MOST_TOLD });
    default:
      return aboveNode(state, thing, whole);
  }
};

type PassageThing = ThingOf<'passage'>;

/** The passages that a thing depends on, directly or indirectly; each once. */
export const passagesBelow = (state: CatalogueState, thing: Thing): readonly PassageThing[] => {
  const found = new Map<string, PassageThing>();
  const visit = (each: Thing): void => {
    if (each.kind === 'passage') found.set(each.passageId, each);
    else if (each.kind !== 'article' && each.kind !== 'source')
      for (const below of belowOf(state, each)) visit(below);
  };
  visit(thing);
  return [...found.values()];
};

/** For each passage, which of those before it has the same origin. */
const copies = (provenances: readonly Provenance[]): ReadonlyMap<string, CopyOf> => {
  const found = new Map<string, CopyOf>();
  provenances.forEach((one, at) => {
    for (const other of provenances.slice(0, at)) {
      const how = sameOrigin(other, one);
      if (how === null) continue;
      found.set(one.id, { key: `passage ${other.id}`, how });
      return;
    }
  });
  return found;
};

const withCopies = (node: GraphNode, found: ReadonlyMap<string, CopyOf>): GraphNode => ({
  ...node,
  copyOf: node.thing.kind === 'passage' ? (found.get(node.thing.passageId) ?? null) : null,
  children: node.children.map((child) => withCopies(child, found)),
});

/** The passages of a tree in its order. */
const listed = (node: GraphNode): readonly string[] => [
  ...(node.thing.kind === 'passage' ? [node.thing.passageId] : []),
  ...node.children.flatMap(listed),
];

/** What a thing depends on; null if it does not exist. */
export const restsOn = (state: CatalogueState, thing: Thing): RestsOn | null => {
  const root = wholeNode(state, thing);
  if (thing.kind !== 'passage' && root.states.some(({ kind }) => kind === 'gone')) return null;
  const passages = passagesBelow(state, thing);
  const hits = passages.flatMap(({ passageId }) => findPassage(state, passageId) ?? []);
  const provenances = hits.map((hit) => provenanceOf(state, hit));
  const byId = new Map<string, Provenance>(provenances.map((one) => [one.id, one]));
  const inOrder = [...new Set(listed(root))].flatMap((id) => byId.get(id) ?? []);
  return {
    root: withCopies(root, copies(inOrder)),
    passages: passages.length,
    articles: new Set(passages.flatMap((each) => belowOf(state, each).filter(isArticle).map(keyOfThing)))
      .size,
    origins: originsOf(provenances).map((origin) => ({
      name: origin.name,
      passages: origin.passages.length,
    })),
  };
};

const isArticle = ({ kind }: Thing): boolean => kind === 'article';
