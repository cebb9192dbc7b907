import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { PassageId } from '#domain/ids.ts';
import type { Passage, RelationType } from '#domain/passage/passage.ts';
import { isMutualRelation } from '#domain/passage/word-relation.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { changePassage, findPassage, type OnPassage, type PassageChange } from './change-passage.ts';

type Relating = Pick<HandlersOn<'passage'>, 'passage:relate' | 'passage:unrelate'>;

const isRelated = ({ relations }: Passage, type: RelationType, id: Passage['id']): boolean =>
  relations.some((relation) => relation.type === type && relation.passageId === id);

const isLive = ({ deletedAt }: Passage): boolean => deletedAt === null;

/** Whether the one says so of the other already; what is mutual may also be said by the other. */
const isSaid = (one: Passage, type: RelationType, other: Passage): boolean =>
  isRelated(one, type, other.id) || (isMutualRelation(type) && isRelated(other, type, one.id));

const relating =
  (type: RelationType, other: OnPassage): PassageChange =>
  async (before, reader) => {
    const annotations = await reader.annotations(other.articleId);
    if (!annotations.ok) return annotations;
    const target = annotations.value.passages.filter(isLive).find(({ id }) => id === other.passageId);
    if (target === undefined) return notFound('passage', other.passageId);
    if (isSaid(before, type, target)) return err({ code: 'already-related' });
    return ok({ relations: [...before.relations, { type, ...other }] });
  };

/** Whether credibility 1 of the passage has nothing else to stand on than that `supporterId` supports it. */
const restsOn = async (
  { archive, catalogue }: HandlerDeps,
  { articleId, passageId }: OnPassage,
  supporterId: PassageId,
): Promise<boolean> => {
  const annotations = await archive.annotations(articleId);
  const passage = annotations.ok ? annotations.value.passages.find(({ id }) => id === passageId) : undefined;
  if (passage?.grade.credibility !== 1 || passage.confirmedBecause !== null) return false;
  const confirming = await catalogue.confirmedBy(passageId);
  return confirming.length > 0 && confirming.every((id) => id === supporterId);
};

/** All readings of a passage, the one that was asked about first: see PassageRow. */
const readingsOf = async ({ catalogue }: HandlerDeps, on: OnPassage): Promise<readonly OnPassage[]> => {
  const [row] = await catalogue.passageRows([on.passageId]);
  const others = (row?.readings ?? []).filter(({ passageId }) => passageId !== on.passageId);
  return [on, ...others.map(({ articleId, passageId }) => ({ articleId, passageId }))];
};

/** A reading as it stands, and as it is without the relation. */
type Unrelated = { readonly on: OnPassage; readonly before: Passage; readonly after: Passage };

const unrelate = async (
  reader: ArchiveReader,
  on: OnPassage,
  isRemoved: (relation: Passage['relations'][number]) => boolean,
): Promise<Result<Unrelated, AppError>> => {
  const found = await findPassage(reader, on);
  if (!found.ok) return found;
  const before = found.value.passage;
  const relations = before.relations.filter((relation) => !isRemoved(relation));
  return ok({ on, before, after: { ...before, relations } });
};

/** Removes a relation from whichever reading of the passage says it, of whichever reading of the other, in one step. */
const removeRelation = async (
  deps: HandlerDeps,
  on: OnPassage,
  type: RelationType,
  other: OnPassage,
): Promise<Result<Passage, AppError>> => {
  const [saying, said] = [await readingsOf(deps, on), await readingsOf(deps, other)];
  const isRemoved = (relation: Passage['relations'][number]): boolean =>
    relation.type === type && said.some(({ passageId }) => passageId === relation.passageId);
  return deps.archive.perform(async (reader) => {
    const updatedAt = toTimestamp(deps.machine.nowMs());
    const unrelated: Unrelated[] = [];
    for (const each of saying) {
      const one = await unrelate(reader, each, isRemoved);
      if (!one.ok) return one;
      unrelated.push(one.value);
    }
    const changes = unrelated.flatMap(({ on: { articleId }, before, after }) =>
      recordChanges({ kind: 'annotations', articleId }, 'passages', before, { ...after, updatedAt }),
    );
    const [value] = unrelated;
    if (value === undefined || changes.length === 0) return notFound('passage', other.passageId);
    return ok({ value: { ...value.after, updatedAt }, name: 'relate-passage', changes });
  });
};

/** Relations between passages: each is kept once, on the passage that it is said of first. */
export const createRelating = (deps: HandlerDeps): Relating => ({
  /**
   * Says of the passage that it supports, contradicts, repeats or supersedes the other, in any article. Fails
   * `related-to-itself`, `already-related` (a mutual one also where the other says it already), or `not-found`.
   */
  'passage:relate': ({ type, other, ...on }) =>
    on.passageId === other.passageId
      ? Promise.resolve(err({ code: 'related-to-itself' }))
      : changePassage(deps, on, 'relate-passage', relating(type, other)),

  /**
   * Removes what the passage says of the other. Fails `not-found` where it says no such thing, `grade-rests-on-link`
   * where credibility 1 of the other would stand on nothing, unless it `unconfirms`.
   */
  'passage:unrelate': async ({ type, other, unconfirms = false, ...on }: Input<'passage:unrelate'>) => {
    if (!unconfirms && type === 'supports' && (await restsOn(deps, other, on.passageId)))
      return err({ code: 'grade-rests-on-link', passageId: other.passageId });
    return removeRelation(deps, on, type, other);
  },
});
