/**
 * Text as Markdown that reads as that text and nothing else (CommonMark 0.31, GitHub's tables, strikethrough and
 * footnotes). A backslash before punctuation is the character itself.
 */
const everywhere = /[\\`*_[\]<>|~$]/gu;
const entity = /&(?=#?[\p{L}\p{N}]+;)/gu;
/** What GitHub would make a link of, with the backslashes in it. */
const bareLink = /:(?=\/\/)|(?<=www)\.|@/giu;
const lineStart = /^([ \t]*)(#|[-+=](?=\s|$|[-=])|(\d{1,9})([.)])(?=\s|$))/u;
const edgeSpace = /^[ \t]+|[ \t]+$/gu;

const escapeStart = (line: string): string =>
  line.replace(lineStart, (_, space: string, mark: string, digits?: string, point?: string) =>
    digits === undefined ? `${space}\\${mark}` : `${space}${digits}\\${point}`,
  );

/** White space at the edges of a line would be dropped, or make code of it. */
const keepEdges = (line: string): string =>
  line.replace(edgeSpace, (spaces) => spaces.replaceAll(' ', '&#32;').replaceAll('\t', '&#9;'));

/** Within a line, where what stands before it is no line's start. */
export const escapeInline = (text: string): string =>
  text
    .replace(everywhere, '\\$&')
    .replace(entity, '\\&')
    .replace(bareLink, '\\$&')
    .replace(/\r?\n/gu, '\\\n');

/** A line of its own. */
export const escapeLine = (text: string): string => keepEdges(escapeStart(escapeInline(text)));

/** What is Markdown already, at the head of a line: only what would begin another block is escaped. */
export const guardStart = (markdown: string): string => markdown.split('\n').map(escapeStart).join('\n');
