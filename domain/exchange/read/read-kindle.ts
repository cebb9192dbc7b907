/**
 * "My Clippings.txt" of a Kindle: entries of title, a line of what it is and where, an empty line, the words, and a
 * rule of equals signs. The second line is in the language of the device. A highlight that was made longer stands there
 * twice.
 */
import { type Brought, type BroughtPassage, newBrought, newBroughtPassage } from '../brought.ts';
import { countLeftOut, type LeftOutCounter } from '../left-out.ts';
import { readEach } from './export-file.ts';
import { groupBy } from './group-by.ts';
import { readName } from './values.ts';

const RULE = /^={10}\s*$/mu;

type ClippingKind = 'highlight' | 'note' | 'bookmark';

/**
 * How the devices call each kind, in English, German, French, Spanish, Italian, Portuguese, Dutch, Russian, Chinese,
 * Japanese, Korean.
 */
const KIND_WORDS: readonly (readonly [ClippingKind, RegExp])[] = [
  [
    'bookmark',
    /bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer|закладк|书签|書籤|ブックマーク|북마크/iu,
  ],
  ['note', /\bnote\b|notiz|\bnota\b|notitie|заметк|笔记|筆記|メモ|메모/iu],
  [
    'highlight',
    /highlight|clip\b|markierung|ausschnitt|surlign|surligné|extrait|subrayado|recorte|evidenziazione|ritaglio|destaque|markering|knipsel|выделен|отрывок|标注|標註|剪贴|ハイライト|하이라이트/iu,
  ],
];

/** The words of the publisher's limit, in the languages that were seen. */
const LIMIT =
  /^<(?:You have reached the clipping limit|Sie haben das Clip-Limit|Vous avez atteint la limite|Ha alcanzado el límite|您已达到本内容的剪贴上限)/iu;

type Clipping = {
  readonly title: string;
  readonly kind: ClippingKind;
  readonly place: string;
  readonly from: number;
  readonly to: number;
  readonly words: string;
};

/** Where it stands, without the day on which it was made: "on page 12 | location 170–171". */
const placeOf = (line: string): string =>
  line
    .split('|')
    .slice(0, line.includes('|') ? -1 : 1)
    .join(',')
    .replace(/^[-\s]+/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 200);

const spanOf = (place: string): readonly [from: number, to: number] => {
  // The location is finer than the page, and stands last.
  const [, first = '', last = first] = /(\d+)(?:\s*[-–]\s*(\d+))?(?!.*\d)/u.exec(place) ?? [];
  const from = Number(first);
  // The Kindle shortens the end: "1705-8" ends at 1708.
  const to =
    last.length < first.length ? Number(first.slice(0, first.length - last.length) + last) : Number(last);
  return [from, Math.max(from, to)];
};

const readEntry = (entry: string): Clipping | null => {
  const [title = '', line = '', ...rest] = entry.replace(/^\s+/u, '').split(/\r?\n/u);
  if (!/^\s*-/u.test(line)) return null;
  const [kind] = KIND_WORDS.find(([, words]) => words.test(line)) ?? [];
  if (kind === undefined) return null;
  const place = placeOf(line);
  const [from, to] = spanOf(place);
  return {
    title: title.replace(/^\uFEFF/u, '').trim(),
    kind,
    place,
    from,
    to,
    words: rest.join('\n').trim(),
  };
};

/** "Title (Author)"; the author stands in the last brackets. */
const aboutOf = (title: string) => {
  const [, name = title, author = ''] = /^(.*\S)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*$/u.exec(title) ?? [];
  return { title: readName(name), byline: readName(author) };
};

const isReplaced = (clipping: Clipping, later: readonly Clipping[]): boolean =>
  later.some(
    ({ from, to, words }) =>
      from <= clipping.to &&
      clipping.from <= to &&
      (words.includes(clipping.words) || clipping.words.includes(words)),
  );

/** The highlights of one book with their notes, in the order of the book. */
const passagesOf = (clippings: readonly Clipping[], leftOut: LeftOutCounter): readonly BroughtPassage[] => {
  const highlights = clippings.filter(({ kind }) => kind === 'highlight');
  const kept = highlights.filter((each, at) => !isReplaced(each, highlights.slice(at + 1)));
  leftOut.add('replaced-clipping', highlights.length - kept.length);
  const notes = new Map<Clipping, string[]>();
  for (const note of clippings.filter(({ kind, words }) => kind === 'note' && words !== '')) {
    // A note stands at the end of what it is on.
    const on = kept.findLast(({ from, to }) => from <= note.to && note.from <= to);
    if (on === undefined) leftOut.add('note-alone');
    else notes.set(on, [...(notes.get(on) ?? []), note.words]);
  }
  return kept
    .toSorted((a, b) => a.from - b.from)
    .map((each) =>
      newBroughtPassage(each.words, { note: notes.get(each)?.join('\n') ?? null, place: each.place }),
    );
};

const isTaken = ({ kind, words }: Clipping, leftOut: LeftOutCounter): boolean => {
  if (kind === 'bookmark') leftOut.add('bookmark');
  else if (LIMIT.test(words)) leftOut.add('clipping-limit');
  else if (words === '') leftOut.add('empty-highlight');
  else return true;
  return false;
};

const readFile = (text: string): Brought | null => {
  const entries = text.split(RULE).filter((entry) => entry.trim() !== '');
  const read = entries.map(readEntry);
  // One line that is not known is left out; where none is, it is another file.
  if (!read.some((each) => each !== null)) return null;
  const leftOut = countLeftOut();
  leftOut.add('unknown-entry', read.filter((each) => each === null).length);
  const byTitle = groupBy(
    read.filter((each) => each !== null).filter((each) => isTaken(each, leftOut)),
    ({ title }) => title,
  );
  const articles = [...byTitle].map(([title, clippings]) =>
    newBrought(aboutOf(title), { passages: [...passagesOf(clippings, leftOut)] }),
  );
  return { articles: articles.filter(({ passages }) => passages.length > 0), leftOut: leftOut.list() };
};

/** Clippings of a Kindle; null where a file holds none. */
export const readKindle = readEach(({ text }) => readFile(text));
