import { readArchivePath } from '#domain/archive/merge/archive-path.ts';
import { isNothing } from '#domain/archive/plan-repair.ts';
import type { Recovery } from '#domain/archive/recovered.ts';
import { err, ok } from '#domain/result.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

/** The use cases of checking the open archive and repairing it. The check runs in a process of its own. */
export const createCheckHandlers = ({
  archive,
  backups,
}: Pick<HandlerDeps, 'archive' | 'backups'>): HandlersOn<'check'> => {
  const check = () => backups.do({ kind: 'check', root: archive.folder, identity: archive.identity });
  return {
    /** Fails with `cancelled`. */
    'check:run': async () => {
      const checked = await check();
      if (!checked.ok) return checked;
      const { files, findings, plan } = checked.value;
      const recovers = (await stillLost(archive, plan.recovers)).map(({ kind, id }) => ({ kind, id }));
      const titleOf = await readTitles(archive);
      const named = findings.map((finding) => ({ ...finding, title: titleOf(finding.file) }));
      return ok({ files, findings: named, restores: plan.restores, recovers });
    },

    /**
     * Fails with `nothing-to-repair` if a second check finds nothing that can be repaired, `cancelled`, or
     * `write-failed`.
     */
    'check:repair': async () => {
      const checked = await check();
      if (!checked.ok) return checked;
      const { plan: found } = checked.value;
      const plan = { ...found, recovers: await stillLost(archive, found.recovers) };
      return isNothing(plan) ? err({ code: 'nothing-to-repair' }) : archive.repair(plan);
    },

    /** Fails with `nothing-to-undo` if there is no such repair, or if it was already undone. */
    'check:take-back': ({ folder }) => archive.takeBackRepair(folder),

    'check:last-repair': async () => ok(await archive.lastRepair()),
  };
};

/** Without the records that the open archive has in memory, since the check reads the disk alone. */
const stillLost = async (
  reader: ArchiveReader,
  recovers: readonly Recovery[],
): Promise<readonly Recovery[]> => {
  if (recovers.length === 0) return recovers;
  const [tags, sources] = [await reader.tags(), await reader.sources()];
  const [events, tasks] = [await reader.events(), await reader.tasks()];
  const held: readonly { readonly id: string }[] = [
    ...(tags.ok ? tags.value.tags : []),
    ...(sources.ok ? sources.value.sources : []),
    ...(events.ok ? events.value.events : []),
    ...(tasks.ok ? tasks.value.tasks : []),
  ];
  const ids = new Set(held.map(({ id }) => id));
  return recovers.filter(({ id }) => !ids.has(id));
};

/** From the manifest, which also has the titles of damaged and missing files. */
const readTitles = async (reader: ArchiveReader): Promise<(file: string) => string | null> => {
  const manifest = await reader.manifest();
  const titles = new Map(
    (manifest.ok ? manifest.value.entries : []).map(({ id, title }) => [id as string, title]),
  );
  return (file) => {
    const at = readArchivePath(file);
    return at?.in === 'folder' ? (titles.get(at.folder.id) ?? null) : null;
  };
};
