/** Citations of a memo that take the newest version of what they cite in the place of an older one. */
import type { PassageId } from '../../ids.ts';
import type { MemoContent } from '../memo-content.ts';
import { keyOfKept } from '../verbatim/kept/kept.ts';
import { type CitedPassage, keyOfCitation } from './list-citations.ts';
import type { ResolvedCitation } from './resolved-citation.ts';

/** Which citations are updated: those of these passages whatever their standing, or all that say the same. */
export type TakesNewer = readonly PassageId[] | 'same';

const keyOf = (cited: CitedPassage): string => `${keyOfCitation(cited)} ${keyOfKept(cited.kept)}`;

type Json = { readonly [name: string]: unknown };

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** The node with its citations replaced, wherever they are: in text, lists, tables, blocks and figures. */
const mapNode = (node: Json, take: (cited: CitedPassage, isFigure: boolean) => CitedPassage): Json => {
  const content = Array.isArray(node.content)
    ? { content: node.content.map((each: Json) => mapNode(each, take)) }
    : {};
  if (node.type === 'citation' || node.type === 'quotation') {
    return { ...node, attrs: take(node.attrs as CitedPassage, false) };
  }
  if (node.type === 'footnote' && isJson(node.attrs) && Array.isArray(node.attrs.content)) {
    const noted = node.attrs.content.map((each: Json) => mapNode(each, take));
    return { ...node, attrs: { ...node.attrs, content: noted } };
  }
  if (node.type === 'figure' && isJson(node.attrs) && isJson(node.attrs.cited)) {
    return { ...node, attrs: { ...node.attrs, cited: take(node.attrs.cited as CitedPassage, true) } };
  }
  return { ...node, ...content };
};

/**
 * The content in which the chosen citations cite the newest version, and how many were updated. A citation that is
 * gone or unsettled stays, and so does a figure that shows other pixels. A shortened quotation stays shortened
 * where its words are the same; otherwise the kept ranges would be meaningless, so the new words are quoted whole.
 * No typed word changes.
 * @param left passages of which the words typed beside their citation are not in the newest version
 */
export const takeNewer = (
  content: MemoContent,
  citations: readonly ResolvedCitation[],
  takes: TakesNewer,
  left: ReadonlySet<PassageId>,
): { readonly content: MemoContent; readonly taken: number } => {
  const known = new Map(citations.map((citation) => [keyOf(citation), citation]));
  const isChosen = ({ passageId, later }: ResolvedCitation): boolean =>
    takes === 'same' ? later?.standing === 'same' && !left.has(passageId) : takes.includes(passageId);
  let taken = 0;
  const take = (cited: CitedPassage, isFigure: boolean): CitedPassage => {
    const resolved = known.get(keyOf(cited));
    const newest = resolved?.later?.newest ?? null;
    if (resolved === undefined || resolved.state !== 'ok' || newest === null || !isChosen(resolved))
      return cited;
    const isSame = newest.exactSha256 === cited.exactSha256;
    if (isFigure && !isSame) return cited;
    taken += 1;
    const { kept, ...others } = cited;
    return { ...others, ...newest, ...(kept === undefined || !isSame ? {} : { kept }) };
  };
  // The shape is unchanged: only the values of citations change.
  const mapped = mapNode(content, take) as unknown as MemoContent;
  return { content: mapped, taken };
};
