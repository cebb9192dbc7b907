/**
 * Reads what the compiler's `pdf()` throws: Rust's debug form of a list of diagnostics in one string. This is the
 * one place that knows its shape.
 *
 *   [SourceDiagnostic { severity: Error, span: Span(1), message: "PDF/UA-1 error: the text `\"😀\"` could not be
 *   displayed with font `\"Inter\"`", trace: [], hints: [] }]
 *
 * A message is escaped as a Rust string; the text within it is escaped again, as a string of Typst's.
 */
export type PdfFailure = {
  /** Characters that no font has, or that PDF/UA forbids; each once, in the order of the text. */
  readonly characters: readonly string[];
  /** What else was wrong. */
  readonly messages: readonly string[];
};

const message = /\bmessage: "((?:[^"\\]|\\.)*)"/gsu;
const undisplayable =
  /the text `"((?:[^"\\]|\\.)*)"` could not be displayed|the disallowed codepoint `"((?:[^"\\]|\\.)*)"`/su;
const rustEscape = /\\(?:u\{([0-9a-fA-F]+)\}|(.))/gsu;
const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

const unescapeRust = (text: string): string =>
  text.replace(rustEscape, (_, hex: string | undefined, character: string) =>
    hex === undefined ? (named[character] ?? character) : String.fromCodePoint(Number.parseInt(hex, 16)),
  );

/** What went wrong, from the text of the error. A text in another shape comes back whole, as one message. */
export const parsePdfError = (debugText: string): PdfFailure => {
  const messages = Array.from(debugText.matchAll(message), (match) => unescapeRust(match[1] ?? ''));
  if (messages.length === 0) return { characters: [], messages: [debugText] };
  const characters = new Set<string>();
  const others = new Set<string>();
  for (const text of messages) {
    const match = undisplayable.exec(text);
    if (match === null) others.add(text);
    else characters.add(unescapeRust(match[1] ?? match[2] ?? ''));
  }
  return { characters: [...characters], messages: [...others] };
};
