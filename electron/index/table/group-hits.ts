/** The sections of the table: by tag, speaker, origin, article or label. */
import type { PassageGroup } from '#domain/contract/passage-table.ts';
import type { PassageId } from '#domain/ids.ts';
import type { LabelId } from '#domain/passage/label.ts';
import { remembering } from '#domain/remembering.ts';
import type { PassageGrouping } from '#domain/search/passage-order.ts';
import { originsOf } from '#domain/source/origins-of.ts';
import { resolveTags } from '#domain/tag/tag-tree.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { namePath, resolveRecord } from '#domain/tree/record-tree.ts';
import { createYielder } from '#electron/time/yielder.ts';
import type { CatalogueState, TagSet, Voice } from '../catalogue-state.ts';
import { compareTexts } from '../order/text-order.ts';
import { provenanceOf } from '../rows/passage/origins-of-hit.ts';
import type { Hit } from '../rows/passage/passage-rows.ts';

/**
 * A section before it is filled. Sections are sorted by `place`, then by title; `title` null is the section of passages
 * without a value.
 */
type Section = Pick<PassageGroup, 'id' | 'title'> & { readonly place: number };

const NONE = 'none';
const untitled: Section = { id: NONE, title: null, place: Number.POSITIVE_INFINITY };
const named = (record: { readonly id: string; readonly name: string } | null): readonly Section[] =>
  record === null ? [untitled] : [{ id: record.id, title: record.name, place: 0 }];

/** The section of each passage by its origin, as determined among all of them: see originsOf. */
const sectionsByOrigin = (state: CatalogueState, hits: readonly Hit[]): SectionsOf => {
  const sections = new Map<PassageId, readonly Section[]>();
  for (const { name, passages, sources } of originsOf(hits.map((hit) => provenanceOf(state, hit)))) {
    const inOrder = [...sources].sort((a, b) => compareTexts(a.name, b.name));
    const title = inOrder.map((source) => source.name).join(', ') || name;
    const id = inOrder.map((source) => source.id).join() || passages[0]?.id || NONE;
    const section = name === null ? untitled : { id, title, place: 0 };
    for (const passage of passages) sections.set(passage.id, [section]);
  }
  return ({ entry }) => sections.get(entry.id) ?? [untitled];
};

type OwnGrouping = Exclude<PassageGrouping, 'origin'>;
type SectionsOf = (hit: Hit) => readonly Section[];

/** Values shared by many passages, such as a set of tags or a speaker, are examined once. */
const sectionsOf: Readonly<Record<OwnGrouping, (state: CatalogueState) => SectionsOf>> = {
  none: () => () => [untitled],
  tag({ tags }) {
    const ofTags = remembering(({ ids }: TagSet): readonly Section[] => {
      const carried = resolveTags(tags, ids);
      return carried.length === 0
        ? [untitled]
        : carried.map(({ id }) => ({ id, title: printNamePath(namePath(tags, id)), place: 0 }));
    });
    return ({ entry }) => ofTags(entry.tagSet);
  },
  speaker({ sources }) {
    const ofVoice = remembering(({ speakerId }: Voice) => named(resolveRecord(sources, speakerId)));
    return ({ entry }) => ofVoice(entry.voice);
  },
  article() {
    const ofArticle = remembering(({ id, bibliography: { title } }: Hit['article']): readonly Section[] => [
      { id, title, place: title === null ? 1 : 0 },
    ]);
    return ({ article }) => ofArticle(article);
  },
  label({ labels }) {
    const ofLabel = remembering((label: LabelId): readonly Section[] => [
      { id: label, title: labels.of(label).name, place: labels.placeOf(label) },
    ]);
    return ({ entry: { label } }) => ofLabel(label);
  },
};

const bySection = (a: Section, b: Section): number => {
  if (a.place !== b.place) return a.place < b.place ? -1 : 1;
  return compareTexts(a.title ?? '', b.title ?? '');
};

/** The sorted `hits` in sections, each in their order. A passage with several tags is in the section of each. */
export const groupHits = async (
  state: CatalogueState,
  hits: readonly Hit[],
  grouping: PassageGrouping,
): Promise<readonly PassageGroup[]> => {
  const yielder = createYielder();
  const groups = new Map<string, { readonly section: Section; readonly passageIds: PassageId[] }>();
  const own = grouping === 'origin' ? sectionsByOrigin(state, hits) : sectionsOf[grouping](state);
  let done = 0;
  for (const hit of hits) {
    for (const section of own(hit)) {
      const group = groups.get(section.id) ?? { section, passageIds: [] };
      group.passageIds.push(hit.entry.id);
      groups.set(section.id, group);
    }
    done += 1;
    if (done % 64 === 0) await yielder.yieldIfDue();
  }
  return [...groups.values()]
    .sort((a, b) => bySection(a.section, b.section))
    .map(({ section: { id, title }, passageIds }) => ({ id, title, passageIds }));
};
