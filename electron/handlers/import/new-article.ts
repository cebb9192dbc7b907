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

/** What the analyst seals: the text as it was shown, and its metadata. */
export type SealedText = {
  readonly body: Body;
  readonly bibliography: Bibliography;
  readonly marking: Marking | null;
  /** The marks of the file that become passages; absent if they are left out. */
  readonly marks?: readonly TakenMark[] | undefined;
  /** Those of them that are on no words, as drawn. */
  readonly drawn?: readonly DrawnMark[] | undefined;
};

/** A text with everything that is computed from it. */
export type PreparedText = {
  readonly read: ReadText;
  readonly sealed: SealedText;
  readonly textSha256: Sha256;
  /** The hash by which the text is recognised: see comparedHash. */
  readonly comparedSha256: Sha256;
  /**
   * For a PDF with figures, the hash of its text without them: archives contain PDFs that were imported before figures
   * were read.
   */
  readonly wordsSha256: Sha256 | null;
  readonly words: number;
};

/** The number of characters counted at once, before the process does something else. */
const COUNTED_AT_ONCE = 20_000;

/** No word extends past the end of a textblock, so each block can be counted separately. */
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

/** Computes what identifies an article: the hash of its text, and its word count. */
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

/** The files of the pictures in the sealed text; those of omitted blocks are not stored. */
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
    // A pasted text is stored as JSON, which is UTF-8.
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
