import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { PassageId } from '#domain/ids.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import type { CitedArticle } from '#domain/memo/citations/memo-material.ts';
import { printCitedPassage } from '#domain/memo/document/print-cited-passage.ts';
import { citedPlaceOf } from '#domain/passage/carried.ts';
import { type Passage, passageEvidence } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import type { CopiedText } from '#electron/ports/desktop.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { notFound } from '../../shared/failures.ts';
import { sha256Of } from '../../shared/sha-256.ts';
import { readCitedArticles } from '../read-memo-material.ts';

/** The words for any program; pasted into a memo they become the original quotation again. */
const toHtml = (cited: CitedPassage, lines: readonly string[]): string => {
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line).replaceAll('\n', '<br>')}</p>`);
  return `<blockquote data-quotation="${escapeHtml(JSON.stringify(cited))}">${paragraphs.join('')}</blockquote>`;
};

type Found = { readonly cited: CitedArticle; readonly passage: Passage };

/** An existing passage, in the article copy that contains its words; null if there is none. */
const findCited = async (
  { archive, catalogue }: Pick<HandlerDeps, 'archive' | 'catalogue'>,
  passageId: PassageId,
): Promise<Found | null> => {
  const articleId = await catalogue.articleOfPassage(passageId);
  if (articleId === null) return null;
  const { articles } = await readCitedArticles(archive, new Set([articleId]));
  const cited = articles.get(articleId);
  const passage = cited?.passages.find(({ id, deletedAt }) => id === passageId && deletedAt === null);
  if (cited === undefined || passage === undefined) return null;
  const place = citedPlaceOf(articleId, passage);
  const isHere = place.passageId === passageId;
  return (isHere ? null : await findCited({ archive, catalogue }, place.passageId)) ?? { cited, passage };
};

/** Passages with their citations, plain and formatted, in the given order. */
export const writeCitedPassages = async (
  { archive, catalogue }: Pick<HandlerDeps, 'archive' | 'catalogue'>,
  { passageIds }: Input<'memo:cited-passages'>,
): Promise<Result<CopiedText, AppError>> => {
  const sources = await archive.sources();
  if (!sources.ok) return sources;
  const tree = indexTree(sources.value.sources);
  const copied: CopiedText[] = [];
  for (const asked of passageIds) {
    const found = await findCited({ archive, catalogue }, asked);
    if (found === null) return notFound('passage', asked);
    const { cited, passage } = found;
    const { articleId, passageId } = citedPlaceOf(cited.article.id, passage);
    const lines = printCitedPassage(passage, cited, tree);
    const exactSha256 = sha256Of(passageEvidence(passage));
    copied.push({ text: lines.join('\n'), html: toHtml({ articleId, passageId, exactSha256 }, lines) });
  }
  return ok({
    text: copied.map(({ text }) => text).join('\n\n'),
    html: copied.map(({ html }) => html).join(''),
  });
};

/** Copies the passages to the clipboard. */
export const copyPassages = async (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue' | 'desktop'>,
  asked: Input<'memo:copy-passages'>,
): Promise<Result<null, AppError>> => {
  const written = await writeCitedPassages(deps, asked);
  if (!written.ok) return written;
  await deps.desktop.copyFormatted(written.value);
  return ok(null);
};
