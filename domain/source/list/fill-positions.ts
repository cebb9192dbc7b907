import { equalJson } from '../../equal-json.ts';
import type { Timestamp } from '../../time.ts';
import { type ChildIndex, findPath } from '../../tree/child-index.ts';
import { parseNamePath } from '../../tree/name-path.ts';
import { MAX_POSITIONS, type Position, sortPositions } from '../position.ts';
import type { Source } from '../source.ts';
import type { Filled } from './fill-source.ts';
import type { ListRefusal } from './listed-source.ts';
import { readPositionLine } from './position-line.ts';

const readPosition = (index: ChildIndex<Source>, line: string): Position | null => {
  const written = readPositionLine(line);
  if (written === null) return null;
  const { organisation, ...post } = written;
  if (organisation === '') return { ...post, organisationId: null };
  const found = findPath(index, parseNamePath(organisation));
  return found === null ? null : { ...post, organisationId: found.id };
};

/** `source` with the positions that its line names, where nobody has named any here. All sources of the list are there. */
export const fillPositions = (
  index: ChildIndex<Source>,
  source: Source,
  lines: readonly string[],
  at: Timestamp,
): Filled => {
  const read = lines.map((line) => ({ line, position: readPosition(index, line) }));
  const positions = sortPositions(read.flatMap(({ position }) => position ?? [])).slice(0, MAX_POSITIONS);
  const refused = read.flatMap(({ line, position }): readonly ListRefusal[] =>
    position === null ? [{ why: 'position', said: line }] : [],
  );
  const none = { source, takes: [], keeps: [], refused };
  if (positions.length === 0 || equalJson(positions, source.positions)) return none;
  if (source.positions.length > 0) return { ...none, keeps: ['positions'] };
  return { ...none, source: { ...source, positions, updatedAt: at }, takes: ['positions'] };
};
