import { parseNamePath, printNamePath } from '#domain/tree/name-path.ts';

/** The path of a tag with room around its strokes: "China / dual use". */
export const printTag = (path: string): string => printNamePath(parseNamePath(path));
