import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch } from '#domain/search/language/parse-search.ts';
import { type SearchNode, wantedTerms, waysOf, widenTerms } from '#domain/search/language/search-node.ts';
import { indexQuery, rankQuery } from '#domain/search/words/index-query.ts';
import { indexTokens, termTokens } from '#domain/search/words/index-tokens.ts';

/** The search in one line, with every operator written out. */
const print = (node: SearchNode | null): string => {
  switch (node?.kind) {
    case undefined:
      return '';
    case 'and':
    case 'or':
      return `(${node.nodes.map(print).join(node.kind === 'and' ? ' & ' : ' | ')})`;
    case 'not':
      return `!${print(node.node)}`;
    case 'term':
      return `${node.term.words.join('_')}${node.term.isPrefix ? '*' : ''}`;
    case 'near':
      return `near${node.distance}[${node.terms.map(({ words }) => words.join('_')).join(' ')}]`;
    case 'condition':
      return `${node.condition.field}=${JSON.stringify(node.condition.values)}`;
  }
};
const read = (text: string): string => print(parseSearch(text).node);
const said = (text: string): readonly string[] => parseSearch(text).notices.map(({ part }) => part);

/** A few words of which forms are known. */
const forms = (word: string): readonly string[] =>
  ({ ship: ['ships'], harbour: ['harbours', 'harboured'] })[word] ?? [];
const asked = (text: string, isTyping = false): string | null => {
  const { node } = parseSearch(text, { isTyping });
  return node === null ? null : indexQuery(widenTerms(node, forms));
};

describe('a field', () => {
  it('may be named as the window names it', () => {
    expect(read('speaker:Ministry')).toBe('source=["Ministry"]');
    expect(read('publication:Post')).toBe('publisher=["Post"]');
  });
});

describe('forms of words', () => {
  it.each([
    ['ship', '("ship" OR "ships")'],
    ['quay', '"quay"'],
    ['"ship" =harbour', '("ship" AND "harbour")'],
    ['="ship harbour"', '"ship harbour"'],
    ['ship*', '("ship" * OR "ships")'],
    ['=ship*', '"ship" *'],
    ['-ship quay', '(("quay") NOT (("ship" OR "ships")))'],
    ['ship-quay', '("ship quay" OR "ships quay")'],
    ['ship NEAR/2 quay', '(NEAR("ship" "quay", 2) OR NEAR("ships" "quay", 2))'],
    ['"ship" NEAR/2 quay', 'NEAR("ship" "quay", 2)'],
  ])('%s asks the words for %s', (text, query) => {
    expect(asked(text)).toBe(query);
  });

  it('of the word that is typed stand beside what begins with it, unless it is exact', () => {
    expect(asked('quay ship', true)).toBe('("quay" AND ("ship" * OR "ships"))');
    expect(asked('quay =ship', true)).toBe('("quay" AND "ship")');
  });

  it('are asked for in so many ways at most', () => {
    const many = () => Array.from({ length: 30 }, (_, at) => `form${at}`);
    const { node } = parseSearch('ship-quay');
    const [term] = wantedTerms(node && widenTerms(node, many));
    expect(term && waysOf(term)).toHaveLength(64);
    expect(term && waysOf(term)[0]).toEqual({ words: ['ship', 'quay'], isPrefix: false });
  });
});

describe('the language of search', () => {
  it.each([
    ['harbour port', '(harbour & port)'],
    ['harbour AND port', '(harbour & port)'],
    ['harbour OR port quay', '(harbour | (port & quay))'],
    ['(harbour OR port) quay', '((harbour | port) & quay)'],
    ['harbour NOT port', '(harbour & !port)'],
    ['harbour -port', '(harbour & !port)'],
    ['-"closed port"', '!closed_port'],
    ['-(a OR b)', '!(a | b)'],
    ['“Machine tools”', 'machine_tools'],
    ['re-export*', 're_export*'],
    ['U.S. Łódź', '(us & lodz)'],
    ['ship NEAR/3 quay', 'near3[ship quay]'],
    ['ship NEAR "dry dock" NEAR/20 quay', 'near20[ship dry_dock quay]'],
    ['sand or gravel', '(sand & or & gravel)'],
    ['', ''],
    ['… — !', ''],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(said(text)).toEqual([]);
  });

  it.each([
    ['tag:china', 'tag=["china"]'],
    ['tag:"China / Dual use",Ports', 'tag=["China / Dual use","Ports"]'],
    ['Label:claims,Data', 'label=["claims","Data"]'],
    ['in:note', 'in=["note"]'],
    ['has:task', 'has=["task"]'],
    ['-is:unread', '!is=["unread"]'],
    ['lang:de', 'lang=["de"]'],
    ['date:2024-04..2024-06', 'date=[{"from":"2024-04","to":"2024-06","isWhole":false}]'],
    ['date:2024', 'date=[{"from":"2024","to":"2024","isWhole":false}]'],
    ['date:=2024-04', 'date=[{"from":"2024-04","to":"2024-04","isWhole":true}]'],
    ['event:=..2023,year', 'event=[{"from":null,"to":"2023","isWhole":true},{"knownTo":"year"}]'],
    ['kind:persons', 'kind=["person"]'],
    ['-has:tag,origin', '!has=["tag","origin"]'],
    ['event:..2024-06-30', 'event=[{"from":null,"to":"2024-06-30","isWhole":false}]'],
    ['grade:B2', 'grade=[{"reliability":["B"],"credibility":[2]}]'],
    ['grade:B2..', 'grade=[{"reliability":["A","B"],"credibility":[1,2]}]'],
    ['grade:..D', 'grade=[{"reliability":["D","E"],"credibility":null}]'],
    ['grade:A1..C3', 'grade=[{"reliability":["A","B","C"],"credibility":[1,2,3]}]'],
    ['reliability:<=B', 'reliability=[{"reliability":["A","B"],"credibility":null}]'],
    ['reliability:F', 'reliability=[{"reliability":["F"],"credibility":null}]'],
    ['credibility:2..4', 'credibility=[{"reliability":null,"credibility":[2,3,4]}]'],
    ['credibility:>3', 'credibility=[{"reliability":null,"credibility":[4,5]}]'],
  ])('reads the condition %s', (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(said(text)).toEqual([]);
  });

  it.each([
    ['colour:red', 'colour_red', ['colour:red']],
    ['grade:Z9', 'grade_z9', ['grade:Z9']],
    ['date:soon', 'date_soon', ['date:soon']],
    ['date:=', 'date', ['date:=']],
    ['reliability:<=F', 'reliability_f', ['reliability:<=F']],
    ['OR harbour', '(or & harbour)', ['OR']],
    ['harbour AND', '(harbour & and)', ['AND']],
    ['harbour NEAR/3', '(harbour & near_3)', ['NEAR/3']],
    ['(harbour', 'harbour', ['(']],
    ['harbour) port', '(harbour & port)', [')']],
    ['"dry dock', 'dry_dock', ['"dry dock']],
  ])('reads what is wrong in %s as words, and says so', (text, expected, parts) => {
    expect(read(text)).toBe(expected);
    expect(said(text)).toEqual(parts);
  });

  it('takes the last word for the beginning of one while it is typed', () => {
    const typing = (text: string) => print(parseSearch(text, { isTyping: true }).node);
    expect(typing('dry harb')).toBe('(dry & harb*)');
    expect(typing('dry harb ')).toBe('(dry & harb)');
    expect(typing('"dry dock"')).toBe('dry_dock');
  });

  const piece = fc.oneof(
    fc.constantFrom(
      'OR',
      'NOT',
      'AND',
      'NEAR/2',
      'NEAR',
      '(',
      ')',
      '-',
      '"',
      '*',
      ':',
      ',',
      '..',
      "'",
      ';',
      '--',
    ),
    fc.constantFrom(
      'tag:',
      'grade:B2',
      'date:2024',
      '"a b"',
      'words MATCH',
      '{col}:',
      '^',
      '+',
      '北京',
      'x*',
      '\u0000',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const typed = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' '));

  it('reads whatever is typed, and hands the index strings and operators alone', () => {
    const syntax = /^(?:"[\p{L}\p{N}\p{M} ]+"(?: \*)?|NEAR\(|, \d+|\(|\)| (?:AND|OR|NOT) | )*$/u;
    fc.assert(
      fc.property(typed, fc.boolean(), (text, isTyping) => {
        const { node } = parseSearch(text, { isTyping });
        const queries = node === null ? [] : [indexQuery(node), rankQuery(node)];
        for (const query of queries.filter((each) => each !== null)) expect(query).toMatch(syntax);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds a phrase of any text in that text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.nat(40),
        fc.nat(12),
        (text, from, length) => {
          const line = text.replaceAll('\n', ' ');
          const words = line
            .split(/\s+/u)
            .slice(from % 6, (from % 6) + 1 + (length % 3))
            .join(' ');
          const [term] = wantedTerms(parseSearch(`"${words.replace(/["“”„«»]/gu, ' ')}"`).node);
          if (term === undefined) return;
          const { tokens, isPrefix } = termTokens(term);
          const wanted = ` ${tokens.join(' ')}${isPrefix ? '' : ' '}`;
          expect(` ${indexTokens(line.replace(/["“”„«»]/gu, ' '))} `).toContain(wanted);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
