import type { ArticleId } from '#domain/ids.ts';
import { originsOf } from '#domain/source/origin-of.ts';
import type { Source } from '#domain/source/source.ts';
import type { ArticleEntry, CatalogueState, PassageEntry } from '../../catalogue-state.ts';

type Hit = { readonly article: ArticleEntry; readonly entry: PassageEntry };

/** The origins of whatever no speaker says in the one text that the articles carry; worked out once a generation. */
const originsOfText = (state: CatalogueState, textId: ArticleId): readonly Source[] => {
  const made = state.textOrigins.get(textId);
  if (made?.generation === state.generation) return made.row;
  const carriers = state.duplicates.carriersOf(textId).flatMap((id) => state.articles.get(id) ?? []);
  const publicationIds = new Set(carriers.map(({ about }) => about.publicationId));
  const row = originsOf(state.sources, null, [...publicationIds]);
  state.textOrigins.set(textId, { row, generation: state.generation });
  return row;
};

/** The origins of a passage, see originsOf; the publication of its own article first. */
export const originsOfHit = (state: CatalogueState, { article, entry }: Hit): readonly Source[] => {
  const own = originsOf(state.sources, entry.voice.speakerId, [article.about.publicationId]);
  const isSpoken = originsOf(state.sources, entry.voice.speakerId, [null]).length > 0;
  if (isSpoken) return own;
  const textId = state.duplicates.textOf(article.id);
  return [...new Set([...own, ...originsOfText(state, textId)])];
};
