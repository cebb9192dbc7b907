/** Names of the register as they are given to other programs, with what is said by and of them. */

import type { PrintedEventDate } from '../../event/print-event-date.ts';
import type { Position } from '../../source/position.ts';
import { type SourceKind, sourceKindNames } from '../../source/source.ts';
import type { Timestamp } from '../../time.ts';
import { credibilityTable } from '../../tradecraft/credibility.ts';
import { type Grade, isUngraded, printGradeApart } from '../../tradecraft/grade.ts';
import type { Markings } from '../../tradecraft/marking.ts';
import { type Reliability, reliabilityTable } from '../../tradecraft/reliability.ts';

/** A name, or one that another of them refers to. Keys are the ids of records. */
export type ExportedName = {
  readonly key: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly aliases: readonly string[];
  /** What it stands below in the register. */
  readonly parentKey: string | null;
  readonly reliability: Reliability | null;
  readonly positions: readonly ExportedPosition[];
  /** Whether it is there for those alone that refer to it: it comes with its name and kind. */
  readonly isReferredTo: boolean;
  /** The strictest of all that names it. */
  readonly marking: Markings;
  readonly createdAt: Timestamp;
};

export type ExportedPosition = Readonly<Pick<Position, 'role' | 'from' | 'until'>> & {
  readonly organisationKey: string | null;
};

/** An article in which something is said. */
export type ExportedArticle = {
  readonly key: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  /** The name of the register that carries it. */
  readonly publicationKey: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly marking: Markings;
  readonly storedAt: Timestamp;
};

/** A passage that a name says, that is about it, or that says an event of it. */
export type ExportedStatement = {
  readonly key: string;
  readonly articleKey: string;
  /** As it is printed in a line, a quote with its marks. */
  readonly printed: string;
  readonly speakerKey: string | null;
  readonly concernedKeys: readonly string[];
  /** "Official (unnamed), quoted in Harbour Dispatch, 22 April 2024, para. 3; B3 via Harbour Dispatch (C)" */
  readonly attribution: string;
  readonly paragraph: number | null;
  readonly grade: Grade;
  readonly marking: Markings;
  readonly createdAt: Timestamp;
};

/** An event that concerns a name. */
export type ExportedOccurrence = PrintedEventDate & {
  readonly key: string;
  readonly title: string;
  readonly concernedKeys: readonly string[];
  /** The passages that say so. */
  readonly statementKeys: readonly string[];
  readonly marking: Markings;
  readonly createdAt: Timestamp;
};

/** What an export of names holds. Of names alone it has no statement, article and event. */
export type ExportedNames = {
  /** By name, those that are referred to last. */
  readonly names: readonly ExportedName[];
  readonly articles: readonly ExportedArticle[];
  /** By article, as they stand in its text. */
  readonly statements: readonly ExportedStatement[];
  /** In the order of time. */
  readonly events: readonly ExportedOccurrence[];
  /** Whether statements and events are in it: letters and grades are then, too. */
  readonly hasEvidence: boolean;
  /** Of the file as a whole. */
  readonly marking: Markings;
};

/** An id for what has none of its own: the same for the same words, a UUID. */
export type IdOf = (words: string) => string;

/** Kinds that can hold a post's organisation, or have members. */
const organisationKinds: ReadonlySet<SourceKind> = new Set(['organisation', 'body', 'publication']);
export const isOrganisation = ({ kind }: Pick<ExportedName, 'kind'>): boolean => organisationKinds.has(kind);

export const kindWord = ({ kind }: Pick<ExportedName, 'kind'>): string => sourceKindNames[kind];

/** "Reliability B: usually reliable (Admiralty code)". */
export const reliabilityNote = (letter: Reliability): string =>
  `Reliability ${letter}: ${reliabilityTable[letter].wording.toLowerCase()} (Admiralty code)`;

/**
 * "Grade B3 (Admiralty code): source usually reliable, information possibly true"; null where nothing is graded. It is
 * said in words alone: the letter and the digit are two scales, and neither is a probability.
 */
export const gradeNote = (grade: Grade): string | null => {
  if (isUngraded(grade)) return null;
  const { reliability, credibility } = grade;
  const parts = [
    ...(reliability === null ? [] : [`source ${reliabilityTable[reliability].wording.toLowerCase()}`]),
    ...(credibility === null ? [] : [`information ${credibilityTable[credibility].wording.toLowerCase()}`]),
  ];
  return `Grade ${printGradeApart(grade)} (Admiralty code): ${parts.join(', ')}`;
};

/** The events that each passage says, by its key. */
export const eventsByStatement = (
  events: readonly ExportedOccurrence[],
): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { key, statementKeys } of events) {
    for (const said of statementKeys) found.set(said, [...(found.get(said) ?? []), key]);
  }
  return found;
};
