const NOTES: readonly RegExp[] = [
  // Chromium and Internet Explorer: "saved from url=(0023)https://a.example/b"
  /^\s*saved from url=\(\d+\)(https?:\/\/\S+)\s*$/i,
  // SingleFile: "Page saved with SingleFile", then "url: https://a.example/b"
  /^\s*Page saved with SingleFile\s+url:\s*(https?:\/\/\S+)/i,
];

const COMMENT_NODE = 8;

/** The address that a browser noted in a comment at the top of a page when it saved it. */
export const savedPageAddresses = (page: Document): readonly string[] => {
  const top = [...page.childNodes, ...page.documentElement.childNodes];
  return top
    .filter(({ nodeType }) => nodeType === COMMENT_NODE)
    .flatMap(({ nodeValue }) => NOTES.map((note) => note.exec(nodeValue ?? '')?.[1] ?? ''))
    .filter((address) => address !== '');
};
