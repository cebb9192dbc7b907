import type { Node } from '@tiptap/pm/model';
import type { MemoContent } from '#domain/memo/memo-content.ts';

/** A node never changes: what it is as JSON is worked out once, so that a stroke costs the blocks around it alone. */
const known = new WeakMap<Node, object>();

/** What is left out in the archive is left out here: attributes that say nothing, and `attrs` where none does. */
const attrsOf = ({ attrs }: Node): object | null => {
  const said = Object.entries(attrs).filter(([, value]) => value !== undefined);
  return said.length === 0 ? null : Object.fromEntries(said);
};

/** One node of it. */
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

/** The text as the archive holds it. The editor's schema is the archive's (a test holds them equal). */
export const readContent = (doc: Node): MemoContent => jsonOf(doc) as MemoContent;
