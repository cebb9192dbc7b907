/** The inline content of a memo as runs: citations resolved, quotes laid in, adjacent citations joined. */
import { OBJECT_REPLACEMENT } from '../../article/body/canonical-text.ts';
import { hasOwnMarks, nestQuotationMarks } from '../../text/quotation-marks.ts';
import type { Citation, MemoInline } from '../memo-content.ts';
import type { Pinpoint, Run } from '../memo-document.ts';
import { OMISSION_BETWEEN_MARKS, OMISSION_WITHIN_MARKS, PICTURE_NOTE } from '../verbatim/omission-mark.ts';
import { printedSourceOf } from '../verbatim/printed-source.ts';
import { isRunningQuotation } from '../verbatim/verify-quote.ts';
import {
  EVIDENCE_MISSING,
  type Evidence,
  evidenceOf,
  type PrintScope,
  pinpointOf,
  voiceOf,
} from './print-scope.ts';

type TextNode = Extract<MemoInline, { type: 'text' }>;

const printableLink = /^(?:https?|mailto):/i;

const printText = ({ text, marks = [] }: TextNode): Run => {
  const link = marks.find((mark) => mark.type === 'link');
  return {
    kind: 'text',
    text,
    ...(marks.some(({ type }) => type === 'bold') ? { bold: true } : {}),
    ...(marks.some(({ type }) => type === 'italic') ? { italic: true } : {}),
    ...(link !== undefined && printableLink.test(link.attrs.href) ? { href: link.attrs.href } : {}),
  };
};

const plain = (text: string): Run => ({ kind: 'text', text });

/** Parts that may not be read as one quotation are printed as several. */
const omissionMark = ({ cited, passage }: Evidence, parts: readonly string[]): string => {
  const source = parts.length === 1 ? null : printedSourceOf(cited);
  if (source === null) return OMISSION_WITHIN_MARKS;
  const places = source.placesOf(passage.id);
  return isRunningQuotation({ parts, places }, source.text) ? OMISSION_WITHIN_MARKS : OMISSION_BETWEEN_MARKS;
};

/** “quote”, or “one […] other” for a passage that was interrupted. Marks of its own serve as ours. */
const printWholeQuote = (citation: Citation, scope: PrintScope): readonly Run[] => {
  const evidence = evidenceOf(citation, scope);
  if (evidence === null) return [{ kind: 'text', text: EVIDENCE_MISSING, bold: true }];
  const quotes = evidence.passage.selectors.map(({ quote }) => quote.exact);
  const hasMarks = quotes.every(hasOwnMarks);
  const parts = quotes.map((quote) =>
    (hasMarks ? quote : nestQuotationMarks(quote)).replaceAll(OBJECT_REPLACEMENT, PICTURE_NOTE),
  );
  const omission = hasMarks ? OMISSION_WITHIN_MARKS : omissionMark(evidence, parts);
  const runs = quotes.flatMap((quote, index): Run[] => {
    const voice = voiceOf(quote, evidence.cited, scope);
    const run: Run = {
      kind: 'quote',
      text: parts[index] ?? '',
      source: scope.numbers.get(citation.articleId) ?? 0,
      passageId: citation.passageId,
      ...voice,
    };
    return index === 0 ? [run] : [plain(omission), run];
  });
  return hasMarks ? runs : [plain('“'), ...runs, plain('”')];
};

const printCitation = (citation: Citation, scope: PrintScope): readonly Run[] => {
  const pinpoint = pinpointOf(citation, evidenceOf(citation, scope), scope);
  const quote = citation.form === 'whole' ? printWholeQuote(citation, scope) : [];
  return [...quote, { kind: 'citation', pinpoints: [pinpoint] }];
};

const printInline = (node: MemoInline, scope: PrintScope): readonly Run[] => {
  switch (node.type) {
    case 'text':
      return [printText(node)];
    case 'hardBreak':
      return [{ kind: 'break' }];
    case 'footnote':
      return node.attrs.text.trim() === '' ? [] : [{ kind: 'footnote', text: node.attrs.text.trim() }];
    case 'citation':
      return printCitation(node.attrs, scope);
  }
};

/** A quote that follows a word directly is parted from it. */
const needsSpace = (node: MemoInline, before: MemoInline | undefined): boolean =>
  node.type === 'citation' &&
  node.attrs.form === 'whole' &&
  before?.type === 'text' &&
  /[\p{L}\p{N}\p{Pe}\p{Po}]$/u.test(before.text);

const samePlace = (a: Pinpoint, b: Pinpoint): boolean =>
  a.source === b.source && a.paragraph === b.paragraph && a.place === b.place;

const withoutSpaceBefore = (runs: readonly Run[]): readonly Run[] => {
  const last = runs.at(-1);
  if (last?.kind !== 'text' || !/\s$/.test(last.text)) return runs;
  const text = last.text.trimEnd();
  const before = runs.slice(0, -1);
  return text === '' ? before : [...before, { ...last, text }];
};

/** Writers set citations off themselves: the space before one goes, and neighbours become one bracket. */
const addRun = (runs: readonly Run[], run: Run): readonly Run[] => {
  if (run.kind !== 'citation') return [...runs, run];
  const before = withoutSpaceBefore(runs);
  const last = before.at(-1);
  if (last?.kind !== 'citation') return [...before, run];
  const added = run.pinpoints.filter((pin) => !last.pinpoints.some((known) => samePlace(known, pin)));
  return [...before.slice(0, -1), { kind: 'citation', pinpoints: [...last.pinpoints, ...added] }];
};

/** The runs of inline content in reading order. */
export const printRuns = (content: readonly MemoInline[], scope: PrintScope): readonly Run[] =>
  content
    .flatMap((node, at) => [
      ...(needsSpace(node, content[at - 1]) ? [plain(' ')] : []),
      ...printInline(node, scope),
    ])
    .reduce<readonly Run[]>(addRun, []);
