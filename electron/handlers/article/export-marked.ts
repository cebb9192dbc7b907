/** A copy of an article with its passages: its PDF with marks, or one web page. */
import type { Body, BodyBox, PictureNode } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { pagedRangeAt, pagedRanges } from '#domain/article/pages.ts';
import { picturesInText } from '#domain/article/pictures/pictures-in-text.ts';
import {
  type ExportedMarks,
  type LeftOutPassage,
  type LeftOutWhy,
  type MarkedFormat,
  markedFormatOf,
} from '#domain/contract/article-export.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import { isMarkFailure, type MarkFailure } from '#domain/contract/importer-bridge.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import { toExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import { anchorPassage } from '#domain/passage/anchor/anchor-passage.ts';
import { isOutOfText } from '#domain/passage/carried.ts';
import { inTextOrder } from '#domain/passage/edit/describe-ranges.ts';
import type { LabelSet } from '#domain/passage/label.ts';
import type { CopiedPassage } from '#domain/passage/marks/copied-mark.ts';
import { type Passage, passageWords, regionOf } from '#domain/passage/passage.ts';
import { isOfPage, type RegionOfPicture } from '#domain/passage/region/region-selector.ts';
import { type PictureName, pathOfPicture } from '#domain/picture/stored-picture.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { indexText, type TextIndex } from '#domain/text/text-index.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import type { MarkedArticle, MarkedPassage } from '#electron/ports/memo-writer.ts';
import { createFileExport } from '../export/create-file-export.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { labelsOf } from '../label/label-handlers.ts';
import { readCitedArticles } from '../memo/read-memo-material.ts';
import { notFound } from '../shared/failures.ts';
import { readPagedOriginal, usableBody } from './usable-text.ts';

type Deps = Pick<
  HandlerDeps,
  'archive' | 'catalogue' | 'desktop' | 'markPdf' | 'texts' | 'writeArticleHtml' | 'writeExportedFile'
>;
type Asked = Input<'article:export-marked'>;

/** A passage with its place in the text; no ranges if its words are not in it, or if it is a region of a page. */
type Found = { readonly passage: Passage; readonly ranges: readonly TextRange[] };

const findIn = (index: TextIndex, passage: Passage): Found => {
  const { ranges } = anchorPassage(index, passage.selectors);
  const isWhole = ranges.length === passage.selectors.length && !isOutOfText(passage);
  return { passage, ranges: isWhole ? inTextOrder(ranges) : [] };
};

/** A text with the requested passages. */
type Material = {
  readonly articleId: ArticleId;
  readonly body: Body;
  readonly text: string;
  readonly labels: LabelSet;
  readonly passages: readonly Found[];
};

const readMaterial = async (
  { archive, catalogue }: Deps,
  { articleId, label, tagId }: Asked,
): Promise<Result<Material, AppError>> => {
  const body = await usableBody(archive, articleId);
  if (!body.ok) return body;
  const annotations = await archive.annotations(articleId);
  if (!annotations.ok) return annotations;
  const filter = tagId === null ? { articleId } : { articleId, tagId };
  const wanted = new Set((await catalogue.passages(filter, { isWhole: false })).map(({ id }) => id));
  const text = canonicalText(body.value.body);
  const index = indexText(text);
  const passages = annotations.value.passages
    .filter((each) => each.deletedAt === null && wanted.has(each.id))
    .filter((each) => label === null || each.label === label)
    .map((each) => findIn(index, each));
  return passages.length === 0
    ? err({ code: 'no-passages-to-mark' })
    : ok({ articleId, body: body.value.body, text, labels: await labelsOf(archive), passages });
};

/** The body gives positions on a page in ten-thousandths of its size. */
const PAGE = { width: 10_000, height: 10_000 };

/** The region of a picture as a region of the page from which the picture was read; null if that is not known. */
const onPage = ({ body }: Material, { picture, xywh }: RegionOfPicture): CopiedPassage['place'] | null => {
  const spans = textBlockSpans(body);
  const found = picturesInText(spans).find(({ attrs }) => attrs.sha256 === picture.sha256);
  const place = found === undefined ? null : pagedRangeAt(pagedRanges(spans), found.offset);
  if (place === null) return null;
  const [left, top, right, bottom]: BodyBox = place.box;
  const [across, down] = [(right - left) / picture.width, (bottom - top) / picture.height];
  const rectangle = {
    x: left + xywh.x * across,
    y: top + xywh.y * down,
    w: xywh.w * across,
    h: xywh.h * down,
  };
  return { kind: 'region', page: place.index, rectangle, within: PAGE };
};

/** The place where a passage is to be marked, or the reason why it can't be. */
const placeOfPassage = (
  material: Material,
  { passage, ranges }: Found,
): CopiedPassage['place'] | LeftOutWhy => {
  const region = regionOf(passage);
  if (region === null) return ranges.length === 0 ? 'not-in-text' : { kind: 'words', ranges };
  if (!isOfPage(region)) return onPage(material, region) ?? 'picture-not-on-page';
  return isOutOfText(passage)
    ? 'not-in-text'
    : { kind: 'region', page: region.page.number, rectangle: region.viewrect, within: null };
};

const MAX_WORDS = 200;
const wordsOf = (passage: Passage): string => {
  const words = passageWords(passage);
  return words.length <= MAX_WORDS ? words : `${words.slice(0, MAX_WORDS)}…`;
};

const noteOf = ({ note }: Passage, { hasNotes }: Asked): string =>
  hasNotes && note !== null ? richTextToPlain(note).trim() : '';

/** The bytes of a copy, and what is reported about it. */
type Made = Pick<ExportedMarks, 'passages' | 'leftOut' | 'near' | 'isSigned'> & {
  readonly bytes: Uint8Array;
};

const placesOf = (material: Material, asked: Asked) => {
  const leftOut: LeftOutPassage[] = [];
  const placed: { readonly passage: Passage; readonly copied: CopiedPassage }[] = [];
  for (const found of material.passages) {
    const { passage } = found;
    const place = placeOfPassage(material, found);
    if (typeof place === 'string') leftOut.push({ words: wordsOf(passage), why: place });
    else {
      const { label, createdAt, by = null } = passage;
      const { name, look } = material.labels.of(label);
      const said = asked.hasNames ? { writer: by, at: createdAt } : { writer: null, at: null };
      placed.push({
        passage,
        copied: { place, label: { name, look }, note: noteOf(passage, asked), ...said },
      });
    }
  }
  return { leftOut, placed };
};

const joinBytes = (first: Uint8Array, second: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
};

const failureOf = (code: ImportFailure | MarkFailure): AppError =>
  isMarkFailure(code) ? { code } : { code };

/** The original unchanged, with the marks appended as the sandboxed page returned them. */
const makePdf = async (deps: Deps, asked: Asked, material: Material): Promise<Result<Made, AppError>> => {
  const original = await readPagedOriginal(deps, asked.articleId);
  if (!original.ok) return original;
  const { leftOut, placed } = placesOf(material, asked);
  const marked = await deps.markPdf({
    marksInto: original.value,
    text: material.text,
    printed: pagedRanges(textBlockSpans(material.body)),
    passages: placed.map(({ copied }) => copied),
    ...(asked.password === undefined ? {} : { password: asked.password }),
  });
  if (!marked.ok) return err(failureOf(marked.error));
  const { tail, unplaced, near, isSigned } = marked.value;
  const sayWords = (places: readonly number[]): readonly string[] =>
    places.flatMap((at) => (placed[at] === undefined ? [] : [wordsOf(placed[at].passage)]));
  return ok({
    bytes: joinBytes(original.value, Buffer.from(tail, 'base64')),
    passages: placed.length - unplaced.length,
    leftOut: [...leftOut, ...sayWords(unplaced).map((words) => ({ words, why: 'not-on-page' as const }))],
    near: sayWords(near),
    isSigned,
  });
};

type PictureAttrs = PictureNode['attrs'];

/** The pictures of a text and of the regions of its pages, in Base64 by their hashes; missing ones are left out. */
const readPictures = async (
  { archive }: Deps,
  { articleId, body, passages }: Material,
): Promise<Readonly<Record<string, string>>> => {
  const inText = picturesInText(textBlockSpans(body)).map(({ attrs }): PictureName => nameOf(attrs));
  const ofRegions = passages.flatMap(({ passage }) => {
    const region = regionOf(passage);
    return region === null ? [] : [nameOf(region.picture)];
  });
  const names = new Map([...inText, ...ofRegions].map((name) => [pathOfPicture(name), name]));
  const pictures: Record<string, string> = {};
  for (const name of names.values()) {
    const read = await archive.picture({ kind: 'article', id: articleId }, name);
    if (read.kind === 'picture') pictures[name.sha256] = Buffer.from(read.bytes).toString('base64');
  }
  return pictures;
};

const nameOf = ({ sha256, format }: Pick<PictureAttrs, 'sha256' | 'format'>): PictureName => ({
  sha256,
  format,
});

const readMarkedArticle = async (
  deps: Deps,
  asked: Asked,
  material: Material,
): Promise<Result<MarkedArticle, AppError>> => {
  const sources = await deps.archive.sources();
  if (!sources.ok) return sources;
  const { articles } = await readCitedArticles(deps.archive, new Set([asked.articleId]));
  const cited = articles.get(asked.articleId);
  if (cited === undefined) return notFound('article', asked.articleId);
  const tree = indexTree(sources.value.sources);
  const paths = new Map(
    (await deps.catalogue['tag:list']({})).map(({ id, path }) => [id, printNamePath(path, '/')]),
  );
  const passages = material.passages.map(({ passage, ranges }): MarkedPassage => {
    const tags = passage.tagIds.flatMap((id) => paths.get(id) ?? []);
    const { labels } = material;
    const known = { passage, cited, sources: tree, tags, hasNote: asked.hasNotes, labels, version: null };
    return { label: labels.of(passage.label), passage, ranges, said: toExportedPassage(known) };
  });
  return ok({
    article: cited.article,
    about: asked.hasNotes ? cited.about : { ...cited.about, note: null },
    body: material.body,
    passages,
    pictures: await readPictures(deps, material),
    hasNames: asked.hasNames,
  });
};

const makeHtml = async (deps: Deps, asked: Asked, material: Material): Promise<Result<Made, AppError>> => {
  const article = await readMarkedArticle(deps, asked, material);
  if (!article.ok) return article;
  const bytes = new TextEncoder().encode(deps.writeArticleHtml(article.value));
  return ok({ bytes, passages: material.passages.length, leftOut: [], near: [], isSigned: false });
};

const makers: Readonly<Record<MarkedFormat, typeof makePdf>> = { pdf: makePdf, html: makeHtml };

const make = async (deps: Deps, asked: Asked, format: MarkedFormat): Promise<Result<Made, AppError>> => {
  const record = await deps.archive.article(asked.articleId);
  if (!record.ok) return record;
  if (format === 'pdf' && record.value.article.format !== 'pdf') return err({ code: 'not-a-pdf' });
  const material = await readMaterial(deps, asked);
  return material.ok ? makers[format](deps, asked, material.value) : material;
};

/** The handlers for exporting a marked copy. */
export const createMarkedExport = (
  deps: Deps,
): Pick<
  HandlersOn<'article'>,
  'article:export-marked' | 'article:cancel-marked' | 'article:reveal-marked' | 'article:drag-marked'
> => {
  const file = createFileExport(deps, 'article:export-marked', markedFormatOf);
  return {
    /**
     * Writes a copy of an article with its passages to the folder of exports, in the format of its ending; see
     * FileExport. Fails with `not-a-pdf`, `no-passages-to-mark`, `text-altered`, as an import does if the original
     * can't be read, and as in MarkFailure if it can't be marked.
     */
    'article:export-marked': (asked) =>
      file.write(asked, async (format) => {
        const made = await make(deps, asked, format);
        if (!made.ok) return made;
        const { bytes, ...told } = made.value;
        return ok({ bytes, told });
      }),
    'article:cancel-marked': file.cancel,
    'article:reveal-marked': file.reveal,
    'article:drag-marked': file.drag,
  };
};
