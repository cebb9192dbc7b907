import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';
import type { MemoTemplate, Paper } from '#domain/memo/memo.ts';
import type { MemoFormat } from '#domain/memo/memo-format.ts';
import type { SuccessorKind } from '#domain/memo/sent/draft-successor.ts';
import type { SoughtQuote } from '#domain/passage/anchor/find-quote.ts';
import type { Label } from '#domain/passage/label.ts';
import type { Basis, Manner, RelationType } from '#domain/passage/passage.ts';
import type { SourcePath } from '#domain/source/parse-source-path.ts';
import type { CalendarDate } from '#domain/time.ts';
import type { Credibility } from '#domain/tradecraft/credibility.ts';
import type { Marking } from '#domain/tradecraft/marking.ts';
import type { Reliability } from '#domain/tradecraft/reliability.ts';

/** What `list` can list. */
export const listables = ['articles', 'passages', 'tags', 'sources', 'tasks', 'memos'] as const;
export type Listable = (typeof listables)[number];

/** Whose passages a new memo takes. A tag is named by its path: China, dual use. */
export type MemoEvidence =
  | { readonly kind: 'article'; readonly id: string }
  | { readonly kind: 'tag'; readonly path: readonly string[] }
  | { readonly kind: 'passages'; readonly ids: readonly string[] };

export type ImportCommand = {
  readonly name: 'import';
  readonly files: readonly string[];
  /** The article of which the one file is a new version. */
  readonly newVersionOf: string | null;
  /** The encoding of all files; found for each where none is named. */
  readonly encoding: TextEncoding | null;
};
export type ArticleCommand = { readonly name: 'article'; readonly id: string; readonly hasText: boolean };
export type AnnotateCommand = {
  readonly name: 'annotate';
  readonly id: string;
  /** One passage of as many parts, each with the words before and after it. */
  readonly quotes: readonly SoughtQuote[];
  readonly label: Label;
  readonly tags: readonly (readonly string[])[];
  /** The speaker, and what he stands below. */
  readonly source: SourcePath | null;
  readonly reliability: Reliability | null;
  readonly credibility: Credibility | null;
  /** Why credibility 1 stands without a supporting passage. */
  readonly because: string | null;
  readonly manner: Manner | null;
  readonly basis: Basis | null;
  readonly note: string | null;
  readonly task: { readonly title: string; readonly due: CalendarDate | null } | null;
};
export type RestoreTextCommand = { readonly name: 'restore-text'; readonly id: string };
export type AcceptTextCommand = {
  readonly name: 'accept-text';
  readonly id: string;
  /** Why the changed text is used. */
  readonly because: string;
};
export type NeedsCommand = { readonly name: 'needs' };
export type RelateCommand = {
  readonly name: 'relate';
  /** The passage that says so, and the one of which it does. */
  readonly passage: string;
  readonly type: RelationType;
  readonly other: string;
  /** Whether it is taken back. */
  readonly isRemoved: boolean;
};
export type ListCommand = { readonly name: 'list'; readonly what: Listable };
export type MemoNewCommand = {
  readonly name: 'memo new';
  readonly title: string;
  readonly template: MemoTemplate;
  readonly marking: Marking | null;
  readonly from: MemoEvidence;
};
export type ExportCommand = {
  readonly name: 'export';
  readonly id: string;
  readonly to: string;
  readonly format: MemoFormat;
  readonly paper: Paper;
  /** Whether the annex names the copies cited by their hashes. */
  readonly hasHashes: boolean;
  /** Whether a character that no font has is printed as its code point. */
  readonly allowsMissingGlyphs: boolean;
};

export type LintCommand = { readonly name: 'lint'; readonly id: string };

export type MemoSendCommand = {
  readonly name: 'memo send';
  readonly id: string;
  readonly recipients: readonly string[];
  /** Null for today. */
  readonly sentOn: CalendarDate | null;
  readonly way: string;
};
export type MemoUpdateCommand = {
  readonly name: 'memo update';
  readonly id: string;
  readonly kind: SuccessorKind;
};
export type MemoSnapshotsCommand = { readonly name: 'memo snapshots'; readonly id: string };
export type MemoDiffCommand = {
  readonly name: 'memo diff';
  /** Each a memo, as it stands now, or a snapshot. */
  readonly old: string;
  readonly fresh: string;
};
export type VerifyCommand = { readonly name: 'verify'; readonly file: string };

/** A command with all its options, as far as they can be judged without the archive. */
export type Command =
  | ImportCommand
  | ArticleCommand
  | AnnotateCommand
  | RestoreTextCommand
  | AcceptTextCommand
  | RelateCommand
  | NeedsCommand
  | ListCommand
  | MemoNewCommand
  | MemoSendCommand
  | MemoUpdateCommand
  | MemoSnapshotsCommand
  | MemoDiffCommand
  | VerifyCommand
  | LintCommand
  | ExportCommand;

export type CommandLine = {
  /** As typed; relative to where the person is. */
  readonly archive: string;
  readonly isJson: boolean;
  /** Whether the lock of another machine is overruled; that of a process that runs here never is. */
  readonly forcesLock: boolean;
  readonly command: Command;
};
