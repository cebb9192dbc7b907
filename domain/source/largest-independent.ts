/**
 * The largest set of vertices of a graph of which no two are neighbours. To find it is hard in general (Karp 1972); here
 * it is found exactly within limits: a vertex of at most one neighbour is taken, else it is branched on the one of most
 * neighbours, after Tarjan and Trojanowski, “Finding a maximum independent set”, SIAM Journal on Computing 6 (1977). After
 * STEPS branches the one of fewest neighbours is taken each time: Halldórsson and Radhakrishnan, “Greed is good”,
 * Algorithmica 18 (1997). The set is always independent and can't be added to; it may then be smaller than the largest.
 */

/** The neighbours of each vertex, which are told both ways. */
export type Neighbours = readonly ReadonlySet<number>[];

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
