/** Parts of what a file holds, before anybody has checked their shape. */

/** A part that should be a record; what is none is left to fail against the schema. */
export const recordOf = (part: unknown): object => (typeof part === 'object' && part !== null ? part : {});

/** A part that should be a list, each of it changed; what is none is left to fail against the schema. */
export const mapList = (part: unknown, change: (each: object) => object): unknown =>
  Array.isArray(part) ? part.map((each: unknown) => change(recordOf(each))) : part;
