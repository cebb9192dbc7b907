/** The value that most of `items` have, by the letters of each; of equals the first. Undefined where no item has letters. */
export const mostOf = <Item, Value>(
  items: readonly Item[],
  of: (item: Item) => Value,
  lettersOf: (item: Item) => number,
): Value | undefined => {
  const letters = new Map<Value, number>();
  for (const item of items) {
    const value = of(item);
    letters.set(value, (letters.get(value) ?? 0) + lettersOf(item));
  }
  let most: Value | undefined;
  let mostLetters = 0;
  for (const [value, count] of letters) {
    if (count <= mostLetters) continue;
    most = value;
    mostLetters = count;
  }
  return most;
};
