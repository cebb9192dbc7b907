import { describe, expect, it } from 'vitest';
import type { Change, Step } from '#domain/archive/changes.ts';
import { joinSteps } from '#domain/archive/join-steps.ts';
import { articleIdSchema } from '#domain/ids.ts';
import { changePassage, changeTag } from '../../../support/archive/sample-changes.ts';
import { sampleId } from '../../../support/archive/sample-ids.ts';
import { samplePassage, sampleTag } from '../../../support/archive/sample-records.ts';

const articleId = articleIdSchema.parse(sampleId(1));
const step = (...changes: Change[]): Step => ({ name: 'note-passage', changes });

describe('two steps of one edit', () => {
  const first = samplePassage('first wording');
  const second = { ...first, confirmedBecause: 'second' };
  const third = { ...first, confirmedBecause: 'third' };

  it('become one from before the first to after the last', () => {
    const joined = joinSteps(
      step(changePassage(articleId, first, second)),
      step(changePassage(articleId, second, third)),
    );
    expect(joined).toEqual(step(changePassage(articleId, first, third)));
  });

  it('leave nothing where the last takes back what the first did', () => {
    const joined = joinSteps(
      step(changePassage(articleId, first, second)),
      step(changePassage(articleId, second, first)),
    );
    expect(joined).toBeNull();
  });

  it('leave nothing of a record that came and went', () => {
    const tag = sampleTag('china');
    const joined = joinSteps(
      step(changeTag(null, tag), changePassage(articleId, first, second)),
      step(changeTag(tag, null)),
    );
    expect(joined).toEqual(step(changePassage(articleId, first, second)));
  });

  it('keep records of the same id in other files apart', () => {
    const elsewhere = articleIdSchema.parse(sampleId(2));
    const joined = joinSteps(
      step(changePassage(articleId, first, second)),
      step(changePassage(elsewhere, first, third)),
    );
    expect(joined?.changes).toHaveLength(2);
  });

  it('keep every move of a folder', () => {
    const move: Change = { type: 'folder', kind: 'article', id: articleId, to: 'trash' };
    const joined = joinSteps(step(move), step(changePassage(articleId, first, second)));
    expect(joined?.changes).toEqual([move, changePassage(articleId, first, second)]);
  });
});
