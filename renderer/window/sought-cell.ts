import { create } from 'zustand';
import type { BoardId, EvidenceId, HypothesisId, PassageId } from '#domain/ids.ts';

/** A row of a board by its passage, or a cell. */
export type SoughtCell = {
  readonly boardId: BoardId;
  readonly passageId?: PassageId;
  readonly evidenceId?: EvidenceId;
  readonly hypothesisId?: HypothesisId;
};

/** The cell to go to, as soon as its board is open. */
export const useSoughtCell = create<{ readonly sought: SoughtCell | null }>(() => ({ sought: null }));

export const seekCell = (sought: SoughtCell): void => useSoughtCell.setState({ sought });

/** The requested cell is shown. */
export const takeSoughtCell = (): void => useSoughtCell.setState({ sought: null });
