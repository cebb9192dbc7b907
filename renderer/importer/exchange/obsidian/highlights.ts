/**
 * `==highlights==` of a Markdown note, as Obsidian and its kin write them. They are found in the running text alone, never
 * in code, formulas or addresses; within one paragraph, heading or cell; and only where both pairs of signs stand there.
 */
import type { Nodes, Parents } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const reader = unified().use(remarkParse).use(remarkGfm).freeze();

const RUNNING = new Set(['paragraph', 'heading', 'tableCell']);

/** The offsets of `==` in the texts below a node. */
const signsIn = (node: Nodes, markdown: string): readonly number[] => {
  if ('children' in node) return node.children.flatMap((child) => signsIn(child, markdown));
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (node.type !== 'text' || start === undefined || end === undefined) return [];
  return [...markdown.slice(start, end).matchAll(/(?<!=)==(?!=)/gu)].map(({ index }) => start + index);
};

/** Pairs of signs that hold words: a sign after white space closes nothing, one before it opens nothing. */
const pairSigns = (signs: readonly number[], markdown: string): readonly number[] => {
  const pairs: number[] = [];
  let open: number | null = null;
  for (const at of signs) {
    const canOpen = /\S/u.test(markdown[at + 2] ?? ' ');
    const canClose = /\S/u.test(markdown[at - 1] ?? ' ');
    if (open !== null && canClose && at > open + 2) {
      pairs.push(open, at);
      open = null;
    } else if (open === null && canOpen) open = at;
  }
  return pairs;
};

const signsOf = (node: Nodes, markdown: string): readonly number[] => {
  if (RUNNING.has(node.type)) return pairSigns(signsIn(node, markdown), markdown);
  return 'children' in node ? (node as Parents).children.flatMap((child) => signsOf(child, markdown)) : [];
};

/** The places of the signs in `markdown`, in pairs of open and close; UTF-16 offsets. */
export const highlightSigns = (markdown: string): readonly number[] =>
  signsOf(reader.parse(markdown), markdown).toSorted((a, b) => a - b);

/** `markdown` with each sign in the places of `signs` replaced by what `sign` gives for it, in turn. */
export const replaceSigns = (
  markdown: string,
  signs: readonly number[],
  sign: (index: number) => string,
): string => {
  let at = 0;
  const parts = signs.map((place, index) => {
    const before = markdown.slice(at, place);
    at = place + 2;
    return before + sign(index);
  });
  return parts.join('') + markdown.slice(at);
};
