import { paragraphNumberAt } from '#domain/article/body/paragraph-numbers.ts';
import type { PassageNeed, QuoteInText } from '#domain/contract/needs.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { type CitedText, citedText } from '#domain/memo/citations/memo-material.ts';
import { printPassage } from '#domain/memo/verbatim/print-quote.ts';
import { anchorPassage } from '#domain/passage/anchor/anchor-passage.ts';
import type { CarriedFrom } from '#domain/passage/carried.ts';
import { carriedCandidates, passageCandidates } from '#domain/passage/carry/passage-candidates.ts';
import { pairCells, type TableCell, tableCells } from '#domain/passage/carry/table-cells.ts';
import type { VersionPair } from '#domain/passage/carry/version-pair.ts';
import { type Passage, regionOf, targetOf } from '#domain/passage/passage.ts';
import { pictureRegionOf } from '#domain/passage/region/picture-region.ts';
import { remembering } from '#domain/remembering.ts';
import type { TextRange } from '#domain/text/selector.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { UnsettledPassage } from '#electron/ports/catalogue.ts';
import { createYielder } from '#electron/time/yielder.ts';
import { articleVersions } from '../article/article-versions.ts';
import { pairYielding } from '../article/version-pairs.ts';
import { quoteInText, quoteOfPassage, regionInText } from './quote-in-text.ts';

type TextWithCells = CitedText & { readonly cells: readonly TableCell[] };

/** The texts that are looked at, each read once, and those that are versions of each other aligned once. */
const createTexts = (reader: ArchiveReader) => {
  const textOf = remembering(async (id: ArticleId): Promise<TextWithCells | null> => {
    const file = await reader.body(id);
    return file.ok ? { ...citedText(file.value.body), cells: tableCells(file.value.body) } : null;
  });
  const pairsWith = remembering(async (fresh: ArticleId) =>
    remembering(async (old: ArticleId): Promise<VersionPair | null> => {
      const [oldText, freshText] = [await textOf(old), await textOf(fresh)];
      if (oldText === null || freshText === null) return null;
      return pairYielding(oldText.index, freshText.index, pairCells(oldText.cells, freshText.cells));
    }),
  );
  return {
    textOf,
    pairOf: async (old: ArticleId, fresh: ArticleId) => (await pairsWith(fresh))(old),
  };
};

type Texts = ReturnType<typeof createTexts>;

const inText = (text: CitedText, passage: Passage, ranges: readonly TextRange[]): QuoteInText =>
  regionOf(passage) === null
    ? quoteInText(text, ranges)
    : { ...regionInText(passage), paragraph: paragraphNumberAt(text.paragraphs, ranges[0]?.start ?? 0) };

const candidatesOf = (
  text: CitedText,
  pair: VersionPair | null,
  passage: Passage,
  kind: PassageNeed['kind'],
): PassageNeed['candidates'] => {
  if (kind === 'moved') {
    const { ranges } = anchorPassage(text.index, passage.selectors);
    return [{ ranges, score: 1, difference: 'none', ...inText(text, passage, ranges) }];
  }
  const target = targetOf(passage);
  // Another picture is never a candidate: its pixels are other evidence.
  if (target.kind === 'region') return [];
  const candidates =
    pair === null
      ? passageCandidates(text.index, target.selectors)
      : carriedCandidates(pair, target.selectors);
  return candidates.map((candidate) => ({ ...candidate, ...quoteInText(text, candidate.ranges) }));
};

/** The passage as it stands in the copy that has its words, as far as that copy is there. */
const oldOf = async (
  reader: ArchiveReader,
  { textOf }: Texts,
  passage: Passage,
  { articleId, passageId }: CarriedFrom,
): Promise<PassageNeed['old']> => {
  const [versions, text, annotations] = [
    await articleVersions(reader, articleId),
    await textOf(articleId),
    await reader.annotations(articleId),
  ];
  const old = annotations.ok ? annotations.value.passages.find(({ id }) => id === passageId) : undefined;
  const where = {
    articleId,
    passageId,
    printed: printPassage(old ?? passage),
    region: pictureRegionOf(passage, articleId),
    version: versions.length === 0 ? null : versions.length,
  };
  if (text === null || old === undefined) return { ...where, ...quoteOfPassage(passage) };
  const { ranges } = anchorPassage(text.index, old.selectors);
  return { ...where, ...(ranges.length === 0 ? quoteOfPassage(old) : inText(text, old, ranges)) };
};

const needOf = async (
  reader: ArchiveReader,
  texts: Texts,
  { articleId, articleTitle, passage }: UnsettledPassage,
): Promise<PassageNeed | null> => {
  const { carriedFrom } = passage;
  const text = await texts.textOf(articleId);
  if (carriedFrom === null || carriedFrom.state === 'unchanged' || text === null) return null;
  return {
    kind: carriedFrom.state,
    articleId,
    passageId: passage.id,
    articleTitle,
    label: passage.label,
    old: await oldOf(reader, texts, passage, carriedFrom),
    candidates: candidatesOf(
      text,
      await texts.pairOf(carriedFrom.articleId, articleId),
      passage,
      carriedFrom.state,
    ),
  };
};

type Known = { readonly asked: string; readonly need: PassageNeed | null };

/**
 * Lists what waits of passages. A text never changes, so what was worked out for a passage stands as long as the
 * passage does; the rest is worked out a passage at a time, between which the process goes on answering.
 */
export const createPassageNeeds = (reader: ArchiveReader) => {
  let known = new Map<PassageId, Known>();
  return async (waiting: readonly UnsettledPassage[]): Promise<readonly PassageNeed[]> => {
    const texts = createTexts(reader);
    const yielder = createYielder();
    const next = new Map<PassageId, Known>();
    for (const each of waiting) {
      const asked = JSON.stringify([
        each.articleTitle,
        each.passage.selectors,
        each.passage.carriedFrom,
        each.passage.label,
      ]);
      const before = known.get(each.passage.id);
      const need = before?.asked === asked ? before.need : await needOf(reader, texts, each);
      next.set(each.passage.id, { asked, need });
      await yielder.yieldIfDue();
    }
    known = next;
    return [...next.values()].flatMap(({ need }) => need ?? []);
  };
};
