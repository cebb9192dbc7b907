/** The rows of a tree of names, each by its id too. */
export type NameBook<Row extends { readonly id: string }> = {
  readonly rows: readonly Row[];
  readonly byId: ReadonlyMap<Row['id'], Row>;
  readonly isLoaded: boolean;
};

export const toNameBook = <Row extends { readonly id: string }>(
  rows: readonly Row[],
  isLoaded: boolean,
): NameBook<Row> => ({ rows, byId: new Map(rows.map((row) => [row.id, row])), isLoaded });
