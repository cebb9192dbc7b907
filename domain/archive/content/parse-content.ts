import { err, ok, type Result } from '../../result.ts';
import { type FileContents, type FileKind, fileSchemas } from '../files.ts';
import type { VersionedContent } from './migration.ts';
import { migrateContent, migrations, newestVersion } from './migrations.ts';
import { isSortedById, type StoredRecord, sortById } from './sort-by-id.ts';

/** Why the JSON of a file is not what Precis can work with. */
export type ContentFault =
  | { readonly kind: 'newer-version'; readonly version: number }
  | { readonly kind: 'wrong-shape' };

/**
 * The content of a file of kind `kind`, from parsed JSON: migrated to the newest version, its shape checked, its
 * keys in the order of the schema and its records sorted by id. A newer version than ours is distinguished from a
 * wrong shape: such a file is valid and must be left alone. Two records with one id are a wrong shape: either may
 * be the right one.
 */
export const parseContent = <K extends FileKind>(
  kind: K,
  json: unknown,
): Result<FileContents[K], ContentFault> => {
  if (!isVersioned(json)) return err({ kind: 'wrong-shape' });
  if (json.version > newestVersion(migrations[kind]))
    return err({ kind: 'newer-version', version: json.version });
  const parsed = fileSchemas[kind].safeParse(migrateContent(json, migrations[kind]));
  if (!parsed.success) return err({ kind: 'wrong-shape' });
  const content = sortCollections(parsed.data);
  return hasRepeatedId(content) ? err({ kind: 'wrong-shape' }) : ok(content);
};

/** The content as it will be read back, see normaliseRecord. Throws on a wrong shape. */
export const normaliseContent = <K extends FileKind>(kind: K, content: FileContents[K]): FileContents[K] =>
  sortCollections(fileSchemas[kind].parse(content));

const isVersioned = (json: unknown): json is VersionedContent => {
  if (typeof json !== 'object' || json === null || !('version' in json)) return false;
  return typeof json.version === 'number' && Number.isInteger(json.version) && json.version >= 1;
};

/** Whether two records of a collection, sorted by id, have one id. */
const hasRepeatedId = (content: object): boolean =>
  Object.values(content)
    .filter((value) => Array.isArray(value))
    .some((records: readonly StoredRecord[]) => records.some(({ id }, at) => id === records[at + 1]?.id));

/** Every array directly in a file is a collection of records. */
const sortCollections = <F extends object>(content: F): F => {
  const entries = Object.entries(content).map(([key, value]: [string, unknown]) => {
    if (!Array.isArray(value)) return [key, value];
    const records = value as readonly StoredRecord[];
    return [key, isSortedById(records) ? records : sortById(records)];
  });
  return Object.fromEntries(entries) as F;
};
