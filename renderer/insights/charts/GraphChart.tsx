import { LinkHorizontal } from '@visx/shape';
import type { PassageId } from '#domain/ids.ts';
import type { ContradictionGraph, GraphLink, GraphPassage } from '#domain/insights/contradictions.ts';
import { type GraphPlace, layOutGraph } from '#domain/insights/lay-out-graph.ts';
import { wordRelation } from '#domain/passage/word-relation.ts';
import { printGrade } from '#domain/tradecraft/grade.ts';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { clipText, textWidth, wrapText } from '../clip-text.ts';
import styles from './charts.module.css';
import { ChartSvg, Mark, type MarkPlace } from './Marks.tsx';

const CARD = { height: 96, step: 122, most: 300 };
const MIDDLE = 150;
const MOST_ROWS = 4;
const QUOTE = { lines: 3, size: 13, step: 18 };
const WORD_HEIGHT = 20;

export const linkWord = (type: GraphLink['type']): string =>
  type === 'same-origin' ? 'same origin' : wordRelation(type, 'to');

/** Takes the passage that a relation starts from. */
export type OpenPair = (passage: GraphPassage) => void;

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly side: 0 | 1 };

/** The first groups that fit, whole; if the first does not fit, as much of it as does. */
const shownPlaces = (links: readonly GraphLink[]): readonly GraphPlace[] =>
  layOutGraph(links).filter(({ row }) => row < MOST_ROWS);

const boxOf = ({ side, row }: GraphPlace, width: number): Box => {
  const card = Math.min(CARD.most, (width - MIDDLE) / 2);
  return { x: side === 0 ? 1 : width - card - 1, y: row * CARD.step + 4, width: card, side };
};

const source = ({ speaker, publication, paragraph }: GraphPassage): string =>
  [speaker ?? publication ?? 'no source', paragraph === null ? '' : `¶${paragraph}`]
    .filter(Boolean)
    .join(' ');

type CardProps = {
  readonly passage: GraphPassage;
  readonly box: Box;
  readonly at: GraphPlace;
  readonly onOpen: () => void;
};

const Card = ({ passage, box: { x, y, width }, at, onOpen }: CardProps) => {
  const { name } = useLabels().of(passage.label);
  const grade = printGrade(passage.grade);
  const gradeWords = grade === '' ? 'not graded' : grade;
  const lines = wrapText(passage.quote, width - 28, QUOTE.lines, QUOTE.size);
  return (
    <Mark
      at={[at.row, at.side]}
      isEntry
      label={`${name}, ${gradeWords}, ${source(passage)}: ${passage.quote}`}
      onOpen={onOpen}
    >
      <rect className={styles.card} x={x} y={y} width={width} height={CARD.height} rx={6} />
      <g data-label={passage.label}>
        <rect className={styles.cardStripe} x={x} y={y + 6} width={3} height={CARD.height - 12} />
        <text className={styles.cardLabel} x={x + 12} y={y + 20}>
          {name}
        </text>
      </g>
      <text className={styles.letter} x={x + 12 + textWidth(name, 12.5) + 10} y={y + 20}>
        {gradeWords}
      </text>
      <text className={styles.quietText} x={x + width - 10} y={y + 20} textAnchor="end">
        {clipText(source(passage), width - 40 - textWidth(name, 12.5) - textWidth(gradeWords, 11.5), 11)}
      </text>
      {lines.map((line, row) => (
        <text key={line} className={styles.quote} x={x + 12} y={y + 42 + row * QUOTE.step}>
          {line}
        </text>
      ))}
    </Mark>
  );
};

type Point = { readonly x: number; readonly y: number };
type Edge = {
  readonly link: GraphLink;
  readonly from: Box;
  readonly to: Box;
  readonly word: string;
  readonly at: Point;
};

const middleOf = ({ y }: Box): number => y + CARD.height / 2;
/** Where an edge leaves a card: on the side facing the middle. */
const edgeX = ({ x, width, side }: Box): number => (side === 0 ? x + width : x);

const wordOf = ({ type, citedIn }: GraphLink): string =>
  citedIn.length === 0 ? linkWord(type) : `${linkWord(type)}: ${citedIn.join(', ')}`;

/** The edges, each with its word if that does not overlap another. */
const layEdges = (
  links: readonly GraphLink[],
  boxes: ReadonlyMap<PassageId, Box>,
  width: number,
): readonly Edge[] => {
  const taken: number[] = [];
  return links.flatMap((link) => {
    const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
    if (from === undefined || to === undefined) return [];
    let y = (middleOf(from) + middleOf(to)) / 2;
    while (taken.some((other) => Math.abs(other - y) < WORD_HEIGHT + 3)) y += WORD_HEIGHT + 4;
    taken.push(y);
    return [{ link, from, to, word: clipText(wordOf(link), MIDDLE - 34, 11), at: { x: width / 2, y } }];
  });
};

const EdgeLine = ({ link: { type, citedIn }, from, to, at }: Edge) => {
  const className = joinClasses(
    styles.edge,
    (type !== 'contradicts' || citedIn.length > 0) && styles.edgeThin,
    type === 'same-origin' && styles.edgeDotted,
  );
  const ends = [from, to].map((box) => ({ source: { x: edgeX(box), y: middleOf(box) }, target: at }));
  return ends.map((end) => (
    <LinkHorizontal
      key={`${end.source.x} ${end.source.y}`}
      className={className}
      data={end}
      x={(point: Point) => point.x}
      y={(point: Point) => point.y}
    />
  ));
};

type EdgeWordProps = Edge & {
  readonly place: MarkPlace;
  readonly quotes: readonly string[];
  readonly onOpen: () => void;
};

const EdgeWord = ({ link, word, at: { x, y }, place, quotes, onOpen }: EdgeWordProps) => {
  const width = textWidth(word, 11) + 18;
  return (
    <Mark at={place} label={`${wordOf(link)}: ${quotes.join(' / ')}`} onOpen={onOpen}>
      <rect
        className={styles.edgeWord}
        x={x - width / 2}
        y={y - WORD_HEIGHT / 2}
        width={width}
        height={WORD_HEIGHT}
        rx={4}
      />
      <text className={styles.tick} x={x} y={y} dy="0.36em" textAnchor="middle">
        {word}
      </text>
    </Mark>
  );
};

/** Arrow keys reach an edge from the card that it starts from: between the columns, in its row. */
const placeEdges = (edges: readonly Edge[], places: readonly GraphPlace[]): ReadonlyMap<Edge, MarkPlace> => {
  const rows = new Map(places.map(({ id, row }) => [id, row]));
  return new Map(
    edges.map((edge, at) => [edge, [rows.get(edge.link.from) ?? 0, (at + 1) / (edges.length + 1)]]),
  );
};

export type GraphChartProps = {
  readonly graph: ContradictionGraph;
  readonly width: number;
  readonly onOpen: (passageId: PassageId) => void;
  /** Opens one passage of a pair with its relations. */
  readonly onOpenPair: OpenPair;
};

/** How many of the contradictions are drawn. */
export const drawnContradictions = ({ links }: ContradictionGraph): number => {
  const drawn = new Set(shownPlaces(links).map(({ id }) => id));
  return links.filter(({ type, from, to }) => type === 'contradicts' && drawn.has(from) && drawn.has(to))
    .length;
};

/** Passages as cards in two columns, with the relations between them. */
export const GraphChart = ({ graph: { passages, links }, width, onOpen, onOpenPair }: GraphChartProps) => {
  const places = shownPlaces(links);
  const boxes = new Map(places.map((place) => [place.id, boxOf(place, width)]));
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const edges = layEdges(links, boxes, width);
  const edgePlaces = placeEdges(edges, places);
  const bottom = Math.max(0, ...places.map(({ row }) => row + 1)) * CARD.step;
  const height = Math.max(bottom, ...edges.map(({ at }) => at.y + WORD_HEIGHT));
  return (
    <ChartSvg label="Contradictions" width={width} height={height}>
      {edges.map((edge) => (
        <EdgeLine key={`${edge.link.from} ${edge.link.to} ${edge.link.type}`} {...edge} />
      ))}
      {edges.map((edge) => {
        const { from, to, type } = edge.link;
        const one = byId.get(from);
        if (one === undefined) return null;
        return (
          <EdgeWord
            key={`${from} ${to} ${type}`}
            {...edge}
            place={edgePlaces.get(edge) ?? [0, 0]}
            quotes={[one.quote, byId.get(to)?.quote ?? '']}
            onOpen={() => onOpenPair(one)}
          />
        );
      })}
      {places.map((place) => {
        const [passage, box] = [byId.get(place.id), boxes.get(place.id)];
        if (passage === undefined || box === undefined) return null;
        return <Card key={place.id} passage={passage} box={box} at={place} onOpen={() => onOpen(place.id)} />;
      })}
    </ChartSvg>
  );
};
