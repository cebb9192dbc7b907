/**
 * An inverted index in memory: from a word to the documents that hold it. A query asks for words that begin with
 * what was typed, so the vocabulary is kept by first character and sorted when it is asked.
 *
 * Documents are numbers that only grow, so every list of them is sorted as it is built and a removed document is a
 * mark, not a search through lists. A query costs the length of the lists of its words.
 */
import { searchWords } from '#domain/search/search-words.ts';

export type WordIndex = {
  /** A new document, still without text. */
  open(): number;
  /** Adds the words of `text` to the document that was opened last. */
  append(document: number, text: string): void;
  remove(document: number): void;
  /** The documents that hold just this word (folded, see searchWords); null where more than `most` do. */
  holding(word: string, most: number): readonly number[] | null;
  /** Tells of any document whether every one of `words` (folded, see queryWords) begins a word of it. */
  match(words: readonly string[]): (document: number) => boolean;
};

/** The words that begin with one character; sorted only once they are asked for. */
type Drawer = { readonly words: string[]; isSorted: boolean };

const createVocabulary = () => {
  const drawers = new Map<string, Drawer>();
  const drawerOf = (word: string): Drawer => {
    const label = String.fromCodePoint(word.codePointAt(0) ?? 0);
    const drawer = drawers.get(label) ?? { words: [], isSorted: true };
    drawers.set(label, drawer);
    return drawer;
  };

  const firstAtOrAfter = (words: readonly string[], prefix: string): number => {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((words[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    add(word: string): void {
      const drawer = drawerOf(word);
      drawer.words.push(word);
      drawer.isSorted = false;
    },
    beginningWith(prefix: string): readonly string[] {
      const drawer = drawerOf(prefix);
      if (!drawer.isSorted) drawer.words.sort();
      drawer.isSorted = true;
      const start = firstAtOrAfter(drawer.words, prefix);
      let end = start;
      while (drawer.words[end]?.startsWith(prefix)) end += 1;
      return drawer.words.slice(start, end);
    },
  };
};

/** An empty index. */
export const createWordIndex = (): WordIndex => {
  const vocabulary = createVocabulary();
  const documentsByWord = new Map<string, number[]>();
  const removed = new Set<number>();
  let count = 0;

  /** Raises the mark of each document that holds the word and has all the words before it. */
  const raiseMarks = (marks: Uint16Array, word: string, passed: number): void => {
    for (const document of documentsByWord.get(word) ?? []) {
      if (marks[document] === passed) marks[document] = passed + 1;
    }
  };

  /** Marks each document with how many of the words, in their order, begin a word of it. */
  const markDocuments = (words: readonly string[]): Uint16Array => {
    const marks = new Uint16Array(count);
    for (const [passed, prefix] of words.entries()) {
      for (const word of vocabulary.beginningWith(prefix)) raiseMarks(marks, word, passed);
    }
    return marks;
  };

  return {
    open() {
      count += 1;
      return count - 1;
    },
    append(document, text) {
      for (const word of searchWords(text)) {
        const documents = documentsByWord.get(word);
        if (documents === undefined) {
          documentsByWord.set(word, [document]);
          vocabulary.add(word);
        } else if (documents.at(-1) !== document) documents.push(document);
      }
    },
    remove(document) {
      removed.add(document);
    },
    holding(word, most) {
      const documents = documentsByWord.get(word) ?? [];
      // A word that all hold is told by the length of its list: nothing is copied.
      if (documents.length > most + removed.size) return null;
      const held = removed.size === 0 ? documents : documents.filter((document) => !removed.has(document));
      return held.length > most ? null : held;
    },
    match(words) {
      const marks = markDocuments(words);
      return (document) => marks[document] === words.length && !removed.has(document);
    },
  };
};
