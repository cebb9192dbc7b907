import type { Input } from '#domain/contract/requests.ts';
import type { SourcePassage, SourcePassages } from '#domain/contract/source-page.ts';
import { partialDateSchema } from '#domain/dates/partial-date.ts';
import type { PassageId } from '#domain/ids.ts';
import { postThen } from '#domain/source/post-then.ts';
import { isMachineMade, renderedWords, type TranslatedWords } from '#domain/translation/translation.ts';
import { resolveRecord } from '#domain/tree/record-tree.ts';
import { keepingLast } from '../../ask/index-memory.ts';
import type { CatalogueState } from '../../catalogue-state.ts';
import { storedPassage } from '../../stored-records.ts';
import { findWithin, type Hit, passageRow } from '../passage/passage-rows.ts';

type Question = Omit<Input<'source:passages'>, 'first' | 'limit'>;

/** The rows of a list are requested a few at a time while it is scrolled, so its hits are kept. */
const lastFound = keepingLast<readonly Hit[]>();

const dayOf = ({ article }: Hit): string => article.bibliography.publishedAt ?? '';

/** Sorts those of the latest article first, in the order of its text; those without a date last. */
const latestFirst = (hits: readonly Hit[]): readonly Hit[] => {
  const ofArticles = new Map<string, Hit[]>();
  for (const hit of hits) {
    const ofArticle = ofArticles.get(hit.article.id);
    if (ofArticle === undefined) ofArticles.set(hit.article.id, [hit]);
    else ofArticle.push(hit);
  }
  const days = [...ofArticles.values()].map((own) => ({
    own,
    day: own[0] === undefined ? '' : dayOf(own[0]),
  }));
  return days.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1)).flatMap(({ own }) => own);
};

const findPassagesOf = (state: CatalogueState, { sourceId, list, text }: Question): readonly Hit[] => {
  const { memory } = state.index();
  return lastFound(memory, JSON.stringify([sourceId, list, text]), () => {
    const of = list === 'says' ? { sourceId } : { concernedId: sourceId };
    const sought = text.trim() === '' ? {} : { text };
    return latestFirst(findWithin(state, { ...of, ...sought }, { isTyping: true }));
  });
};

/** The words of a passage in another language: a human translation before a machine's, the last begun first. */
const translationOf = (
  { translations, renderings }: TranslatedWords,
  passageId: PassageId,
): SourcePassage['translation'] => {
  const found = renderings
    .flatMap((rendering) => {
      if (rendering.kind !== 'passage' || rendering.passageId !== passageId) return [];
      const head = translations.find(
        ({ id, deletedAt }) => id === rendering.translationId && deletedAt === null,
      );
      return head === undefined ? [] : [{ rendering, head, isByMachine: isMachineMade(rendering) }];
    })
    .sort(
      (a, b) =>
        Number(a.isByMachine) - Number(b.isByMachine) || (a.head.createdAt < b.head.createdAt ? 1 : -1),
    );
  const [best] = found;
  if (best === undefined) return null;
  const { rendering, head, isByMachine } = best;
  return { words: renderedWords(rendering), language: head.language, isByMachine };
};

const sourcePassage = (state: CatalogueState, hit: Hit): SourcePassage => {
  const passage = storedPassage(state.stored, hit.entry);
  const day = partialDateSchema.safeParse(hit.article.bibliography.publishedAt?.slice(0, 10)).data ?? null;
  const positions = resolveRecord(state.sources, passage.sourceId)?.positions ?? [];
  return {
    row: passageRow(state, hit),
    translation: translationOf(state.stored.article(hit.article.id).translations, passage.id),
    postThen: postThen(positions, passage.post ?? '', day),
  };
};

/** See the question of that name. */
export const sourcePassages = (
  state: CatalogueState,
  { first, limit, ...question }: Input<'source:passages'>,
): SourcePassages => {
  const found = findPassagesOf(state, question);
  return {
    count: found.length,
    rows: found.slice(first, first + limit).map((hit) => sourcePassage(state, hit)),
  };
};
