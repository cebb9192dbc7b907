/**
 * Text as Markdown that reads as that text and nothing else (CommonMark 0.31, GitHub's tables, strikethrough and
 * footnotes). A backslash before punctuation is the character itself.
 */
const everywhere = /[\\`*_[\]<>|~$]/gu;
const entity = /&(?=#?[\p{L}\p{N}]+;)/gu;
/** What GitHub would make a link of, with the backslashes in it. */
const bareLink = /:(?=\/\/)|(?<=www)\.|@/giu;
const lineStart = /^([ \t]*)(#|[-+=](?=\s|$|[-=])|(\d{1,9})([.)])(?=\s|$))/u;
/** What is no Markdown, and yet begins a comment of Obsidian, or a command of its templates. */
const template = /(?<=<)%|%(?=%)|(?<=%)%/gu;
const edgeSpace = /^[ \t]+|[ \t]+$/gu;

const escapeStart = (line: string): string =>
  line.replace(lineStart, (_, space: string, mark: string, digits?: string, point?: string) =>
    digits === undefined ? `${space}\\${mark}` : `${space}${digits}\\${point}`,
  );

/** White space at the edges of a line would be dropped, or make code of it. */
const keepEdges = (line: string): string =>
  line.replace(edgeSpace, (spaces) => spaces.replaceAll(' ', '&#32;').replaceAll('\t', '&#9;'));

const lineEnd = /\r\n?|\n/gu;

/** Within a line, where what stands before it is no line's start; each further line of `text` is one of its own. */
export const escapeInline = (text: string): string =>
  text
    .replace(everywhere, '\\$&')
    .replace(entity, '\\&')
    .replace(bareLink, '\\$&')
    .replace(template, '\\$&')
    .split(lineEnd)
    .map((line, at) => (at === 0 ? line : escapeStart(line)))
    .join('\\\n');

/** A line of its own. */
export const escapeLine = (text: string): string => keepEdges(escapeStart(escapeInline(text)));

/** What stands behind the marks of a heading: one line, of which no end is taken for closing marks. */
export const escapeHeading = (text: string): string =>
  escapeLine(text.replace(lineEnd, ' ')).replace(/#+$/u, (marks) => marks.replaceAll('#', '\\#'));

/** An address between angle brackets may hold all but these and line ends. */
export const escapeAddress = (href: string): string =>
  href.replace(/[<>\\\s\p{Cc}]/gu, (character) => encodeURIComponent(character));

/** The same as the aim of a link, where entities are read. */
export const escapeTarget = (href: string): string => escapeAddress(href).replace(entity, '\\&');

/** What is Markdown already, at the head of a line: only what would begin another block is escaped. */
export const guardStart = (markdown: string): string => markdown.split('\n').map(escapeStart).join('\n');
