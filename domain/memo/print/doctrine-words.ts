/**
 * The wording of the doctrine within printed text: terms of likelihood, grades in words, what a TLP label permits,
 * what a level of confidence means, the names of standards. It stays in English in a memo of any language, because
 * our own translation would not be the standard, and it is tagged so that screen readers pronounce it as English.
 * A form's own wording is in the memo's language, and not included here.
 */
import { confidenceTable } from '../../tradecraft/confidence.ts';
import { credibilityTable } from '../../tradecraft/credibility.ts';
import { lexicons } from '../../tradecraft/likelihood.ts';
import { tlpTable } from '../../tradecraft/marking.ts';
import { reliabilityTable } from '../../tradecraft/reliability.ts';

/** All of it, as it is worded. */
export const doctrineWordings: readonly string[] = [
  ...Object.values(reliabilityTable).map(({ wording }) => wording),
  ...Object.values(credibilityTable).map(({ wording }) => wording),
  ...Object.values(confidenceTable),
  ...Object.values(tlpTable).map(({ disclosure }) => disclosure),
  ...Object.values(lexicons).flatMap(({ standard, terms }) => [
    standard,
    ...terms.map(({ official }) => official),
  ]),
  'Traffic Light Protocol',
  'US National Intelligence Council',
];

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
const anyWording = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...new Set(doctrineWordings)]
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

export type SaidPiece = { readonly text: string; readonly isDoctrine: boolean };

/** `text` in pieces, those of the doctrine apart but for wordings of `own`; none of them is empty. */
export const splitDoctrine = (text: string, own: ReadonlySet<string>): readonly SaidPiece[] => {
  const pieces: SaidPiece[] = [];
  let from = 0;
  const isOwn = (wording: string): boolean => own.has(wording) || own.has(wording.toLowerCase());
  for (const { 0: wording, index } of text.matchAll(anyWording)) {
    if (isOwn(wording)) continue;
    pieces.push({ text: text.slice(from, index), isDoctrine: false }, { text: wording, isDoctrine: true });
    from = index + wording.length;
  }
  return [...pieces, { text: text.slice(from), isDoctrine: false }].filter((piece) => piece.text !== '');
};
