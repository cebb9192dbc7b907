/**
 * Looks at every file of an archive that is not opened: its shape, the hashes of texts and originals, where passages
 * stand, and what refers to what. Nothing is changed, so it may be open in Precis meanwhile.
 */

import { type Reference, type ReferredKind, referencesOf } from '#domain/archive/check/references.ts';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import { pathInFolder } from '#domain/archive/merge/trees/archive-path.ts';
import { mainKinds, nameOfRootFile } from '#domain/archive/root-files.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { indexTree, type TreeRecord } from '#domain/tree/record-tree.ts';
import { filesInClear } from '../encryption/encryption-of.ts';
import { checkArticle } from './check-article.ts';
import { checkPictures } from './check-pictures.ts';
import { type FullFinding, finding } from './findings.ts';
import { type ArchiveFileAt, listFiles } from './list-files.ts';
import { type CheckedPlace, readOne, saysInClear } from './read-one.ts';

/** How much of what an archive holds; what lies in the trash is counted apart. */
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
  readonly conflicts: number;
  readonly trashedArticles: number;
  readonly trashedMemos: number;
};

export type CheckedArchive = { readonly findings: readonly FullFinding[]; readonly stats: ArchiveStats };

type Referring = { readonly file: string; readonly references: readonly Reference[] };

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
  conflicts: 0,
  trashedArticles: 0,
  trashedMemos: 0,
};

export const checkArchive = async (place: CheckedPlace): Promise<CheckedArchive> => {
  const check = new ArchiveCheck(place, await listFiles(place.root));
  return check.run();
};

class ArchiveCheck {
  readonly #place: CheckedPlace;
  readonly #files: readonly ArchiveFileAt[];
  readonly #findings: FullFinding[] = [];
  readonly #referring: Referring[] = [];
  readonly #known: { readonly [K in ReferredKind]: Set<string> } = {
    tag: new Set(),
    source: new Set(),
    article: new Set(),
    passage: new Set(),
    memo: new Set(),
    snapshot: new Set(),
    task: new Set(),
  };
  readonly #numbers = new Map<string, string>();
  readonly #stats = { ...noStats };

  constructor(place: CheckedPlace, files: readonly ArchiveFileAt[]) {
    this.#place = place;
    this.#files = files;
  }

  async run(): Promise<CheckedArchive> {
    const paths = new Set(this.#files.map(({ path }) => path));
    for (const name of ['archive.json', ...mainKinds.map(nameOfRootFile)])
      if (!paths.has(name)) this.#findings.push(finding(name, 'missing', 'It is missing.'));
    for (const { path, at } of this.#files) if (at.in === 'root') await this.#checkRoot(path, at.kind);
    for (const folder of foldersOf(this.#files)) await this.#checkFolder(folder);
    this.#checkReferences();
    await this.#checkClear();
    const findings = this.#findings.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
    return { findings, stats: { files: this.#files.length, ...this.#stats } };
  }

  /** Files that are not read here, such as earlier versions and pictures. */
  async #checkClear(): Promise<void> {
    const { root, codec } = this.#place;
    const refusesClear = codec.seal !== null && (await codec.decode(new Uint8Array())).found === 'damage';
    const named = new Set(this.#findings.map(({ file }) => file));
    for (const path of refusesClear ? filesInClear(root) : [])
      if (!named.has(path)) this.#findings.push(finding(path, 'in-the-clear', `${saysInClear}.`));
  }

  async #read<K extends FileKind>(path: string, kind: K): Promise<FileContents[K] | null> {
    const read = await readOne(this.#place.root, path, kind, this.#place.codec);
    if (read.finding !== null) this.#findings.push(read.finding);
    if (read.content !== null) this.#refer(path, kind, read.content);
    return read.content;
  }

  #refer<K extends FileKind>(file: string, kind: K, content: FileContents[K]): void {
    this.#referring.push({ file, references: referencesOf(kind, content) });
  }

  async #checkRoot(path: string, kind: FileKind): Promise<void> {
    const content = await this.#read(path, kind);
    if (content === null) return;
    if ('tags' in content) this.#takeTree(path, 'tag', content.tags);
    if ('sources' in content) this.#takeTree(path, 'source', content.sources);
    if ('tasks' in content) this.#takeTasks(content.tasks);
    if ('forms' in content) this.#stats.forms += content.forms.length;
    if ('conflicts' in content) this.#stats.conflicts += content.conflicts.length;
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
      finding(file, 'ring', `${names} stand below each other in a ring, and are shown nowhere.`),
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

  async #checkFolder({ holds, id, places, names }: FolderAt): Promise<void> {
    const [place = 'archive', other] = places;
    const folder = { holds, id } as Parameters<typeof pathInFolder>[0];
    const path = pathInFolder(folder, place, '').replace(/\/$/u, '');
    if (other !== undefined)
      this.#findings.push(finding(path, 'in-two-places', 'It lies in the trash too, under the same id.'));
    this.#known[holds].add(id);
    if (holds === 'article') await this.#checkArticle(path, id, place === 'trash', names);
    else await this.#checkMemo(path, id, place === 'trash', names);
  }

  async #checkArticle(path: string, id: string, isTrashed: boolean, names: readonly string[]): Promise<void> {
    const { annotations, article, findings } = await checkArticle(this.#place, path, id, names);
    this.#findings.push(...findings);
    if (annotations !== null) this.#takeAnnotations(path, annotations, isTrashed);
    if (isTrashed) this.#stats.trashedArticles += 1;
    else this.#countArticle(annotations?.passages ?? [], article?.article.words ?? 0);
  }

  #takeAnnotations(path: string, annotations: FileContents['annotations'], isTrashed: boolean): void {
    this.#refer(`${path}/annotations.json`, 'annotations', annotations);
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

  async #checkMemo(path: string, id: string, isTrashed: boolean, names: readonly string[]): Promise<void> {
    const snapshots = await this.#readSnapshots(path, names);
    const content = await this.#read(`${path}/memo.json`, 'memo');
    const pictured = { content: content?.memo.content ?? null, snapshots };
    this.#findings.push(...(await checkPictures(this.#place, path, names, { memo: pictured })));
    this.#stats[isTrashed ? 'trashedMemos' : 'memos'] += 1;
    if (content === null) return;
    this.#takeTasks(content.tasks);
    if (content.memo.id !== id)
      this.#findings.push(
        finding(`${path}/memo.json`, 'wrong-id', 'It is of another memo than its folder is named after.'),
      );
    if (isTrashed) return;
    if (content.memo.state !== 'draft' && content.memo.state !== 'in-review') this.#stats.sentMemos += 1;
    this.#takeNumber(path, content.memo.head.referenceNumber);
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
    const says = `Its reference number ${number} is that of ${other} too.`;
    this.#findings.push(finding(`${path}/memo.json`, 'number-twice', says));
  }

  #checkReferences(): void {
    for (const { file, references } of this.#referring) {
      for (const reference of references.filter(({ to, id }) => !this.#known[to].has(id))) {
        const { collection, recordId, field, to, id, isOptional } = reference;
        const says = `${collection} ${recordId}, ${field}: there is no ${to} ${id}.`;
        const repair = isOptional ? { without: [reference] } : undefined;
        this.#findings.push(finding(file, 'reference-lost', says, repair));
      }
    }
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
  readonly holds: 'article' | 'memo';
  readonly id: string;
  readonly places: ('archive' | 'trash')[];
  readonly names: string[];
};

const foldersOf = (files: readonly ArchiveFileAt[]): readonly FolderAt[] => {
  const folders = new Map<string, FolderAt>();
  for (const { at } of files) {
    if (at.in !== 'folder') continue;
    const { holds, id } = at.folder;
    const known: FolderAt = folders.get(id) ?? { holds, id, places: [], names: [] };
    folders.set(id, known);
    if (!known.places.includes(at.place)) known.places.push(at.place);
    if (at.place === known.places[0]) known.names.push(at.name);
  }
  return [...folders.values()];
};
