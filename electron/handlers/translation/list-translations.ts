/** The state of an article's translations, and the pairing of its paragraphs with those of another article. */
import type { Body } from '#domain/article/body/body.ts';
import { hasWords, textBlockSpans, textBlockText } from '#domain/article/body/canonical-text.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type {
  ArticleTranslations,
  OutdatedRendering,
  PairedArticle,
  ShownPassageRendering,
  ShownRendering,
} from '#domain/contract/translation.ts';
import type { ArticleId, Sha256 } from '#domain/ids.ts';
import { type Passage, passageQuote } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import { pairParagraphs } from '#domain/translation/pair-paragraphs.ts';
import { type Rendering, renderedWords, type Translation } from '#domain/translation/translation.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { sha256Of } from '../shared/sha-256.ts';

/** A text block with words, and its index among all blocks. */
export type BlockOfWords = { readonly block: number; readonly text: string };

export const blocksOfWords = (body: Body): readonly BlockOfWords[] => knownOf(body).blocks;

type KnownBlocks = {
  readonly blocks: readonly BlockOfWords[];
  readonly texts: ReadonlyMap<number, string>;
  readonly hashes: Map<number, Sha256>;
};

/** Values computed from a body, kept as long as the body is: no text ever changes. */
const known = new WeakMap<Body, KnownBlocks>();

const knownOf = (body: Body): KnownBlocks => {
  const before = known.get(body);
  if (before !== undefined) return before;
  const blocks = textBlockSpans(body)
    .map(({ block }, index) => ({ block: index, text: textBlockText(block) }))
    .filter(({ text }) => hasWords(text));
  const texts = new Map(blocks.map(({ block, text }) => [block, text]));
  const fresh = { blocks, texts, hashes: new Map<number, Sha256>() };
  known.set(body, fresh);
  return fresh;
};

export const blocksOf = async (
  reader: ArchiveReader,
  articleId: ArticleId,
): Promise<Result<readonly BlockOfWords[], AppError>> => {
  const file = await reader.body(articleId);
  return file.ok ? ok(blocksOfWords(file.value.body)) : file;
};

/** The hash of the present original of each rendering: null if it is gone. */
type Originals = (rendering: Rendering) => Sha256 | null;

const originalsOf = (body: Body, passages: readonly Passage[]): Originals => {
  const { texts, hashes } = knownOf(body);
  const quotes = new Map(passages.map((passage) => [passage.id, passage]));
  return (rendering) => {
    if (rendering.kind === 'passage') {
      const passage = quotes.get(rendering.passageId);
      return passage === undefined ? null : sha256Of(passageQuote(passage));
    }
    const known = hashes.get(rendering.block);
    if (known !== undefined) return known;
    const text = texts.get(rendering.block);
    if (text === undefined) return null;
    const hash = sha256Of(text);
    hashes.set(rendering.block, hash);
    return hash;
  };
};

/** The parts of an article that can be translated. */
export const readOriginals = async (
  reader: ArchiveReader,
  articleId: ArticleId,
): Promise<Result<Originals, AppError>> => {
  const annotations = await reader.annotations(articleId);
  if (!annotations.ok) return annotations;
  const file = await reader.body(articleId);
  if (!file.ok) return file;
  return ok(originalsOf(file.value.body, livePassages(annotations.value.passages)));
};

const livePassages = (passages: readonly Passage[]): readonly Passage[] =>
  passages.filter(({ deletedAt }) => deletedAt === null);

const shown = (rendering: Rendering, originals: Originals): ShownRendering => ({
  ...rendering,
  isStale: originals(rendering) !== rendering.originalSha256,
  textSha256: sha256Of(renderedWords(rendering)),
});

const ofKind = <K extends Rendering['kind']>(
  renderings: readonly ShownRendering[],
  kind: K,
): readonly Extract<ShownRendering, { kind: K }>[] =>
  renderings.filter((each): each is Extract<ShownRendering, { kind: K }> => each.kind === kind);

export const listTranslations = async (
  { archive: reader, catalogue }: Pick<HandlerDeps, 'archive' | 'catalogue'>,
  articleId: ArticleId,
): Promise<Result<ArticleTranslations, AppError>> => {
  const article = await reader.article(articleId);
  if (!article.ok) return article;
  const annotations = await reader.annotations(articleId);
  if (!annotations.ok) return annotations;
  const file = await reader.translations(articleId);
  if (!file.ok) return file;
  const sealed = await reader.body(articleId);
  if (!sealed.ok) return sealed;
  const { about, passages } = annotations.value;
  const originals = originalsOf(sealed.value.body, livePassages(passages));
  const { translations, renderings, languages } = file.value;
  return ok({
    language: effectiveBibliography(article.value.article, about).language,
    languages: languages.map(({ block, language }) => ({ block, language })),
    blockCount: blocksOfWords(sealed.value.body).length,
    translates: await catalogue.originalOf(articleId),
    translations: inOrder(translations).map((translation) => {
      const own = renderings
        .filter(({ translationId }) => translationId === translation.id)
        .map((rendering) => shown(rendering, originals));
      return {
        ...translation,
        paragraphs: ofKind(own, 'block').toSorted((a, b) => a.block - b.block),
        passages: ofKind(own, 'passage').filter((each) => originals(each) !== null),
      };
    }),
  });
};

/** The renderings that are out of date, with the present originals; in the order of the translations and the text. */
export const listOutdated = async (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue'>,
  articleId: ArticleId,
): Promise<Result<readonly OutdatedRendering[], AppError>> => {
  const { archive: reader } = deps;
  const listed = await listTranslations(deps, articleId);
  if (!listed.ok) return listed;
  const annotations = await reader.annotations(articleId);
  if (!annotations.ok) return annotations;
  const blocks = await blocksOf(reader, articleId);
  if (!blocks.ok) return blocks;
  const texts = new Map(blocks.value.map(({ block, text }) => [block, text]));
  const passages = new Map(annotations.value.passages.map((passage) => [passage.id, passage]));
  const originalOf = (rendering: Rendering): string | null => {
    if (rendering.kind === 'block') return texts.get(rendering.block) ?? null;
    const passage = passages.get(rendering.passageId);
    return passage === undefined ? null : passageQuote(passage);
  };
  return ok(
    listed.value.translations.flatMap(({ language, paragraphs, passages: translated }) =>
      [...paragraphs, ...translated]
        .filter(({ isStale }) => isStale)
        .map((rendering) => ({ rendering, language, original: originalOf(rendering) })),
    ),
  );
};

/** The renderings of existing passages in all translations; after each act on one only these are requested. */
export const listPassageRenderings = async (
  reader: ArchiveReader,
  articleId: ArticleId,
): Promise<Result<readonly ShownPassageRendering[], AppError>> => {
  const file = await reader.translations(articleId);
  if (!file.ok) return file;
  const renderings = file.value.renderings.filter(({ kind }) => kind === 'passage');
  if (renderings.length === 0) return ok([]);
  const originals = await readOriginals(reader, articleId);
  if (!originals.ok) return originals;
  return ok(
    ofKind(
      renderings.map((rendering) => shown(rendering, originals.value)),
      'passage',
    ).filter((each) => originals.value(each) !== null),
  );
};

/** The translations that are not deleted, in the order in which they were begun. */
const inOrder = (translations: readonly Translation[]): readonly Translation[] =>
  translations
    .filter(({ deletedAt }) => deletedAt === null)
    .toSorted((a, b) =>
      a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1,
    );

/** Pairs the paragraphs of `otherId` with those of `articleId`. */
export const pairArticle = async (
  reader: ArchiveReader,
  articleId: ArticleId,
  otherId: ArticleId,
): Promise<Result<PairedArticle, AppError>> => {
  const originals = await blocksOf(reader, articleId);
  if (!originals.ok) return originals;
  const other = await blocksOf(reader, otherId);
  if (!other.ok) return other;
  const translated = other.value.map(({ text }) => text);
  const pairing = pairParagraphs(
    originals.value.map(({ text }) => text),
    translated,
  );
  return ok({ originals: originals.value, translated, pairing });
};
