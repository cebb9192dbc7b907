/**
 * A note of Obsidian: its text without the characters of its highlights, and a passage for each of them. The place of a
 * highlight is known exactly, since the note is parsed once with placeholder characters that occur in no text.
 */

import type { Nodes, Parents } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import {
  type Brought,
  type BroughtArticle,
  type BroughtPassage,
  newBrought,
  newBroughtPassage,
} from '#domain/exchange/brought.ts';
import { countLeftOut } from '#domain/exchange/left-out.ts';
import type { ExportText } from '#domain/exchange/read/export-file.ts';
import { readDate, readLanguage, readName, readTags, readUrl } from '#domain/exchange/read/values.ts';
import { readFrontMatter } from '../markdown/front-matter.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';

/** Two private use characters that the note does not contain; null if it contains all of them. */
const freeSigns = (markdown: string): readonly [string, string] | null => {
  const free: string[] = [];
  for (let code = 0xe000; code < 0xe100 && free.length < 2; code += 1) {
    const sign = String.fromCharCode(code);
    if (!markdown.includes(sign)) free.push(sign);
  }
  const [open, close] = free;
  return open === undefined || close === undefined ? null : [open, close];
};

const CONTEXT_LENGTH = 200;

/** The passages between the placeholders of a text, described in the text without them. */
const passagesBetween = (
  text: string,
  [open, close]: readonly [string, string],
): readonly BroughtPassage[] => {
  const bare = text.replaceAll(open, '').replaceAll(close, '');
  const passages: BroughtPassage[] = [];
  let at = 0;
  let start = 0;
  for (const character of text) {
    if (character === open) start = at;
    else if (character === close && at > start) {
      const prefix = bare.slice(Math.max(0, start - CONTEXT_LENGTH), start);
      passages.push(
        newBroughtPassage(bare.slice(start, at), { prefix, suffix: bare.slice(at, at + CONTEXT_LENGTH) }),
      );
    } else if (character !== close) at += character.length;
  }
  return passages;
};

const textOf = (markdown: string): string => {
  const parsed = parseMarkdown(markdown);
  return parsed === null ? '' : canonicalText(withoutLeftOut(parsed.body, parsed.leftOut));
};

/** `#tag` and `#tag/below` in the text; a mere number is not a tag. */
const tagsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?:^|\s)#([\p{L}\p{N}_/-]*[\p{L}_][\p{L}\p{N}_/-]*)/gmu)].map(([, tag = '']) =>
    tag.replace(/^\/+|\/+$/gu, ''),
  );

/** Tags of the front matter: a list, or words on one line. */
const tagsAbove = (markdown: string): readonly string[] => {
  const [, block = ''] = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---/u.exec(markdown) ?? [];
  const [, line = '', items = ''] = /^tags?:[ \t]*(.*)((?:\r?\n[ \t]*-[ \t]+.*)*)/imu.exec(block) ?? [];
  const words = `${line.replace(/[[\]"']/gu, '')}\n${items.replaceAll(/^[ \t]*-[ \t]+["']?|["']$/gmu, '')}`;
  return words.split(/[,\n]|\s(?=#)/u).map((word) => word.trim().replace(/^#/u, ''));
};

const withoutEnding = (name: string): string => name.replace(/\.(?:md|markdown)$/iu, '');

/**
 * `==highlights==` of a Markdown note, as in Obsidian and similar tools. They are recognised only in running text,
 * never in code, formulas or addresses; within one paragraph, heading or cell; and only as complete pairs.
 */

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

/** Pairs that contain words: `==` after white space can't close, and before white space can't open. */
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

/** The places of `==` in `markdown`, in pairs of open and close; UTF-16 offsets. */
const highlightSigns = (markdown: string): readonly number[] =>
  signsOf(reader.parse(markdown), markdown).toSorted((a, b) => a - b);

/** `markdown` with the `==` at `signs` replaced by what `sign` gives for each in turn. */
const replaceSigns = (
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

const readNote = ({ name, text: markdown }: ExportText): BroughtArticle => {
  const { text, found } = readFrontMatter(markdown);
  const signs = freeSigns(text);
  const places = signs === null ? [] : highlightSigns(text);
  const bare = replaceSigns(text, places, () => '');
  const marked =
    signs === null ? text : replaceSigns(text, places, (index) => signs[index % 2 === 0 ? 0 : 1]);
  return newBrought(
    {
      title: readName(found.title?.value) ?? readName(withoutEnding(name)),
      byline: readName(found.byline?.value),
      publisher: readName(found.publisher?.value),
      publishedAt: readDate(found.publishedAt?.value),
      url: readUrl(found.url?.value),
      language: readLanguage(found.language?.value),
    },
    {
      fileName: readName(name),
      text: bare.trim() === '' ? null : { kind: 'markdown', text: bare },
      tags: readTags([...tagsAbove(markdown), ...tagsIn(bare)]),
      passages: signs === null ? [] : [...passagesBetween(textOf(marked), signs)],
    },
  );
};

/** Notes of Obsidian, an article each. */
export const readObsidian = (files: readonly ExportText[]): Brought => {
  const leftOut = countLeftOut();
  const articles = files.map(readNote).filter(({ text }) => text !== null);
  leftOut.add('empty-note', files.length - articles.length);
  return { articles, leftOut: leftOut.list() };
};
