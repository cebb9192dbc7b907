import { describe, expect, it } from 'vitest';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  type ArchiveFile,
  BODY_VERSION,
  MEMO_VERSION,
  type MemoFile,
  TAGS_VERSION,
} from '#domain/archive/files.ts';
import { mergeFile } from '#domain/archive/merge/merge-file.ts';
import { archiveIdSchema } from '#domain/ids.ts';
import type { Memo } from '#domain/memo/memo.ts';
import type { MemoSection } from '#domain/memo/memo-content.ts';
import { toTimestamp } from '#domain/time.ts';
import { sampleId, sampleTime } from '../../../../support/archive/sample-ids.ts';
import { sampleTag, sampleTask } from '../../../../support/archive/sample-records.ts';
import { judgement, paragraph, section, writeMemo } from '../../../../support/memo/written-memo.ts';

const later = toTimestamp(Date.parse('2024-05-01T09:00:00.000Z'));
const call = judgement(['Talks will go on.']);
const start = writeMemo([
  section('bottom-line', 'Bottom line', call),
  section('analysis', 'Analysis', paragraph('One.'), paragraph('Two.')),
]);

const fileOf = (memo: Memo, tasks: MemoFile['tasks'] = []): MemoFile => ({
  version: MEMO_VERSION,
  memo,
  tasks,
});
const withSections = (...content: MemoSection[]): Memo => ({ ...start, content: { type: 'doc', content } });
const mergeMemos = (ours: Memo, theirs: Memo, base: Memo = start) => {
  const merged = mergeFile('memo', { base: fileOf(base), ours: fileOf(ours), theirs: fileOf(theirs) });
  if (!merged.ok) throw new Error(JSON.stringify(merged.error));
  return { memo: merged.value.content.memo, conflicts: merged.value.conflicts };
};
const analysis = (...words: readonly string[]) =>
  section('analysis', 'Analysis', ...words.map((word) => paragraph(word)));
const [bottomLine] = start.content.content as [MemoSection];

describe('a memo on which two analysts wrote', () => {
  it('holds the paragraphs, sections and tasks of both', () => {
    const [mine, yours] = [sampleTask('mine'), sampleTask('yours')];
    const ours = withSections(bottomLine, analysis('One, mended.', 'Two.', 'Three, ours.'));
    const theirs = withSections(
      bottomLine,
      analysis('One.', 'Two, mended.'),
      section('gaps', 'Gaps', paragraph('?')),
    );
    const merged = mergeFile('memo', {
      base: fileOf(start),
      ours: fileOf(ours, [mine]),
      theirs: fileOf(theirs, [yours]),
    });
    const sections = [
      bottomLine,
      analysis('One, mended.', 'Two, mended.', 'Three, ours.'),
      section('gaps', 'Gaps', paragraph('?')),
    ];
    expect(merged).toMatchObject({
      ok: true,
      value: { content: fileOf(withSections(...sections), [mine, yours]), conflicts: [] },
    });
  });

  it('gives two whole texts to choose from where both rewrote one paragraph, and keeps ours meanwhile', () => {
    const ours = withSections(bottomLine, analysis('Ours.', 'Two.'));
    const theirs = withSections(bottomLine, analysis('Theirs.', 'Two.', 'And more.'));
    const { memo, conflicts } = mergeMemos(ours, theirs);
    const ourText = withSections(bottomLine, analysis('Ours.', 'Two.', 'And more.')).content;
    expect(memo.content).toEqual(ourText);
    expect(conflicts).toEqual([
      {
        collection: 'memo',
        recordId: start.id,
        field: 'content',
        base: start.content,
        ours: ourText,
        theirs: theirs.content,
      },
    ]);
  });

  it('gives the texts of both as they are where a judgement would stand twice in one made of both', () => {
    const ours = withSections(
      section('bottom-line', 'Bottom line', paragraph('None.')),
      analysis('One.', 'Two.', 'x'),
    );
    ours.content.content.push(section('gaps', 'Gaps', call));
    const reworded = judgement(['Talks may go on.'], { id: call.attrs.id });
    const theirs = withSections(
      section('bottom-line', 'Bottom line', reworded),
      analysis('One.', 'Two, mended.'),
    );
    const { memo, conflicts } = mergeMemos(ours, theirs);
    expect(conflicts).toMatchObject([{ field: 'content', ours: ours.content, theirs: theirs.content }]);
    expect(memo.content).toEqual(ours.content);
  });

  it('stays as it was sent, whoever sent it, and lists what the other has written since', () => {
    const sent: Memo = { ...start, state: 'superseded' };
    const written = { ...withSections(bottomLine, analysis('One.', 'Two.', 'Late.')), printedTaskIds: [] };
    for (const [ours, theirs] of [
      [sent, written],
      [written, sent],
    ] as const) {
      const { memo, conflicts } = mergeMemos(ours, theirs);
      expect(memo).toMatchObject({ state: 'superseded', content: start.content });
      expect(conflicts).toMatchObject([{ field: 'content', ours: ours.content, theirs: theirs.content }]);
    }
  });
});

describe('a file of an archive', () => {
  const archive: ArchiveFile = {
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_VERSION,
    id: archiveIdSchema.parse(sampleId(1)),
    title: 'Desk',
    createdAt: sampleTime,
    encryption: 'off',
  };

  it('is refused where a side is not of a shape that is known, and which one is said', () => {
    const tags = { version: TAGS_VERSION, tags: [sampleTag('one')] };
    const newer = { version: TAGS_VERSION + 1, tags: [] };
    const strange = { ...tags, colour: 'red' };
    expect(mergeFile('tags', { base: undefined, ours: tags, theirs: newer })).toEqual({
      ok: false,
      error: { kind: 'newer-version', version: TAGS_VERSION + 1, side: 'theirs' },
    });
    expect(mergeFile('tags', { base: strange, ours: tags, theirs: tags })).toEqual({
      ok: false,
      error: { kind: 'wrong-shape', side: 'base' },
    });
    expect(mergeFile('tags', { base: undefined, ours: null, theirs: tags })).toMatchObject({
      error: { side: 'ours' },
    });
  });

  it('is brought to the newest version before it is merged', () => {
    const [first, second] = [sampleTag('first'), sampleTag('second')];
    const merged = mergeFile('tags', {
      base: { version: 1, tags: [first] },
      ours: { version: 1, tags: [first] },
      theirs: { version: TAGS_VERSION, tags: [first, second] },
    });
    expect(merged).toMatchObject({
      ok: true,
      value: { content: { version: TAGS_VERSION, tags: [first, second] }, conflicts: [], sameAs: 'theirs' },
    });
  });

  it('takes the title of the archive from the side that changed it, and no other archive at all', () => {
    const renamed = { ...archive, title: 'Other desk' };
    expect(mergeFile('archive', { base: archive, ours: archive, theirs: renamed })).toMatchObject({
      value: { content: renamed, conflicts: [] },
    });
    expect(mergeFile('archive', { base: undefined, ours: archive, theirs: renamed })).toMatchObject({
      value: { content: archive, conflicts: [{ field: 'title', ours: 'Desk', theirs: 'Other desk' }] },
    });
    const foreign = { ...archive, id: sampleId(2) };
    expect(mergeFile('archive', { base: undefined, ours: archive, theirs: foreign })).toEqual({
      ok: false,
      error: { kind: 'other-archive', side: 'theirs' },
    });
  });

  it('that is written once stays as it was, and is listed where a side altered it', () => {
    const body = (text: string) => ({
      version: BODY_VERSION,
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    });
    const [sealed, altered] = [body('As imported.'), body('Altered.')];
    for (const sides of [
      { base: sealed, ours: sealed, theirs: altered },
      { base: sealed, ours: altered, theirs: sealed },
    ]) {
      expect(mergeFile('body', sides)).toMatchObject({
        ok: true,
        value: {
          content: sealed,
          conflicts: [{ collection: 'body', recordId: null, field: null, ...sides }],
        },
      });
    }
    expect(mergeFile('body', { base: undefined, ours: sealed, theirs: sealed })).toMatchObject({
      value: { conflicts: [] },
    });
  });

  it('says the later time of deletion, so that nothing is purged early', () => {
    const deleted = (deletedAt: string) => ({ version: 1, deletedAt });
    const sides = { base: undefined, ours: deleted(sampleTime), theirs: deleted(later) };
    expect(mergeFile('deletion', sides)).toMatchObject({ value: { content: deleted(later), conflicts: [] } });
  });
});
