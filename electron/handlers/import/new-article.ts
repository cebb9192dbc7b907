import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { newAnnotation } from '#domain/article/annotations.ts';
import { type ArticleRecord, comparedHash } from '#domain/article/article.ts';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans, textBlockText } from '#domain/article/body/canonical-text.ts';
import { countWords } from '#domain/article/draft/count-words.ts';
import { keptPictures, withoutFigures } from '#domain/article/pictures/pictures-in-text.ts';
import { articleIdSchema, type Sha256, type SourceId } from '#domain/ids.ts';
import type { DrawnMark } from '#domain/passage/marks/mark-region.ts';
import type { TakenMark } from '#domain/passage/marks/pdf-mark.ts';
import { toTimestamp } from '#domain/time.ts';
import type { Marking } from '#domain/tradecraft/marking.ts';
import type { NewArticle, PictureFile } from '../../ports/archive.ts';
import type { Machine } from '../../ports/machine.ts';
import type { ReadText } from '../../ports/text-reader.ts';
import { sha256Of } from '../shared/sha-256.ts';

/** What the analyst seals: the text as it was shown and what is known of it. */
export type SealedText = {
  readonly body: Body;
  readonly bibliography: Bibliography;
  readonly marking: Marking | null;
  /** Which marks of the file become passages; none where they are left out. */
  readonly marks?: readonly TakenMark[] | undefined;
  /** Those of them that stand on no words, as they are drawn. */
  readonly drawn?: readonly DrawnMark[] | undefined;
};

/** A text with all that is reckoned of it. */
export type PreparedText = {
  readonly read: ReadText;
  readonly sealed: SealedText;
  readonly textSha256: Sha256;
  /** By which it is known again: see comparedHash. */
  readonly comparedSha256: Sha256;
  /** The hash of the text without its figures, of a PDF that has some: archives hold PDFs that were read without. */
  readonly wordsSha256: Sha256 | null;
  readonly words: number;
};

/** So many characters are counted at once; then the process does something else first. */
const COUNTED_AT_ONCE = 20_000;

/** A word never reaches over the end of a textblock, so each may be counted alone. */
const wordsOf = async (body: Body, language: string | null): Promise<number> => {
  let words = 0;
  let characters = 0;
  for (const { block } of textBlockSpans(body)) {
    const text = textBlockText(block);
    words += countWords(text, language);
    characters += text.length;
    if (characters < COUNTED_AT_ONCE) continue;
    characters = 0;
    await yieldToEventLoop();
  }
  return words;
};

const wordsSha256Of = ({ format }: ReadText, { body }: SealedText): Sha256 | null => {
  const words = format === 'pdf' ? withoutFigures(body) : null;
  return words === null ? null : sha256Of(canonicalText(words));
};

/** Reckons what an article is known by: the hash of its text, and its words. */
export const prepareText = async (read: ReadText, sealed: SealedText): Promise<PreparedText> => {
  const textSha256 = sha256Of(canonicalText(sealed.body));
  const words = await wordsOf(sealed.body, sealed.bibliography.language);
  return {
    read,
    sealed,
    textSha256,
    comparedSha256: comparedHash({ words, textSha256, originalSha256: sha256Of(read.original) }),
    wordsSha256: words === 0 ? null : wordsSha256Of(read, sealed),
    words,
  };
};

/** The files of the pictures that the sealed text names; those of what was left out are not kept. */
export const picturesOf = (body: Body, pictures: ReadText['pictures'] = []): readonly PictureFile[] => {
  const named = new Set(keptPictures(body).map(({ sha256 }) => sha256));
  return pictures
    .filter(({ sha256 }) => named.has(sha256))
    .map(({ sha256, format, base64 }) => ({
      picture: { sha256, format },
      bytes: Buffer.from(base64, 'base64'),
    }));
};

/** The records of a new article. From here on its text is fixed. */
export const newArticle = (
  { read, sealed, textSha256, words }: PreparedText,
  publicationId: SourceId | null,
  { newId, nowMs }: Machine,
): NewArticle => {
  const id = articleIdSchema.parse(newId());
  const at = toTimestamp(nowMs());
  const article: ArticleRecord = {
    id,
    importedAt: at,
    format: read.format,
    originalName: read.originalName,
    originalFile: read.originalFile,
    originalSha256: sha256Of(read.original),
    // A paste is kept as JSON, which is UTF-8.
    originalEncoding: read.encoding?.encoding ?? 'utf-8',
    textSha256,
    words,
    found: read.found,
    bibliography: sealed.bibliography,
    previousVersionId: null,
  };
  const about = { ...newAnnotation(id, at), publicationId, marking: sealed.marking };
  return {
    article,
    body: sealed.body,
    annotations: { about, passages: [], tasks: [] },
    original: read.original,
    pictures: picturesOf(sealed.body, read.pictures),
  };
};
