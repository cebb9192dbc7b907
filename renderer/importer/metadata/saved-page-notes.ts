const NOTES: readonly RegExp[] = [
  // Chromium and Internet Explorer: "saved from url=(0023)https://a.example/b"
  /^\s*saved from url=\(\d+\)(https?:\/\/\S+)\s*$/i,
  // SingleFile: "Page saved with SingleFile", then "url: https://a.example/b"
  /^\s*Page saved with SingleFile\s+url:\s*(https?:\/\/\S+)/i,
];

const COMMENT_NODE = 8;

/** "saved date: Tue Apr 23 2024 10:07:11 GMT+0200 (Central European Summer Time)" */
const SAVED_ON =
  /^\s*Page saved with SingleFile\s[\s\S]{0,4000}?saved date:\s*\w{3} (\w{3} \d{1,2}) (\d{4})/i;

const notesOf = (page: Document): readonly string[] =>
  [...page.childNodes, ...page.documentElement.childNodes]
    .filter(({ nodeType }) => nodeType === COMMENT_NODE)
    .map(({ nodeValue }) => nodeValue ?? '');

/** The day on which SingleFile saved the page, as it was where that was done: "Apr 23, 2024". */
export const savedPageDays = (page: Document): readonly string[] =>
  notesOf(page).flatMap((note) => {
    const [, day, year] = SAVED_ON.exec(note) ?? [];
    return day === undefined ? [] : [`${day}, ${year}`];
  });

/** The address that a browser noted in a comment at the top of a page when it saved it. */
export const savedPageAddresses = (page: Document): readonly string[] =>
  notesOf(page)
    .flatMap((note) => NOTES.map((pattern) => pattern.exec(note)?.[1] ?? ''))
    .filter((address) => address !== '');
