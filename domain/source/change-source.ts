import { err, ok } from '../result.ts';
import type { Timestamp } from '../time.ts';
import { changeRecord, mergeBranches, type TreeEdits } from '../tree/change-tree.ts';
import { resolveRecord } from '../tree/record-tree.ts';
import { MAX_POSITIONS, type Position, sortPositions } from './position.ts';
import type { Source, SourceTree } from './source.ts';

/** The source with the fields that are given. Refused as changeRecord is, and for a post at what was never a source. */
export const changeSource = (
  sources: SourceTree,
  id: Source['id'],
  change: Partial<Source>,
  at: Timestamp,
): TreeEdits<Source> => {
  const { positions } = change;
  if (positions === undefined) return changeRecord(sources, id, change, at);
  const strange = positions.find(
    ({ organisationId }) => organisationId !== null && !sources.has(organisationId),
  );
  if (strange?.organisationId) return err({ code: 'missing', id: strange.organisationId });
  return changeRecord(sources, id, { ...change, positions: sortPositions(positions) }, at);
};

/**
 * Merges a branch (see mergeBranches); the posts of the merged source are added to those of the target, up to the
 * limit.
 */
export const mergeSources = (
  sources: SourceTree,
  fromId: Source['id'],
  intoId: Source['id'],
  at: Timestamp,
): TreeEdits<Source> => {
  const merged = mergeBranches(sources, fromId, intoId, at);
  if (!merged.ok) return merged;
  const gone = merged.value.map(({ after }) => after).filter(({ mergedInto }) => mergedInto !== null);
  return ok(
    merged.value.map(({ before, after }) => {
      const gained = gone.filter(({ mergedInto }) => mergedInto === after.id);
      const positions = sortPositions([after, ...gained].flatMap((each) => each.positions));
      const stays = gained.length > 0 && after.mergedInto === null;
      return { before, after: stays ? { ...after, positions: positions.slice(0, MAX_POSITIONS) } : after };
    }),
  );
};

/** The source with the organisations of its posts resolved to live records; one in the trash is named as it was. */
export const withLiveOrganisations = (sources: SourceTree, source: Source): Source => {
  const live = ({ organisationId, ...post }: Position): Position => ({
    ...post,
    organisationId: resolveRecord(sources, organisationId)?.id ?? organisationId,
  });
  return source.positions.length === 0 ? source : { ...source, positions: source.positions.map(live) };
};
