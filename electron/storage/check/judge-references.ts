/**
 * What to do with references that lead nowhere. A reference is removed only if it is certain that its record will never
 * turn up: the file that would contain the record exists, is sound and will not change, and no earlier version,
 * conflict copy, side of a conflict or damaged file still contains it. For all others the reason for keeping them is
 * reported.
 */

import { pathInFolder, readArchivePath } from '#domain/archive/merge/archive-path.ts';
import type { Reference, ReferredKind } from '#domain/archive/references.ts';
import type { ArticleId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { type FullFinding, finding, isUnsound } from './findings.ts';
import type { CheckedPlace } from './read-one.ts';
import { findRemnants, type Remnants } from './remnants.ts';

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
  const needed = lost.filter(({ reference }) => !reference.isOptional);
  const spared = lost.filter(({ reference }) => reference.isOptional);
  const unsound = new Map(judged.findings.filter(isUnsound).map((found) => [found.file, doubtOf(found)]));
  const first = withDoubts(spared, (one) => doubtAbout(judged, unsound, one));
  const remnants = await remnantsOf(judged, first.certain);
  const second = withDoubts(first.certain, ({ reference }) => doubtByRemnants(remnants, reference));
  return [
    ...needed.map((one) => lostFinding(one)),
    ...second.certain.map((one) => lostFinding(one, { without: [one.reference] })),
    ...sayDoubts([...first.doubted, ...second.doubted]),
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

const doubtOf = ({ file, code, isRepairable }: FullFinding): Doubt => {
  const whys: Readonly<Partial<Record<FullFinding['code'], string>>> = {
    missing: 'this file is missing',
    damaged: 'this file is damaged',
    unreadable: 'this file can’t be read',
    'newer-version': 'this file was written by a newer Precis',
    'wrong-id': 'this file belongs to another record',
    'in-the-clear': 'this file is not encrypted, so it was not read',
  };
  const why = isRepairable ? 'the version before its last change takes its place' : whys[code];
  return { where: file, why: why ?? 'this file is damaged or not trusted' };
};

/** The files that could contain the record of a reference; null if it may be in any of many. */
const homesOf = ({ to, articleId }: Reference, { standing }: Judged): readonly string[] | null => {
  if (to === 'tag') return ['tags.json'];
  if (to === 'source') return ['sources.json'];
  if (to === 'event') return ['events.json', ...[...standing].filter(isFurtherEvents)];
  if (to !== 'passage' || articleId === null) return null;
  const folder = { kind: 'article', id: articleId as ArticleId } as const;
  return [
    pathInFolder(folder, 'archive', 'annotations.json'),
    pathInFolder(folder, 'trash', 'annotations.json'),
  ];
};

const isFurtherEvents = (path: string): boolean => readArchivePath(path)?.kind === 'event-shard';

const notHere = 'this file is not in the archive: it may not have arrived yet';

const doubtAbout = (
  judged: Judged,
  unsound: ReadonlyMap<string, Doubt>,
  { file, reference }: Lost,
): Doubt | null => {
  const { place, standing, findings } = judged;
  const homes = homesOf(reference, judged);
  if (homes === null)
    return { where: file, why: `the file of that ${reference.to} may not have arrived yet` };
  if (place.isMergeStopped === true)
    return { where: '.git', why: 'Git has stopped in the middle of a merge' };
  const [first = ''] = homes;
  const gone = findings.find(({ file, code }) => code === 'gone' && isFurtherEvents(file));
  if (reference.to === 'event' && gone !== undefined) return { where: gone.file, why: notHere };
  const home = homes.find((path) => unsound.has(path)) ?? homes.find((path) => standing.has(path));
  if (home === undefined) return { where: first, why: notHere };
  return unsound.get(home) ?? unsound.get('conflicts.json') ?? unsound.get(file) ?? null;
};

const remnantsOf = async ({ place, standing }: Judged, removable: readonly Lost[]): Promise<Remnants> =>
  removable.length === 0
    ? { found: new Map(), unreadable: [] }
    : findRemnants(place, standing, new Set(removable.map(({ reference }) => reference.id)));

/** What a file can't contain, by its name; a file with an unknown name may contain anything. */
const foreignNames: Readonly<Partial<Record<ReferredKind, RegExp>>> = {
  tag: /(?:sources|tasks|searches|pad|annotations|body|article|memo)[^/]*$|\/snapshots\//u,
  source: /(?:tags|tasks|searches|pad|annotations|body|article|memo)[^/]*$|\/snapshots\//u,
  event: /(?:tags|sources|tasks|searches|pad|annotations|body|article|memo)[^/]*$|\/snapshots\//u,
  passage: /(?:tags|sources|tasks|searches|pad|body|article|memo)[^/]*$|\/snapshots\//u,
};

const doubtByRemnants = ({ found, unreadable }: Remnants, { to, id }: Reference): Doubt | null => {
  const held = found.get(id);
  if (held !== undefined) return { where: held, why: 'this file still contains what they refer to' };
  const sealed = unreadable.find((path) => foreignNames[to]?.test(path) !== true);
  return sealed === undefined ? null : { where: sealed, why: 'this file can’t be read, and may contain it' };
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

const lostFinding = ({ file, reference }: Lost, repair?: FullFinding['repair']): FullFinding => {
  const { collection, recordId, field, to, id } = reference;
  return finding(
    file,
    'reference-lost',
    `${referrerNames[collection] ?? 'A record'} refers to ${/^[aeiou]/u.test(to) ? 'an' : 'a'} ${to} that no longer exists (${collection} ${recordId}, ${field}: ${id}).`,
    repair,
  );
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
