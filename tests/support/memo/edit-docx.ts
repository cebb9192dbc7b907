/**
 * Edits a Word document like a reviewer, in the format of Word, LibreOffice or Google Docs. Edits are addressed by
 * words; what a program loses (names, threads, locks, properties) is dropped at the end.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type Program = 'word' | 'libreoffice' | 'google';
export type Who = { readonly by: string; readonly at: string };
export type Said = Who & {
  readonly text: string;
  readonly replies?: readonly Said[];
  readonly isDone?: boolean;
};

const isRun = ({ tagName }: Element): boolean => tagName === 'w:r';
const textIn = (element: Element): string =>
  [...element.getElementsByTagName('*')]
    .map(({ tagName, textContent }) => (/^w:(?:t|delText)$/.test(tagName) ? (textContent ?? '') : ''))
    .join('');

export class EditedDocx {
  readonly #parts: Record<string, Uint8Array>;
  readonly #program: Program;
  readonly #document: Document;
  readonly #comments: { readonly said: Said; readonly id: number; readonly parent: number | null }[] = [];
  #ids = 1000;

  constructor(bytes: Uint8Array, program: Program) {
    this.#parts = unzipSync(bytes);
    this.#program = program;
    this.#document = this.#parse('word/document.xml');
  }

  #parse(name: string): Document {
    const part = this.#parts[name];
    if (part === undefined) throw new Error(`the document has no ${name}`);
    return new DOMParser().parseFromString(strFromU8(part), 'application/xml');
  }

  #make(name: string, attributes: Readonly<Record<string, string>> = {}): Element {
    const element = this.#document.createElementNS(W, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttributeNS(W, key, value);
    return element;
  }

  #change(name: string, { by, at }: Who, attributes: Readonly<Record<string, string>> = {}): Element {
    this.#ids += 1;
    return this.#make(name, { 'w:id': `${this.#ids}`, 'w:author': by, 'w:date': at, ...attributes });
  }

  /** The first paragraph with these words. */
  paragraph(words: string): Element {
    const found = [...this.#document.getElementsByTagName('w:p')].find((each) =>
      textIn(each).includes(words),
    );
    if (found === undefined) throw new Error(`no paragraph has “${words}”`);
    return found;
  }

  /** The words of all paragraphs of the body. */
  texts(): readonly string[] {
    return [...this.#document.getElementsByTagName('w:p')].map(textIn);
  }

  #run(text: string, name: 'w:t' | 'w:delText' = 'w:t'): Element {
    const run = this.#make('w:r');
    const words = this.#make(name);
    words.setAttribute('xml:space', 'preserve');
    words.textContent = text;
    run.append(words);
    return run;
  }

  /** The runs with exactly these words of a paragraph; runs are split for that. */
  #runsOf(paragraph: Element, words: string): readonly Element[] {
    const from = textIn(paragraph).indexOf(words);
    if (from === -1) throw new Error(`“${words}” is not in the paragraph`);
    this.#cut(paragraph, from);
    this.#cut(paragraph, from + words.length);
    let at = 0;
    return [...paragraph.getElementsByTagName('w:r')].filter((run) => {
      const start = at;
      at += textIn(run).length;
      return start >= from && at <= from + words.length && at > start;
    });
  }

  #cut(paragraph: Element, offset: number): void {
    let at = 0;
    for (const run of [...paragraph.getElementsByTagName('w:r')]) {
      const text = textIn(run);
      const within = offset - at;
      at += text.length;
      if (within <= 0 || within >= text.length) continue;
      const rest = run.cloneNode(true) as Element;
      const [first] = [...run.children].filter(({ tagName }) => tagName === 'w:t');
      const [second] = [...rest.children].filter(({ tagName }) => tagName === 'w:t');
      if (first === undefined || second === undefined) throw new Error('the run has several texts');
      first.textContent = text.slice(0, within);
      second.textContent = text.slice(within);
      for (const each of [first, second]) each.setAttribute('xml:space', 'preserve');
      run.after(rest);
      return;
    }
  }

  /** Words after `after` in the paragraph; at its beginning if that is empty. */
  insert(paragraph: Element, after: string, text: string, who: Who | null): void {
    const run = this.#run(text);
    const put = who === null ? run : this.#change('w:ins', who);
    if (put !== run) put.append(run);
    const last = after === '' ? undefined : this.#runsOf(paragraph, after).at(-1);
    if (last !== undefined) last.after(put);
    else this.#firstOf(paragraph).before(put);
  }

  #firstOf(paragraph: Element): Element {
    const first = [...paragraph.children].find(({ tagName }) => tagName !== 'w:pPr');
    if (first !== undefined) return first;
    const run = this.#run('');
    paragraph.append(run);
    return run;
  }

  delete(paragraph: Element, words: string, who: Who | null): void {
    for (const run of this.#runsOf(paragraph, words)) this.#deleteRun(run, 'w:del', who);
  }

  #deleteRun(run: Element, name: 'w:del' | 'w:moveFrom', who: Who | null): void {
    if (who === null) {
      run.remove();
      return;
    }
    const change = this.#change(name, who);
    run.replaceWith(change);
    change.append(run);
    for (const text of [...run.getElementsByTagName('w:t')]) {
      const other = this.#make(name === 'w:del' ? 'w:delText' : 'w:t');
      other.setAttribute('xml:space', 'preserve');
      other.textContent = text.textContent;
      text.replaceWith(other);
    }
  }

  replace(paragraph: Element, words: string, text: string, who: Who | null): void {
    this.insert(paragraph, words, text, who);
    this.delete(paragraph, words, who);
  }

  /** Turns bold on or off. */
  format(paragraph: Element, words: string, who: Who | null): void {
    for (const run of this.#runsOf(paragraph, words)) {
      const properties = [...run.children].find(({ tagName }) => tagName === 'w:rPr') ?? this.#make('w:rPr');
      const before = properties.cloneNode(true) as Element;
      properties.append(this.#make('w:b'));
      if (who !== null) {
        const change = this.#change('w:rPrChange', who);
        change.append(before);
        properties.append(change);
      }
      run.prepend(properties);
    }
  }

  #mark(paragraph: Element, name: string, who: Who): void {
    const properties =
      [...paragraph.children].find(({ tagName }) => tagName === 'w:pPr') ?? this.#make('w:pPr');
    paragraph.prepend(properties);
    const marks = [...properties.children].find(({ tagName }) => tagName === 'w:rPr') ?? this.#make('w:rPr');
    properties.append(marks);
    marks.append(this.#change(name, who));
  }

  #newParagraph(text: string, who: Who | null, name = 'w:ins'): Element {
    const paragraph = this.#make('w:p');
    const run = this.#run(text);
    if (who === null) paragraph.append(run);
    else {
      const put = this.#change(name, who);
      put.append(run);
      paragraph.append(put);
    }
    return paragraph;
  }

  /** As by a return at the end of the paragraph: its mark is new, and the new paragraph has the old one. */
  insertParagraph(after: Element, text: string, who: Who | null): void {
    const made = this.#newParagraph(text, who);
    after.after(made);
    if (who === null) return;
    if (this.#program === 'libreoffice') this.#mark(made, 'w:ins', who);
    else this.#mark(after, 'w:ins', who);
  }

  deleteParagraph(paragraph: Element, who: Who | null): void {
    if (who === null) {
      paragraph.remove();
      return;
    }
    for (const run of [...paragraph.getElementsByTagName('w:r')]) this.#deleteRun(run, 'w:del', who);
    this.#mark(paragraph, 'w:del', who);
  }

  /** Splits it after `words`. */
  split(paragraph: Element, words: string, who: Who | null): void {
    const last = this.#runsOf(paragraph, words).at(-1);
    if (last === undefined) throw new Error('nothing to split');
    const rest = this.#make('w:p');
    const cut = outermost(last, paragraph);
    while (cut.nextSibling !== null) rest.append(cut.nextSibling);
    paragraph.after(rest);
    if (who !== null) this.#mark(paragraph, 'w:ins', who);
  }

  /** Joins it with the next one. */
  join(paragraph: Element, who: Who): void {
    this.#mark(paragraph, 'w:del', who);
  }

  move(paragraph: Element, after: Element, who: Who | null): void {
    if (who === null) {
      after.after(paragraph);
      return;
    }
    this.#ids += 1;
    const name = {
      'w:id': `${this.#ids}`,
      'w:name': `move${this.#ids}`,
      'w:author': who.by,
      'w:date': who.at,
    };
    const made = this.#newParagraph('', who, 'w:moveTo');
    const runs = [...paragraph.getElementsByTagName('w:r')].map((run) => run.cloneNode(true));
    made.firstElementChild?.replaceChildren(...runs);
    made.prepend(this.#make('w:moveToRangeStart', name));
    made.append(this.#make('w:moveToRangeEnd', { 'w:id': `${this.#ids}` }));
    this.#mark(made, 'w:moveTo', who);
    for (const run of [...paragraph.getElementsByTagName('w:r')]) this.#deleteRun(run, 'w:moveFrom', who);
    this.#firstOf(paragraph).before(this.#make('w:moveFromRangeStart', name));
    paragraph.append(this.#make('w:moveFromRangeEnd', { 'w:id': `${this.#ids}` }));
    this.#mark(paragraph, 'w:moveFrom', who);
    after.after(made);
  }

  comment(paragraph: Element, words: string, said: Said): void {
    const runs = this.#runsOf(paragraph, words);
    const [first, last] = [runs[0], runs.at(-1)];
    if (first === undefined || last === undefined) throw new Error('nothing to comment on');
    const root = this.#comments.length;
    this.#comments.push({ said, id: root, parent: null });
    for (const reply of said.replies ?? [])
      this.#comments.push({ said: reply, id: this.#comments.length, parent: root });
    for (let id = root; id < this.#comments.length; id += 1) {
      outermost(first, paragraph).before(this.#make('w:commentRangeStart', { 'w:id': `${id}` }));
      const reference = this.#make('w:r');
      reference.append(this.#make('w:commentReference', { 'w:id': `${id}` }));
      outermost(last, paragraph).after(this.#make('w:commentRangeEnd', { 'w:id': `${id}` }), reference);
    }
  }

  /** Drops what Google Docs loses: names of paragraphs, locks, and document properties. */
  #lose(): void {
    for (const name of ['w:bookmarkStart', 'w:bookmarkEnd'])
      for (const each of [...this.#document.getElementsByTagName(name)]) each.remove();
    for (const each of [...this.#document.getElementsByTagName('w:sdt')]) {
      const content = [...each.children].find(({ tagName }) => tagName === 'w:sdtContent');
      each.replaceWith(...(content?.childNodes ?? []));
    }
    delete this.#parts['docProps/custom.xml'];
  }

  #commentsXml(): string {
    const escapeXml = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    const written = this.#comments.map(
      ({ said, id }) =>
        `<w:comment w:id="${id}" w:author="${escapeXml(said.by)}" w:date="${said.at}"><w:p w14:paraId="${paraId(id)}"><w:r><w:t xml:space="preserve">${escapeXml(said.text)}</w:t></w:r></w:p></w:comment>`,
    );
    return `<?xml version="1.0" encoding="UTF-8"?><w:comments xmlns:w="${W}" xmlns:w14="${W14}">${written.join('')}</w:comments>`;
  }

  #threadsXml(): string {
    const written = this.#comments.map(({ said, id, parent }) => {
      const thread = parent === null ? '' : ` w15:paraIdParent="${paraId(parent)}"`;
      return `<w15:commentEx w15:paraId="${paraId(id)}"${thread} w15:done="${said.isDone === true ? 1 : 0}"/>`;
    });
    return `<?xml version="1.0" encoding="UTF-8"?><w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">${written.join('')}</w15:commentsEx>`;
  }

  #addPart(name: string, xml: string, type: string, relation: string): void {
    this.#parts[`word/${name}`] = strToU8(xml);
    const relations = 'word/_rels/document.xml.rels';
    const types = '[Content_Types].xml';
    const add = (part: string, end: string, line: string): void => {
      const text = strFromU8(this.#parts[part] ?? new Uint8Array());
      if (!text.includes(name)) this.#parts[part] = strToU8(text.replace(end, `${line}${end}`));
    };
    add(
      relations,
      '</Relationships>',
      `<Relationship xmlns="${RELATIONSHIPS}" Id="rId_${name}" Type="${relation}" Target="${name}"/>`,
    );
    add(
      types,
      '</Types>',
      `<Override PartName="/word/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`,
    );
  }

  /** The document as saved by the program. */
  save(): Uint8Array {
    if (this.#program === 'google') this.#lose();
    this.#addPart('comments.xml', this.#commentsXml(), 'comments', `${OFFICE}/comments`);
    if (this.#program === 'word' && this.#comments.length > 0)
      this.#addPart(
        'commentsExtended.xml',
        this.#threadsXml(),
        'commentsExtended',
        'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
      );
    const xml = new XMLSerializer().serializeToString(this.#document);
    this.#parts['word/document.xml'] = strToU8(xml);
    return zipSync(this.#parts);
  }
}

const paraId = (id: number): string => (0x10_00_00_00 + id).toString(16).toUpperCase();

/** The child of the paragraph that contains the run. */
const outermost = (run: Element, paragraph: Element): Element => {
  let outer = run;
  while (outer.parentElement !== null && outer.parentElement !== paragraph) outer = outer.parentElement;
  if (!isRun(run)) throw new Error('only runs hold words');
  return outer;
};
