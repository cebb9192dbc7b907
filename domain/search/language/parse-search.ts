/**
 * The parser of the search language, which is forgiving: text that cannot be parsed as written is read as words,
 * with a notice. Operators are written in capitals, so that "or" stays a word.
 */

import { wordRuns } from '../search-words.ts';
import { readCondition } from './condition.ts';
import { type Lexeme, lexSearch } from './lex-search.ts';
import {
  allOf,
  type ParsedSearch,
  type SearchNode,
  type SearchNotice,
  type SearchTerm,
} from './search-node.ts';

const DEFAULT_DISTANCE = 10;
/** Parentheses nested deeper than this are ignored. */
const MAX_DEPTH = 40;

/** The words of a typed word or phrase; null where it holds no letter and no digit. */
export const readTerm = (text: string, isPrefix: boolean, isExact = false): SearchTerm | null => {
  const words = wordRuns(text);
  if (words.length === 0) return null;
  return isExact ? { words, isPrefix, isExact } : { words, isPrefix };
};

/** Reads a search from its lexemes, from left to right. */
class SearchParser {
  readonly notices: SearchNotice[] = [];
  readonly #lexemes: readonly Lexeme[];
  #at = 0;

  constructor(lexemes: readonly Lexeme[]) {
    this.#lexemes = lexemes;
  }

  parse(): SearchNode | null {
    const nodes: SearchNode[] = [];
    while (this.#at < this.#lexemes.length) {
      const node = this.#readOr(0);
      if (node !== null) nodes.push(node);
      if (this.#next()?.kind === 'close') this.#skip('a parenthesis that closes nothing is left out');
    }
    return allOf(nodes);
  }

  #next(by = 0): Lexeme | undefined {
    return this.#lexemes[this.#at + by];
  }

  #skip(says: string): void {
    this.notices.push({ part: this.#next()?.text ?? '', says });
    this.#at += 1;
  }

  /** Whether the current part is an operator with something on its right. */
  #isOperator(name: string): boolean {
    const here = this.#next();
    return here?.kind === 'operator' && here.name === name && this.#beginsOperand(this.#next(1));
  }

  #beginsOperand(lexeme: Lexeme | undefined): boolean {
    return lexeme !== undefined && lexeme.kind !== 'close';
  }

  #readOr(depth: number): SearchNode | null {
    const nodes = [this.#readAnd(depth)];
    while (this.#isOperator('OR')) {
      this.#at += 1;
      nodes.push(this.#readAnd(depth));
    }
    const read = nodes.filter((node) => node !== null);
    return read.length > 1 ? { kind: 'or', nodes: read } : (read[0] ?? null);
  }

  /** Whether a sequence joined by AND, written or not, ends here. */
  #endsAnd(hasBegun: boolean): boolean {
    const here = this.#next();
    return here === undefined || here.kind === 'close' || (hasBegun && this.#isOperator('OR'));
  }

  #readAnd(depth: number): SearchNode | null {
    const nodes: SearchNode[] = [];
    while (!this.#endsAnd(nodes.length > 0)) {
      if (nodes.length > 0 && this.#isOperator('AND')) this.#at += 1;
      const node = this.#readNot(depth);
      if (node !== null) nodes.push(node);
    }
    return allOf(nodes);
  }

  #readNot(depth: number): SearchNode | null {
    const here = this.#next();
    if ((here?.kind !== 'minus' && !this.#isOperator('NOT')) || depth > MAX_DEPTH)
      return this.#readPrimary(depth);
    this.#at += 1;
    const node = this.#readNot(depth + 1);
    return node === null ? null : { kind: 'not', node };
  }

  #readPrimary(depth: number): SearchNode | null {
    const here = this.#next();
    if (here === undefined) return null;
    if (here.kind === 'open') return this.#readGroup(depth);
    this.#at += 1;
    if (here.kind === 'condition') {
      const condition = readCondition(here.field, here.values);
      if (condition !== null) return { kind: 'condition', condition };
      this.notices.push({ part: here.text, says: 'is no condition and is read as words' });
    }
    if (here.kind === 'operator') {
      this.notices.push({ part: here.text, says: 'has nothing to join here and is read as a word' });
    }
    const term = this.#readWords(here);
    return term === null ? null : this.#readNear(term);
  }

  #readWords(lexeme: Lexeme): SearchTerm | null {
    const isWords = lexeme.kind === 'words';
    return readTerm(lexeme.text, isWords && lexeme.isPrefix, isWords && lexeme.isExact);
  }

  /** `a NEAR/5 b NEAR/3 c`: the widest distance holds for all of them. */
  #readNear(first: SearchTerm): SearchNode {
    const terms = [first];
    let distance = 0;
    for (;;) {
      const [here, operand] = [this.#next(), this.#next(1)];
      if (here?.kind !== 'operator' || here.name !== 'NEAR' || operand?.kind !== 'words') break;
      const term = this.#readWords(operand);
      this.#at += 2;
      if (term === null) continue;
      terms.push(term);
      distance = Math.max(distance, here.distance ?? DEFAULT_DISTANCE);
    }
    return terms.length === 1 ? { kind: 'term', term: first } : { kind: 'near', terms, distance };
  }

  #readGroup(depth: number): SearchNode | null {
    if (depth >= MAX_DEPTH) {
      this.#skip('is nested too deep and is left out');
      return this.#readPrimary(depth);
    }
    this.#at += 1;
    const node = this.#readOr(depth + 1);
    if (this.#next()?.kind === 'close') this.#at += 1;
    else this.notices.push({ part: '(', says: 'is closed at the end' });
    return node;
  }
}

export type ParseOptions = {
  /** The last word is still being typed: it is the beginning of one. */
  readonly isTyping?: boolean | undefined;
};

/** Reads a search. Nothing is refused. */
export const parseSearch = (text: string, { isTyping = false }: ParseOptions = {}): ParsedSearch => {
  const { lexemes, notices } = lexSearch(text);
  const last = lexemes.at(-1);
  const isOpenEnded = isTyping && last?.kind === 'words' && !last.isExact && !/\s$/u.test(text);
  const parser = new SearchParser(
    isOpenEnded ? [...lexemes.slice(0, -1), { ...last, isPrefix: true }] : lexemes,
  );
  const node = parser.parse();
  return { node, notices: [...notices, ...parser.notices] };
};
