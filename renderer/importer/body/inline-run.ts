/**
 * A run of inline content as a browser lays it out: white space between words collapses to one space, white space at
 * the beginning and end of a line disappears, an empty line separates paragraphs. NBSP is not white space. The result
 * has as few text nodes as there are changes of marks.
 */
import type { InlineNode, Mark, TextNode } from '#domain/article/body/body.ts';

/** The treatment of white space in text: `white-space: normal`, `pre-line` or `pre`. */
export type WhiteSpace = 'collapse' | 'keep-lines' | 'keep';

export type Marks = readonly Mark[];
type Line = InlineNode[];

const haveEqualMarks = (a: Marks, b: Marks): boolean => JSON.stringify(a) === JSON.stringify(b);

const withMarks = (marks: Marks): { marks?: Mark[] } => (marks.length === 0 ? {} : { marks: [...marks] });

const isSeen = (node: InlineNode): boolean =>
  node.type !== 'text' || /(?![\u200B-\u200D\u2060])\S/u.test(node.text);

export class InlineRun {
  #lines: Line[] = [[]];
  /** The marks of a space that is only visible if something follows on the line. */
  #waitingSpace: Marks | null = null;

  text(text: string, marks: Marks, whiteSpace: WhiteSpace): void {
    if (whiteSpace === 'collapse') {
      this.#collapsed(text, marks);
      return;
    }
    const [first = '', ...others] = text.split('\n');
    const add = (line: string) =>
      whiteSpace === 'keep' ? this.#add(line, marks) : this.#collapsed(line, marks);
    add(first);
    for (const line of others) {
      this.lineBreak();
      add(line);
    }
  }

  /** The text at the end of the run, since the last change of marks, without pending white space. */
  lastText(): string {
    const last = this.#line().at(-1);
    return this.#waitingSpace === null && last?.type === 'text' ? last.text : '';
  }

  lineBreak(): void {
    this.#waitingSpace = null;
    this.#lines.push([]);
  }

  image(alt: string, src: string, marks: Marks): void {
    this.#showSpace();
    this.#line().push({ type: 'image', attrs: { alt, src }, ...withMarks(marks) });
  }

  /** The non-empty lines, in groups separated by empty lines; the run is then empty. */
  takeParagraphs(): readonly (readonly Line[])[] {
    const groups: Line[][] = [[]];
    for (const line of this.#lines) {
      if (line.some(isSeen)) groups.at(-1)?.push(line);
      else groups.push([]);
    }
    this.#lines = [[]];
    this.#waitingSpace = null;
    return groups.filter((group) => group.length > 0);
  }

  #collapsed(text: string, marks: Marks): void {
    const words = text.replace(/[ \t\n\f\r]+/g, ' ');
    if (words.startsWith(' ')) this.#space(marks);
    const word = words.replace(/^ | $/g, '');
    if (word === '') return;
    this.#add(word, marks);
    if (words.endsWith(' ')) this.#space(marks);
  }

  #space(marks: Marks): void {
    if (this.#line().length > 0) this.#waitingSpace ??= marks;
  }

  #showSpace(): void {
    const marks = this.#waitingSpace;
    this.#waitingSpace = null;
    if (marks !== null) this.#add(' ', marks);
  }

  #add(text: string, marks: Marks): void {
    if (text === '') return;
    this.#showSpace();
    const last = this.#line().at(-1);
    if (last?.type === 'text' && haveEqualMarks(last.marks ?? [], marks)) last.text += text;
    else this.#line().push({ type: 'text', text, ...withMarks(marks) } satisfies TextNode);
  }

  #line(): Line {
    const line = this.#lines.at(-1);
    if (line === undefined) throw new Error('a run has always a line');
    return line;
  }
}

/** Lines as the content of one textblock. */
export const joinLines = (lines: readonly Line[]): InlineNode[] =>
  lines.flatMap((line, index): InlineNode[] => (index === 0 ? line : [{ type: 'hardBreak' }, ...line]));
