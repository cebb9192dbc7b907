/** What the command line can do. Printed on stderr: stdout belongs to answers. */
export const usage = `Usage: precis <command> --archive DIR [--json]

  import FILE...
      Imports text, Markdown and HTML. Creates the archive where DIR is missing or empty.
  article ID [--text]
      An article with its passages; with --text also its canonical text.
  annotate ID --quote TEXT [--prefix P] [--suffix S] [--label claim|data|view|context|gap]
           [--tag A/B]... [--source NAME] [--reliability A-F] [--credibility 1-6]
           [--note TEXT] [--task TITLE] [--due YYYY-MM-DD]
      Makes a passage of the quote. --prefix and --suffix are words right before and after it, for a quote
      that stands there more than once. --reliability sets the letter of the source, --due the day of the task.
      A source that is not there yet is added as a person.
  list articles|passages|tags|sources|tasks|memos
  memo new --title T [--template bluf] [--marking TLP:AMBER]
           (--article ID | --tag A/B | --passages ID,ID)
      Makes a memo with the passages of an article, of a tag and the tags below it, or those named.
  export MEMO --to FILE.pdf [--paper a4|letter]
      Writes a memo as PDF. A file that is there is replaced as a whole.

  --archive DIR   the archive, relative to the folder you are in
  --json          the answer as JSON, and nothing else on stdout; a failure as {"error": {"code", "message"}}

Exit code 0: done. 1: failed, and why. 2: wrong usage.
`;
