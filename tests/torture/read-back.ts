import { randomUUID } from 'node:crypto';
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';
import type { Archive } from '#electron/ports/archive.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import type { Acknowledged } from './end-by-force.ts';

/**
 * Opens an archive after its program was ended by force and reads all of it. Answers in words what is not as it
 * must be: a file that can't be read or had to be repaired, a passage that was acknowledged and is not there, a
 * tag that is referred to and is not there.
 */
export const findLosses = async (
  folder: string,
  acknowledged: readonly Acknowledged[],
  given: string | null = null,
): Promise<readonly string[]> => {
  const machine = { nowMs: Date.now, newId: randomUUID };
  const opened = await openArchive({ folder, machine, passphrase: async () => given });
  if (!opened.ok) return [`the archive can't be opened: ${JSON.stringify(opened.error)}`];
  const archive = opened.value;
  const losses: string[] = [];
  archive.onRepaired((repaired) => losses.push(`repaired: ${JSON.stringify(repaired)}`));
  try {
    const passages = await readPassages(archive, losses);
    losses.push(...findLostPassages(passages, acknowledged), ...(await findLostTags(archive, passages)));
  } finally {
    await archive.close();
  }
  return losses;
};

type Passages = ReadonlyMap<string, AnnotationsFile['passages'][number]>;

/** Every passage of the archive and of its trash, by id. */
const readPassages = async (archive: Archive, losses: string[]): Promise<Passages> => {
  const passages: AnnotationsFile['passages'] = [];
  for (const id of await archive.articleIds()) {
    noteFailure(losses, await archive.article(id));
    noteFailure(losses, await archive.body(id));
    const annotations = await archive.annotations(id);
    noteFailure(losses, annotations);
    if (annotations.ok) passages.push(...annotations.value.passages);
  }
  passages.push(...(await archive.trashedArticles()).flatMap((trashed) => trashed.passages));
  return new Map(passages.map((passage) => [passage.id, passage]));
};

const noteFailure = (losses: string[], read: Result<unknown, AppError>): void => {
  if (!read.ok) losses.push(`unreadable: ${JSON.stringify(read.error)}`);
};

const findLostPassages = (passages: Passages, acknowledged: readonly Acknowledged[]): readonly string[] =>
  acknowledged
    .filter(({ passageId, version }) => !(Number(passages.get(passageId)?.confirmedBecause) >= version))
    .map(
      ({ articleId, passageId, version }) => `lost: passage ${passageId} of ${articleId}, version ${version}`,
    );

const findLostTags = async (archive: Archive, passages: Passages): Promise<readonly string[]> => {
  const tags = await archive.tags();
  if (!tags.ok) return [`unreadable: ${JSON.stringify(tags.error)}`];
  const known = new Set<string>(tags.value.tags.map(({ id }) => id));
  return [...passages.values()]
    .flatMap(({ tagIds }) => tagIds)
    .filter((id) => !known.has(id))
    .map((id) => `a passage has the tag ${id}, which is not there`);
};
