import type { BlockNode, Body } from '#domain/article/body/body.ts';
import { textBlockText } from '#domain/article/body/canonical-text.ts';
import type { KnownReport } from './typeset-report.ts';

/** How close the text of a body is to the known text of the report. All shares are from 0 to 1. */
export type Fidelity = {
  /** Blocks and notes that match exactly, of all in the report. */
  readonly exact: number;
  /** Runs of three words within a block: found ones of those in the report, and correct ones of those found. */
  readonly recall: number;
  readonly precision: number;
  /** Of consecutive matching blocks, those that are still consecutive. */
  readonly order: number;
};

const textsOf = (blocks: readonly BlockNode[]): readonly string[] =>
  blocks.flatMap((block): readonly string[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
      case 'codeBlock':
        return [textBlockText(block)];
      case 'horizontalRule':
        return [];
      case 'table':
        return [
          block.content
            .map((row) => row.content.map((cell) => textsOf(cell.content).join(' ')).join('|'))
            .join('\n'),
        ];
      default:
        return block.content.flatMap((each) =>
          textsOf('content' in each ? (each.content as BlockNode[]) : []),
        );
    }
  });

const knownTexts = ({ blocks }: KnownReport): readonly string[] =>
  blocks.map((block) =>
    block.role === 'table' ? block.rows.map((row) => row.join('|')).join('\n') : block.text,
  );

const trigrams = (texts: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = text.replaceAll('|', ' ').split(/\s+/u);
    for (let at = 0; at + 3 <= words.length; at += 1) {
      const key = words.slice(at, at + 3).join(' ');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
};

const shared = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number =>
  [...a].reduce((sum, [key, count]) => sum + Math.min(count, b.get(key) ?? 0), 0);
const sumOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, each) => sum + each, 0);

/** Compares `body` with the report that it was read from. */
export const holdAgainst = (report: KnownReport, body: Body): Fidelity => {
  const found = textsOf(body.content);
  const known = knownTexts(report);
  const notes = report.notes.map((note, at) => `[${at + 1}] ${note}`);
  const places = known.map((text) => found.indexOf(text));
  const cameOut = places.filter((place) => place !== -1);
  const notesFound = notes.filter((note) => found.includes(note)).length;
  const pairs = places.flatMap((place, at) =>
    at > 0 && place !== -1 && places[at - 1] !== -1 ? [place > (places[at - 1] ?? 0)] : [],
  );
  const [grams, there] = [trigrams(found), trigrams([...known, ...notes])];
  const common = shared(grams, there);
  return {
    exact: (cameOut.length + notesFound) / (known.length + notes.length),
    recall: common / sumOf(there),
    precision: common / sumOf(grams),
    order: pairs.filter(Boolean).length / Math.max(1, pairs.length),
  };
};
