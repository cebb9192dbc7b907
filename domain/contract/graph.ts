/** What rests on what, as the window asks it. */
import { z } from 'zod';
import { type Thing, thingSchema } from '../graph/thing.ts';
import type { LabelId } from '../passage/label.ts';
import type { SameOrigin } from '../source/compare-origins.ts';
import type { Grade } from '../tradecraft/grade.ts';
import type { Marking } from '../tradecraft/marking.ts';
import type { Reliability } from '../tradecraft/reliability.ts';
import { defineRequest, indexQuery, type } from './request.ts';

/**
 * The state of a thing on which others rest. `trashed`: it, or its article, is in the trash; `gone`: it is not in
 * the archive any more; `altered`: another hand has changed the text; `withdrawn`: its publisher has withdrawn the
 * article; `unplaced`: its words are not in the newest version; `disputed`: a passage contradicts or supersedes
 * it; `unsupported`: no passage reports it any more. The thing above was made when it was different: `changed`,
 * its words; `regraded`, its grade or the letter of its publication, which was `was`.
 */
export type GraphState =
  | {
      readonly kind:
        | 'trashed'
        | 'gone'
        | 'altered'
        | 'withdrawn'
        | 'unplaced'
        | 'disputed'
        | 'unsupported'
        | 'changed'
        | 'later-version';
    }
  | { readonly kind: 'regraded'; readonly was: string | null; readonly is: string | null };

/** Why a passage adds nothing to another above it in the list: both are of one origin, and count once. */
export type CopyOf = { readonly key: string; readonly how: SameOrigin };

/** One line of a tree; the lines below it are what it rests on, or the part of the thing above that does. */
export type GraphNode = {
  readonly thing: Thing;
  /** A quotation in quotation marks, a title, a name, the words of a hypothesis; empty if unknown. */
  readonly title: string;
  /**
   * The reference number of a memo, the number of a judgement, the date of an event (EDTF), when an article was
   * published, the paragraph of a passage, whether a source is the `publication` of an article or the `speaker` of a
   * passage.
   */
  readonly detail: string | null;
  /** Of a passage that is there. */
  readonly label: LabelId | null;
  readonly grade: Grade | null;
  /** Of a source that is rated. */
  readonly letter: Reliability | null;
  /** Of an article or a memo. */
  readonly marking: Marking | null;
  /** For a memo, and for its parts: whether readers have it. */
  readonly isSent: boolean;
  readonly states: readonly GraphState[];
  readonly copyOf: CopyOf | null;
  readonly children: readonly GraphNode[];
  /** How many more there are below it than listed. */
  readonly left: number;
};

export type RestsOn = {
  readonly root: GraphNode;
  readonly passages: number;
  readonly articles: number;
  /** From how many origins they come: two copies of one count once. */
  readonly origins: readonly { readonly name: string | null; readonly passages: number }[];
};

const onThing = z.strictObject({ thing: thingSchema });
const topics = ['memos', 'events', 'boards', 'passages', 'articles', 'sources', 'trash'] as const;

/** How many lines are listed below one. */
export const MAX_GRAPH_LINES = 200;

export const graphRestsOn = defineRequest(
  'graph:rests-on',
  indexQuery({
    input: onThing,
    output: type<RestsOn | null>(),
    topics,
    isSought: false,
    says: 'What a thing rests on, down to the articles and sources; null where it is not there.',
  }),
);

export const graphUsedIn = defineRequest(
  'graph:used-in',
  indexQuery({
    input: onThing,
    output: type<GraphNode | null>(),
    topics,
    isSought: false,
    says: 'The memos, events, boards and names that rest on a passage, an article or a source; null where it is not there.',
  }),
);

export const graphRequests = [graphRestsOn, graphUsedIn] as const;
