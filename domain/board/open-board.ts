/**
 * A board as one analyst may see it. Other analysts' cells are hidden until both boards are full, so that nobody is
 * influenced by another's view: hidden cells are not in the answer.
 */
import type { ArticleId, EvidenceId, PassageId } from '../ids.ts';
import type { LabelId } from '../passage/label.ts';
import { type Provenance, type SameOrigin, sameOrigin } from '../source/compare-origins.ts';
import { originsOf } from '../source/origins-of.ts';
import {
  type Board,
  type BoardEvidence,
  type BoardRecords,
  type Cell,
  type EvidenceState,
  type Hypothesis,
  inPlace,
  type Probability,
} from './board.ts';
import { changesSince, type EvidenceChange } from './evidence-change.ts';
import { combine, isWhole, type ProbabilitySet, probabilitySets } from './probabilities.ts';

/** The current state of a passage on a board. */
export type StandingEvidence = {
  readonly state: EvidenceState;
  /** As it is printed in a line, a quotation with its marks. */
  readonly printed: string;
  /** Whether it is a region of a picture or a page, which quotes nothing. */
  readonly isRegion: boolean;
  readonly label: LabelId;
  readonly speaker: string | null;
  readonly articleTitle: string | null;
  readonly paragraph: number | null;
  /** ISO 8601, as far as it is known. */
  readonly date: string | null;
  readonly provenance: Provenance;
};

/** The current state of a board's passages, by id; missing ones have no entry. */
export type StandingById = ReadonlyMap<PassageId, StandingEvidence>;

/** A cell as it crosses after each key: without what nobody is shown of it. */
export type BoardCell = Pick<Cell, 'hypothesisId' | 'analyst' | 'expected' | 'reason' | 'updatedAt'> & {
  /** Changes to the passage since the cell was last filled or confirmed. */
  readonly changes: readonly EvidenceChange[];
};

export type BoardRow = {
  readonly id: EvidenceId;
  readonly articleId: ArticleId;
  readonly passageId: PassageId;
  readonly place: number;
  /** Without its provenance; null if it is gone. */
  readonly standing: Omit<StandingEvidence, 'provenance'> | null;
  /** Its words when it was put on. */
  readonly words: string;
  /** Changes to it since it was added. */
  readonly changes: readonly EvidenceChange[];
  /** The first row above it, as they are arranged, that is of one origin with it: both count once. */
  readonly sameOriginAs: { readonly evidenceId: EvidenceId; readonly how: SameOrigin } | null;
  readonly cells: readonly BoardCell[];
};

/** Somebody who has filled something on the board. */
export type BoardAnalyst = {
  readonly name: string;
  readonly filled: number;
  /** Whether every cell is filled. */
  readonly isFull: boolean;
  readonly hasAllProbabilities: boolean;
};

export type OpenBoard = {
  readonly board: Board;
  /** The requesting analyst; empty if no name is set. */
  readonly me: string;
  readonly hypotheses: readonly Hypothesis[];
  readonly rows: readonly BoardRow[];
  readonly cellCount: number;
  /** On how many origins the evidence rests: two copies of one count once. */
  readonly originCount: number;
  /** Who asks first, whether or not anything is filled; then the others by name. */
  readonly analysts: readonly BoardAnalyst[];
  /** Whose cells are shown beside one's own. */
  readonly shown: readonly string[];
  /** The visible sets of probabilities: one's own, and the others' once one's own is complete. */
  readonly probabilities: readonly ProbabilitySet[];
  /** What all whole sets that are shown come to, unrounded; null of fewer than two. */
  readonly combined: readonly number[] | null;
};

type Live = {
  readonly hypotheses: readonly Hypothesis[];
  readonly evidence: readonly BoardEvidence[];
  readonly cells: readonly Cell[];
  readonly probabilities: readonly Probability[];
};

/** Without what hangs on a hypothesis or a row that another machine has removed. */
export const liveRecords = ({ hypotheses, evidence, cells, probabilities }: BoardRecords): Live => {
  const [hypothesisIds, evidenceIds] = [new Set(hypotheses.map(idOf)), new Set(evidence.map(idOf))];
  return {
    hypotheses: inPlace(hypotheses),
    evidence: inPlace(evidence),
    cells: cells.filter(
      ({ hypothesisId, evidenceId }) => hypothesisIds.has(hypothesisId) && evidenceIds.has(evidenceId),
    ),
    probabilities: probabilities.filter(({ hypothesisId }) => hypothesisIds.has(hypothesisId)),
  };
};
const idOf = ({ id }: { readonly id: string }): string => id;

/** Who asks first, then the others who have filled something. */
export const analystsOf = (live: Live, me: string): readonly BoardAnalyst[] => {
  const { hypotheses, evidence, cells, probabilities } = live;
  const others = [...cells, ...probabilities].map(({ analyst }) => analyst).filter((name) => name !== me);
  const cellCount = hypotheses.length * evidence.length;
  return [me, ...[...new Set(others)].toSorted()].map((name) => {
    const filled = cells.filter(({ analyst }) => analyst === name).length;
    const given = probabilities.filter(({ analyst }) => analyst === name).length;
    return {
      name,
      filled,
      isFull: cellCount > 0 && filled === cellCount,
      hasAllProbabilities: hypotheses.length > 0 && given === hypotheses.length,
    };
  });
};

/** The others whose cells the first may see: theirs and one's own are full. */
export const shownTo = ([mine, ...others]: readonly BoardAnalyst[]): readonly string[] =>
  mine?.isFull === true ? others.filter(({ isFull }) => isFull).map(({ name }) => name) : [];

const rowsOf = (live: Live, standing: StandingById, seen: ReadonlySet<string>): readonly BoardRow[] => {
  const cellsByRow = new Map<EvidenceId, Cell[]>(live.evidence.map(({ id }) => [id, []]));
  for (const cell of live.cells) if (seen.has(cell.analyst)) cellsByRow.get(cell.evidenceId)?.push(cell);
  return live.evidence.map((row, at): BoardRow => {
    const now = standing.get(row.passageId) ?? null;
    return {
      id: row.id,
      articleId: row.articleId,
      passageId: row.passageId,
      place: row.place,
      words: row.words,
      standing: now === null ? null : withoutProvenance(now),
      changes: changesSince(row.state, now?.state ?? null),
      sameOriginAs: now === null ? null : sameAbove(live.evidence.slice(0, at), standing, now),
      cells: (cellsByRow.get(row.id) ?? []).map(
        ({ hypothesisId, analyst, expected, reason, updatedAt, state }) => ({
          ...{ hypothesisId, analyst, expected, reason, updatedAt },
          changes: changesSince(state, now?.state ?? null),
        }),
      ),
    };
  });
};

const withoutProvenance = ({ provenance: _, ...rest }: StandingEvidence): BoardRow['standing'] => rest;

const sameAbove = (
  above: readonly BoardEvidence[],
  standing: StandingById,
  { provenance }: StandingEvidence,
): BoardRow['sameOriginAs'] => {
  for (const { id, passageId } of above) {
    const other = standing.get(passageId);
    const how = other === undefined ? null : sameOrigin(other.provenance, provenance);
    if (how !== null) return { evidenceId: id, how };
  }
  return null;
};

const provenancesOf = ({ evidence }: Live, standing: StandingById): readonly Provenance[] =>
  evidence.flatMap(({ passageId }) => standing.get(passageId)?.provenance ?? []);

const shownSets = (live: Live, me: string): readonly ProbabilitySet[] => {
  const sets = probabilitySets(live.hypotheses, live.probabilities);
  const mine = sets.filter(({ analyst }) => analyst === me);
  // Another's numbers would be an anchor for one's own.
  return mine.some(isWhole) ? [...mine, ...sets.filter(({ analyst }) => analyst !== me)] : mine;
};

/** The board as `me` may see it; null if there is none, or it is in the trash. */
export const openBoard = (records: BoardRecords, me: string, standing: StandingById): OpenBoard | null => {
  const [board] = records.boards;
  if (board === undefined || board.deletedAt !== null) return null;
  const live = liveRecords(records);
  const analysts = analystsOf(live, me);
  const shown = shownTo(analysts);
  const probabilities = shownSets(live, me);
  return {
    board,
    me,
    hypotheses: live.hypotheses,
    rows: rowsOf(live, standing, new Set([me, ...shown])),
    cellCount: live.hypotheses.length * live.evidence.length,
    originCount: originsOf(provenancesOf(live, standing)).length,
    analysts,
    shown,
    probabilities,
    combined: combine(probabilities.filter(isWhole)),
  };
};
