import type { Node } from '@tiptap/pm/model';
import type { MemoContent } from '#domain/memo/memo-content.ts';

/** Nodes are immutable: the JSON of each is computed once, so that a key press only costs the blocks around it. */
const known = new WeakMap<Node, object>();

/** Attributes without a value are left out, as in the archive, and `attrs` if none is left. */
const attrsOf = ({ attrs }: Node): object | null => {
  const said = Object.entries(attrs).filter(([, value]) => value !== undefined);
  return said.length === 0 ? null : Object.fromEntries(said);
};

/** One node as JSON. */
export const jsonOf = (node: Node): object => {
  const before = known.get(node);
  if (before !== undefined) return before;
  const attrs = attrsOf(node);
  const json = {
    type: node.type.name,
    ...(attrs === null ? {} : { attrs }),
    ...(node.childCount === 0 ? {} : { content: node.children.map(jsonOf) }),
    ...(node.marks.length === 0 ? {} : { marks: node.marks.map((mark) => mark.toJSON()) }),
    ...(node.isText ? { text: node.text } : {}),
  };
  known.set(node, json);
  return json;
};

/** The text as the archive stores it. The editor's schema is the archive's (a test checks that). */
export const readContent = (doc: Node): MemoContent => jsonOf(doc) as MemoContent;
