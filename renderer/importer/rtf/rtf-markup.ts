/** The content of an RTF file as HTML: paragraphs, headings, table rows and notes, in order. */
import { escapeHtml } from '#domain/text/escape-html.ts';
import { noteReference, withinTags, withNotes } from '../markup/markup-parts.ts';
import type { RtfLook } from './rtf-state.ts';

const tagsOf = ({ bold, italic, strike, raised, change }: RtfLook): readonly string[] => [
  ...(change === null ? [] : [change === 'ins' ? 'ins' : 'del']),
  ...(bold ? ['b'] : []),
  ...(italic ? ['i'] : []),
  ...(strike ? ['s'] : []),
  ...(raised === null ? [] : [raised]),
];

export class RtfMarkup {
  #blocks = '';
  #paragraph = '';
  #cells: string[] = [];
  #rows = '';
  #notes: string[] = [];
  #note: string | null = null;
  /** The heading level of the paragraph; 0 for none. */
  level = 0;
  /** Whether the paragraph is in a cell. */
  isInTable = false;

  text(text: string, look: RtfLook): void {
    this.markup(withinTags(tagsOf(look), escapeHtml(text)));
  }

  markup(markup: string): void {
    if (this.#note === null) this.#paragraph += markup;
    else this.#note += markup;
  }

  beginNote(): void {
    const number = this.#notes.length + 1;
    this.#paragraph += noteReference(number, String(number));
    this.#note = '';
  }

  endNote(): void {
    if (this.#note !== null) this.#notes.push(this.#note);
    this.#note = null;
  }

  endParagraph(): void {
    if (this.#note !== null || this.isInTable) {
      this.markup('<br>');
      return;
    }
    this.#endTable();
    const tag = this.level === 0 ? 'p' : `h${this.level}`;
    if (this.#paragraph !== '') this.#blocks += `<${tag}>${this.#paragraph}</${tag}>`;
    this.#paragraph = '';
  }

  endCell(): void {
    this.#cells.push(this.#paragraph);
    this.#paragraph = '';
  }

  endRow(): void {
    if (this.#cells.length > 0)
      this.#rows += `<tr>${this.#cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    this.#cells = [];
  }

  #endTable(): void {
    this.endRow();
    if (this.#rows !== '') this.#blocks += `<table>${this.#rows}</table>`;
    this.#rows = '';
  }

  end(): string {
    this.isInTable = false;
    this.endNote();
    this.endParagraph();
    this.#endTable();
    return withNotes(this.#blocks, this.#notes);
  }
}
