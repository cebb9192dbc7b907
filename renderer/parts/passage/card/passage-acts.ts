import type { SourceId, TagId } from '#domain/ids.ts';
import type { Label } from '#domain/passage/label.ts';
import type { Basis, Manner } from '#domain/passage/passage.ts';
import type { RichText } from '#domain/rich-text.ts';
import type { Grade } from '#domain/tradecraft/grade.ts';

/** What can be done to one passage. Each saves at once; a save that fails is kept and tried again. */
export type PassageActs = {
  setLabel(label: Label): Promise<void>;
  setTags(tagIds: readonly TagId[]): Promise<void>;
  setSource(sourceId: SourceId | null): Promise<void>;
  /** `confirmedBecause` is asked for where credibility is 1. */
  setGrade(grade: Grade, confirmedBecause: string | null): Promise<void>;
  setManner(manner: Manner | null, basis: Basis | null): Promise<void>;
  setNote(note: RichText | null, editId: string): Promise<void>;
  remove(): Promise<void>;
};
