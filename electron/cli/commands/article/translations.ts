/** Translations on the command line: importing a file as one, and listing those of an article. */
import { z } from 'zod';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type ShownTranslation, translationDeclare, translationList } from '#domain/contract/translation.ts';
import { type ArticleId, newTranslationIdSchema } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { ok, type Result } from '#domain/result.ts';
import { nameOfLanguage, printMaker } from '#domain/translation/print-translation.ts';
import { renderedWords } from '#domain/translation/translation.ts';
import type { AnswerTo } from '../../answers.ts';
import { flag } from '../../arguments/options.ts';
import { oneWord } from '../../arguments/words.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { defineCommand } from '../command.ts';
import { findId } from '../find-id.ts';

/** What is said of a file that is a translation. */
export type TranslationHow = { readonly of: string; readonly language: string; readonly by: string };

export type DeclaredFile = {
  readonly translationId: string;
  /** Whether its paragraphs were paired with those of the original, and the number of paragraphs on both sides. */
  readonly isPaired: boolean;
  readonly originalParagraphs: number;
  readonly translatedParagraphs: number;
};

/** Declares that an article, imported just now or earlier, is the translation of another. */
export async function declareImported(
  context: CommandContext,
  id: ArticleId,
  { of, language, by: name }: TranslationHow,
): Promise<Result<DeclaredFile, AppError>> {
  const original = await findId(context, 'article', of);
  if (!original.ok) return original;
  const translationId = newTranslationIdSchema.parse(context.newId());
  const declared = await context.call(translationDeclare, {
    articleId: original.value,
    translationId,
    otherId: id,
    language,
    maker: { kind: 'published', name, version: '' },
  });
  if (!declared.ok) return declared;
  const { isEven, originalCount, translatedCount } = declared.value.pairing;
  return ok({
    translationId,
    isPaired: isEven,
    originalParagraphs: originalCount,
    translatedParagraphs: translatedCount,
  });
}

/** "12 of 12 paragraphs taken over", or that they have to be paired by hand. */
export const sayDeclared = ({ isPaired, originalParagraphs, translatedParagraphs }: DeclaredFile): string =>
  isPaired
    ? `    ${printCount(originalParagraphs, 'paragraph')} translated`
    : `    ${printCount(originalParagraphs, 'paragraph')} in the original, ${translatedParagraphs} in the translation: pair them in the window`;

const schema = z
  .strictObject({ words: oneWord('ID'), text: z.boolean().default(false) })
  .transform(({ words: [id], text: hasText }) => ({ id, hasText }));

type Shown = AnswerTo<'translations'>[number];

const answerOf = (translation: ShownTranslation, hasText: boolean): Shown => ({
  id: translation.id,
  language: translation.language,
  maker: translation.maker,
  paragraphs: translation.paragraphs.length,
  passages: translation.passages.length,
  outOfDate: [...translation.paragraphs, ...translation.passages].filter(({ isStale }) => isStale).length,
  fromArticleId: translation.fromArticleId,
  ...(hasText ? { text: translation.paragraphs.map(renderedWords) } : {}),
});

const printTranslation = (
  { maker }: ShownTranslation,
  { id, language, paragraphs, passages, outOfDate, text }: Shown,
): string =>
  [
    [
      id,
      nameOfLanguage(language),
      printMaker(maker),
      printCount(paragraphs, 'paragraph'),
      printCount(passages, 'passage'),
      ...(outOfDate === 0 ? [] : [`${outOfDate} out of date`]),
    ].join('  '),
    ...(text ?? []).map((paragraph) => `  ${paragraph}`),
  ].join('\n');

async function listTranslations(context: CommandContext, { id, hasText }: z.output<typeof schema>) {
  const articleId = await findId(context, 'article', id);
  if (!articleId.ok) return articleId;
  const listed = await context.call(translationList, { articleId: articleId.value });
  if (!listed.ok) return listed;
  const all = listed.value.translations.map((each) => ({ each, shown: answerOf(each, hasText) }));
  return answer(
    all.map(({ shown }) => shown),
    all.map(({ each, shown }) => printTranslation(each, shown)).join('\n'),
  );
}

export const translationsCommand = defineCommand(
  {
    name: 'translations',
    summary: 'Lists the translations of an article',
    example: 'translations 0190a2c0 --text',
    operands: 'ID',
    options: { text: flag('adds their paragraphs') },
    says: 'Lists the translations of an article: language, translator, how many paragraphs and passages, and how many are out of date because the original has changed. --text adds the translated paragraphs.',
  },
  schema,
  listTranslations,
);
