import type { TrashRow } from '#domain/contract/trash.ts';
import { readForms } from '../form/list-forms.ts';
import type { HandlerDeps } from '../handler-deps.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue'>;

const lastDeletedFirst = (a: TrashRow, b: TrashRow): number => {
  if (a.deletedAt === b.deletedAt) return 0;
  return a.deletedAt < b.deletedAt ? 1 : -1;
};

/** Deleted forms: no memo rests on its form, for it keeps its sections. */
const formRowsOf = async ({ archive }: Deps): Promise<readonly TrashRow[]> =>
  (await readForms(archive)).forms.flatMap(({ id, name, deletedAt }) =>
    deletedAt === null ? [] : { kind: 'form' as const, id, title: name, deletedAt, heldBy: [] },
  );

/** All that can be brought back, the last deleted first: what the catalogue knows, and forms, from their files. */
export const listTrash = async (deps: Deps): Promise<readonly TrashRow[]> => {
  const forms = await formRowsOf(deps);
  const rows = await deps.catalogue.trash();
  return forms.length === 0 ? rows : [...rows, ...forms].toSorted(lastDeletedFirst);
};
