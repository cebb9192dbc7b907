/**
 * Typst fetches packages by itself, past everything that keeps the app offline, so a template may import nothing
 * but a file that lies beside it, named in plain words. What is imported can't be an expression either: it could
 * spell a package.
 */
const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const importing = /\b(?:import|include)\b\s*([^\n;]*)/g;
const neighbour = /^"[a-z0-9-]+\.typ"(?!\s*\+)/;

/** The imports of `source` that are refused, as they are written; empty where it may be compiled. */
export const refusedImports = (source: string): readonly string[] =>
  Array.from(source.replace(comment, '').matchAll(importing), (match) => match[1]?.trim() ?? '').filter(
    (what) => !neighbour.test(what),
  );
