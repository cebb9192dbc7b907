/**
 * What an archive should contain: one entry for each article, memo, snapshot and form, and for each file at the
 * root, with the hashes of what is written once. It shows when one of them is missing or was replaced. It never
 * prevents reading: where it disagrees with the disk, the difference is reported, and a person decides.
 */
import { z } from 'zod';
import { memoIdSchema, type Sha256, sha256Schema } from '../ids.ts';
import { type Timestamp, timestampSchema } from '../time.ts';
import { writerNameSchema } from '../written-by.ts';

export const manifestKinds = ['root', 'article', 'memo', 'snapshot', 'form', 'board'] as const;
export type ManifestKind = (typeof manifestKinds)[number];

export const manifestEntrySchema = z.strictObject({
  /**
   * The id of the article, memo, snapshot or form; for a file at the root its name, such as `pad` or
   * `events/0002`.
   */
  id: z.string().min(1).max(64),
  what: z.enum(manifestKinds),
  /** The memo of a snapshot. */
  memoId: memoIdSchema.exactOptional(),
  /** Its title when the entry was made, to name it where it is missing. */
  title: z.string().max(300).exactOptional(),
  /**
   * SHA-256 of what is written once, by its name: `article`, `body`, `snapshot`, `sent@12` of a memo that was
   * sent.
   */
  hashes: z.record(z.string().min(1).max(20), sha256Schema),
  /** When it went for good, as somebody wanted it; null while it should be there. */
  goneAt: timestampSchema.nullable(),
  updatedAt: timestampSchema,
  /** Who has accepted that it is gone, or is as it is. */
  by: writerNameSchema.exactOptional(),
  /** Authenticates the entry in an encrypted archive. */
  seal: sha256Schema.exactOptional(),
});
export type ManifestEntry = z.infer<typeof manifestEntrySchema>;

/** The time of an entry that was made from the files found: any entry made by an act is later. */
export const ADOPTED_AT = '1970-01-01T00:00:00.000Z' as Timestamp;

/**
 * The valid one of two entries for one thing: the later one, whichever side it is on. Of two that were made from
 * the files found, the same one on every machine.
 */
export const laterEntry = (a: ManifestEntry, b: ManifestEntry): ManifestEntry => {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt > b.updatedAt ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
};

/** All entries of both sides, sorted by id. */
export const uniteEntries = (
  ours: readonly ManifestEntry[],
  theirs: readonly ManifestEntry[],
): readonly ManifestEntry[] => {
  const entries = new Map(ours.map((entry) => [entry.id, entry]));
  for (const entry of theirs) {
    const known = entries.get(entry.id);
    entries.set(entry.id, known === undefined ? entry : laterEntry(known, entry));
  }
  return [...entries.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
};

/**
 * A difference from the manifest. `hashes`: the hashes found instead, where they differ; null where nothing was
 * found.
 */
export type ManifestLoss =
  | { readonly how: 'gone'; readonly entry: ManifestEntry }
  | {
      readonly how: 'altered';
      readonly entry: ManifestEntry;
      readonly hashes: Readonly<Record<string, Sha256 | null>>;
    };

/** The entry once a person has accepted what was found. */
export const acceptLoss = (loss: ManifestLoss, at: Timestamp): ManifestEntry => {
  const { seal: _, ...entry } = loss.entry;
  if (loss.how === 'gone') return { ...entry, goneAt: at, updatedAt: at };
  const hashes = Object.entries({ ...entry.hashes, ...loss.hashes }).flatMap(([name, hash]) =>
    hash === null ? [] : [[name, hash] as const],
  );
  return { ...entry, hashes: Object.fromEntries(hashes), updatedAt: at };
};

/** The missing or altered file, by its path in an archive, as far as the entry shows where it is. */
export const fileOfLoss = (loss: ManifestLoss): string => {
  const { id, what, memoId } = loss.entry;
  const hashed = loss.how === 'altered' ? Object.keys(loss.hashes)[0] : undefined;
  if (what === 'root') return `${id}.json`;
  if (what === 'form') return `templates/${id}.json`;
  if (what === 'board') return `boards/${id}.json`;
  if (what === 'snapshot') return `memos/${memoId ?? ''}/snapshots/${id}.json`;
  const folder = `${what}s/${id}`;
  if (hashed === undefined) return folder;
  return what === 'memo' ? `${folder}/memo.json` : `${folder}/${hashed}.json`;
};
