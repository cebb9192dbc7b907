/**
 * From how many origins passages come: the one count that checks, grades, Insights and summaries share.
 *
 * It is the largest number of passages of which no two can be of one origin. Joining all that have anything in
 * common would give too low a count: one statement that two newspapers repeat would make these newspapers one
 * origin, with everything that they ever printed. Passages that share nothing with others but their origins are
 * one vertex of a graph for each such set of origins, and one with a single origin represents all that have this
 * origin and more: anything independent of it is independent of those. Each connected part is then examined
 * separately (see largestIndependent); where it has more than COMPARED_MOST vertices, whatever comes first is
 * taken. This may count one too few, never one too many.
 */
import { foldName } from '../text/fold-text.ts';
import { isOtherOrigin, type Provenance, sameOrigin } from './compare-origins.ts';

/** Passages of one origin. */
export type Origin<One extends Provenance = Provenance> = {
  /** The common origin of all of them, otherwise the first; null where nothing is known of it. */
  readonly name: string | null;
  /** In the order in which they were given. */
  readonly passages: readonly One[];
  /** The sources that are this origin: each source from which the passages may come is in exactly one. */
  readonly sources: readonly OriginSource[];
};

type OriginSource = Provenance['origins'][number];

const COMPARED_MOST = 400;

type Vertex<One> = { readonly one: One; readonly keys: readonly string[] };

/** In whose place several articles, or none but one, carry a text or say a statement. */
const SEVERAL = Symbol('several');

/** The statements that occur more than once: few of a hundred thousand, and only their places need to be known. */
const repeatedAmong = (passages: readonly Provenance[]): ReadonlySet<number> => {
  const sorted = Float64Array.from(passages.flatMap(({ traces }) => traces.statements)).sort();
  const repeated = new Set<number>();
  for (let at = 1; at < sorted.length; at += 1) {
    const statement = sorted[at];
    if (statement !== undefined && statement === sorted[at - 1]) repeated.add(statement);
  }
  return repeated;
};

/** The texts and statements that occur in several articles: only these connect passages. */
const sharedAmong = (passages: readonly Provenance[]) => {
  const repeated = repeatedAmong(passages);
  const texts = new Map<string, string | typeof SEVERAL>();
  const statements = new Map<number, string | typeof SEVERAL>();
  const note = <Key>(known: Map<Key, string | typeof SEVERAL>, key: Key, articleId: string): void => {
    const before = known.get(key);
    if (before === undefined) known.set(key, articleId);
    else if (before !== articleId && before !== SEVERAL) known.set(key, SEVERAL);
  };
  for (const { articleId, textId, traces } of passages) {
    note(texts, textId, articleId);
    for (const statement of traces.statements)
      if (repeated.has(statement)) note(statements, statement, articleId);
  }
  const isSaidTwice = (statement: number): boolean => statements.get(statement) === SEVERAL;
  return {
    hasText: ({ textId }: Provenance): boolean => texts.get(textId) === SEVERAL,
    hasStatement: ({ traces }: Provenance): boolean => traces.statements.some(isSaidTwice),
    statementsOf: ({ traces }: Provenance): readonly number[] => traces.statements.filter(isSaidTwice),
  };
};
type Shared = ReturnType<typeof sharedAmong>;

const isOverruled = ({ relations }: Provenance): boolean =>
  relations.some(({ type }) => type === 'independent' || type === 'same-origin');

/** Whether nothing but its origins ties it to others. */
const isPlain = (shared: Shared, one: Provenance): boolean =>
  !(shared.hasText(one) || isOverruled(one)) &&
  (one.isSpoken || one.traces.credits.length === 0) &&
  !shared.hasStatement(one);

/** What ties a passage to others: two that have none of these in common are of different origins. */
const keysOf = (shared: Shared, one: Provenance): readonly string[] => [
  ...one.origins.flatMap(({ id, name }) => [`source ${id}`, `name ${foldName(name)}`]),
  ...(shared.hasText(one) ? [`text ${one.textId}`] : []),
  ...shared.statementsOf(one).map((statement) => `statement ${statement}`),
  ...(one.isSpoken ? [] : one.traces.credits.map((name) => `credit ${name}`)),
  ...(one.origins.length === 0 ? [`voice ${one.articleId}`] : []),
  ...one.relations.flatMap(({ type, passageId }) =>
    type === 'same-origin' ? [`said ${[one.id, passageId].toSorted().join(' ')}`] : [],
  ),
];

/** One passage for each set of origins, or for each article of unknown origin. */
const plainVertices = <One extends Provenance>(
  shared: Shared,
  plain: readonly One[],
): readonly Vertex<One>[] => {
  const byOrigins = new Map(
    plain.map((one) => [one.origins.length === 0 ? one.articleId : one.origins, one] as const),
  );
  const vertices = [...byOrigins.values()].map((one) => ({ one, keys: keysOf(shared, one) }));
  return [...new Map(vertices.map((vertex) => [vertex.keys.join('\n'), vertex])).values()];
};

/** One passage for all of an article that the same ties to others. */
const tiedVertices = <One extends Provenance>(
  shared: Shared,
  tied: readonly One[],
): readonly Vertex<One>[] => {
  const vertices = tied.map((one) => ({ one, keys: keysOf(shared, one) }));
  const idOf = ({ one, keys }: Vertex<One>): string =>
    isOverruled(one) ? one.id : `${one.articleId}\n${keys.join('\n')}`;
  return [...new Map(vertices.map((vertex) => [idOf(vertex), vertex])).values()];
};

const verticesOf = <One extends Provenance>(
  shared: Shared,
  passages: readonly One[],
): readonly Vertex<One>[] => {
  const [plainOnes, tiedOnes]: [One[], One[]] = [[], []];
  for (const one of passages) (isPlain(shared, one) ? plainOnes : tiedOnes).push(one);
  const plain = plainVertices(shared, plainOnes);
  const tied = tiedVertices(shared, tiedOnes);
  const hasOne = ({ one }: Vertex<One>): boolean => one.origins.length === 1;
  const alone = new Set(plain.filter(hasOne).map(({ one }) => `source ${one.origins[0]?.id}`));
  const isStoodFor = ({ one, keys }: Vertex<One>): boolean =>
    !isOverruled(one) && keys.some((key) => alone.has(key));
  return [
    ...plain.filter((vertex) => hasOne(vertex) || !isStoodFor(vertex)),
    ...tied.filter((vertex) => !isStoodFor(vertex)),
  ];
};

/** The vertices, by what hangs together. */
const componentsOf = <One>(vertices: readonly Vertex<One>[]): readonly (readonly Vertex<One>[])[] => {
  const above = vertices.map((_, at) => at);
  const topOf = (at: number): number => {
    let top = at;
    while ((above[top] ?? top) !== top) top = above[top] ?? top;
    above[at] = top;
    return top;
  };
  const holder = new Map<string, number>();
  for (const [at, { keys }] of vertices.entries())
    for (const key of keys) {
      const other = holder.get(key);
      if (other === undefined) holder.set(key, at);
      else above[topOf(at)] = topOf(other);
    }
  const components = new Map<number, Vertex<One>[]>();
  for (const [at, vertex] of vertices.entries()) {
    const top = topOf(at);
    components.set(top, [...(components.get(top) ?? []), vertex]);
  }
  return [...components.values()];
};

const firstCome = <One extends Provenance>(component: readonly Vertex<One>[]): readonly One[] => {
  const taken = new Map<string, One[]>();
  return component
    .toSorted((a, b) => a.keys.length - b.keys.length)
    .flatMap(({ one, keys }) => {
      const near = keys.flatMap((key) => taken.get(key) ?? []);
      if (near.some((other) => !isOtherOrigin(one, other))) return [];
      for (const key of keys) taken.set(key, [...(taken.get(key) ?? []), one]);
      return [one];
    });
};

/** Whether two passages count as one: they are of one origin, or may be. */
const isTied = (one: Provenance, other: Provenance): boolean =>
  one.origins.length + other.origins.length === 0
    ? sameOrigin(one, other) !== null
    : !isOtherOrigin(one, other);

/**
 * The largest set of vertices of a graph of which no two are neighbours. Finding it is hard in general (Karp
 * 1972); here it is found exactly within limits: a vertex with at most one neighbour is taken, otherwise the
 * search branches on the vertex with most neighbours, after Tarjan and Trojanowski, “Finding a maximum independent
 * set”, SIAM Journal on Computing 6 (1977). After STEPS branches the vertex with fewest neighbours is taken each
 * time: Halldórsson and Radhakrishnan, “Greed is good”, Algorithmica 18 (1997). The set is always independent and
 * cannot be extended; it may then be smaller than the largest.
 */

/** The neighbours of each vertex, listed in both directions. */
type Neighbours = readonly ReadonlySet<number>[];

type Left = ReadonlySet<number>;

const STEPS = 5_000;

const degreeOf = (neighbours: Neighbours, left: Left, at: number): number => {
  let degree = 0;
  for (const other of neighbours[at] ?? []) if (left.has(other)) degree += 1;
  return degree;
};

const without = (left: Left, at: number, gone: ReadonlySet<number> = new Set()): Left =>
  new Set([...left].filter((other) => other !== at && !gone.has(other)));

const extremes = (neighbours: Neighbours, left: Left) => {
  const degrees = [...left].map((at) => ({ at, degree: degreeOf(neighbours, left, at) }));
  return degrees.reduce(
    ({ least, most }, each) => ({
      least: each.degree < least.degree ? each : least,
      most: each.degree > most.degree ? each : most,
    }),
    { least: degrees[0] ?? { at: 0, degree: 0 }, most: degrees[0] ?? { at: 0, degree: 0 } },
  );
};

const search = (neighbours: Neighbours, all: Left, steps: { left: number }): readonly number[] => {
  const taken: number[] = [];
  let left = all;
  while (left.size > 0) {
    const { least, most } = extremes(neighbours, left);
    if (least.degree > 1 && steps.left > 0) {
      steps.left -= 1;
      const passed = search(neighbours, without(left, most.at), steps);
      const chosen = search(neighbours, without(left, most.at, neighbours[most.at]), steps);
      return [...taken, ...(chosen.length + 1 >= passed.length ? [most.at, ...chosen] : passed)];
    }
    taken.push(least.at);
    left = without(left, least.at, neighbours[least.at]);
  }
  return taken;
};

/** The places of the vertices of the set. */
export const largestIndependent = (neighbours: Neighbours): readonly number[] =>
  search(neighbours, new Set(neighbours.keys()), { left: STEPS });

const independentOf = <One extends Provenance>(component: readonly Vertex<One>[]): readonly One[] => {
  const [first, ...others] = component;
  if (first === undefined) return [];
  if (others.length === 0) return [first.one];
  if (component.length > COMPARED_MOST) return firstCome(component);
  const neighbours = component.map(
    ({ one }, at) =>
      new Set(component.flatMap((other, index) => (index !== at && isTied(one, other.one) ? [index] : []))),
  );
  return largestIndependent(neighbours).flatMap((at) => component[at]?.one ?? []);
};

const nameOf = (passages: readonly Provenance[]): string | null => {
  const [first, ...others] = passages.filter(({ origins }) => origins.length > 0);
  const shared = first?.origins.find(({ id }) =>
    others.every(({ origins }) => origins.some((origin) => origin.id === id)),
  );
  return (shared ?? first?.origins[0])?.name ?? null;
};

/**
 * Finds the first of `heads` that a passage is known to be of one origin with. Only heads that share a key with it can
 * be, so no passage is compared with all of them.
 */
const finderOf = <One extends Provenance>(shared: Shared, heads: readonly One[]) => {
  const places = new Map<string, number[]>();
  for (const [at, head] of heads.entries())
    for (const key of keysOf(shared, head)) {
      const known = places.get(key);
      if (known === undefined) places.set(key, [at]);
      else known.push(at);
    }
  return (one: One): number | null => {
    const near = [...new Set(keysOf(shared, one).flatMap((key) => places.get(key) ?? []))];
    const same = near.filter((at) => {
      const head = heads[at];
      return head !== undefined && (head === one || sameOrigin(head, one) !== null);
    });
    return same.length === 0 ? null : Math.min(...same);
  };
};

type Gathered<One> = {
  readonly head: One;
  readonly passages: One[];
  readonly sources: Map<string, OriginSource>;
};

/** Groups with only their heads; a source is in one of them. */
const groupsOf = <One extends Provenance>(heads: readonly One[]) => {
  const bySource = new Map<string, Gathered<One>>();
  const byVoice = new Map<string, Gathered<One>>();
  const groups = heads.map((head): Gathered<One> => {
    const group: Gathered<One> = { head, passages: [], sources: new Map() };
    if (head.origins.length === 0) byVoice.set(head.articleId, group);
    for (const origin of head.origins) {
      if (bySource.has(origin.id)) continue;
      bySource.set(origin.id, group);
      group.sources.set(origin.id, origin);
    }
    return group;
  });
  return { groups, bySource, byVoice };
};

/** Puts each passage, and each source, to the independent passage that it is tied to. */
const gather = <One extends Provenance>(
  shared: Shared,
  heads: readonly One[],
  passages: readonly One[],
): readonly Gathered<One>[] => {
  const { groups, bySource, byVoice } = groupsOf(heads);
  const findSame = finderOf(shared, heads);
  const places = new Map(heads.map((head, at) => [head, at] as const));
  const byOrigins = new Map<Provenance['origins'], Gathered<One>>();
  const homeOf = (one: One): Gathered<One> | undefined => {
    const ofSource = one.origins.flatMap(({ id }) => bySource.get(id) ?? [])[0];
    const own = ofSource ?? byVoice.get(one.articleId);
    const isSure = isPlain(shared, one) || (ofSource !== undefined && !isOverruled(one));
    if (own !== undefined && isSure) return own;
    const at = places.get(one) ?? findSame(one);
    return at === null ? (own ?? groups.find(({ head }) => isTied(head, one))) : groups[at];
  };
  const rememberedHome = (one: One): Gathered<One> | undefined => {
    if (one.origins.length === 0 || isOverruled(one)) return homeOf(one);
    const home = byOrigins.get(one.origins) ?? homeOf(one);
    if (home !== undefined) byOrigins.set(one.origins, home);
    return home;
  };
  const enter = (home: Gathered<One>, one: One): void => {
    home.passages.push(one);
    for (const origin of one.origins) {
      if (bySource.has(origin.id)) continue;
      bySource.set(origin.id, home);
      home.sources.set(origin.id, origin);
    }
  };
  for (const one of passages) {
    const home = rememberedHome(one);
    if (home !== undefined) enter(home, one);
  }
  return groups;
};

const byName = (a: Origin, b: Origin): number =>
  Number(a.name === null) - Number(b.name === null) || b.passages.length - a.passages.length;

/**
 * The origins of passages, those with most passages first: as many as there are passages of which no two can be of
 * one origin. Unknown ones come last, one for each article, unless they repeat the words of a known one.
 */
export const originsOf = <One extends Provenance>(passages: readonly One[]): readonly Origin<One>[] => {
  const shared = sharedAmong(passages);
  const headsAmong = (some: readonly One[]): readonly One[] =>
    componentsOf(verticesOf(shared, some)).flatMap(independentOf);
  const heads = headsAmong(passages.filter(({ origins }) => origins.length > 0));
  const findSame = finderOf(shared, heads);
  const apart = passages.filter(
    (one) => one.origins.length === 0 && (isPlain(shared, one) || findSame(one) === null),
  );
  return gather(shared, [...heads, ...headsAmong(apart)], passages)
    .map(({ passages: own, sources }) => ({
      name: nameOf(own),
      passages: own,
      sources: [...sources.values()],
    }))
    .toSorted(byName);
};

/** How many of them are known: statements about independent origins count these. */
export const knownOrigins = <One extends Provenance>(
  origins: readonly Origin<One>[],
): readonly Origin<One>[] => origins.filter(({ name }) => name !== null);
