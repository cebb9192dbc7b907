/** The words on lines of the graph. */
import type { CopyOf, GraphNode, GraphState, RestsOn } from '#domain/contract/graph.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';
import type { ThingKind } from '#domain/graph/thing.ts';
import { printCount } from '#domain/print-count.ts';
import { sameOriginWords } from '#domain/source/compare-origins.ts';
import { printStatedDate } from '#renderer/parts/dates/print-date.ts';

export const kindNames: Readonly<Record<ThingKind, string>> = {
  source: 'Source',
  article: 'Article',
  passage: 'Passage',
  event: 'Event',
  name: 'Name',
  board: 'Board',
  cell: 'Hypothesis',
  memo: 'Memo',
  judgement: 'Judgement',
};

const untitled: Readonly<Record<ThingKind, string>> = {
  source: 'Source that was deleted',
  article: 'Untitled article',
  passage: 'Passage that is gone',
  event: 'Event that was deleted',
  name: 'Name that was deleted',
  board: 'Board that was deleted',
  cell: 'Hypothesis that was removed',
  memo: 'Untitled memo',
  judgement: 'Judgement that was removed',
};

export const titleOfNode = ({ thing, title }: Pick<GraphNode, 'thing' | 'title'>): string =>
  title === '' ? untitled[thing.kind] : title;

type Facts = (node: GraphNode & { readonly detail: string }) => readonly string[];
const standing = ({ isSent }: GraphNode): string => (isSent ? 'sent' : 'draft');

/** The detail of a line in words, by kind. */
const factsOf: Readonly<Partial<Record<ThingKind, Facts>>> = {
  memo: (node) => [node.detail, standing(node)],
  judgement: (node) => [`judgement ${node.detail}`, standing(node)],
  event: ({ detail }) => [printWhen(edtfSchema.parse(detail), { isShort: true })],
  passage: ({ detail }) => [`¶${detail}`],
  article: ({ detail }) => [printStatedDate(detail)],
};

const reliabilityOf = ({ letter }: GraphNode): string =>
  letter === null ? 'not rated' : `reliability ${letter}`;

const ownFacts = (node: GraphNode): readonly string[] => {
  const { detail } = node;
  if (node.thing.kind === 'source') return [...(detail === null ? [] : [detail]), reliabilityOf(node)];
  return detail === null ? [] : (factsOf[node.thing.kind]?.({ ...node, detail }) ?? []);
};

/** The facts after the title: "M-2024-03, sent", "¶4", "speaker, reliability B", "12 more not listed". */
export const factsOfNode = (node: GraphNode): readonly string[] => [
  ...ownFacts(node),
  ...(node.left === 0 ? [] : [`${node.left.toLocaleString('en-GB')} more not listed`]),
];

const stateWords: Readonly<Record<Exclude<GraphState['kind'], 'regraded'>, string>> = {
  trashed: 'in the trash',
  gone: 'gone',
  altered: 'text changed after the import',
  withdrawn: 'withdrawn by its publisher',
  unplaced: 'unplaced',
  disputed: 'contradicted',
  unsupported: 'no passage says so',
  changed: 'quotation changed',
  'later-version': 'differs in a newer version',
};

/** The state of the thing, in a few words. */
export const sayState = (state: GraphState): string =>
  state.kind === 'regraded'
    ? `was ${state.was ?? 'ungraded'}, now ${state.is ?? 'ungraded'}`
    : stateWords[state.kind];

/** Why a passage adds nothing to one above it: "same text: counts once". */
export const sayCopy = ({ how }: CopyOf): string => `${sameOriginWords[how].short}: counts once`;

/** "5 passages from 4 articles, 3 origins". */
export const sumRestsOn = ({ passages, articles, origins }: RestsOn): string =>
  `${printCount(passages, 'passage')} from ${printCount(articles, 'article')}, ${printCount(origins.length, 'origin')}`;
