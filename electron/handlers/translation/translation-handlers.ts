import type { Collections, RecordChange, StepName } from '#domain/archive/changes.ts';
import type { TranslationsFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { PairedArticle } from '#domain/contract/translation.ts';
import type { ArticleId, TranslationId } from '#domain/ids.ts';
import { type Passage, passageQuote, quotesOf } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { textsOfPairing } from '#domain/translation/pair-paragraphs.ts';
import {
  blockLanguageIdOf,
  type Maker,
  type Rendering,
  renderingIdOf,
  type SaidOfTranslation,
  type Translation,
} from '#domain/translation/translation.ts';
import type { ArchiveReader, Outcome, PerformOptions } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { findPassage } from '../passage/change-passage.ts';
import { invalidInput, notFound } from '../shared/failures.ts';
import { changeOutcome, findRepeat, recordChanges } from '../shared/record-changes.ts';
import { sha256Of } from '../shared/sha-256.ts';
import {
  type BlockOfWords,
  blocksOf,
  listOutdated,
  listPassageRenderings,
  listTranslations,
  pairArticle,
  readOriginals,
} from './list-translations.ts';
import { createMachineHandlers } from './machine-handlers.ts';

const fileOf = (articleId: ArticleId) => ({ kind: 'translations', articleId }) as const;

type OnTranslation = { readonly articleId: ArticleId; readonly translationId: TranslationId };

/** The data for an act on the translations of one article. */
type Found = {
  readonly reader: ArchiveReader;
  readonly file: TranslationsFile;
  readonly at: Translation['updatedAt'];
};

type Act<T> = (found: Found) => Promise<Result<Outcome<T>, AppError>> | Result<Outcome<T>, AppError>;

const perform = <T>(
  { archive, machine }: HandlerDeps,
  articleId: ArticleId,
  act: Act<T>,
  options?: PerformOptions,
): Promise<Result<T, AppError>> =>
  archive.perform(async (reader) => {
    // A deleted article can't be translated.
    const article = await reader.article(articleId);
    if (!article.ok) return article;
    const file = await reader.translations(articleId);
    return file.ok ? act({ reader, file: file.value, at: toTimestamp(machine.nowMs()) }) : file;
  }, options);

/** The translation with that id that is not in the trash. */
const findTranslation = (file: TranslationsFile, id: TranslationId): Result<Translation, AppError> => {
  const found = file.translations.find((each) => each.id === id && each.deletedAt === null);
  return found === undefined ? notFound('translation', id) : ok(found);
};

const newTranslation = (
  { articleId, translationId }: OnTranslation,
  said: SaidOfTranslation,
  at: Translation['updatedAt'],
): Translation => ({
  id: translationId,
  articleId,
  language: said.language,
  maker: said.maker,
  fromArticleId: null,
  createdAt: at,
  deletedAt: null,
  updatedAt: at,
});

/** The translation to write into, with the change that creates it if the request begins it. */
const ensureTranslation = (
  { file, at }: Found,
  on: OnTranslation,
  begins: SaidOfTranslation | undefined,
): Result<{ readonly translation: Translation; readonly changes: readonly RecordChange[] }, AppError> => {
  const found = findTranslation(file, on.translationId);
  if (found.ok) return ok({ translation: found.value, changes: [] });
  const isThere = file.translations.some(({ id }) => id === on.translationId);
  if (begins === undefined || isThere) return found;
  const translation = newTranslation(on, begins, at);
  return ok({ translation, changes: recordChanges(fileOf(on.articleId), 'translations', null, translation) });
};

/** The change that permanently removes a record of an article's translations; none if it does not exist. */
const takeAway = <C extends 'renderings' | 'languages'>(
  articleId: ArticleId,
  collection: C,
  before: Collections[C] | null,
): readonly RecordChange[] =>
  before === null
    ? []
    : // The union is by collection: that the record is of `collection` is said by the parameters.
      [
        {
          type: 'record',
          file: fileOf(articleId),
          collection,
          recordId: before.id,
          before,
          after: null,
        } as RecordChange,
      ];

/** The change that replaces the rendering with the same id; null removes it. */
const putRendering = (
  { file }: Found,
  articleId: ArticleId,
  id: string,
  after: Rendering | null,
): readonly RecordChange[] => {
  const before = file.renderings.find((each) => each.id === id) ?? null;
  return after === null
    ? takeAway(articleId, 'renderings', before)
    : recordChanges(fileOf(articleId), 'renderings', before, after);
};

type Paragraph = { readonly block: number; readonly text: string };

/** The renderings of `paragraphs` in a translation. Fails with `invalid-input` for a block without words. */
const renderParagraphs = (
  found: Found,
  translation: Translation,
  blocks: readonly BlockOfWords[],
  paragraphs: readonly Paragraph[],
  maker: Maker,
): Result<
  { readonly renderings: readonly Rendering[]; readonly changes: readonly RecordChange[] },
  AppError
> => {
  const texts = new Map(blocks.map(({ block, text }) => [block, text]));
  const renderings: Rendering[] = [];
  const changes: RecordChange[] = [];
  for (const { block, text } of paragraphs) {
    const original = texts.get(block);
    if (original === undefined)
      return invalidInput('translation:put-paragraphs', `block ${block} has no words`);
    const id = renderingIdOf(translation.id, block);
    const words = text.trim();
    if (words === '') {
      changes.push(...putRendering(found, translation.articleId, id, null));
      continue;
    }
    const rendering: Rendering = {
      kind: 'block',
      id,
      translationId: translation.id,
      maker,
      originalSha256: sha256Of(original),
      block,
      text: words,
      updatedAt: found.at,
    };
    renderings.push(rendering);
    changes.push(...putRendering(found, translation.articleId, id, rendering));
  }
  return ok({ renderings, changes });
};

const stepOptions = (editId: string | undefined): PerformOptions => (editId === undefined ? {} : { editId });

const putParagraphs = (deps: HandlerDeps, input: Input<'translation:put-paragraphs'>) =>
  perform(
    deps,
    input.articleId,
    async (found) => {
      const ensured = ensureTranslation(found, input, input.begins);
      if (!ensured.ok) return ensured;
      const blocks = await blocksOf(found.reader, input.articleId);
      if (!blocks.ok) return blocks;
      const { translation, changes } = ensured.value;
      const maker = input.maker ?? translation.maker;
      const put = renderParagraphs(found, translation, blocks.value, input.paragraphs, maker);
      if (!put.ok) return put;
      return ok({
        value: put.value.renderings,
        name: 'translate-paragraphs' as const,
        changes: [...changes, ...put.value.changes],
      });
    },
    stepOptions(input.editId),
  );

/** Why `texts` can't be the translation of a passage; null if they can. */
const faultOfTexts = (passage: Passage, texts: readonly string[]): string | null => {
  const quotes = quotesOf(passage);
  if (quotes.length === 0) return 'a region has no words to translate';
  return texts.length === quotes.length ? null : 'each part of the passage has one translation';
};

const putPassage = (deps: HandlerDeps, input: Input<'translation:put-passage'>) =>
  perform<Rendering | null>(
    deps,
    input.articleId,
    async (found) => {
      const name: StepName = 'translate-passage';
      const id = renderingIdOf(input.translationId, input.passageId);
      const passage = await findPassage(found.reader, input);
      if (!passage.ok) return passage;
      if (input.texts.length === 0)
        return ok({ value: null, name, changes: putRendering(found, input.articleId, id, null) });
      const fault = faultOfTexts(passage.value.passage, input.texts);
      if (fault !== null) return invalidInput('translation:put-passage', fault);
      const ensured = ensureTranslation(found, input, input.begins);
      if (!ensured.ok) return ensured;
      const { translation, changes } = ensured.value;
      const rendering: Rendering = {
        kind: 'passage',
        id,
        translationId: translation.id,
        maker: input.maker ?? translation.maker,
        originalSha256: sha256Of(passageQuote(passage.value.passage)),
        passageId: input.passageId,
        texts: input.texts,
        updatedAt: found.at,
      };
      const put = putRendering(found, input.articleId, id, rendering);
      return ok({ value: rendering, name, changes: [...changes, ...put] });
    },
    stepOptions(input.editId),
  );

/** The paragraphs that can be taken over without asking: all if the counts agree, else none. */
const evenParagraphs = ({ originals, translated, pairing }: PairedArticle): readonly Paragraph[] =>
  pairing.isEven
    ? textsOfPairing(pairing, translated).flatMap(({ original, text }) => {
        const block = originals[original]?.block;
        return block === undefined ? [] : [{ block, text }];
      })
    : [];

const declareTranslation = (deps: HandlerDeps, input: Input<'translation:declare'>) =>
  perform(deps, input.articleId, async (found) => {
    const { articleId, otherId, language, maker } = input;
    if (articleId === otherId) return invalidInput('translation:declare', 'no article translates itself');
    const paired = await pairArticle(found.reader, articleId, otherId);
    if (!paired.ok) return paired;
    const wanted: Translation = {
      ...newTranslation(input, { language, maker }, found.at),
      fromArticleId: otherId,
    };
    const repeat = findRepeat('translation:declare', found.file.translations, wanted);
    if (!repeat.ok) return repeat;
    const { originals, pairing } = paired.value;
    const name: StepName = 'declare-translation';
    if (repeat.value !== null)
      return ok({ value: { translation: repeat.value, pairing }, name, changes: [] });
    const put = renderParagraphs(found, wanted, originals, evenParagraphs(paired.value), maker);
    if (!put.ok) return put;
    const made = recordChanges(fileOf(articleId), 'translations', null, wanted);
    return ok({ value: { translation: wanted, pairing }, name, changes: [...made, ...put.value.changes] });
  });

/** Marks the renderings as translations of the present words; one whose original is gone is unchanged. */
const confirmRenderings = (deps: HandlerDeps, input: Input<'translation:confirm'>) =>
  perform<null>(deps, input.articleId, async (found) => {
    const originals = await readOriginals(found.reader, input.articleId);
    if (!originals.ok) return originals;
    const wanted = new Set(input.renderingIds);
    const changes = found.file.renderings
      .filter(({ id, translationId }) => wanted.has(id) && translationId === input.translationId)
      .flatMap((rendering) => {
        const originalSha256 = originals.value(rendering);
        return originalSha256 === null
          ? []
          : putRendering(found, input.articleId, rendering.id, {
              ...rendering,
              originalSha256,
              updatedAt: found.at,
            });
      });
    return ok({ value: null, name: 'confirm-translation', changes });
  });

const setLanguage = (deps: HandlerDeps, { articleId, block, language }: Input<'translation:set-language'>) =>
  perform<null>(deps, articleId, ({ file, at }) => {
    const name: StepName = 'paragraph-language';
    const id = blockLanguageIdOf(articleId, block);
    const before = file.languages.find((each) => each.id === id) ?? null;
    const changes =
      language === null
        ? takeAway(articleId, 'languages', before)
        : recordChanges(fileOf(articleId), 'languages', before, {
            id,
            articleId,
            block,
            language,
            updatedAt: at,
          });
    return ok({ value: null, name, changes });
  });

/** Changes fields of an existing translation, or restores one from the trash. */
const changeTranslation = (
  deps: HandlerDeps,
  { articleId, translationId }: OnTranslation,
  name: StepName,
  change: (at: Translation['updatedAt']) => Partial<Translation>,
): Promise<Result<Translation, AppError>> =>
  perform(deps, articleId, ({ file, at }) => {
    const before = file.translations.find(({ id }) => id === translationId);
    const isWanted = before !== undefined && (before.deletedAt === null || name === 'restore-translation');
    if (!isWanted) return notFound('translation', translationId);
    return ok(
      changeOutcome(fileOf(articleId), 'translations', before, change(at), {
        name,
        nowMs: deps.machine.nowMs(),
      }),
    );
  });

/** The use cases of the translations of articles. */
export const createTranslationHandlers = (deps: HandlerDeps): HandlersOn<'translation'> => ({
  ...createMachineHandlers(deps, (input) => putParagraphs(deps, input)),
  'translation:list': ({ articleId }) => listTranslations(deps, articleId),
  'translation:passages': ({ articleId }) => listPassageRenderings(deps.archive, articleId),
  'translation:count': async ({ articleId }) => {
    const file = await deps.archive.translations(articleId);
    if (!file.ok) return file;
    return ok({ count: file.value.translations.filter(({ deletedAt }) => deletedAt === null).length });
  },
  'translation:outdated': ({ articleId }) => listOutdated(deps, articleId),
  'translation:pair-article': ({ articleId, otherId }) => pairArticle(deps.archive, articleId, otherId),

  /** A repeated request changes nothing. */
  'translation:add': (input) =>
    perform(deps, input.articleId, ({ file, at }) => {
      const wanted = newTranslation(input, input, at);
      const repeat = findRepeat('translation:add', file.translations, wanted);
      if (!repeat.ok) return repeat;
      const name: StepName = 'add-translation';
      if (repeat.value !== null) return ok({ value: repeat.value, name, changes: [] });
      const changes = recordChanges(fileOf(input.articleId), 'translations', null, wanted);
      return ok({ value: wanted, name, changes });
    }),

  'translation:change': ({ language, maker, ...on }) =>
    changeTranslation(deps, on, 'change-translation', () => ({ language, maker })),
  'translation:delete': async (on) => {
    const deleted = await changeTranslation(deps, on, 'delete-translation', (at) => ({ deletedAt: at }));
    return deleted.ok ? ok(null) : deleted;
  },
  'translation:restore': (on) =>
    changeTranslation(deps, on, 'restore-translation', () => ({ deletedAt: null })),

  /**
   * Fails with `not-found` for a translation that neither exists nor is begun here, `invalid-input` for a block without
   * words.
   */
  'translation:put-paragraphs': (input) => putParagraphs(deps, input),
  /** Fails with `not-found`, and with `invalid-input` for a region, and if the passage has another number of parts. */
  'translation:put-passage': (input) => putPassage(deps, input),
  /** A repeated request changes nothing; if the counts differ no words are taken over. */
  'translation:declare': (input) => declareTranslation(deps, input),
  'translation:confirm': (input) => confirmRenderings(deps, input),
  'translation:set-language': (input) => setLanguage(deps, input),
});
