/**
 * Applies a citation style to the sources and citations of a memo, by Typst's own engine. A small document cites each
 * place in its order and is written as HTML, which is read as words with their look, and never as markup.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { CitedWork } from '#domain/memo/citation-style/cited-work.ts';
import type { CitationRequest, StyledCitations } from '#domain/memo/citation-style/style-document.ts';
import type { StyledWords } from '#domain/memo/document-run.ts';
import { NO_BIBLIOGRAPHY } from '#domain/memo/form/citation-style.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { typstLanguage } from '../page/prepare-text.ts';
import { collapseMarks, untypedPairs } from './collapse-marks.ts';
import { markedNames, readEngineStyle } from './engine-style.ts';
import { keyOf, printBibliography } from './hayagriva.ts';
import { readStyledHtml } from './read-styled-html.ts';
import { replaceSameAuthors } from './same-authors.ts';

const FOLDER = process.platform === 'win32' ? 'C:\\precis-citations\\' : '/precis-citations/';

/**
 * The document has each citation in an element of its own; before or after them it cites each source once, by which its
 * entry is identified; and then the bibliography.
 */
const template = `
#let input = json(bytes(sys.inputs.citations))
#set text(lang: input.lang, ..if input.region != none { (region: input.region) })
#let sources = for it in input.keys { html.elem("div", attrs: ("data-source": it), cite(label(it))) }
#if input.sourcesFirst { sources }
#for (at, cites) in input.citations.enumerate() {
  html.elem("div", attrs: ("data-citation": str(at)), for it in cites {
    cite(label(it.key), supplement: if it.place != "" { text(it.place) })
  })
}
#if not input.sourcesFirst { sources }
#bibliography("sources.yml", style: "style.csl", full: true, title: none)
`;

const said = (messages: readonly string[]): string => {
  const [first = 'no reason was given'] = messages;
  return /suitable for bibliographies/u.test(first)
    ? NO_BIBLIOGRAPHY
    : `The engine of citation styles refuses it: ${first}.`;
};

type Diagnostic = { readonly message: string };

const refusalOf = (compiler: NodeCompiler, made: ReturnType<NodeCompiler['tryHtml']>): string => {
  const error = made.takeError() ?? made.takeDiagnostics();
  const found: readonly Diagnostic[] = error === null ? [] : compiler.fetchDiagnostics(error);
  return said(found.map(({ message }) => message));
};

/** One run of the engine. */
type Run = Pick<CitationRequest, 'language' | 'works' | 'citations'> & {
  readonly csl: string;
  readonly keepsCase: boolean;
  /**
   * Whether each source is cited before all citations: the letters of a year depend on the order in which works occur.
   */
  readonly sourcesFirst?: boolean;
};

/** The input of the document: the language, the places, and the keys of all sources. */
const inputOf = ({ works, citations, language, sourcesFirst = false }: Run): string => {
  const [, region] = /-([A-Z]{2})(?:-|$)/u.exec(language) ?? [];
  const lang = typstLanguage(language) ?? 'en';
  return JSON.stringify({
    lang,
    region: region ?? (lang === 'en' ? 'GB' : null),
    citations: citations.map((cites) => cites.map(({ source, place }) => ({ key: keyOf(source), place }))),
    keys: works.map(({ number }) => keyOf(number)),
    sourcesFirst,
  });
};

const runEngine = (compiler: NodeCompiler, run: Run): Result<StyledCitations, string> => {
  compiler.addSource(`${FOLDER}main.typ`, template);
  compiler.mapShadow(`${FOLDER}style.csl`, Buffer.from(run.csl, 'utf8'));
  compiler.mapShadow(`${FOLDER}sources.yml`, Buffer.from(printBibliography(run.works, run), 'utf8'));
  const made = compiler.tryHtml({
    mainFilePath: `${FOLDER}main.typ`,
    inputs: { citations: inputOf(run) },
  });
  if (made.result === null) return err(refusalOf(compiler, made));
  const answer = readStyledHtml(made.result.body(), run.works);
  if (answer === null) return err('The engine of citation styles gave no readable answer.');
  const untyped = untypedPairs(run);
  return ok({
    citations: answer.citations.map((words) => collapseMarks(words, untyped)),
    entries: answer.entries.map(({ source, words }) => ({ source, words: collapseMarks(words, untyped) })),
  });
};

const textOf = (words: readonly StyledWords[]): string => words.map(({ text }) => text).join('');

/** The parts in which citations of two works may agree: the first author or the container, and the year. */
const labelOf = ({ authors: [author], container, published }: CitedWork): string =>
  JSON.stringify([author ?? container, published?.slice(0, 4) ?? null]);

const hasLike = (works: readonly CitedWork[]): boolean => new Set(works.map(labelOf)).size < works.length;

const inOrderOf = ({ entries }: StyledCitations, works: readonly CitedWork[]): readonly CitedWork[] => {
  const places = new Map(entries.map(({ source }, at) => [source, at]));
  return works.toSorted((a, b) => (places.get(a.number) ?? 0) - (places.get(b.number) ?? 0));
};

/** The works whose first author is also that of the entry before or after. */
const neighboursOf = (works: readonly CitedWork[]): readonly CitedWork[] => {
  const firsts = works.map(({ authors: [author] }) => (author === undefined ? null : JSON.stringify(author)));
  return works.filter((_, at) => {
    const first = firsts[at] ?? null;
    return first !== null && (firsts[at - 1] === first || firsts[at + 1] === first);
  });
};

/** The engine assigns letters in the order of citations; CSL requires that of the bibliography. */
const orderLetters = (
  compiler: NodeCompiler,
  run: Run,
  styled: StyledCitations,
): Result<StyledCitations, string> =>
  hasLike(run.works)
    ? runEngine(compiler, { ...run, works: inOrderOf(styled, run.works), sourcesFirst: true })
    : ok(styled);

/** The engine writes the names of each entry; CSL may require a substitute for repeated ones. */
const replaceNames = (
  compiler: NodeCompiler,
  run: Run,
  styled: StyledCitations,
  sameAuthor: string,
): Result<StyledCitations, string> => {
  const works = neighboursOf(inOrderOf(styled, run.works));
  if (works.length === 0) return ok(styled);
  const marked = runEngine(compiler, { ...run, works, citations: [] });
  if (!marked.ok) return marked;
  const names = new Map(
    marked.value.entries.map(({ source, words }) => [source, markedNames(textOf(words))]),
  );
  return ok({ ...styled, entries: replaceSameAuthors(styled.entries, names, sameAuthor) });
};

const layOut = (compiler: NodeCompiler, request: CitationRequest): Result<StyledCitations, string> => {
  const style = readEngineStyle(request.csl, request.kind);
  if (!style.ok) return style;
  const { csl, withNamesMarked, keepsCase, sameAuthor, lettersBelow } = style.value;
  const run: Run = { ...request, csl, keepsCase };
  const first = runEngine(compiler, run);
  // Numbered entries are in the order of their numbers.
  if (!first.ok || request.kind === 'number') return first;
  const ordersLetters =
    request.kind === 'text' &&
    lettersBelow !== null &&
    request.works.every(({ authors }) => authors.length < lettersBelow);
  const lettered = ordersLetters ? orderLetters(compiler, run, first.value) : first;
  return lettered.ok && sameAuthor !== null
    ? replaceNames(compiler, { ...run, csl: withNamesMarked }, lettered.value, sameAuthor)
    : lettered;
};

/**
 * Creates the function that applies a style to citations. Fails with a sentence about what is wrong if the engine
 * refuses the style. The same request gives the same answer.
 */
export const createCitationStyler = (): ((request: CitationRequest) => Result<StyledCitations, string>) => {
  let kept: NodeCompiler | null = null;
  return (request) => {
    kept ??= NodeCompiler.create({ workspace: FOLDER, fontArgs: [] });
    const compiler = kept;
    try {
      return layOut(compiler, request);
    } catch (thrown) {
      return err(said([thrown instanceof Error ? thrown.message : String(thrown)]));
    } finally {
      compiler.evictCache(2);
    }
  };
};
