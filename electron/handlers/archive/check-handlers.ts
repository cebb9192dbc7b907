import { readArchivePath } from '#domain/archive/merge/archive-path.ts';
import { isNothing, type Removal, type RepairPlan } from '#domain/archive/plan-repair.ts';
import type { Reference } from '#domain/archive/references.ts';
import { articleIdSchema } from '#domain/ids.ts';
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
      const removals = plan.removals.map(({ file, references }) => ({ file, count: references.length }));
      const titleOf = await readTitles(archive);
      const named = findings.map((finding) => ({ ...finding, title: titleOf(finding.file) }));
      return ok({ files, findings: named, restores: plan.restores, removals });
    },

    /**
     * Fails with `nothing-to-repair` if a second check finds nothing that can be repaired, `cancelled`, or
     * `write-failed`.
     */
    'check:repair': async () => {
      const checked = await check();
      if (!checked.ok) return checked;
      const plan = await stillToDo(archive, checked.value.plan);
      return isNothing(plan) ? err({ code: 'nothing-to-repair' }) : archive.repair(plan);
    },

    /** Fails with `nothing-to-undo` if there is no such repair, or if it was already undone. */
    'check:take-back': ({ folder }) => archive.takeBackRepair(folder),

    'check:last-repair': async () => ok(await archive.lastRepair()),
  };
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

/** The plan without references to records that were created since the check. */
const stillToDo = async (reader: ArchiveReader, plan: RepairPlan): Promise<RepairPlan> => {
  const removals: Removal[] = [];
  for (const { file, references } of plan.removals) {
    const lost: Reference[] = [];
    for (const reference of references) if (await isLost(reader, reference)) lost.push(reference);
    if (lost.length > 0) removals.push({ file, references: lost });
  }
  return { ...plan, removals };
};

/** Whether the open archive certainly has no such record. */
const isLost = async (reader: ArchiveReader, { to, id, articleId }: Reference): Promise<boolean> => {
  if (to === 'tag') {
    const tags = await reader.tags();
    return tags.ok && !tags.value.tags.some((tag) => tag.id === id);
  }
  if (to === 'source') {
    const sources = await reader.sources();
    return sources.ok && !sources.value.sources.some((source) => source.id === id);
  }
  const article = articleIdSchema.safeParse(articleId);
  if (to !== 'passage' || !article.success) return false;
  const annotations = await reader.annotations(article.data);
  return annotations.ok && !annotations.value.passages.some((passage) => passage.id === id);
};
