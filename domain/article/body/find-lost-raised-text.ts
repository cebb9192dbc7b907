import type { Body } from './body.ts';
import { textBlockSpans } from './canonical-text.ts';
import { raiseText } from './raised-text.ts';

/** Words of a text in which a superscript or subscript was lost, and how they are read today. */
export type LostRaisedText = { readonly stands: string; readonly reads: string };

type InlineNode = NonNullable<ReturnType<typeof textBlockSpans>[number]['block']['content']>[number];

/** What an importer writes before a superscript or subscript, or around a reference to a note. */
const WRITTEN = /^[\^_[(]/u;

const lastWord = (text: string): string => /\S*$/u.exec(text)?.[0] ?? '';

const textOf = (node: InlineNode): string => (node.type === 'text' ? node.text : '\n');

/** How `node` is read after the words `before`, if it is raised or lowered and its text does not show that. */
const readLost = (node: InlineNode, before: string): LostRaisedText | null => {
  const text = textOf(node);
  for (const mark of ['superscript', 'subscript'] as const) {
    if (WRITTEN.test(text) || !node.marks?.some(({ type }) => type === mark)) continue;
    const raised = raiseText(text, mark, before).text;
    if (raised !== text) return { stands: lastWord(before) + text, reads: lastWord(before) + raised };
  }
  return null;
};

const findInBlock = (nodes: readonly InlineNode[]): LostRaisedText | null => {
  let before = '';
  for (const node of nodes) {
    const lost = readLost(node, before);
    if (lost !== null) return lost;
    before += textOf(node);
  }
  return null;
};

/**
 * The first place of `body` at which raised or lowered text is stored as plain text: `106` for `10⁶`. Only texts
 * that were sealed before such text was distinguished have one; null for all others.
 */
export const findLostRaisedText = (body: Body): LostRaisedText | null => {
  for (const { block } of textBlockSpans(body)) {
    const lost = findInBlock(block.content ?? []);
    if (lost !== null) return lost;
  }
  return null;
};
