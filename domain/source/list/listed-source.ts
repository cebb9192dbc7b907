/** A line of a source list as it is written: names, words and letters that nobody has understood yet. */
import { z } from 'zod';
import type { Reliability } from '../../tradecraft/reliability.ts';
import { MAX_POSITIONS } from '../position.ts';
import { type DescriptorField, descriptorSchema, type SourceKind } from '../source.ts';

/** So many sources a list holds at most: the tree of so many opens within a second, and is written in one act. */
export const MAX_LISTED_SOURCES = 20_000;
/** So long a text of the descriptor is at most. */
export const MAX_LISTED_TEXT = 20_000;
/** So long a cell of any other column is at most. */
export const MAX_LISTED_CELL = 1_500;

const cell = z.string().trim().max(MAX_LISTED_CELL);

export const listedSourceSchema = z.strictObject({
  /** From the root down, "Ministry / Office / Name"; null where name and parent stand apart. */
  path: cell.min(1).nullable(),
  /** One name, whatever signs it holds; empty where there is a path. */
  name: cell,
  /** The name or the path of the source above it; empty for none that is known. */
  parent: cell,
  kind: cell,
  reliability: cell,
  aliases: z.array(cell.min(1)).max(200),
  /** A line each: see readPositionLine. */
  positions: z.array(cell.min(1)).max(MAX_POSITIONS),
  descriptor: descriptorSchema.refine((said) =>
    Object.values(said).every((text) => text.length <= MAX_LISTED_TEXT),
  ),
});
export type ListedSource = z.infer<typeof listedSourceSchema>;

/** What a list says of a source beside its name. */
export type SourcePart = 'place' | 'kind' | 'reliability' | 'aliases' | 'positions' | DescriptorField;

/** Why a line, or a cell of it, can't be taken; `said` is what is written there. */
export type ListRefusal = {
  readonly why:
    | 'kind'
    | 'reliability'
    | 'alias-taken'
    | 'alias-long'
    | 'position'
    | 'cycle'
    | 'name'
    | 'ambiguous';
  readonly said: string;
};

export type ListedRow = {
  /** Names from the root. */
  readonly path: readonly string[];
  readonly becomes: 'new' | 'changed' | 'same' | 'refused';
  /** What it is here, or becomes; null where the line is refused. */
  readonly kind: SourceKind | null;
  readonly reliability: Reliability | null;
  /** The name under which it is here, where that is another. */
  readonly knownAs: string | null;
  /** What is filled of a source that is here. */
  readonly takes: readonly SourcePart[];
  /** What the two say otherwise: it stays as it is here. */
  readonly keeps: readonly SourcePart[];
  readonly refused: readonly ListRefusal[];
};
