import { createElement, Fragment, type ReactNode } from 'react';
import type { BlockNode, InlineNode, Mark, TextNode } from '#domain/article/body/body.ts';
import { pictureWords } from '#domain/article/draft/picture-words.ts';
import styles from '../import-check.module.css';

/** Children in a fixed order: nodes of a body have no ids, and are never moved here. */
const inOrder = <T,>(nodes: readonly T[], draw: (node: T) => ReactNode): ReactNode =>
  createElement(Fragment, null, ...nodes.map(draw));

const elementsOfMarks: Readonly<Partial<Record<Mark['type'], 's' | 'ins' | 'sup' | 'sub'>>> = {
  strike: 's',
  inserted: 'ins',
  superscript: 'sup',
  subscript: 'sub',
};

/** Words with the page's formatting, as far as it carries meaning. */
const markedText = ({ text, marks = [] }: TextNode): ReactNode =>
  marks.reduce<ReactNode>((inner, { type }) => {
    const element = elementsOfMarks[type];
    return element === undefined ? inner : createElement(element, null, inner);
  }, text);

const inlineText = (node: InlineNode): ReactNode => {
  if (node.type === 'text') return markedText(node);
  if (node.type === 'hardBreak') return <br />;
  return <span className={styles.image}>{pictureWords(node.attrs)}</span>;
};

const inline = (content: readonly InlineNode[] | undefined): ReactNode => inOrder(content ?? [], inlineText);

const children = (blocks: readonly BlockNode[]): ReactNode =>
  inOrder(blocks, (block) => <BlockText block={block} />);

const List = ({ block }: { readonly block: Extract<BlockNode, { type: 'bulletList' | 'orderedList' }> }) => {
  const items = inOrder(block.content, (item) => <li>{children(item.content)}</li>);
  return block.type === 'bulletList' ? <ul>{items}</ul> : <ol start={block.attrs.start}>{items}</ol>;
};

const Row = ({ row }: { readonly row: Extract<BlockNode, { type: 'table' }>['content'][number] }) => (
  <tr>
    {inOrder(row.content, (cell) =>
      createElement(
        cell.type === 'tableHeader' ? 'th' : 'td',
        { colSpan: cell.attrs.colspan, rowSpan: cell.attrs.rowspan },
        children(cell.content),
      ),
    )}
  </tr>
);

const Table = ({ block }: { readonly block: Extract<BlockNode, { type: 'table' }> }) => (
  <div className={styles.tableFrame}>
    <table className={styles.table}>
      <tbody>
        {inOrder(block.content, (row) => (
          <Row row={row} />
        ))}
      </tbody>
    </table>
  </div>
);

/** A block as it will be kept. Everything from the imported file is rendered as text, never as markup. */
export const BlockText = ({ block }: { readonly block: BlockNode }): ReactNode => {
  switch (block.type) {
    case 'paragraph':
      return <p>{inline(block.content)}</p>;
    case 'heading':
      return <p className={styles.heading}>{inline(block.content)}</p>;
    case 'codeBlock':
      return <pre>{inline(block.content)}</pre>;
    case 'horizontalRule':
      return <hr />;
    case 'blockquote':
      return <blockquote>{children(block.content)}</blockquote>;
    case 'table':
      return <Table block={block} />;
    default:
      return <List block={block} />;
  }
};
