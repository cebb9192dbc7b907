/**
 * Checks every file of an archive without opening it: its shape, the hashes of texts and originals, the positions of
 * passages, and the references. Nothing is changed, so it may be open in Precis meanwhile.
 */

import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import { fileOfLoss, type ManifestEntry, type ManifestLoss } from '#domain/archive/manifest.ts';
import { pathInFolder } from '#domain/archive/merge/archive-path.ts';
import { placeOfCopy } from '#domain/archive/merge/original-of-copy.ts';
import { type ReferredKind, referencesOf } from '#domain/archive/references.ts';
import { mainKinds, nameOfRootFile, type RootKind, rootKinds } from '#domain/archive/root-files.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { indexTree, type TreeRecord } from '#domain/tree/record-tree.ts';
import { filesInClear } from '../encryption/encryption-of.ts';
import { readContent } from '../file/read/read-content.ts';
import { backupOf } from '../file/write/write-atomically.ts';
import { isGhost } from '../folder/ghost-folder.ts';
import { EVENT_FOLDER, nameOfEventShard } from '../folder/layout.ts';
import { shardsAmong } from '../folder/list-records.ts';
import { ownName } from '../folder/own-name.ts';
import { isVouchedFor, judgeEntry } from '../manifest/judge-entry.ts';
import { checkArticle } from './check-article.ts';
import { checkPictures } from './check-pictures.ts';
import { type FullFinding, finding } from './findings.ts';
import { judgeReferences, type Referring } from './judge-references.ts';
import { type ArchiveFileAt, listFiles, listPaths } from './list-files.ts';
import { type CheckedPlace, type ReadOne, readOne, saysInClear } from './read-one.ts';

const names: Readonly<Record<ManifestEntry['what'], string>> = {
  root: 'file',
  article: 'article',
  memo: 'memo',
  snapshot: 'snapshot',
  form: 'form',
  board: 'board',
};

const printTitle = ({ title, what }: ManifestEntry): string =>
  title === undefined ? `This ${names[what]}` : `The ${names[what]} “${title}”`;

const findingOf = (loss: ManifestLoss): FullFinding => {
  const { entry } = loss;
  const file = fileOfLoss(loss);
  if (loss.how === 'gone')
    return finding(file, 'gone', `${printTitle(entry)} is missing, but was not deleted in Precis.`);
  if (entry.what === 'memo')
    return finding(file, 'altered', `${printTitle(entry)} was changed after it was sent.`);
  return finding(file, 'altered', `${printTitle(entry)} is written once, but another program changed it.`);
};

/**
 * The missing and altered files according to the manifest of the archive; none if it has no manifest, as with an older
 * Precis.
 */
const checkManifest = async (place: CheckedPlace): Promise<readonly FullFinding[]> => {
  const read = await readContent('manifest', join(place.root, 'manifest.json'), place.codec);
  if (read.kind !== 'content') return [];
  const trusted = read.content.entries.filter((entry) => isVouchedFor(place.codec, entry));
  const losses: ManifestLoss[] = [];
  for (const entry of trusted) {
    const loss = await judgeEntry(place, entry, 0);
    if (loss !== null) losses.push(loss);
  }
  const gone = new Set(losses.flatMap(({ how, entry }) => (how === 'gone' ? [entry.id] : [])));
  const distrusted = read.content.entries.length - trusted.length;
  const says = `${distrusted} of its entries were not written with the key of this archive.`;
  return [
    ...losses.filter(({ entry: { memoId } }) => memoId === undefined || !gone.has(memoId)).map(findingOf),
    ...(distrusted === 0 ? [] : [finding('manifest.json', 'altered', says)]),
  ];
};

/** Conflict copies left by a sync, which Precis merges when the archive is open in its window. */
const checkCopies = async ({ root }: CheckedPlace): Promise<readonly FullFinding[]> => {
  const paths = await listPaths(root);
  const listed = new Set(paths);
  return paths
    .filter((path) => placeOfCopy(path)?.isNamedAsCopy === true)
    .filter((path) => [null, path].includes(ownName(root, path, listed)))
    .map((path) =>
      finding(path, 'copy', 'This is a second version of a file. Precis merges it when its window is open.'),
    );
};

/** The number of records of each kind in an archive; those in the trash are counted separately. */
export type ArchiveStats = {
  readonly files: number;
  readonly articles: number;
  readonly words: number;
  readonly passages: number;
  readonly deletedPassages: number;
  readonly tags: number;
  readonly sources: number;
  readonly tasks: number;
  readonly openTasks: number;
  readonly memos: number;
  readonly sentMemos: number;
  readonly snapshots: number;
  readonly forms: number;
  readonly boards: number;
  readonly conflicts: number;
  readonly trashedArticles: number;
  readonly trashedMemos: number;
};

export type CheckedArchive = { readonly findings: readonly FullFinding[]; readonly stats: ArchiveStats };

const isMainKind = (kind: RootKind): boolean => mainKinds.some((main) => main === kind);

const noStats = {
  articles: 0,
  words: 0,
  passages: 0,
  deletedPassages: 0,
  tags: 0,
  sources: 0,
  tasks: 0,
  openTasks: 0,
  memos: 0,
  sentMemos: 0,
  snapshots: 0,
  forms: 0,
  boards: 0,
  conflicts: 0,
  trashedArticles: 0,
  trashedMemos: 0,
};

/** Called with the number of folders checked, and of all; what it throws ends the check. */
export type OnChecked = (done: number, total: number) => void;

export const checkArchive = async (
  place: CheckedPlace,
  onChecked: OnChecked = () => undefined,
): Promise<CheckedArchive> => {
  const check = new ArchiveCheck(place, await listFiles(place.root));
  return check.run(onChecked);
};

class ArchiveCheck {
  readonly #place: CheckedPlace;
  readonly #files: readonly ArchiveFileAt[];
  readonly #findings: FullFinding[] = [];
  readonly #referring: Referring[] = [];
  readonly #known: { readonly [K in ReferredKind]: Set<string> } = {
    tag: new Set(),
    source: new Set(),
    event: new Set(),
    article: new Set(),
    passage: new Set(),
    memo: new Set(),
    snapshot: new Set(),
    task: new Set(),
  };
  readonly #numbers = new Map<string, string>();
  /** By their ids. */
  readonly #filesOfEvents = new Map<string, string>();
  /** The paths of all files that were read, or should exist. */
  readonly #standing = new Set<string>();
  readonly #stats = { ...noStats };

  constructor(place: CheckedPlace, files: readonly ArchiveFileAt[]) {
    this.#place = place;
    this.#files = files;
  }

  async run(onChecked: OnChecked): Promise<CheckedArchive> {
    if (this.#place.isMergeStopped === true)
      this.#findings.push(
        finding('.git', 'merge-stopped', 'Git has stopped in the middle of a merge. Finish it first.'),
      );
    await this.#checkRoots();
    const folders = foldersOf(this.#files).filter(({ kind, id, places }) =>
      places.some((place) => !isGhost(join(this.#place.root, folderPath(kind, id, place)))),
    );
    for (const [done, folder] of folders.entries()) {
      onChecked(done, folders.length);
      await this.#checkFolder(folder);
    }
    const named = new Set(this.#findings.map(({ file }) => file));
    const ofManifest = await checkManifest(this.#place);
    this.#findings.push(...ofManifest.filter(({ file }) => !named.has(file)));
    this.#findings.push(...(await checkCopies(this.#place)));
    await this.#checkClear();
    this.#findings.push(
      ...(await judgeReferences({
        place: this.#place,
        referring: this.#referring,
        known: this.#known,
        findings: this.#findings,
        standing: this.#standing,
      })),
    );
    const findings = this.#findings.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
    return { findings, stats: { files: this.#files.length, ...this.#stats } };
  }

  /** Checks files that are not read here, such as earlier versions and pictures, for being unencrypted. */
  async #checkClear(): Promise<void> {
    const { root, codec } = this.#place;
    const refusesClear = codec.seal !== null && (await codec.decode(new Uint8Array())).kind === 'damage';
    const named = new Set(this.#findings.map(({ file }) => file));
    for (const path of refusesClear ? filesInClear(root) : [])
      if (!named.has(path)) this.#findings.push(finding(path, 'in-the-clear', `${saysInClear}.`));
  }

  /** Checks the files that every archive has, those that exist, and those that existed once. */
  async #checkRoots(): Promise<void> {
    const atRoot = new Map(
      this.#files.flatMap(({ path, at }) => (at.in === 'root' ? [[path, at.kind]] : [])),
    );
    atRoot.set('archive.json', 'archive');
    for (const kind of rootKinds) {
      const name = nameOfRootFile(kind);
      const path = join(this.#place.root, name);
      if (isMainKind(kind) || existsSync(path) || existsSync(backupOf(path))) atRoot.set(name, kind);
    }
    const inEvents = await readdir(join(this.#place.root, EVENT_FOLDER)).catch(() => []);
    for (const shard of shardsAmong(inEvents)) atRoot.set(nameOfEventShard(shard), 'event-shard');
    for (const [path, kind] of atRoot) await this.#checkRoot(path, kind);
  }

  async #read<K extends FileKind>(path: string, kind: K): Promise<FileContents[K] | null> {
    const read = await readOne(this.#place, path, kind);
    this.#take(path, kind, read);
    return read.content;
  }

  #take<K extends FileKind>(path: string, kind: K, { content, finding: found }: ReadOne<K>): void {
    this.#standing.add(path);
    if (found !== null) this.#findings.push(found);
    if (content !== null) this.#referring.push({ file: path, references: referencesOf(kind, content) });
  }

  async #checkRoot(path: string, kind: FileKind): Promise<void> {
    const content = await this.#read(path, kind);
    if (content === null) return;
    if ('tags' in content) this.#takeTree(path, 'tag', content.tags);
    if ('sources' in content) this.#takeTree(path, 'source', content.sources);
    if ('tasks' in content) this.#takeTasks(content.tasks);
    if ('events' in content) this.#takeEvents(path, content.events);
    if ('forms' in content) this.#stats.forms += content.forms.length;
    if ('boards' in content) this.#stats.boards += content.boards.length;
    if ('conflicts' in content) this.#stats.conflicts += content.conflicts.length;
  }

  #takeEvents(file: string, events: FileContents['events']['events']): void {
    for (const { id, title } of events) {
      const other = this.#filesOfEvents.get(id);
      this.#known.event.add(id);
      this.#filesOfEvents.set(id, file);
      if (other === undefined) continue;
      const says = `The event “${title}” is also in ${other}. Precis shows both as one and keeps both.`;
      this.#findings.push(finding(file, 'in-two-places', says));
    }
  }

  #takeTree(file: string, kind: 'tag' | 'source', records: readonly TreeRecord[]): void {
    for (const { id } of records) this.#known[kind].add(id);
    this.#stats[kind === 'tag' ? 'tags' : 'sources'] += records.filter(
      ({ deletedAt, mergedInto }) => deletedAt === null && mergedInto === null,
    ).length;
    const tree = indexTree(records);
    const ringed = records.filter((record) => isInRing(tree, record));
    if (ringed.length === 0) return;
    const names = ringed.map(({ name }) => `“${name}”`).join(', ');
    this.#findings.push(
      finding(file, 'ring', `${names} are below each other in a loop, so they are not shown.`),
    );
  }

  #takeTasks(tasks: FileContents['tasks']['tasks']): void {
    for (const { id, deletedAt, state } of tasks) {
      this.#known.task.add(id);
      if (deletedAt !== null) continue;
      this.#stats.tasks += 1;
      if (state === 'open' || state === 'waiting') this.#stats.openTasks += 1;
    }
  }

  async #checkFolder({ kind, id, places, names }: FolderAt): Promise<void> {
    const [place = 'archive', other] = places;
    const path = folderPath(kind, id, place);
    if (other !== undefined)
      this.#findings.push(finding(path, 'in-two-places', 'The same id is also in the trash.'));
    this.#known[kind].add(id);
    if (place === 'trash' && names.includes('deleted.json'))
      await this.#read(`${path}/deleted.json`, 'deletion');
    if (kind === 'article') await this.#checkArticle(path, place === 'trash', names);
    else await this.#checkMemo(path, place === 'trash', names);
  }

  async #checkArticle(path: string, isTrashed: boolean, names: readonly string[]): Promise<void> {
    const { article, body, annotations, findings } = await checkArticle(this.#place, path, names);
    this.#take(`${path}/article.json`, 'article', article);
    this.#take(`${path}/body.json`, 'body', body);
    this.#take(`${path}/annotations.json`, 'annotations', annotations);
    await this.#readIfThere(path, names, 'translations');
    this.#findings.push(...findings);
    if (annotations.content !== null) this.#takeAnnotations(annotations.content, isTrashed);
    if (isTrashed) this.#stats.trashedArticles += 1;
    else this.#countArticle(annotations.content?.passages ?? [], article.content?.article.words ?? 0);
  }

  #takeAnnotations(annotations: FileContents['annotations'], isTrashed: boolean): void {
    for (const passage of annotations.passages) this.#known.passage.add(passage.id);
    for (const task of annotations.tasks) this.#known.task.add(task.id);
    if (!isTrashed) this.#takeTasks(annotations.tasks);
  }

  #countArticle(passages: FileContents['annotations']['passages'], words: number): void {
    const deleted = passages.filter(({ deletedAt }) => deletedAt !== null).length;
    this.#stats.articles += 1;
    this.#stats.words += words;
    this.#stats.deletedPassages += deleted;
    this.#stats.passages += passages.length - deleted;
  }

  async #checkMemo(path: string, isTrashed: boolean, names: readonly string[]): Promise<void> {
    const snapshots = await this.#readSnapshots(path, names);
    const content = await this.#read(`${path}/memo.json`, 'memo');
    const pictured = { content: content?.memo.content ?? null, snapshots };
    this.#findings.push(...(await checkPictures(this.#place, path, names, { memo: pictured })));
    await this.#readIfThere(path, names, 'review');
    this.#stats[isTrashed ? 'trashedMemos' : 'memos'] += 1;
    if (content === null) return;
    this.#takeTasks(content.tasks);
    if (isTrashed) return;
    if (content.memo.state !== 'draft' && content.memo.state !== 'in-review') this.#stats.sentMemos += 1;
    this.#takeNumber(path, content.memo.head.referenceNumber);
  }

  /** A file that only some folders have, or had. */
  async #readIfThere(path: string, names: readonly string[], kind: 'review' | 'translations'): Promise<void> {
    const file = `${path}/${kind}.json`;
    if (names.includes(`${kind}.json`) || existsSync(backupOf(join(this.#place.root, file))))
      await this.#read(file, kind);
  }

  async #readSnapshots(path: string, names: readonly string[]): Promise<readonly Snapshot[]> {
    const snapshots: Snapshot[] = [];
    for (const name of names.filter((each) => each.startsWith('snapshots/'))) {
      this.#stats.snapshots += 1;
      const file = await this.#read(`${path}/${name}`, 'snapshot');
      if (file === null) continue;
      this.#known.snapshot.add(file.snapshot.id);
      snapshots.push(file.snapshot);
    }
    return snapshots;
  }

  #takeNumber(path: string, number: string): void {
    const other = this.#numbers.get(number);
    this.#numbers.set(number, path);
    if (other === undefined) return;
    const says = `The reference number ${number} is also used by ${other}.`;
    this.#findings.push(finding(`${path}/memo.json`, 'number-twice', says));
  }
}

const isInRing = (tree: ReadonlyMap<string, TreeRecord>, start: TreeRecord): boolean => {
  const seen = new Set<string>();
  let next = start.mergedInto ?? start.parentId;
  while (next !== null && !seen.has(next)) {
    if (next === start.id) return true;
    seen.add(next);
    const record = tree.get(next);
    next = record === undefined ? null : (record.mergedInto ?? record.parentId);
  }
  return false;
};

type FolderAt = {
  readonly kind: 'article' | 'memo';
  readonly id: string;
  readonly places: ('archive' | 'trash')[];
  readonly names: string[];
};

const folderPath = (kind: FolderAt['kind'], id: string, place: FolderAt['places'][number]): string =>
  pathInFolder({ kind, id } as Parameters<typeof pathInFolder>[0], place, '').replace(/\/$/u, '');

const foldersOf = (files: readonly ArchiveFileAt[]): readonly FolderAt[] => {
  const folders = new Map<string, FolderAt>();
  for (const { at } of files) {
    if (at.in !== 'folder') continue;
    const { kind, id } = at.folder;
    const known: FolderAt = folders.get(id) ?? { kind, id, places: [], names: [] };
    folders.set(id, known);
    if (!known.places.includes(at.place)) known.places.push(at.place);
    if (at.place === known.places[0]) known.names.push(at.name);
  }
  return [...folders.values()];
};
