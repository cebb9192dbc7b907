import { asSentence, capital } from '../../text/capital.ts';
import type { TextRange } from '../../text/selector.ts';
import type { Terms } from '../../tradecraft/own-terms.ts';
import { inlineText } from '../content/list-prose.ts';
import { printBehindLevel } from '../content/printed-below.ts';
import { findLikelihoodTerms } from '../likelihood/find-likelihood-terms.ts';
import { likelihoodWording } from '../likelihood/used-likelihoods.ts';
import type { JudgementAttrs, MemoInline, MemoJudgement } from '../memo-content.ts';
import type { JudgementBlock } from '../memo-document.ts';
import { type PrintedWords, printLed } from '../print/printed-words.ts';
import { printRuns } from './print-runs.ts';
import { anchorOf, type PrintScope } from './print-scope.ts';

type TextNode = Extract<MemoInline, { type: 'text' }>;

const bold = (node: TextNode, text: string): TextNode => ({
  ...node,
  text,
  marks: [...(node.marks ?? []).filter(({ type }) => type !== 'bold'), { type: 'bold' }],
});

/** The text node, which begins at `at` of the statement, with its parts inside `terms` in bold. */
const embolden = (node: TextNode, at: number, terms: readonly TextRange[]): readonly TextNode[] => {
  const parts: TextNode[] = [];
  let from = 0;
  for (const term of terms) {
    const start = Math.max(from, term.start - at);
    const end = Math.min(node.text.length, term.end - at);
    if (start >= end) continue;
    if (start > from) parts.push({ ...node, text: node.text.slice(from, start) });
    parts.push(bold(node, node.text.slice(start, end)));
    from = end;
  }
  return from < node.text.length ? [...parts, { ...node, text: node.text.slice(from) }] : parts;
};

/** Where the statement uses the term; a term that it denies does not count. */
const saysOf = (content: readonly MemoInline[], wording: string, terms: Terms): readonly TextRange[] =>
  findLikelihoodTerms(inlineText(content), terms).filter(
    (term) => term.wording === wording && !term.isAltered,
  );

/** "Very likely:", the lead of a statement that does not state its likelihood itself; null where it does. */
export const likelihoodLead = (
  content: readonly MemoInline[],
  wording: string,
  { sign, terms }: Pick<PrintedWords, 'sign' | 'terms'>,
): string | null => (saysOf(content, wording, terms).length > 0 ? null : `${capital(wording)}${sign.colon}`);

/** The statement with its likelihood in bold: where it is written, otherwise before the statement. */
const statementOf = (
  content: readonly MemoInline[],
  wording: string | null,
  words: PrintedWords,
): readonly MemoInline[] => {
  if (wording === null) return content;
  const lead = likelihoodLead(content, wording, words);
  if (lead !== null) {
    const gap = printLed(lead, '').slice(lead.length);
    return [
      { type: 'text', text: lead, marks: [{ type: 'bold' }] },
      ...(gap === '' ? [] : [{ type: 'text' as const, text: gap }]),
      ...content,
    ];
  }
  const terms = saysOf(content, wording, words.terms);
  return content.flatMap<MemoInline>((node, index) =>
    node.type === 'text' ? embolden(node, inlineText(content.slice(0, index)).length, terms) : [node],
  );
};

const printConfidence = (
  { confidence, confidenceReason }: JudgementAttrs,
  { judgement, sign }: PrintedWords,
): string | null => {
  if (confidence === null) return null;
  const reason = confidenceReason.trim();
  const said = `${judgement.level[confidence]}${reason === '' ? '' : printBehindLevel(reason, sign)}`;
  return asSentence(printLed(judgement.confidence, said), sign.stop);
};

const printNote = (text: string, { sign }: PrintedWords): string | null =>
  text.trim() === '' ? null : asSentence(text.trim(), sign.stop);

/** The text below a statement, each a sentence of its own; null where there is none. */
export const printBesideStatement = (
  attrs: JudgementAttrs,
  words: PrintedWords,
): Pick<JudgementBlock, 'confidence' | 'assumptions' | 'wouldChange'> => ({
  confidence: printConfidence(attrs, words),
  assumptions: printNote(attrs.assumptions, words),
  wouldChange: printNote(attrs.wouldChange, words),
});

/** A judgement with its number, its likelihood in bold and its confidence as a separate sentence. */
export const printJudgement = (judgement: MemoJudgement, scope: PrintScope): JudgementBlock => {
  const { attrs, content = [] } = judgement;
  const wording =
    attrs.likelihood === null
      ? null
      : likelihoodWording(scope.memo.head.lexicon, attrs.likelihood, scope.words.terms);
  return {
    kind: 'judgement',
    ...anchorOf(attrs.id, scope),
    number: scope.judgementNumbers.get(judgement) ?? 0,
    likelihood: wording,
    statement: printRuns(statementOf(content, wording, scope.words), scope),
    ...printBesideStatement(attrs, scope.words),
  };
};
