/**
 * The content of a memo for TipTap: node for node and attribute for attribute what `memoContentSchema` of the
 * domain accepts. A test holds the two equal. Node views and commands are added by the editor, not here.
 */
import { type Extensions, getSchema } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { Paragraph, Text } from '#renderer/editor/plain-nodes.ts';
import { CitationNode, QuotationNode } from './citation-nodes.ts';
import { FigureNode } from './figure-node.ts';
import { FootnoteNode } from './footnote-node.ts';
import { HeadingNode } from './heading-node.ts';
import { JudgementNode } from './judgement-node.ts';
import { MemoDocumentNode, SectionNode } from './section-node.ts';
import { Table, TableCell, TableHeader, TableRow } from './table-nodes.ts';
import { Bold, BulletList, HardBreak, Italic, Link, ListItem, OrderedList } from './text-nodes.ts';

export const memoExtensions: Extensions = [
  MemoDocumentNode,
  SectionNode,
  Paragraph,
  HeadingNode,
  FigureNode,
  JudgementNode,
  QuotationNode,
  BulletList,
  OrderedList,
  ListItem,
  Table,
  TableRow,
  TableCell,
  TableHeader,
  Text,
  HardBreak,
  FootnoteNode,
  CitationNode,
  Link,
  Bold,
  Italic,
];

/** The ProseMirror schema of `memoExtensions`, for what works on documents without an editor. */
export const createMemoSchema = (): Schema => getSchema(memoExtensions);
