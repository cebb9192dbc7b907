/**
 * Escapes text so that Markdown renders exactly that text (CommonMark 0.31, GitHub's tables, strikethrough and
 * footnotes). A backslash before punctuation is the character itself.
 */
const everywhere = /[\\`*_[\]<>|~$]/gu;
const entity = /&(?=#?[\p{L}\p{N}]+;)/gu;
/** What GitHub would turn into a link, with the escaping backslashes in it. */
const bareLink = /:(?=\/\/)|(?<=www)\.|@/giu;
const lineStart = /^([ \t]*)(#|[-+=](?=\s|$|[-=])|(\d{1,9})([.)])(?=\s|$))/u;
/** Sequences without meaning in Markdown that begin a comment or a template command in Obsidian. */
const template = /(?<=<)%|%(?=%)|(?<=%)%/gu;
const edgeSpace = /^[ \t]+|[ \t]+$/gu;

const escapeStart = (line: string): string =>
  line.replace(lineStart, (_, space: string, mark: string, digits?: string, point?: string) =>
    digits === undefined ? `${space}\\${mark}` : `${space}${digits}\\${point}`,
  );

/** White space at the ends of a line would be dropped, or make a code block. */
const keepEdges = (line: string): string =>
  line.replace(edgeSpace, (spaces) => spaces.replaceAll(' ', '&#32;').replaceAll('\t', '&#9;'));

const lineEnd = /\r\n?|\n/gu;

/** For text within a line, whose beginning is not the start of a line; each further line of `text` is. */
export const escapeInline = (text: string): string =>
  text
    .replace(everywhere, '\\$&')
    .replace(entity, '\\&')
    .replace(bareLink, '\\$&')
    .replace(template, '\\$&')
    .split(lineEnd)
    .map((line, at) => (at === 0 ? line : escapeStart(line)))
    .join('\\\n');

/** For text that is a line of its own. */
export const escapeLine = (text: string): string => keepEdges(escapeStart(escapeInline(text)));

/** For the text of a heading: one line, whose end is not read as closing marks. */
export const escapeHeading = (text: string): string =>
  escapeLine(text.replace(lineEnd, ' ')).replace(/#+$/u, (marks) => marks.replaceAll('#', '\\#'));

/** An address in angle brackets may contain anything but angle brackets and line ends. */
export const escapeAddress = (href: string): string =>
  href.replace(/[<>\\\s\p{Cc}]/gu, (character) => encodeURIComponent(character));

/** The same for a link target, in which entities are decoded. */
export const escapeTarget = (href: string): string => escapeAddress(href).replace(entity, '\\&');

/** For text that is already Markdown: only what would begin another block at the start of a line is escaped. */
export const guardStart = (markdown: string): string => markdown.split('\n').map(escapeStart).join('\n');
