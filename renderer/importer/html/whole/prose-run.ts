/**
 * The largest run of sentence-like text on a page, in page order and whatever its containers: each line counts for the
 * length of its sentences, or against the run for its other words, and twice for links; the run is the stretch with the
 * largest sum. After A. Finn et al., “Fact or fiction: content classification for digital libraries” (2001), with lines
 * in the place of tags. It shows how much an article should have, and joins one that is split over containers.
 */
import { childNodesOf } from '../../body/children-of.ts';
import { standsApart } from '../../body/element-style.ts';
import { LEFT_OUT_ATTRIBUTE } from '../../body/left-out.ts';
import { wordsInNames } from '../element-words.ts';
import { BESIDE, FURNITURE_NAMES, TEMPLATE_SYNTAX } from '../furniture-rules.ts';

/** A line of the page: an element that is one paragraph, or texts between line breaks and blocks. */
export type ProseLine = {
  readonly nodes: readonly Node[];
  readonly text: string;
  /** The letters of its sentences; below zero for what makes no statement. */
  readonly worth: number;
  /** The names of its element and of those around it: paragraphs of one article have the same. */
  readonly frame: string;
};

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
const UNREAD =
  'script, style, noscript, template, svg, nav, button, select, textarea, iframe, [hidden]:not([hidden="until-found" i])';
const LINK = 'a[href]:not([href^="#"])';
const SENTENCE_END = /[.!?…][”"’'»)\]]*(?=\s|$)|[。！？؟۔।]/gu;
/** Shorter text makes no statement. In letters; those of scripts without spaces say twice as much. */
const SHORTEST_SENTENCE = 30;
/** Scripts such as Thai mark no end of a sentence: a long line is a paragraph. */
const LONG_LINE = 120;
/** A container with more of the page's text is not furniture, whatever its name. */
const MOST_OF_PAGE = 0.6;

const isDense = (text: string): boolean => /[\p{sc=Han}\p{sc=Hangul}\p{sc=Kana}\p{sc=Thai}]/u.test(text);

/** The letters of the sentences in a line of text. */
export const sentencesIn = (text: string): number => {
  if (TEMPLATE_SYNTAX.test(text)) return 0;
  const times = isDense(text) ? 2 : 1;
  const end = [...text.matchAll(SENTENCE_END)].at(-1);
  const length = end === undefined ? 0 : end.index + end[0].length;
  if (length * times >= SHORTEST_SENTENCE) return length;
  return text.length * times >= LONG_LINE ? text.length : 0;
};

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const linkedIn = (node: Node): number => {
  if (node.nodeType !== ELEMENT_NODE) return 0;
  const element = node as Element;
  if (element.matches(LINK)) return oneLine(element.textContent ?? '').length;
  return [...element.querySelectorAll(LINK)].reduce(
    (sum, link) => sum + oneLine(link.textContent ?? '').length,
    0,
  );
};

const LINK_SHARE = 0.5;

/** How many elements around a line make its frame. */
const FRAME_DEPTH = 3;

const frameOf = (element: Element): string => {
  const names: string[] = [];
  for (
    let each: Element | null = element;
    each !== null && names.length < FRAME_DEPTH;
    each = each.parentElement
  )
    names.push(
      `${each.localName}.${
        names.length === 0
          ? ''
          : wordsInNames(each)
              .filter((name) => name.length > 2)
              .join('.')
      }`,
    );
  return names.join(' < ');
};

const toLine = (nodes: readonly Node[], isInLink: boolean, around: Element): ProseLine | null => {
  const text = oneLine(nodes.map(({ textContent }) => textContent ?? '').join(''));
  if (text === '') return null;
  const linked = isInLink ? text.length : nodes.reduce((sum, node) => sum + linkedIn(node), 0);
  const said = linked > text.length * LINK_SHARE ? 0 : sentencesIn(text);
  return { nodes, text, worth: said > 0 ? said : -(text.length + linked), frame: frameOf(around) };
};

const NOT_READ = 'script, style, noscript, template';

/** The letters in `element` without those of its programs. */
const readLength = (element: Element): number =>
  [...element.querySelectorAll(NOT_READ)].reduce(
    (length, { textContent }) => length - (textContent ?? '').length,
    (element.textContent ?? '').length,
  );

const isBeside = (element: Element, pageLength: number): boolean =>
  element.matches(`${BESIDE}, [${LEFT_OUT_ATTRIBUTE}]`) ||
  (wordsInNames(element).some((word) => FURNITURE_NAMES.has(word)) &&
    readLength(element) < pageLength * MOST_OF_PAGE);

/** The elements in `root` that are separate blocks or contain one. */
const blocksIn = (root: Element): ReadonlySet<Node> => {
  const blocks = new Set<Node>();
  for (const element of [...root.querySelectorAll('*')].filter((each) => isBreak(each)))
    for (let each: Element | null = element; each !== null && each !== root; each = each.parentElement) {
      if (blocks.has(each)) break;
      blocks.add(each);
    }
  return blocks;
};

const isBreak = (element: Element): boolean => element.localName === 'br' || standsApart(element);

/** The lines in `root`, in page order, without furniture. */
export const linesIn = (root: Element): readonly ProseLine[] => {
  const lines: ProseLine[] = [];
  const pageLength = readLength(root);
  const blocks = blocksIn(root);
  const isUnread = (node: Node): boolean =>
    node.nodeType === ELEMENT_NODE &&
    ((node as Element).matches(UNREAD) || isBeside(node as Element, pageLength));
  const isReadable = (node: Node): boolean =>
    (node.nodeType === ELEMENT_NODE || node.nodeType === TEXT_NODE) && !isUnread(node);
  const read = (element: Element, isAroundLinked: boolean): void => {
    const isInLink = isAroundLinked || element.matches(LINK);
    let inline: Node[] = [];
    const end = (): void => {
      const line = toLine(inline, isInLink, element);
      if (line !== null) lines.push(line);
      inline = [];
    };
    for (const child of [...childNodesOf(element)].filter(isReadable)) {
      if (!blocks.has(child)) inline.push(child);
      else {
        end();
        read(child as Element, isInLink);
      }
    }
    end();
  };
  read(root, false);
  return lines;
};

/** The largest run of `lines`; empty if none makes a statement. */
export const findProseRun = (lines: readonly ProseLine[]): readonly ProseLine[] => {
  let best = { sum: 0, from: 0, to: 0 };
  let from = 0;
  let sum = 0;
  for (const [at, { worth }] of lines.entries()) {
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    sum += worth;
    if (sum > best.sum) best = { sum, from, to: at + 1 };
  }
  return lines.slice(best.from, best.to);
};

/** The lines that make a statement and have one of `frames`. */
export const linesLike = (lines: readonly ProseLine[], frames: ReadonlySet<string>): readonly ProseLine[] =>
  lines.filter(({ worth, frame }) => worth > 0 && frames.has(frame));

export const proseText = (lines: readonly ProseLine[]): string =>
  lines
    .filter(({ worth }) => worth > 0)
    .map(({ text }) => text)
    .join('\n');
