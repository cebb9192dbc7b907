/** The tags and sources that the sample names: found where the archive has them, else made with what is said of them. */
import type { Change } from '#domain/archive/changes.ts';
import { tagIdSchema } from '#domain/ids.ts';
import { setReliability } from '#domain/source/set-reliability.ts';
import type { Source } from '#domain/source/source.ts';
import { newTag } from '#domain/tag/new-tag.ts';
import type { Tag } from '#domain/tag/tag.ts';
import { toTimestamp } from '#domain/time.ts';
import { ensurePath } from '#domain/tree/ensure-path.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { ensureSource } from '../source/ensure-source.ts';
import { named, type Sample, type TagPath } from './sample-file.ts';

/** What the sample names by its keys, and the changes that make what was missing. */
export type References<T> = { readonly byKey: ReadonlyMap<string, T>; readonly changes: readonly Change[] };

/** The key of a tag: its path. */
export const keyOfTag = (path: TagPath): string => path.join('/');

/** The sources of the sample by their keys. */
export const sampleSources = (
  sample: Sample,
  existing: readonly Source[],
  machine: Machine,
): References<Source> => {
  const at = toTimestamp(machine.nowMs());
  const sources = [...existing];
  const byKey = new Map<string, Source>();
  const changes: Change[] = [];
  for (const { key, kind, name, parent, aliases, reliability, why } of sample.sources) {
    const parentId = parent === null ? null : named(byKey, parent).id;
    const { source, changes: making } = ensureSource(sources, { kind, name, parentId }, machine);
    const isNew = making.length > 0;
    const known = isNew ? setReliability({ ...source, aliases }, reliability, why, at) : source;
    byKey.set(key, known);
    if (!isNew) continue;
    sources.push(known);
    changes.push(...recordChanges({ kind: 'sources' }, 'sources', null, known));
  }
  return { byKey, changes };
};

const pathsOf = ({ tags, articles }: Sample): readonly TagPath[] => [
  ...tags.map(({ path }) => path),
  ...articles.flatMap((article) => [...article.tags, ...article.passages.flatMap((passage) => passage.tags)]),
];

const definitionAt = ({ tags }: Sample, path: TagPath): Tag['definition'] => {
  const found = tags.find((tag) => keyOfTag(tag.path) === keyOfTag(path));
  const { useWhen = '', notWhen = '', example = '' } = found ?? {};
  return { useWhen, notWhen, example };
};

/** The tags of the sample by their paths. */
export const sampleTags = (sample: Sample, existing: readonly Tag[], machine: Machine): References<Tag> => {
  const at = toTimestamp(machine.nowMs());
  const tags = new Map(indexTree(existing));
  const byKey = new Map<string, Tag>();
  const changes: Change[] = [];
  for (const path of pathsOf(sample)) {
    const { record: tag, added } = ensurePath(tags, path, (name, parentId) =>
      newTag(tagIdSchema.parse(machine.newId()), name, parentId, at),
    );
    for (const made of added) {
      const defined = made === tag ? { ...made, definition: definitionAt(sample, path) } : made;
      tags.set(defined.id, defined);
      changes.push(...recordChanges({ kind: 'tags' }, 'tags', null, defined));
    }
    byKey.set(keyOfTag(path), tags.get(tag.id) ?? tag);
  }
  return { byKey, changes };
};
