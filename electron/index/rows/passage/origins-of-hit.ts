import type { ArticleId } from '#domain/ids.ts';
import type { Provenance } from '#domain/source/compare-origins.ts';
import { creditedAs } from '#domain/source/credits.ts';
import { namedOrigins, type Source, type SourceTree } from '#domain/source/source.ts';
import { foldCredit } from '#domain/source/traces.ts';
import { resolveRecord } from '#domain/tree/record-tree.ts';
import type { ArticleEntry, CatalogueState, PassageEntry, Voice } from '../../catalogue-state.ts';
import { linksOf } from '../../relations.ts';

type Hit = { readonly article: ArticleEntry; readonly entry: PassageEntry };

/** The origins of passages without a speaker in the text that the articles share; computed once a generation. */
const originsOfText = (state: CatalogueState, textId: ArticleId): readonly Source[] => {
  const made = state.textOrigins.get(textId);
  if (made?.generation === state.generation) return made.row;
  const carriers = state.duplicates.carriersOf(textId).flatMap((id) => state.articles.get(id) ?? []);
  const publicationIds = new Set(carriers.map(({ about }) => about.publicationId));
  const row = namedOrigins(state.sources, null, [...publicationIds]);
  state.textOrigins.set(textId, { row, generation: state.generation });
  return row;
};

/** The sources by the names under which newspapers may credit them, built once for each state of the list. */
const byCredit = new WeakMap<SourceTree, ReadonlyMap<string, Source>>();
const sourcesByCredit = (sources: SourceTree): ReadonlyMap<string, Source> => {
  const known = byCredit.get(sources);
  if (known !== undefined) return known;
  const named = [...sources.values()].flatMap(({ id }) => {
    const source = resolveRecord(sources, id);
    if (source === null) return [];
    return [source.name, ...source.aliases].map((name) => ({ name, source }));
  });
  // A source with exactly that name takes precedence over one that is credited by it.
  const made = new Map([
    ...named.map(({ name, source }) => [foldCredit(creditedAs(name)), source] as const),
    ...named.map(({ name, source }) => [foldCredit(name), source] as const),
  ]);
  byCredit.set(sources, made);
  return made;
};

const creditedSources = ({ sources }: CatalogueState, { traces }: PassageEntry): readonly Source[] =>
  traces.credits.flatMap((name) =>
    namedOrigins(sources, sourcesByCredit(sources).get(foldCredit(name))?.id ?? null, [null]),
  );

type VoiceOrigins = {
  readonly sources: SourceTree;
  readonly isSpoken: boolean;
  readonly row: readonly Source[];
};
const ofVoice = new WeakMap<Voice, VoiceOrigins>();

/** The origins of a voice: one shared list for all of its passages, so that equality is by identity. */
const originsOfVoice = ({ sources }: CatalogueState, voice: Voice): VoiceOrigins => {
  const known = ofVoice.get(voice);
  if (known?.sources === sources) return known;
  const made = {
    sources,
    isSpoken: namedOrigins(sources, voice.speakerId, [null]).length > 0,
    row: namedOrigins(sources, voice.speakerId, [voice.publicationId]),
  };
  ofVoice.set(voice, made);
  return made;
};

/**
 * The origins of a passage, see namedOrigins; the publication of its own article first. A passage without a speaker
 * also has as origins the sources that it credits, and those of other articles with the same text.
 */
export const originsOfHit = (state: CatalogueState, { article, entry }: Hit): readonly Source[] => {
  const { isSpoken, row } = originsOfVoice(state, entry.voice);
  if (isSpoken) return row;
  const all = [
    ...row,
    ...creditedSources(state, entry),
    ...originsOfText(state, state.duplicates.textOf(article.id)),
  ];
  const origins = [...new Set(all)];
  return origins.length === row.length ? row : origins;
};

const noRelations: Provenance['relations'] = [];

/** The place and the origins of a passage. */
export const provenanceOf = (
  state: CatalogueState,
  hit: Hit,
): Omit<Provenance, 'origins'> & { readonly origins: readonly Source[] } => {
  const links = linksOf(state, hit.entry);
  return {
    id: hit.entry.id,
    articleId: hit.article.id,
    textId: state.duplicates.textOf(hit.article.id),
    origins: originsOfHit(state, hit),
    isSpoken: originsOfVoice(state, hit.entry.voice).isSpoken,
    traces: hit.entry.traces,
    relations:
      links.length === 0 ? noRelations : links.map(({ type, entry: { id } }) => ({ type, passageId: id })),
  };
};
