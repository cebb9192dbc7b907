/** The sections of the pane of related passages. */
import type { LinkedRow, RelatedPassages, RelatedRow } from '#domain/contract/passage.ts';
import { wordRelation } from '#domain/passage/word-relation.ts';

export type SectionId = 'linked' | 'sameSpeaker' | 'sameTags' | 'similar';

export type RelatedEntry = RelatedRow & {
  readonly id: string;
  /** The existing link; null for a possible one. */
  readonly link: Pick<LinkedRow, 'type' | 'direction'> | null;
};

export type RelatedSection = {
  readonly id: SectionId;
  readonly name: string;
  /** "supports 2, contradicts 1" for linked passages, else their number. */
  readonly summary: string;
  readonly entries: readonly RelatedEntry[];
  /** The message for an empty section. */
  readonly empty: string;
};

const names: Readonly<Record<Exclude<SectionId, 'linked'>, string>> = {
  sameSpeaker: 'Same speaker',
  sameTags: 'Same tags',
  similar: 'Similar words',
};

/** "supports 2, is supported by 1", in the order in which the relations come. */
export const countLinks = (linked: readonly Pick<LinkedRow, 'type' | 'direction'>[]): string => {
  const counts = new Map<string, number>();
  for (const { type, direction } of linked) {
    const words = wordRelation(type, direction);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => `${words} ${count}`).join(', ');
};

const emptyWords = ({ row }: Pick<RelatedPassages, 'row'>, id: Exclude<SectionId, 'linked'>): string => {
  if (id === 'sameSpeaker') {
    return row.speaker === null ? 'No speaker is set.' : `Nothing else by ${row.speaker.name}.`;
  }
  if (id === 'sameTags')
    return row.tagIds.length === 0 ? 'The passage has no tags.' : 'No other passage has these tags.';
  return 'No other passage has its rare words.';
};

/** The sections in order. Linked passages are not offered again below. */
export const relatedSections = (related: RelatedPassages): readonly RelatedSection[] => {
  const linkedIds = new Set(related.linked.map(({ row }) => row.id));
  const offered = (id: Exclude<SectionId, 'linked'>): RelatedSection => {
    const entries = related[id]
      .filter(({ row }) => !linkedIds.has(row.id))
      .map((each): RelatedEntry => ({ ...each, id: `${id} ${each.row.id}`, link: null }));
    const summary = entries.length === 0 ? '' : String(entries.length);
    return { id, name: names[id], summary, entries, empty: emptyWords(related, id) };
  };
  return [
    {
      id: 'linked',
      name: 'Linked',
      summary: countLinks(related.linked),
      entries: related.linked.map(({ type, direction, ...each }) => ({
        ...each,
        id: `linked ${type} ${direction} ${each.row.id}`,
        link: { type, direction },
      })),
      empty: 'Nothing is linked yet.',
    },
    offered('sameSpeaker'),
    offered('sameTags'),
    offered('similar'),
  ];
};
