/** The inline content of a memo as runs: citations resolved, quotes inserted, adjacent citations joined. */

import { quotesOf, regionOf } from '../../passage/passage.ts';
import { citedTranslationOf, inMarksOf } from '../citations/cited-translation.ts';
import { printedSourceOf } from '../citations/printed-source-of.ts';
import { isPrintableAddress } from '../content/link-address.ts';
import type { Citation, FootnoteAttrs, MemoInline } from '../memo-content.ts';
import type { Pinpoint, Run } from '../memo-document.ts';
import { keptAsCited } from '../verbatim/kept/cut-kept.ts';
import { layPassage } from '../verbatim/print-quote.ts';
import { evidenceOf, type PrintScope, pinpointOf, plain, quoteRuns, voiceOf } from './print-scope.ts';
import { machineNote, printTranslatedQuote } from './print-translated.ts';

type TextNode = Extract<MemoInline, { type: 'text' }>;

const raisedOf = (marks: NonNullable<TextNode['marks']>) => {
  const raised = marks.map(({ type }) => type).find((type) => type === 'superscript' || type === 'subscript');
  return raised === undefined ? {} : { raised };
};

const printText = ({ text, marks = [] }: TextNode): Run => {
  const link = marks.find((mark) => mark.type === 'link');
  return {
    kind: 'text',
    text,
    ...(marks.some(({ type }) => type === 'bold') ? { bold: true } : {}),
    ...(marks.some(({ type }) => type === 'italic') ? { italic: true } : {}),
    ...(marks.some(({ type }) => type === 'underline') ? { underline: true } : {}),
    ...(marks.some(({ type }) => type === 'strike') ? { strike: true } : {}),
    ...raisedOf(marks),
    ...(marks.some(({ type }) => type === 'smallCaps') ? { smallCaps: true } : {}),
    ...(link !== undefined && isPrintableAddress(link.attrs.href) ? { href: link.attrs.href } : {}),
  };
};

/** “quote”, or “one […] other” for a passage that was interrupted or is shortened. */
const printWholeQuote = (citation: Citation, scope: PrintScope): readonly Run[] => {
  const evidence = evidenceOf(citation, scope);
  if (evidence === null) return [{ kind: 'text', text: scope.words.citation.evidenceMissing, bold: true }];
  const { cited, passage } = evidence;
  // A region quotes nothing: its number alone is printed.
  if (regionOf(passage) !== null) return [];
  const translation = citedTranslationOf(citation, cited, passage);
  if (translation !== null) return printTranslatedQuote(citation, evidence, translation, scope);
  const kept = keptAsCited(citation, passage, scope.sha256);
  // Whatever the quotation's language, its marks are those of the surrounding text.
  const laid = inMarksOf(scope.memo.head.language, layPassage(passage, printedSourceOf(cited), kept));
  return quoteRuns(laid, citation, scope, (text, at) =>
    voiceOf(kept === null ? (quotesOf(passage)[at] ?? text) : text, cited, scope),
  );
};

const printCitation = (citation: Citation, scope: PrintScope): readonly Run[] => {
  const evidence = evidenceOf(citation, scope);
  const pinpoint = pinpointOf(citation, evidence, scope);
  const translation =
    evidence === null ? null : citedTranslationOf(citation, evidence.cited, evidence.passage);
  const quote =
    citation.form === 'whole' ? printWholeQuote(citation, scope) : machineNote(translation, scope);
  return [...quote, { kind: 'citation', pinpoints: [pinpoint] }];
};

/** A note has no notes of its own: the original of what it quotes in translation is printed within it. */
const printNote = (attrs: FootnoteAttrs, scope: PrintScope): readonly Run[] => {
  if (attrs.content === undefined)
    return attrs.text.trim() === '' ? [] : [{ kind: 'footnote', text: attrs.text.trim() }];
  const originals = scope.originals === 'footnote' ? 'below' : scope.originals;
  const runs = trimmed(printRuns(attrs.content, { ...scope, originals }));
  return runs.length === 0 ? [] : [{ kind: 'footnote', text: '', runs }];
};

/** Without white space at its edges. */
const trimmed = (runs: readonly Run[]): readonly Run[] =>
  runs
    .map((run, at) => {
      if (run.kind !== 'text') return run;
      const text = at === 0 ? run.text.trimStart() : run.text;
      return { ...run, text: at === runs.length - 1 ? text.trimEnd() : text };
    })
    .filter((run) => run.kind !== 'text' || run.text !== '');

const printInline = (node: MemoInline, scope: PrintScope): readonly Run[] => {
  switch (node.type) {
    case 'text':
      return [printText(node)];
    case 'hardBreak':
      return [{ kind: 'break' }];
    case 'footnote':
      return printNote(node.attrs, scope);
    case 'citation':
      return printCitation(node.attrs, scope);
    // Its text is known once all blocks have their numbers.
    case 'reference':
      return [{ kind: 'reference', text: '', to: node.attrs.kind, target: node.attrs.target }];
  }
};

/** A quote that follows a word directly is parted from it. */
const needsSpace = (node: MemoInline, before: MemoInline | undefined): boolean =>
  node.type === 'citation' &&
  node.attrs.form === 'whole' &&
  before?.type === 'text' &&
  /[\p{L}\p{N}\p{Pe}\p{Po}]$/u.test(before.text);

const samePlace = (a: Pinpoint, b: Pinpoint): boolean =>
  a.source === b.source && a.page === b.page && a.paragraph === b.paragraph && a.place === b.place;

const withoutSpaceBefore = (runs: readonly Run[]): readonly Run[] => {
  const last = runs.at(-1);
  if (last?.kind !== 'text' || !/\s$/.test(last.text)) return runs;
  const text = last.text.trimEnd();
  const before = runs.slice(0, -1);
  return text === '' ? before : [...before, { ...last, text }];
};

/** Writers set off citations themselves: the space before one is removed, and neighbours are joined in one bracket. */
const addRun = (runs: readonly Run[], run: Run): readonly Run[] => {
  if (run.kind !== 'citation') return [...runs, run];
  const before = withoutSpaceBefore(runs);
  const last = before.at(-1);
  if (last?.kind !== 'citation') return [...before, run];
  const added = run.pinpoints.filter((pin) => !last.pinpoints.some((known) => samePlace(known, pin)));
  return [...before.slice(0, -1), { kind: 'citation', pinpoints: [...last.pinpoints, ...added] }];
};

/** The runs of inline content in reading order. */
export function printRuns(content: readonly MemoInline[], scope: PrintScope): readonly Run[] {
  return content
    .flatMap((node, at) => [
      ...(needsSpace(node, content[at - 1]) ? [plain(' ')] : []),
      ...printInline(node, scope),
    ])
    .reduce<readonly Run[]>(addRun, []);
}
