import type { RecordChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { PassageId } from '#domain/ids.ts';
import type { Passage, RelationType } from '#domain/passage/passage.ts';
import { isMutualRelation } from '#domain/passage/word-relation.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
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
    const changes: RecordChange[] = [];
    let value: Passage | null = null;
    for (const each of saying) {
      const found = await findPassage(reader, each);
      if (!found.ok) return found;
      const before = found.value.passage;
      const relations = before.relations.filter((relation) => !isRemoved(relation));
      const isSaid = relations.length < before.relations.length;
      const after = isSaid ? { ...before, relations, updatedAt: toTimestamp(deps.machine.nowMs()) } : before;
      if (each === on) value = after;
      const file = { kind: 'annotations', articleId: each.articleId } as const;
      changes.push(...recordChanges(file, 'passages', before, after));
    }
    return value === null || changes.length === 0
      ? notFound('passage', other.passageId)
      : ok({ value, name: 'relate-passage', changes });
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
