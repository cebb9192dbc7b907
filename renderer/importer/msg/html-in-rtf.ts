/** HTML that Outlook has wrapped in RTF, as it was ([MS-OXRTFEX]): its tags stand in groups, its words between them. */
import { type RtfSink, readRtfInto } from '../rtf/read-rtf.ts';

const WRAPS_HTML = /\\fromhtml1?\b/;
const WRAPS_TEXT = /\\fromtext\b/;
/** Where the RTF says what it wraps. */
const SAID_WITHIN = 1000;

/** What the RTF wraps: HTML, plain text, or nothing but itself. */
export const wrappedIn = (rtf: string): 'html' | 'text' | null => {
  const head = rtf.slice(0, SAID_WITHIN);
  if (WRAPS_HTML.test(head)) return 'html';
  return WRAPS_TEXT.test(head) ? 'text' : null;
};

/** Takes tags and words as they come; a line that ends is a line feed. */
const createHtmlSink = (): RtfSink => {
  let html = '';
  const nothing = (): void => {};
  const endLine = (): void => {
    html += '\n';
  };
  return {
    text(text) {
      html += text;
    },
    markup: endLine,
    endParagraph: endLine,
    beginNote: nothing,
    endNote: nothing,
    endCell: nothing,
    endRow: nothing,
    end: () => html,
    level: 0,
    isInTable: false,
  };
};

/** The HTML that `rtf` wraps, its bytes as one character each. */
export const htmlInRtf = (rtf: string): string =>
  readRtfInto(rtf, createHtmlSink(), { htmltag: 'text' }).markup;
