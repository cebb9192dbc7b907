import { memoFormats } from '#domain/memo/memo-format.ts';
import { labels } from '#domain/passage/label.ts';

/** What the command line can do. Printed on stderr: stdout belongs to answers. */
export const usage = `Usage: precis <command> --archive DIR [--json]

  import FILE... [--new-version-of ID] [--encoding NAME]
      Imports text, Markdown and HTML of at most 20 MB. Creates the archive where DIR is missing or empty. With
      --new-version-of the one FILE is a new version of that article: both are kept, and the passages are carried
      over. A FILE whose encoding is not certain is not imported ("encoding-uncertain", with the likely ones): name
      it with --encoding, as in --encoding windows-1251.
  article ID [--text]
      An article with its passages; with --text also its canonical text.
  annotate ID --quote TEXT... [--prefix P] [--suffix S] [--label ${labels.join('|')}]
           [--tag A/B]... [--source NAME] [--reliability A-F] [--credibility 1-6] [--because TEXT]
           [--manner direct|paraphrase|own-reporting|unattributed] [--basis on-record|background|unnamed]
           [--note TEXT] [--task TITLE] [--due YYYY-MM-DD]
      Makes a passage of the quote. --quote given again is another part of the same passage: an interrupted quotation.
      --prefix and --suffix are words right before and after it, for a quote that stands there more than once.
      --reliability sets the letter of the source, --due the day of the task.
      A source that is not there yet is added as a person; "Ministry/Office/Person" puts him below them, so that what
      two of one ministry say is seen to be of one origin. A slash that belongs to a name is written "\\/", in tags too.
      Names are taken as they are written; of one that differs in case or accents alone you are told.
  restore-text ID
      Makes the text of an article anew from its original, where it was changed after it was imported.
  accept-text ID --because TEXT
      Says why the changed text is used. It can then be quoted, under its own hash; the reason is printed with it.
  relate PASSAGE supports|contradicts|repeats|supersedes PASSAGE [--remove]
      Says so of the first passage, or takes it back. What is of the same origin is told: it does not confirm.
  needs
      What waits for you: passages that a new version left in doubt, with candidates and scores from 0 to 1,
      citations that are incomplete, memos whose evidence changed.
  list articles|passages|tags|sources|tasks|memos
      One record a line; passages with their relations in both directions. Where a file can't be read, what can is
      listed, the file is named on stderr, and the exit code is 1.
  memo new --title T [--template bluf] [--marking TLP:AMBER]
           (--article ID | --tag A/B | --passages ID,ID)
      Makes a memo with the passages of an article, of a tag and the tags below it, or those named.
  lint MEMO
      What the checks find in a memo: its rule, its level (error, warning or hint), where it is, and what is so. What
      was called intended is listed with the reason and counted apart. Exit code 1 where an error stands in the way.
  memo send MEMO --to NAME... [--on YYYY-MM-DD] [--way TEXT]
      Records that a memo was sent, to whom, when and how: Precis sends nothing. The memo is frozen as a snapshot and
      read-only from then on; one that it supersedes is ended.
  memo update MEMO [--kind update|correction|withdrawal]
      Begins a new memo that supersedes one that was sent, with what has changed as a table.
  memo snapshots MEMO
      The snapshots of a memo, the newest first.
  memo diff A B
      What differs between two states, by judgements and by words; each is a MEMO, as it stands now, or a SNAPSHOT.
  verify FILE
      Checks an exported PDF, DOCX or HTML: whether it is the file that was written, and whether each quotation in it
      still holds. Exit code 1 where one does not, where the file was changed, or where it is none of this archive.
  export MEMO --to FILE.(${memoFormats.join('|')}) [--paper a4|letter] [--hashes] [--allow-missing-glyphs]
      Writes a memo in the format that the ending names; what that format can't carry is told. A file that is there is
      replaced as a whole. --hashes adds the annex that names each copy cited by its SHA-256. A character that no font
      of the PDF has stops the export, but with --allow-missing-glyphs is printed as its number: [U+1F600].

  --archive DIR   the archive, relative to the folder you are in
  --force-lock    opens the archive although another computer has it open: only where you know that it has not
  --json          the answer as JSON, and nothing else on stdout; a failure as {"error": {"code", "message"}}

Exit code 0: done. 1: failed, and why; of lint also: an error was found. 2: wrong usage.
`;
