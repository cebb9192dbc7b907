/**
 * The comments of a Word document, with their replies and whether they are done. Word has a separate part for threads;
 * Google Docs writes replies as comments on the same words, which LibreOffice keeps.
 */
import { MAX_REMARK_LENGTH, MAX_REMARKS } from '#domain/memo/round/remark.ts';
import type { ReviewedComment, ReviewedParagraph } from '#domain/memo/round/returned/reviewed-file.ts';
import { DocumentError } from '../document-error.ts';
import type { Package } from '../package/open-package.ts';
import { xmlPart } from '../package/package-parts.ts';
import { elementsNamed } from '../package/parse-xml.ts';

const MAX_NAME = 200;
/** Invisible characters: direction marks and optional line breaks. */
export const UNSEEN = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

export const short = (text: string | null): string => (text ?? '').trim().slice(0, MAX_NAME);

/** UTF-16 units of all words of a paragraph, including deleted ones. */
export type Point = { readonly paragraph: number; readonly offset: number };

/** Where the text refers to comments, by id. */
export type Referred = {
  readonly starts: ReadonlyMap<string, Point>;
  readonly ends: ReadonlyMap<string, Point>;
  readonly paragraphs: readonly ReviewedParagraph[];
};

/** The words of a comment; if it exceeds the limit it says so. */
const wordsOf = (comment: Element): string => {
  const text = elementsNamed(comment, 'w:p')
    .map((paragraph) =>
      elementsNamed(paragraph, 'w:t')
        .map(({ textContent }) => textContent ?? '')
        .join(''),
    )
    .join('\n')
    .replace(UNSEEN, '')
    .trim();
  const cut = ' […]';
  return text.length <= MAX_REMARK_LENGTH ? text : text.slice(0, MAX_REMARK_LENGTH - cut.length) + cut;
};

/** The id of a comment in threads: that of its last paragraph. */
const threadId = (comment: Element): string =>
  elementsNamed(comment, 'w:p').at(-1)?.getAttribute('w14:paraId') ?? '';

const placeOf = (id: string, { starts, ends, paragraphs }: Referred): ReviewedComment['place'] => {
  const end = ends.get(id);
  const start = starts.get(id) ?? end;
  if (start === undefined || paragraphs[start.paragraph] === undefined) return null;
  const { paragraph, offset } = start;
  if (end?.paragraph === paragraph) return { paragraph, start: offset, end: Math.max(offset, end.offset) };
  // A comment across several paragraphs is placed on its part of the first.
  const words = paragraphs[paragraph]?.pieces.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
  return { paragraph, start: offset, end: Math.max(offset, words) };
};

type Thread = { readonly parent: string; readonly isDone: boolean };

const threadsOf = (document: Package): ReadonlyMap<string, Thread> | null => {
  const xml = xmlPart(document, 'word/commentsExtended.xml');
  if (xml === null) return null;
  return new Map(
    elementsNamed(xml, 'w15:commentEx').map((each) => [
      each.getAttribute('w15:paraId') ?? '',
      {
        parent: each.getAttribute('w15:paraIdParent') ?? '',
        isDone: ['1', 'true', 'on'].includes(each.getAttribute('w15:done') ?? ''),
      },
    ]),
  );
};

/**
 * Without threads a comment on exactly the words of an earlier one is a reply: Google Docs writes replies so, and
 * LibreOffice keeps that.
 */
const threadBySameWords = (comments: readonly ReviewedComment[]): readonly ReviewedComment[] => {
  const firsts = new Map<string, number>();
  return comments.map((comment, at) => {
    const { place } = comment;
    if (place === null || place.start === place.end) return { ...comment, repliesTo: null };
    const key = `${place.paragraph} ${place.start} ${place.end}`;
    const first = firsts.get(key) ?? null;
    if (first === null) firsts.set(key, at);
    return { ...comment, repliesTo: first };
  });
};

/** The comments of a document; `referred` has the places where the text refers to them. */
export const readComments = (document: Package, referred: Referred): readonly ReviewedComment[] => {
  const xml = xmlPart(document, 'word/comments.xml');
  const elements = xml === null ? [] : elementsNamed(xml, 'w:comment');
  if (elements.length > MAX_REMARKS) throw new DocumentError('too-many-elements');
  const threads = threadsOf(document);
  const byThread = new Map(elements.map((element, at) => [threadId(element), at]));
  byThread.delete('');
  /** The first of its thread; null for a circular thread. */
  const rootOf = (at: number): number => {
    let root = at;
    for (const seen = new Set([at]); ; seen.add(root)) {
      const parent = byThread.get(threads?.get(threadId(elements[root] as Element))?.parent ?? '');
      if (parent === undefined) return root;
      if (seen.has(parent)) return at;
      root = parent;
    }
  };
  const read = elements.map((element, at): ReviewedComment => {
    const root = threads === null ? at : rootOf(at);
    return {
      by: short(element.getAttribute('w:author')),
      at: short(element.getAttribute('w:date')).slice(0, 40),
      text: wordsOf(element),
      repliesTo: root === at ? null : root,
      isDone: threads?.get(threadId(element))?.isDone ?? false,
      place: placeOf(element.getAttribute('w:id') ?? '', referred),
    };
  });
  const isThreaded = threads !== null && threads.size > 0;
  return isThreaded ? read : threadBySameWords(read);
};
