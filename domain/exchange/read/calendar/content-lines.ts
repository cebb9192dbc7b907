/**
 * The lines of a calendar (RFC 5545, 3.1), taken apart as they are written. Own work, since the readers that may be
 * handed on with Precis lose what programs write: a property such as X-MOZ-GENERATION2 ends up in the title before it,
 * the title of an alarm replaces that of its to-do, and one line that is none throws the whole file away.
 */

export type ContentLine = {
  /** In capitals. */
  readonly name: string;
  /** Values by the name of the parameter, in capitals; without quotation marks. */
  readonly parameters: ReadonlyMap<string, string>;
  /** As it stands, but for quoted-printable; see readText for that of a text. */
  readonly value: string;
};

const LF = 10;
const CR = 13;
const isBlank = (byte: number | undefined): boolean => byte === 32 || byte === 9;

/**
 * Joins lines that go on behind a space, on the bytes: programs fold also in the middle of a letter (RFC 5545, 3.1).
 * Line ends may be CRLF or LF.
 */
export const unfoldBytes = (bytes: Uint8Array): Uint8Array => {
  const unfolded = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const ending = bytes[at] === CR && bytes[at + 1] === LF ? 2 : Number(bytes[at] === LF);
    if (ending > 0 && isBlank(bytes[at + ending])) at += ending;
    else unfolded[length++] = bytes[at] ?? 0;
  }
  return unfolded.subarray(0, length);
};

const HEAD = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+(?:=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)?)*):/u;
const PARAMETER = /;([A-Za-z0-9-]+)(?:=((?:"[^"]*"|[^";])*))?/gu;

/** In UTF-16 units, of a name with its parameters: without end they would fill the stack of the pattern. */
const MAX_HEAD = 512 * 1024;

const readParameters = (written: string): ReadonlyMap<string, string> =>
  new Map(
    [...written.matchAll(PARAMETER)].map(([, name = '', value = '']) => [
      name.toUpperCase(),
      value.replaceAll('"', ''),
    ]),
  );

const isQuotedPrintable = (parameters: ReadonlyMap<string, string>): boolean =>
  parameters.get('ENCODING')?.toUpperCase() === 'QUOTED-PRINTABLE' || parameters.has('QUOTED-PRINTABLE');

/** Letters of UTF-8 written as "=C3=BC", as vCalendar 1.0 does; as they stand where they are none. */
const readQuotedPrintable = (value: string): string => {
  try {
    return decodeURIComponent(value.replaceAll('%', '%25').replace(/=([0-9A-F]{2})/giu, '%$1'));
  } catch {
    return value;
  }
};

const readLine = (line: string): ContentLine | null => {
  const [head = '', name = '', written = ''] = HEAD.exec(line.slice(0, MAX_HEAD)) ?? [];
  if (head === '') return null;
  const parameters = readParameters(written);
  const value = line.slice(head.length);
  return {
    name: name.toUpperCase(),
    parameters,
    value: isQuotedPrintable(parameters) ? readQuotedPrintable(value) : value,
  };
};

/** Whether a line of quoted-printable goes on in the next: behind an equals sign at its end. */
const goesOn = (line: string, begun: readonly string[]): boolean =>
  line.endsWith('=') && (begun.length > 0 || /^[^:]{0,200}QUOTED-PRINTABLE/iu.test(line));

function* linesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found === -1 ? text.length : found;
    yield text.slice(at, text[end - 1] === '\r' && end > at ? end - 1 : end);
    at = end + 1;
  }
}

/** The lines of an unfolded text, one after another; null for one that is none. Empty lines are left out. */
export function* contentLines(text: string): Generator<ContentLine | null> {
  let begun: string[] = [];
  for (const line of linesOf(text)) {
    if (goesOn(line, begun)) {
      begun.push(line.slice(0, -1));
      continue;
    }
    const whole = begun.length === 0 ? line : [...begun, line].join('');
    begun = [];
    if (whole.trim() !== '') yield readLine(whole);
  }
}

/**
 * What a text says (RFC 5545, 3.3.11), on one line: line ends and control characters are spaces, and signs that turn
 * the direction of what comes after them are left out.
 */
export const readText = (value: string): string =>
  value
    .replace(/\\([\\;,nN])/gu, (_, sign: string) => (sign === 'n' || sign === 'N' ? ' ' : sign))
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/ {2,}/gu, ' ')
    .trim();
