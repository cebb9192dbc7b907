/**
 * Keeps `manifest.json` up to date: what an act adds is entered once the act is on the disk; what is deleted
 * permanently is marked as gone before that. A crash in between leaves something without an entry, or an entry marked
 * as gone for something that is still there; neither is reported, and the next check corrects it. No act fails because
 * of the manifest, and none waits for a check.
 */
import { existsSync } from 'node:fs';
import { normaliseContent } from '#domain/archive/content/parse-content.ts';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { MANIFEST_VERSION, type ManifestFile } from '#domain/archive/files.ts';
import {
  ADOPTED_AT,
  laterEntry,
  type ManifestEntry,
  type ManifestLoss,
  uniteEntries,
} from '#domain/archive/manifest.ts';
import { equalJson } from '#domain/equal-json.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { FoundLosses } from '#electron/ports/archive.ts';
import { createYielder } from '#electron/time/yielder.ts';
import type { Wanted } from '../act/plan-act.ts';
import type { ArchiveState } from '../archive-state.ts';
import { emptyContents } from '../empty-contents.ts';
import { requireSystemError } from '../file/system-error.ts';
import { ChangedMeanwhile, writeAtomically } from '../file/write/write-atomically.ts';
import { pathOf } from '../storage-context.ts';
import { draftsOf, type EntryDraft, listEntriesHere } from './entry-drafts.ts';
import {
  findEntry,
  hashesAt,
  isVouchedFor,
  judgeEntry,
  lacksHashes,
  sealEntry,
  titleAt,
} from './judge-entry.ts';

const FILE = 'manifest.json';
const file = { kind: 'manifest' } as const;

/** If something is still there this long after it was marked as gone, somebody wants it again. */
const REVIVED_AFTER_MS = 24 * 60 * 60 * 1000;
/** How many entries are written at once when an archive gets its first ones. */
const WRITTEN_AT_ONCE = 2000;

type ManifestHooks = {
  /** Runs between two acts; null if the archive is closed. */
  readonly alone: <T>(task: () => Promise<T>) => Promise<T | null>;
  /** Called with what was written here. */
  readonly noteOwn: (names: readonly string[]) => void;
};

export class ArchiveManifest {
  readonly #state: ArchiveState;
  readonly #hooks: ManifestHooks;
  /**
   * All entries that were seen in this session, the later of each: what another program writes over them is united with
   * it.
   */
  readonly #known = new Map<string, ManifestEntry>();
  /** Whether there was none when it was first looked for, or it can't be read; null before that. */
  #found: FoundLosses['manifest'] | null = null;
  #distrusted = 0;
  /** What is deleted permanently and could not be marked as gone yet. */
  readonly #unsaid = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(state: ArchiveState, hooks: ManifestHooks) {
    this.#state = state;
    this.#hooks = hooks;
  }

  /** Enters what an act has brought, which is on the disk. */
  async enterAct(wanted: Wanted): Promise<void> {
    // An undo brings an earlier entry back.
    for (const change of wanted.changes)
      if (change.type === 'record' && change.collection === 'entries' && change.after !== null)
        this.#known.set(change.recordId, change.after);
    const drafts = draftsOf(wanted);
    if (drafts.length > 0) await this.#unlessFailed(() => this.#enter(drafts));
  }

  async #enter(drafts: readonly EntryDraft[]): Promise<void> {
    await this.#read();
    const made: ManifestEntry[] = [];
    for (const draft of drafts) {
      const known = this.#known.get(draft.id);
      if (known === undefined || known.goneAt !== null || draft.isOther === true)
        made.push(await this.#complete(draft, known, this.#now()));
    }
    if (made.length > 0) await this.#put(made);
  }

  /** Marks articles and memos, with the snapshots of the latter, as deleted on purpose, before they are deleted. */
  async enterGone(ids: ReadonlySet<string>): Promise<void> {
    for (const id of ids) this.#unsaid.add(id);
    await this.settle();
  }

  /** Marks what has been deleted as deleted on purpose, if that could not be written before. */
  async settle(): Promise<void> {
    if (this.#unsaid.size > 0) await this.#unlessFailed(() => this.#sayUnsaid());
  }

  async #sayUnsaid(): Promise<void> {
    await this.#read();
    if (this.#found === 'unreadable') return;
    const at = this.#now();
    const going = [...this.#known.values()].filter(
      ({ id, memoId = '' }) => this.#unsaid.has(id) || this.#unsaid.has(memoId),
    );
    const gone = going.map((entry) =>
      entry.goneAt === null ? { ...entry, goneAt: at, updatedAt: at } : entry,
    );
    if (gone.length === 0 || (await this.#put(gone))) this.#unsaid.clear();
  }

  /** The entry as it is written after a person has changed it. */
  vouch(entry: ManifestEntry): ManifestEntry {
    return sealEntry(this.#state.context.codec, entry);
  }

  /** See Archive.findLosses. One look at a time. */
  find(sinceMs: number): Promise<FoundLosses | null> {
    const finding = this.#last.then(() => this.#find(sinceMs));
    this.#last = finding.catch(() => undefined);
    return finding;
  }

  async #find(sinceMs: number): Promise<FoundLosses | null> {
    const startedMs = this.#state.context.machine.nowMs();
    await this.#hooks.alone(() => this.#heal());
    const losses: ManifestLoss[] = [];
    const yielder = createYielder();
    for (const entry of [...this.#known.values()]) {
      const loss = await this.#judge(entry, sinceMs);
      if (loss !== null) losses.push(loss);
      await yielder.yieldIfDue();
    }
    // If the archive is no longer there, nothing is known about its content.
    if (this.#state.ownership.refusal() !== null) return null;
    await this.#adopt(new Set(losses.map(({ entry }) => entry.id)));
    const goneMemos = new Set(losses.flatMap(({ how, entry }) => (how === 'gone' ? [entry.id] : [])));
    return {
      startedMs,
      losses: losses.filter(({ entry: { memoId } }) => memoId === undefined || !goneMemos.has(memoId)),
      manifest: this.#found ?? 'kept',
      distrusted: this.#distrusted,
    };
  }

  /**
   * An act may have moved it between two looks: what seems to be gone is looked for once more, as its entry is then.
   */
  async #judge(entry: ManifestEntry, sinceMs: number): Promise<ManifestLoss | null> {
    const loss = await judgeEntry(this.#archive, entry, sinceMs);
    if (loss?.how !== 'gone') return loss;
    const judgeAgain = async () => judgeEntry(this.#archive, this.#known.get(entry.id) ?? entry, sinceMs);
    return this.#hooks.alone(judgeAgain);
  }

  /** Enters what is there and has no entry: added by another program, or by an older Precis. */
  async #adopt(lost: ReadonlySet<string>): Promise<void> {
    const open: ManifestEntry[] = [];
    const write = () => this.#hooks.alone(() => this.#unlessFailed(() => this.#put(open.splice(0))));
    const yielder = createYielder();
    for (const draft of await listEntriesHere(this.#state)) {
      const entry = lost.has(draft.id) ? null : await this.#adoptOne(draft);
      if (entry !== null) open.push(entry);
      if (open.length >= WRITTEN_AT_ONCE) await write();
      await yielder.yieldIfDue();
    }
    if (open.length > 0) await write();
  }

  /** Null if its present entry is as good. */
  async #adoptOne(draft: EntryDraft): Promise<ManifestEntry | null> {
    const known = this.#known.get(draft.id);
    if (known === undefined) return this.#complete(draft, known, ADOPTED_AT);
    if (!this.#isToBeMadeAgain(known)) return null;
    const entry = await this.#complete(draft, known, this.#now());
    return known.goneAt !== null || !equalJson(entry.hashes, known.hashes) ? entry : null;
  }

  #isToBeMadeAgain(known: ManifestEntry): boolean {
    if (known.goneAt === null) return lacksHashes(known);
    return this.#state.context.machine.nowMs() - Date.parse(known.goneAt) > REVIVED_AFTER_MS;
  }

  /** An entry with the hashes of the present files, and its name. */
  async #complete(
    { isOther: _, ...draft }: EntryDraft,
    known: ManifestEntry | undefined,
    at: Timestamp,
  ): Promise<ManifestEntry> {
    const entry = { hashes: {}, ...draft, goneAt: null, updatedAt: at };
    const path = findEntry(this.#state.context.root, entry);
    const hashes = draft.hashes ?? (path === null ? {} : await hashesAt(this.#archive, entry, path));
    const title =
      draft.title ?? known?.title ?? (path === null ? null : await titleAt(this.#archive, entry, path));
    return { ...entry, hashes, ...(title === null ? {} : { title: title.slice(0, 300) }) };
  }

  get #archive() {
    const { root, codec } = this.#state.context;
    return { root, codec };
  }

  #now(): Timestamp {
    return toTimestamp(this.#state.context.machine.nowMs());
  }

  /** Reads the entries of the file; those that this archive has not made are ignored. Null if they can't be read. */
  async #read(): Promise<ManifestFile | null> {
    this.#found ??= existsSync(pathOf(this.#state.context, FILE)) ? 'kept' : 'missing';
    const read = await this.#state.files.read(file);
    if (read.ok) {
      if (this.#found === 'unreadable') this.#found = 'kept';
      return this.#takeIn(read.value as ManifestFile);
    }
    const isDamaged = read.error.code === 'archive-damaged';
    this.#found = isDamaged ? 'missing' : 'unreadable';
    // Its bytes are kept, and the damage has been reported.
    if (isDamaged && this.#state.ownership.refusal() === null) await this.#writeEmpty();
    return null;
  }

  #takeIn(content: ManifestFile): ManifestFile {
    const trusted = this.#trustedIn(content);
    this.#distrusted = Math.max(this.#distrusted, content.entries.length - trusted.length);
    for (const entry of trusted) this.#know(entry);
    return content;
  }

  #trustedIn({ entries }: ManifestFile): readonly ManifestEntry[] {
    const { codec } = this.#state.context;
    return entries.filter((entry) => this.#known.get(entry.id) === entry || isVouchedFor(codec, entry));
  }

  #know(entry: ManifestEntry): void {
    const known = this.#known.get(entry.id);
    this.#known.set(entry.id, known === undefined ? entry : laterEntry(known, entry));
  }

  async #writeEmpty(): Promise<void> {
    const { context } = this.#state;
    const text = Buffer.from(serialiseContent(emptyContents.manifest), 'utf8');
    const path = pathOf(context, FILE);
    const bytes = await context.codec.encode(text);
    await writeAtomically(path, bytes, context.temporaryPath(path), { mode: context.modes().file });
  }

  /** Another program may have put an earlier manifest there, or have taken it away. */
  #heal(): Promise<void> {
    return this.#unlessFailed(async () => {
      const open = await this.#state.files.peek(file);
      const look = await open?.look();
      if (look?.kind === 'changed') open?.adopt(look.content);
      if (look?.kind === 'gone') open?.acceptLoss();
      const content = await this.#read();
      const stands = new Map(content?.entries.map((entry) => [entry.id, entry]));
      const isWhole = [...this.#known].every(([id, entry]) => equalJson(stands.get(id), entry));
      if (this.#found !== 'unreadable' && (!isWhole || look?.kind === 'gone')) await this.#put([]);
    });
  }

  /** Adds entries to the existing ones, in an act or between two. Returns whether it succeeded. */
  async #put(fresh: readonly ManifestEntry[]): Promise<boolean> {
    const { files, ownership } = this.#state;
    if (ownership.refusal() !== null) return false;
    for (const entry of fresh) this.#know(this.vouch(entry));
    const held = await files.hold(file, 'archive');
    if (!held.ok) return false;
    try {
      const open = held.value.file;
      const look = await open.look();
      if (look.kind === 'changed') open.adopt(look.content);
      if (look.kind === 'gone') open.acceptLoss();
      for (const entry of this.#trustedIn(open.content as ManifestFile)) this.#know(entry);
      const entries = [...uniteEntries([...this.#known.values()], [])];
      await open.write(normaliseContent('manifest', { version: MANIFEST_VERSION, entries }));
      open.publish();
      // The seal of what was written here need not be checked.
      for (const entry of (open.content as ManifestFile).entries) this.#known.set(entry.id, entry);
      this.#hooks.noteOwn([FILE]);
      return true;
    } finally {
      held.value.release();
    }
  }

  /** If it can't be written now, the next check writes it. */
  async #unlessFailed(task: () => Promise<unknown>): Promise<void> {
    try {
      await task();
    } catch (cause) {
      if (!(cause instanceof ChangedMeanwhile)) requireSystemError(cause);
    }
  }
}
