import { join } from 'node:path';
import type { AnnotationsFile, ArticleFile, BodyFile } from '#domain/archive/files.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { textStateOf } from '#domain/article/text-state.ts';
import { isOutOfText } from '#domain/passage/carried.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { textSelectorOf } from '#domain/passage/region/region-selector.ts';
import { readDecoded } from '../file/read/read-decoded.ts';
import { hashBytes, hashText } from '../hash-text.ts';
import { checkPictures } from './check-pictures.ts';
import { type FullFinding, finding } from './findings.ts';
import { type CheckedPlace, type ReadOne, readOne } from './read-one.ts';

export type CheckedArticle = {
  readonly article: ReadOne<'article'>;
  readonly body: ReadOne<'body'>;
  readonly annotations: ReadOne<'annotations'>;
  /** The findings from comparing these files with each other, and with the other files in the folder. */
  readonly findings: readonly FullFinding[];
};

/** The largest original that is read and compared, in bytes. */
const MAX_ORIGINAL_BYTES = 1 << 30;

/** Checks the files of one article against each other: ids, hashes, and whether each passage is at its position. */
export const checkArticle = async (
  place: CheckedPlace,
  folder: string,
  names: readonly string[],
): Promise<CheckedArticle> => {
  const article = await readOne(place, `${folder}/article.json`, 'article');
  const body = await readOne(place, `${folder}/body.json`, 'body');
  const annotations = await readOne(place, `${folder}/annotations.json`, 'annotations');
  const findings: FullFinding[] = [];
  const named = { article: body.content?.body ?? null, passages: annotations.content?.passages ?? [] };
  findings.push(...(await checkPictures(place, folder, names, named)));
  if (article.content !== null) {
    findings.push(...(await checkOriginal(place, folder, article.content)));
    if (body.content !== null)
      findings.push(...(await checkText(folder, article.content, body.content, annotations.content)));
  }
  return { article, body, annotations, findings };
};

const checkOriginal = async (
  { root, codec }: CheckedPlace,
  folder: string,
  { article }: ArticleFile,
): Promise<readonly FullFinding[]> => {
  const file = `${folder}/${article.originalFile}`;
  const found = await readDecoded(join(root, file), MAX_ORIGINAL_BYTES, codec);
  if (found.kind === 'nothing') return [finding(file, 'missing', 'The original of the article is missing.')];
  if (found.kind === 'unreadable')
    return [finding(file, 'unreadable', `The original can’t be read (${found.reason}).`)];
  return found.kind === 'bytes' && hashBytes(found.bytes) === article.originalSha256
    ? []
    : [finding(file, 'original-altered', 'The original was changed after the import.')];
};

const checkText = async (
  folder: string,
  { article }: ArticleFile,
  { body }: BodyFile,
  annotations: AnnotationsFile | null,
): Promise<readonly FullFinding[]> => {
  const file = `${folder}/body.json`;
  const state = textStateOf(article, annotations?.about ?? {}, await hashText(body));
  const altered =
    state === 'altered'
      ? [
          finding(
            file,
            'text-altered',
            'The text was changed after the import, and nobody has accepted the change.',
          ),
        ]
      : [];
  const points = [...canonicalText(body)];
  const lost = (annotations?.passages ?? []).filter((passage) => !standsIn(points, passage));
  return [
    ...altered,
    ...lost.map(({ id }) =>
      finding(
        `${folder}/annotations.json`,
        'selector-lost',
        `The passage ${id} is not at its recorded place.`,
      ),
    ),
  ];
};

/**
 * A passage that was carried over but not located has the selectors of the old copy; a deleted one may have them too.
 */
const standsIn = (points: readonly string[], passage: Passage): boolean =>
  isOutOfText(passage) ||
  passage.deletedAt !== null ||
  passage.selectors
    .map(textSelectorOf)
    .every(({ quote, position }) => points.slice(position.start, position.end).join('') === quote.exact);
