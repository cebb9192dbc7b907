import { describe, expect, it } from 'vitest';
import type { SourceRow } from '#domain/contract/source.ts';
import { passageIdSchema, sourceIdSchema } from '#domain/ids.ts';
import {
  printSpeaker,
  printSpeakerBeside,
  withNewSpeaker,
} from '#renderer/parts/passage/card/print-speaker.ts';
import { newSampleId } from '../../../../support/archive/sample-ids.ts';

const rowOf = (name: string): SourceRow => ({
  id: sourceIdSchema.parse(newSampleId()),
  kind: 'person',
  name,
  parentId: null,
  aliases: [],
  reliability: 'B',
  passageCount: 0,
  articleCount: 0,
  mergedIds: [],
  aboutCount: 0,
  lastUsedAt: null,
});
const official = rowOf('Official');
const unnamedOfficial = rowOf('Unnamed official');
const sources = { byId: new Map([official, unnamedOfficial].map((row) => [row.id, row])) };
const dispatch = { id: null, name: 'Dispatch', reliability: 'C' } as const;
const nothingSaid = { sourceId: null, manner: null, basis: null } as const;

describe('who says so, on a card', () => {
  it('is the speaker, through the publication and its letter', () => {
    const said = { sourceId: official.id, manner: 'direct', basis: 'unnamed' } as const;
    expect(printSpeaker(said, dispatch, sources)).toBe('Official (unnamed) → Dispatch (C)');
  });

  it('does not say twice that the speaker is unnamed', () => {
    const said = { sourceId: unnamedOfficial.id, manner: null, basis: 'unnamed' } as const;
    expect(printSpeaker(said, null, sources)).toBe('Unnamed official');
  });

  it('says his post after his name', () => {
    const said = {
      sourceId: official.id,
      manner: null,
      basis: 'unnamed',
      post: 'Minister of Trade',
    } as const;
    expect(printSpeaker(said, null, sources)).toBe('Official, Minister of Trade (unnamed)');
  });

  it('is the article itself where it reports', () => {
    const said = { ...nothingSaid, manner: 'own-reporting' } as const;
    expect(printSpeaker(said, dispatch, sources)).toBe('Own reporting → Dispatch (C)');
  });

  it('is nobody where nobody is set: the publication never stands for the speaker', () => {
    expect(printSpeaker(nothingSaid, dispatch, sources)).toBe('');
    expect(printSpeaker({ ...nothingSaid, manner: 'direct' }, dispatch, sources)).toBe('');
  });

  it('does not lead from a publication to itself', () => {
    const said = { ...nothingSaid, sourceId: official.id };
    expect(printSpeaker(said, { id: official.id, name: 'Official', reliability: 'B' }, sources)).toBe(
      'Official',
    );
  });
});

describe('who says so, on a closed card beside the text of its article', () => {
  it('leaves out what carries the article, and the article itself', () => {
    const said = { ...nothingSaid, sourceId: official.id };
    expect(printSpeakerBeside(said, dispatch, sources)).toBe('Official');
    expect(printSpeakerBeside(said, { ...dispatch, id: official.id }, sources)).toBe('');
    expect(printSpeakerBeside({ ...nothingSaid, manner: 'own-reporting' }, dispatch, sources)).toBe(
      'Own reporting',
    );
  });

  it('is new where the passage before has another speaker, or none', () => {
    const passages = [official.id, official.id, unnamedOfficial.id, null, unnamedOfficial.id].map(
      (sourceId) => ({
        ...nothingSaid,
        id: passageIdSchema.parse(newSampleId()),
        sourceId,
      }),
    );
    const anew = withNewSpeaker(passages);
    expect(passages.map(({ id }) => anew.has(id))).toEqual([true, false, true, true, true]);
  });
});
