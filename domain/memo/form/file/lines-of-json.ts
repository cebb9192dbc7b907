type Level = { readonly isList: boolean; key: string; index: number; awaitsKey: boolean };

/** Where a string that begins at `start` ends: after its closing quotation mark. */
const endOfString = (text: string, start: number): number => {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
};

const endOfWord = (text: string, start: number): number => {
  let at = start;
  while (at < text.length && !/[\s,:[\]{}"]/u.test(text[at] ?? '')) at += 1;
  return Math.max(at, start + 1);
};

/** Reads sound JSON once, and notes at which line each value begins. No recursion: it may be nested as deep as it likes. */
class LineReader {
  readonly lines = new Map<string, number>();
  readonly #text: string;
  readonly #levels: Level[] = [];
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  read(): void {
    for (let at = 0; at < this.#text.length; ) at = this.#step(at);
  }

  #step(at: number): number {
    const character = this.#text[at] ?? '';
    if (character === '\n') this.#line += 1;
    if (/\s/u.test(character)) return at + 1;
    if (character === '{' || character === '[') return this.#open(character === '[', at);
    if (character === '}' || character === ']') this.#levels.pop();
    if (character === ',') this.#next();
    if (',:}]'.includes(character)) return at + 1;
    return this.#readValue(at, character);
  }

  #open(isList: boolean, at: number): number {
    this.#note();
    this.#levels.push({ isList, key: '', index: 0, awaitsKey: !isList });
    return at + 1;
  }

  #next(): void {
    const level = this.#levels.at(-1);
    if (level === undefined) return;
    level.index += 1;
    level.awaitsKey = !level.isList;
  }

  #readValue(at: number, character: string): number {
    const end = character === '"' ? endOfString(this.#text, at) : endOfWord(this.#text, at);
    const level = this.#levels.at(-1);
    if (level?.awaitsKey === true && character === '"') {
      level.key = String(JSON.parse(this.#text.slice(at, end)));
      level.awaitsKey = false;
    } else this.#note();
    return end;
  }

  #note(): void {
    if (this.#levels.length > 6) return;
    const path = this.#levels.map(({ isList, key, index }) => (isList ? String(index) : key));
    this.lines.set(path.join('/'), this.#line);
  }
}

/** The line, from 1, at which each value of a JSON text begins, by its path: "form/sections/2/heading". */
export const linesOfJson = (text: string): ReadonlyMap<string, number> => {
  const reader = new LineReader(text);
  reader.read();
  return reader.lines;
};
