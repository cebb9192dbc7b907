/**
 * What an archive holds, as far as it is written for other tools: read by the caller, since the writers open no file.
 */
import type { ArticleState } from '../article/annotations.ts';
import type { Bibliography } from '../article/bibliography/bibliography.ts';
import type { ArticleId, Sha256, SourceId, TagId } from '../ids.ts';
import type { ExportedPassage } from '../memo/passages/exported-passage.ts';
import type { LabelSet } from '../passage/label.ts';
import type { Passage } from '../passage/passage.ts';
import type { WrittenPosition } from '../source/list/position-line.ts';
import type { Source, SourceKind } from '../source/source.ts';
import type { Task } from '../task/task.ts';
import type { Timestamp } from '../time.ts';
import type { Reliability } from '../tradecraft/reliability.ts';

export type OutPassage = ExportedPassage & Pick<Passage, 'relations'>;

export type OutArticle = {
  readonly id: ArticleId;
  readonly bibliography: Bibliography;
  readonly importedAt: Timestamp;
  readonly textSha256: Sha256;
  readonly words: number;
  readonly state: ArticleState;
  /** "China/Dual use" */
  readonly tags: readonly string[];
  readonly marking: string | null;
  /** The analyst's own words; null where they are not given away. */
  readonly note: string | null;
  /** The canonical text; null where it is not asked for or can't be read. */
  readonly text: string | null;
  /** In the order of the text; empty where they are not asked for. */
  readonly passages: readonly OutPassage[];
};

export type OutTag = {
  readonly id: TagId;
  readonly path: string;
  readonly useWhen: string;
  readonly notWhen: string;
  readonly example: string;
  readonly aliases: readonly string[];
  /** Its own, or that of the tag above it: see groupOf. */
  readonly group: string | null;
};

export type OutSource = {
  readonly id: SourceId;
  /** "Ministry / Office / Name" */
  readonly path: string;
  readonly kind: SourceKind;
  readonly aliases: readonly string[];
  readonly reliability: Reliability | null;
  readonly positions: readonly WrittenPosition[];
  /** The analyst's own words; empty where they are not given away. */
  readonly descriptor: Source['descriptor'];
};

export type OutTask = Pick<
  Task,
  'id' | 'title' | 'kind' | 'state' | 'due' | 'repeat' | 'owner' | 'createdAt' | 'updatedAt'
> & {
  /** The title of what it is on. */
  readonly place: string | null;
};

export type OutMaterial = {
  /** As far as the export needs them: see OutNeeds. */
  readonly articles: readonly OutArticle[];
  readonly tags: readonly OutTag[];
  readonly labels: LabelSet;
  readonly sources: readonly OutSource[];
  /** Those that are open. */
  readonly tasks: readonly OutTask[];
  /** What stands in the scratch pad; null where nothing does, or the analyst's own words are not given away. */
  readonly pad: string | null;
};

/**
 * A file that is to be written: a path with slashes, from the folder that was chosen, and what its record is known by.
 */
export type OutFile = {
  readonly path: string;
  /** Text is written in UTF-8. */
  readonly content: string | Uint8Array;
  readonly of: string;
};
