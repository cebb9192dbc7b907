/**
 * What to do with references that lead nowhere. None is ever removed. A lost tag, source, event or task that something
 * refers to is made again: as it was, if an earlier version, a conflict copy or damaged bytes still have its record
 * whole, otherwise as a placeholder. This waits while the record may still arrive, and the reason is reported.
 */

import type { FileKind } from '#domain/archive/files.ts';
import { pathInFolder, readArchivePath } from '#domain/archive/merge/archive-path.ts';
import {
  homeOfRecovered,
  isRecoveredKind,
  nameOfRecoverable,
  placeholderFor,
  type Recoverable,
  type RecoveredKind,
  type Recovery,
  readRecoverable,
  recoveredAs,
} from '#domain/archive/recovered.ts';
import type { Reference, ReferredKind } from '#domain/archive/references.ts';
import type { ArticleId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { type FullFinding, finding, isUnsound } from './findings.ts';
import type { CheckedPlace } from './read-one.ts';
import { findRemnants } from './remnants.ts';

export type Referring = { readonly file: string; readonly references: readonly Reference[] };

export type Judged = {
  readonly place: CheckedPlace;
  readonly referring: readonly Referring[];
  readonly known: Readonly<Record<ReferredKind, ReadonlySet<string>>>;
  /** The faults of single files. */
  readonly findings: readonly FullFinding[];
  /** The paths of the files that were read. */
  readonly standing: ReadonlySet<string>;
};

type Lost = { readonly file: string; readonly reference: Reference };
/** Why a reference is kept: `where` is the file, or the folder, that is the reason. */
type Doubt = { readonly where: string; readonly why: string };

export const judgeReferences = async (judged: Judged): Promise<readonly FullFinding[]> => {
  const lost = judged.referring.flatMap(({ file, references }) =>
    references
      .filter(({ to, id }) => !judged.known[to].has(id))
      .map((reference): Lost => ({ file, reference })),
  );
  const unsound = new Map(judged.findings.filter(isUnsound).map((found) => [found.file, doubtOf(found)]));
  const { certain, doubted } = withDoubts(
    lost.filter(({ reference }) => reference.isOptional),
    (one) => doubtAbout(judged, unsound, one),
  );
  const needed = lost.filter(({ reference }) => !reference.isOptional);
  const recoveries = await recoveriesOf(judged, certain);
  return [
    ...needed.map((one) => lostFinding(one, null)),
    ...certain.map((one) => lostFinding(one, recoveries.get(one.reference.id) ?? null)),
    ...sayDoubts(doubted),
  ];
};

type Parted = { readonly certain: readonly Lost[]; readonly doubted: readonly (Lost & Doubt)[] };

const withDoubts = (lost: readonly Lost[], doubtOfOne: (one: Lost) => Doubt | null): Parted => {
  const all = lost.map((one) => ({ one, doubt: doubtOfOne(one) }));
  return {
    certain: all.flatMap(({ one, doubt }) => (doubt === null ? [one] : [])),
    doubted: all.flatMap(({ one, doubt }) => (doubt === null ? [] : [{ ...one, ...doubt }])),
  };
};

/** Null for a file that the repair restores before it makes anything again. */
const doubtOf = ({ file, code, isRepairable }: FullFinding): Doubt | null => {
  if (isRepairable) return null;
  const whys: Readonly<Partial<Record<FullFinding['code'], string>>> = {
    missing: 'this file is missing',
    damaged: 'this file is damaged',
    unreadable: 'this file can’t be read',
    'newer-version': 'this file was written by a newer Precis',
    'wrong-id': 'this file belongs to another record',
    'in-the-clear': 'this file is not encrypted, so it was not read',
  };
  return { where: file, why: whys[code] ?? 'this file is damaged or not trusted' };
};

/** The files that could contain the record of a reference; null if it may be in any of many. */
const homesOf = ({ to, articleId }: Reference, { standing }: Judged): readonly string[] | null => {
  if (to === 'tag') return ['tags.json'];
  if (to === 'source') return ['sources.json'];
  if (to === 'task') return [...standing].filter(holdsTasks);
  if (to === 'event') return ['events.json', ...[...standing].filter(isFurtherEvents)];
  if (to !== 'passage' || articleId === null) return null;
  const folder = { kind: 'article', id: articleId as ArticleId } as const;
  return [
    pathInFolder(folder, 'archive', 'annotations.json'),
    pathInFolder(folder, 'trash', 'annotations.json'),
  ];
};

const taskKinds: readonly (FileKind | null)[] = ['tasks', 'annotations', 'memo'];
const holdsTasks = (path: string): boolean => taskKinds.includes(readArchivePath(path)?.kind ?? null);

const isFurtherEvents = (path: string): boolean => readArchivePath(path)?.kind === 'event-shard';

const notHere = 'this file is not in the archive: it may not have arrived yet';

const doubtAbout = (
  judged: Judged,
  unsound: ReadonlyMap<string, Doubt | null>,
  { file, reference }: Lost,
): Doubt | null => {
  const { place, standing, findings } = judged;
  const homes = homesOf(reference, judged);
  if (homes === null)
    return { where: file, why: `the file of that ${reference.to} may not have arrived yet` };
  if (place.isMergeStopped === true)
    return { where: '.git', why: 'Git has stopped in the middle of a merge' };
  const gone = findings.find(({ file, code }) => code === 'gone' && mayHold(reference, file));
  if (gone !== undefined) return { where: gone.file, why: notHere };
  const doubted = homes.flatMap((path) => unsound.get(path) ?? []);
  if (doubted[0] !== undefined) return doubted[0];
  const isHere =
    homes.some((path) => standing.has(path)) && (!isMade(reference) || hasHome(reference, judged));
  return isHere
    ? null
    : { where: isMade(reference) ? homeOfRecovered(reference.to) : (homes[0] ?? file), why: notHere };
};

/** Whether something that the manifest misses may have held the record. */
const mayHold = ({ to }: Reference, missing: string): boolean =>
  to === 'task' || (to === 'event' && isFurtherEvents(missing));

type MadeReference = Reference & { readonly to: RecoveredKind };
const isMade = (reference: Reference): reference is MadeReference => isRecoveredKind(reference.to);

/** Whether the file that gets the record is there once the repair has restored files. */
const hasHome = ({ to }: MadeReference, { standing }: Judged): boolean => standing.has(homeOfRecovered(to));

/** The lost records that are made again, by id. */
const recoveriesOf = async (
  { place, standing, findings }: Judged,
  certain: readonly Lost[],
): Promise<ReadonlyMap<string, Recovery>> => {
  const references = certain.map(({ reference }) => reference).filter(isMade);
  if (references.length === 0) return new Map();
  const unsound = new Set(findings.filter(isUnsound).map(({ file }) => file));
  const sound = new Set([...standing].filter((path) => !unsound.has(path)));
  const remnants = await findRemnants(place, sound, new Set(references.map(({ id }) => id)));
  return new Map(
    references.flatMap((reference) => {
      const { to: kind, id } = reference;
      const record = newestOf(kind, remnants.get(id) ?? []) ?? placeholderFor(kind, reference);
      return record === null ? [] : [[id, { file: homeOfRecovered(kind), kind, id, record }] as const];
    }),
  );
};

/** The record that was changed last, of those that have the shape of their kind. */
const newestOf = (kind: RecoveredKind, found: readonly unknown[]): Recoverable | null => {
  const records = found.flatMap((json) => readRecoverable(kind, json) ?? []);
  return records.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))[0] ?? null;
};

/** What refers, as a person calls it. */
const referrerNames: Readonly<Partial<Record<Reference['collection'], string>>> = {
  passages: 'A passage',
  tags: 'A tag',
  sources: 'A source',
  tasks: 'A task',
  events: 'An event',
  about: 'This article',
  memo: 'This memo',
};

const lostFinding = ({ file, reference }: Lost, recovery: Recovery | null): FullFinding => {
  const { collection, recordId, field, to, id } = reference;
  const refers = `${referrerNames[collection] ?? 'A record'} refers to ${/^[aeiou]/u.test(to) ? 'an' : 'a'} ${to} that no longer exists (${collection} ${recordId}, ${field}: ${id}).`;
  if (recovery === null) return finding(file, 'reference-lost', `${refers} The reference stays.`);
  const again =
    recoveredAs(recovery.record) === null
      ? `A repair makes it again as it was: “${nameOfRecoverable(recovery.record)}”.`
      : `A repair makes it again as “${nameOfRecoverable(recovery.record)}”.`;
  return finding(file, 'reference-lost', `${refers} ${again}`, { again: recovery });
};

/** One finding for all references that are kept for one reason. */
const sayDoubts = (doubted: readonly (Lost & Doubt)[]): readonly FullFinding[] => {
  const groups = new Map<string, (Lost & Doubt)[]>();
  for (const one of doubted) {
    const key = JSON.stringify([one.where, one.why, one.reference.to]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const files = new Set(group.map(({ file }) => file)).size;
    const referring = `${printCount(group.length, 'reference')} to ${first.reference.to}s in ${printCount(files, 'file')}`;
    const stays = group.length === 1 ? 'It stays' : 'They stay';
    return finding(
      first.where,
      'reference-unjudged',
      `${referring} can’t be judged: ${first.why}. ${stays} as ${group.length === 1 ? 'it is' : 'they are'}.`,
    );
  });
};
