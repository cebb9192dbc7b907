/** Words that try to be more than words, and every place where a record has text. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseContent } from '#domain/archive/content/parse-content.ts';
import { readArchivePath } from '#domain/archive/merge/archive-path.ts';
import { readTree } from '../files/read-tree.ts';
import { createRandom } from '../texts/made-words.ts';

/** Each with a mark by which it is found again. */
const hostile: readonly ((mark: string) => string)[] = [
  (m) => `<img src=x onerror=alert('${m}')>`,
  (m) => `<svg onload=alert('${m}')><a xlink:href="javascript:${m}">x</a></svg>`,
  (m) => `javascript:${m}`,
  (m) => `JaVa\tScRiPt:${m}`,
  (m) => `data:text/html,<script>${m}</script>`,
  (m) => `</script><script>${m}</script>`,
  (m) => `</style></title></textarea><script>${m}</script>`,
  (m) => `"><iframe srcdoc=${m}>`,
  (m) => `' onmouseover='${m}`,
  (m) => `" autofocus onfocus="${m}" x="`,
  (m) => `--><script>${m}</script><!--`,
  (m) => `]]></w:t></w:r><w:r><w:instrText>DDEAUTO c:\\cmd ${m}</w:instrText><w:t>`,
  (m) => `"/><Relationship Id="rId99" TargetMode="External" Target="file:///${m}"/>`,
  (m) => `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;${m}`,
  (m) => `&lt;script&gt;${m}&#60;b&#62;&amp;amp;`,
  (m) => `{{${m}}} \${${m}} <%= ${m} %> #{${m}}`,
  (m) => `#panic("${m}") #import "@preview/x:1.0.0" #eval("${m}")`,
  (m) => `$ ${m} $ ]) [ \\ #let x = read("/etc/passwd")`,
  (m) => `=cmd|' /C ${m}'!A0`,
  (m) => `+${m}`,
  (m) => `-${m}`,
  (m) => `@SUM(${m})`,
  (m) => `\t=${m}`,
  (m) => `\uff1dHYPERLINK("http://a.example/${m}")`,
  (m) => `x","=${m}",=${m}\r\n=${m}`,
  (m) => `\u202egnp.${m}\u2066\u200b\u2069`,
  (m) => `\u200b=${m}\u200d\ufeff`,
  (m) => `url(javascript:${m})`,
  (m) => `;} *{background:url("http://a.example/${m}")} @import '${m}';`,
  (m) => `\\3c script\\3e ${m}`,
  (m) => `[${m}](javascript:${m}) ![x](http://a.example/${m})`,
  (m) => `[a]: javascript:${m}`,
  (m) => `<javascript:${m}> <https://a.example/${m}>`,
  (m) => `\`${m}\`\n~~~\n<b onclick=x>${m}</b>\n~~~`,
  (m) => `---\n${m}: !!js/function x\n---\n<details open ontoggle=${m}>`,
  (m) => `%%${m}%% <% tp.system.prompt("${m}") %>`,
  (m) => `${m}\r\nEND:VTODO\r\nBEGIN:VALARM\r\nACTION:PROCEDURE\r\nATTACH:${m}`,
  (m) => `${m}\r\nER  - \r\n\r\nTY  - JOUR\r\nUR  - javascript:${m}`,
  (m) => `${m}}\n}\n@misc{x, url = {javascript:${m}}`,
  (m) => `\\input{${m}} \\immediate\\write18{${m}}`,
  (m) => `${m}\u0000\u0001\u001f\u0085\u2028\ufffe\ud800`,
  (m) => `../../${m}\\..\\con:${m}`,
  (m) => `https://a.example/"onclick="${m}`,
  (m) => `https://a.example/'><script>${m}</script>`,
  (m) => `http://a.example/${m}) [x](javascript:${m}`,
  (m) => `mailto:a@b.example?subject="><b>${m}`,
  (m) => `\\\\host.example\\share\\${m}`,
  (m) => `file:///etc/passwd?${m}`,
];

export const hostileCount = hostile.length;

/** The hostile words with that number; each has a different mark. */
export const hostileWords = (at: number, mark: string): string =>
  hostile[at % hostile.length]?.(mark) ?? mark;

type Path = string;

/** The same value with each of its strings replaced by `change`, which gets the path to it. */
export const mapStrings = <T>(value: T, change: (text: string, path: Path) => string, path = ''): T => {
  if (typeof value === 'string') return change(value, path) as T;
  if (Array.isArray(value)) return value.map((each, at) => mapStrings(each, change, `${path}/${at}`)) as T;
  if (value === null || typeof value !== 'object' || value instanceof Map) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, mapStrings(each, change, `${path}/${key}`)]),
  ) as T;
};

type Pick = { readonly random: () => number; readonly isTaken: (changed: unknown) => boolean };

/** The inserted words, and where. */
export type Placed<T> = {
  readonly value: T;
  readonly marks: ReadonlyMap<string, Path>;
  readonly refused: number;
};

/** `value` with hostile words in each string where `isTaken` accepts them; a refused one stays as it was. */
export const placeHostile = <T>(value: T, { random, isTaken }: Pick): Placed<T> => {
  const paths: Path[] = [];
  mapStrings(value, (text, path) => {
    paths.push(path);
    return text;
  });
  const marks = new Map<string, Path>();
  let refused = 0;
  let placed = value;
  for (const path of paths) {
    const mark = `zq${Math.floor(random() * 1e9).toString(36)}q`;
    const words = hostileWords(Math.floor(random() * hostileCount), mark);
    const changed = mapStrings(placed, (text, at) => (at === path ? words : text));
    if (isTaken(changed)) {
      placed = changed;
      marks.set(mark, path);
    } else refused += 1;
  }
  return { value: placed, marks, refused };
};

/** Not changed: the names of folders and files, and the hashes of adjacent files. */
const fixedKey = /^(?:id|.*Ids?|mergedInto|originalFile|.*Sha256)$/u;
const fixedOf = (value: unknown): string =>
  JSON.stringify(value, (key, each: unknown) =>
    typeof each === 'string' && !fixedKey.test(key) ? '' : each,
  );

/**
 * Puts hostile words into every string of every record file of an archive that may contain them; returns the marks.
 * `sparesArticles`: data from an article's import, which are never merged.
 */
export const makeArchiveHostile = async (
  folder: string,
  { seed, sparesArticles = false }: { readonly seed: number; readonly sparesArticles?: boolean },
): Promise<readonly string[]> => {
  const random = createRandom(seed);
  const marks: string[] = [];
  for (const [path, text] of Object.entries(await readTree(folder))) {
    const kind = readArchivePath(path)?.kind ?? null;
    // The text of an article is protected by its hash.
    const spared = ['archive', 'manifest', 'body', ...(sparesArticles ? ['article'] : [])];
    if (kind === null || spared.includes(kind)) continue;
    const before: unknown = JSON.parse(text);
    const isTaken = (changed: unknown): boolean =>
      parseContent(kind, changed).ok && fixedOf(changed) === fixedOf(before);
    const placed = placeHostile(before, { random, isTaken });
    marks.push(...placed.marks.keys());
    await writeFile(join(folder, path), JSON.stringify(placed.value));
  }
  return marks;
};
