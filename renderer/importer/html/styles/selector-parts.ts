/** What can be told of a selector without asking an element: how it weighs, and which elements it may match. */

const STRINGS = /"[^"]*"|'[^']*'/g;

/** What depends on a hand, or is no element of the page. */
const NEVER_AT_REST =
  /::|:(?:hover|active|focus(?:-within|-visible)?|target|checked|visited|before|after|has)\b/;

/** Brackets with what stands in them, three deep. */
const BRACKETS = String.raw`\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)`;
const ONE_SELECTOR = new RegExp(String.raw`(?:\\.|"[^"]*"|'[^']*'|${BRACKETS}|\[[^\]]*\]|[^,])+`, 'gs');

/** The selectors of a list, split where a comma stands in no bracket and no string. */
export const splitSelectors = (list: string): readonly string[] =>
  (list.match(ONE_SELECTOR) ?? []).map((selector) => selector.trim());

/** Whether `selector` may match an element of a page that nobody touches. */
export const isAtRest = (selector: string): boolean =>
  !NEVER_AT_REST.test(selector.replace(STRINGS, '').replace(/:not\([^()]*\)/g, ''));

/** The specificity of a selector in one number. `:where()` counts for nothing, what `:not()` and `:is()` hold counts. */
export const specificityOf = (selector: string): number => {
  const bare = selector.replace(STRINGS, '').replace(/:where\([^()]*\)/g, '');
  const count = (pattern: RegExp): number => bare.match(pattern)?.length ?? 0;
  const ids = count(/#[\w-]/g);
  const classes = count(/\.[\w-]|\[|:(?!not|is|where|:)[\w-]/g);
  const names = count(/(?:^|[\s>+~(])[a-z][\w-]*/gi);
  return ids * 10_000 + classes * 100 + names;
};

/** The name by which the elements are found that `selector` may match. */
export type SelectorKey = { readonly kind: 'id' | 'class' | 'name'; readonly name: string } | null;

/** The key in the last compound of `selector`, null where any element may be meant. */
export const keyOf = (selector: string): SelectorKey => {
  const bare = selector
    .replace(STRINGS, '')
    .replace(/\[[^\]]*\]|:[\w-]+(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?/g, '');
  const last = bare.split(/[\s>+~]+/).at(-1) ?? '';
  if (last.includes('\\')) return null;
  const id = /#([\w-]+)/.exec(last)?.[1];
  if (id !== undefined) return { kind: 'id', name: id };
  const className = /\.([\w-]+)/.exec(last)?.[1];
  if (className !== undefined) return { kind: 'class', name: className };
  const name = /^[a-z][\w-]*/i.exec(last)?.[0];
  return name === undefined ? null : { kind: 'name', name: name.toLowerCase() };
};
