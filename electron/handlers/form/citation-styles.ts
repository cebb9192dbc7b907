import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { SampleCitations } from '#domain/contract/form.ts';
import type { CitedWork } from '#domain/memo/citation-style/cited-work.ts';
import type { CitationRequest } from '#domain/memo/citation-style/style-document.ts';
import { type CitationStyle, readCitationStyle } from '#domain/memo/form/citation-style.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { HandlerDeps } from '../handler-deps.ts';

type Sample = Pick<CitedWork, 'number' | 'type' | 'title' | 'authors' | 'container' | 'language'>;

const sample = (work: Sample): CitedWork => ({
  ...work,
  published: '2026-05-03',
  printedDay: '3 May 2026',
  accessed: '2026-05-04',
  url: `https://example.org/2026/05/03/${work.number}`,
  doi: null,
  marks: [],
  remarks: [],
});

/** The examples for a style: a signed newspaper article, a report of an office, and a title that is not English. */
const works: readonly CitedWork[] = [
  sample({
    number: 1,
    type: 'article-newspaper',
    title: 'Harbour closes after warning',
    authors: [{ family: 'Miller', given: 'Jane' }],
    container: 'Harbour Dispatch',
    language: 'en-GB',
  }),
  sample({
    number: 2,
    type: 'report',
    title: 'Annual review of port security',
    authors: [{ literal: 'Ministry of Ports' }],
    container: null,
    language: 'en-GB',
  }),
  sample({
    number: 3,
    type: 'webpage',
    title: 'Hafen schließt nach Warnung der Regierung',
    authors: [],
    container: 'Hamburger Bote',
    language: 'de',
  }),
];

const citations: CitationRequest['citations'] = [
  [{ source: 1, place: '¶8' }],
  [{ source: 2, place: 'p. 14 ¶2' }],
  [{ source: 1, place: '¶9' }],
];

/** Applies a style to a few invented sources. Fails with `citation-style-unusable`, which names the style by `name`. */
export const sampleCitations = async (
  { styleCitations }: Pick<HandlerDeps, 'styleCitations'>,
  csl: string,
  name: string,
): Promise<Result<SampleCitations, AppError>> => {
  const unusable = (reason: string) => err({ code: 'citation-style-unusable', style: name, reason } as const);
  const style = readCitationStyle(csl);
  if (!style.ok) return unusable(style.error);
  const { kind } = style.value;
  const styled = await styleCitations({
    csl,
    kind,
    language: 'en-GB',
    works,
    citations: kind === 'number' ? [] : citations,
  });
  if (!styled.ok) return unusable(styled.error);
  return ok({
    kind,
    citations: styled.value.citations,
    entries: styled.value.entries.map(({ words }) => words),
  });
};

/** Asks for a file with a citation style, and tries it. Nothing is saved yet. */
export const chooseCitationStyle = async (
  deps: Pick<HandlerDeps, 'styleCitations' | 'desktop' | 'readFormFile'>,
): Promise<Result<CitationStyle, AppError>> => {
  const path = await deps.desktop.chooseCitationStyle();
  if (path === null) return err({ code: 'cancelled' });
  const file = await deps.readFormFile(path);
  if (!file.ok) return file;
  const { fileName, text } = file.value;
  const tried = await sampleCitations(deps, text, fileName);
  if (!tried.ok) return tried;
  const style = readCitationStyle(text);
  return style.ok ? ok({ name: style.value.name, csl: text }) : err({ code: 'file-binary' });
};
