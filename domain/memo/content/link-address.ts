/**
 * The addresses that a link of a memo may have: web pages and mail addresses. Nothing else is printed or opened.
 * They are checked by their form alone, and never requested.
 */

const page = /^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/iu;
const mail = /^mailto:[^\s@]+@[^\s@]+$/iu;
/** "www.example.org": a page whose protocol nobody types. */
const bareHost = /^www\.[^\s/?#@]+\.[^\s/?#@]+(?:[/?#]\S*)?$/iu;
/** "example.org/list": a page where an address was asked for; in prose it may be a slip of the space bar. */
const domain = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[/?#]\S*)?$/u;
const mailbox = /^[^\s@/:]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u;

/** Characters that nobody sees, of which some show an address as another. */
const unseen = /[\p{Cc}\p{Bidi_Control}]/u;

/** Whether an address of a memo is printed and opened as a link; any other keeps its words. */
export const isPrintableAddress = (address: string): boolean =>
  /^(?:https?|mailto):\S*$/iu.test(address) && !unseen.test(address);

/** The address that a word of running text is, with its protocol; null where the word is not an address. */
export const addressInProse = (word: string): string | null => {
  if (unseen.test(word)) return null;
  if (page.test(word) || mail.test(word)) return word;
  if (bareHost.test(word)) return `https://${word}`;
  return mailbox.test(word) ? `mailto:${word}` : null;
};

/** The address that was typed where one is asked for; null where it is not one. */
export const readAddress = (typed: string): string | null => {
  const word = typed.trim();
  return addressInProse(word) ?? (domain.test(word) ? `https://${word}` : null);
};

const closers: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** Where an address ends that punctuation follows: a closing bracket belongs to it where it opens there too. */
export const endOfAddress = (word: string): number => {
  const last = word.at(-1);
  if (last === undefined) return 0;
  const opener = closers[last];
  const isOpen = opener !== undefined && word.split(opener).length >= word.split(last).length;
  const isPunctuation = opener === undefined ? /[.,;:!?'"’”»…]/u.test(last) : !isOpen;
  return isPunctuation ? endOfAddress(word.slice(0, -1)) : word.length;
};
