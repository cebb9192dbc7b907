import type { TrashRow } from '#domain/contract/trash.ts';
import { readBoards } from '../board/read-boards.ts';
import { readForms } from '../form/list-forms.ts';
import type { HandlerDeps } from '../handler-deps.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue'>;

const lastDeletedFirst = (a: TrashRow, b: TrashRow): number => {
  if (a.deletedAt === b.deletedAt) return 0;
  return a.deletedAt < b.deletedAt ? 1 : -1;
};

/** Deleted forms: no memo depends on its form, because a memo keeps its sections. */
const formRowsOf = async ({ archive }: Deps): Promise<readonly TrashRow[]> =>
  (await readForms(archive)).forms.flatMap(({ id, name, deletedAt }) =>
    deletedAt === null ? [] : { kind: 'form' as const, id, title: name, deletedAt, heldBy: [] },
  );

/** Deleted boards: nothing depends on a board. */
const boardRowsOf = async ({ archive }: Deps): Promise<readonly TrashRow[]> =>
  (await readBoards(archive)).boards.flatMap(({ board: { id, question, deletedAt } }) =>
    deletedAt === null ? [] : { kind: 'board' as const, id, title: question, deletedAt, heldBy: [] },
  );

/** All that can be restored, the last deleted first: from the catalogue; forms and boards from their files. */
export const listTrash = async (deps: Deps): Promise<readonly TrashRow[]> => {
  const own = [...(await formRowsOf(deps)), ...(await boardRowsOf(deps))];
  const rows = await deps.catalogue.trash();
  return own.length === 0 ? rows : [...rows, ...own].toSorted(lastDeletedFirst);
};
