import { picturesInText } from '#domain/article/pictures/pictures-in-text.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import { describeRegion } from '#domain/passage/anchor/describe-selector.ts';
import { newPassage, type Passage } from '#domain/passage/passage.ts';
import { isWithin } from '#domain/passage/region/rectangle.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { passageTextOf } from '#electron/handlers/article/usable-text.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { invalidInput } from '../shared/failures.ts';
import { makePassage } from './add-passage.ts';

const REQUEST = 'passage:add-region';

const regionPassage = async (
  reader: ArchiveReader,
  { articleId, passageId, offset, sha256, xywh, label, description }: Input<typeof REQUEST>,
  at: Passage['createdAt'],
): Promise<Result<Passage, AppError>> => {
  const text = await passageTextOf(reader, articleId);
  if (!text.ok) return text;
  const { index, spans } = text.value;
  const picture = picturesInText(spans).find((each) => each.offset === offset);
  if (picture?.attrs.sha256 !== sha256) return invalidInput(REQUEST, 'no such picture stands there');
  if (!isWithin(xywh, picture.attrs)) return invalidInput(REQUEST, 'the region leaves its picture');
  const selectors: Passage['selectors'] = [describeRegion(index, picture, xywh)];
  return ok(newPassage({ selectors, description, label }, { id: passageId, at }));
};

type Making = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>;

/** Adds the passage that `compose` makes from a region, in one step; a repeated request changes nothing. */
export const makeRegion = (
  deps: Making,
  request: 'passage:add-region' | 'passage:add-page-region',
  articleId: ArticleId,
  compose: (reader: ArchiveReader, at: Passage['createdAt']) => Promise<Result<Passage, AppError>>,
): Promise<Result<Passage, AppError>> =>
  deps.archive.perform(async (reader) => {
    const annotations = await reader.annotations(articleId);
    if (!annotations.ok) return annotations;
    const passage = await compose(reader, toTimestamp(deps.machine.nowMs()));
    if (!passage.ok) return passage;
    const made = await makePassage(deps, request, articleId, annotations.value, passage.value);
    if (!made.ok) return made;
    return ok({ value: made.value.record, name: 'add-region', changes: made.value.changes });
  });

/** The handlers for making a passage from a region of a picture. */
export const createAddingRegions = (deps: Making): Pick<HandlersOn<'passage'>, typeof REQUEST> => ({
  /**
   * Makes a passage from the rectangle `xywh` of the stored picture at `offset`, in one step. The picture is also
   * identified by its hash. A repeated request changes nothing. Fails with `invalid-input` if another picture or none
   * is there, if the rectangle extends beyond it, or for an id that is taken; `text-altered` for a text that is not the
   * sealed one.
   */
  [REQUEST]: (input) =>
    makeRegion(deps, REQUEST, input.articleId, (reader, at) => regionPassage(reader, input, at)),
});
