import type { List, ListItem, Nodes, Root, RootContent } from 'mdast';

/** The signs by which a task is shown as open or done: they are part of what the list says. */
const signOf = (isDone: boolean): string => (isDone ? '☑ ' : '☐ ');

const writeTask = (item: ListItem): void => {
  const { checked } = item;
  if (checked === null || checked === undefined) return;
  item.checked = null;
  const [first] = item.children;
  const sign = { type: 'text' as const, value: signOf(checked) };
  if (first?.type === 'paragraph') first.children.unshift(sign);
  else item.children.unshift({ type: 'paragraph', children: [sign] });
};

/** The number that the source writes before an item. */
const numberOf = (item: ListItem, source: string): number | null => {
  const written = /^\d{1,9}/.exec(source.slice(item.position?.start.offset ?? source.length))?.[0];
  return written === undefined ? null : Number(written);
};

/**
 * A list as the lists of its numbers: Markdown counts on from the first whatever is written, and a text of law that
 * goes from 2 to 4 would say 3. Where all items bear one number the writer has left the counting to the reader.
 */
const splitAtJumps = (list: List, source: string): List[] => {
  const numbers = list.children.map((item) => numberOf(item, source));
  const isCounted = new Set(numbers).size > 1;
  if (list.ordered !== true || !isCounted || numbers.includes(null)) return [list];
  const lists: List[] = [];
  for (const [index, item] of list.children.entries()) {
    const number = numbers[index] ?? 1;
    const before = numbers[index - 1];
    const last = lists.at(-1);
    if (last !== undefined && before !== undefined && number === (before ?? 0) + 1) last.children.push(item);
    else lists.push({ ...list, start: number, children: [item] });
  }
  return lists;
};

const isList = (node: Nodes): node is List => node.type === 'list';

/** Puts into `node` and below it what a list shows beside the words of its items: boxes of tasks, and its own numbers. */
export const keepListSigns = (node: Nodes, source: string): void => {
  if (node.type === 'listItem') writeTask(node);
  if (!('children' in node)) return;
  for (const child of node.children) keepListSigns(child, source);
  const parent = node as Root;
  parent.children = parent.children.flatMap((child): RootContent[] =>
    isList(child) ? splitAtJumps(child, source) : [child],
  );
};
