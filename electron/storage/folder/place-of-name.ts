import type { MutableFile, RecordFolder } from '#domain/archive/changes.ts';
import type { FileKind } from '#domain/archive/files.ts';
import { articleIdSchema, formIdSchema, memoIdSchema } from '#domain/ids.ts';
import { FORM_FOLDER } from './layout.ts';

/** What a name in an archive stands for. `sealed`: it is written once, and belongs to that article or memo. */
export type NamedPlace =
  | { readonly is: 'mutable'; readonly file: MutableFile }
  | { readonly is: 'sealed'; readonly kind: FileKind; readonly folder: RecordFolder }
  | { readonly is: 'trash' };

const ENDING = '.json';
const lists = ['tags', 'sources', 'tasks', 'searches', 'conflicts'] as const;

/** The inverse of nameOfFile and its like; null for what Precis does not make. */
export const placeOfName = (name: string): NamedPlace | null => {
  const [top = '', second = '', ...rest] = name.split('/');
  if (second === '') return placeOfList(top);
  if (top === 'trash') return { is: 'trash' };
  if (top === FORM_FOLDER && rest.length === 0) return placeOfForm(second);
  if (top === 'articles') return placeInArticle(second, rest.join('/'));
  if (top === 'memos') return placeInMemo(second, rest.join('/'));
  return null;
};

const placeOfList = (name: string): NamedPlace | null => {
  const kind = lists.find((each) => name === `${each}${ENDING}`);
  return kind === undefined ? null : { is: 'mutable', file: { kind } };
};

const placeOfForm = (name: string): NamedPlace | null => {
  const id = formIdSchema.safeParse(name.endsWith(ENDING) ? name.slice(0, -ENDING.length) : '');
  return id.success ? { is: 'mutable', file: { kind: 'form', formId: id.data } } : null;
};

const placeInArticle = (id: string, file: string): NamedPlace | null => {
  const parsed = articleIdSchema.safeParse(id);
  if (!parsed.success) return null;
  if (file === 'annotations.json')
    return { is: 'mutable', file: { kind: 'annotations', articleId: parsed.data } };
  const kind = (['article', 'body'] as const).find((each) => file === `${each}${ENDING}`);
  return kind === undefined ? null : { is: 'sealed', kind, folder: { holds: 'article', id: parsed.data } };
};

const placeInMemo = (id: string, file: string): NamedPlace | null => {
  const parsed = memoIdSchema.safeParse(id);
  if (!parsed.success) return null;
  if (file === 'memo.json') return { is: 'mutable', file: { kind: 'memo', memoId: parsed.data } };
  const isSnapshot = /^snapshots\/[^/]+\.json$/u.test(file);
  return isSnapshot ? { is: 'sealed', kind: 'snapshot', folder: { holds: 'memo', id: parsed.data } } : null;
};
