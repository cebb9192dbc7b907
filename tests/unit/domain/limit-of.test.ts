import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { limitOf } from '#domain/limit-of.ts';
import { formSchema } from '#domain/memo/form/form.ts';

describe('the limit of a field', () => {
  it('is that of its schema, also where the schema trims, refines or allows null', () => {
    expect(limitOf(z.string().trim().min(1).max(80))).toBe(80);
    expect(limitOf(z.string().max(40).nullable())).toBe(40);
    expect(limitOf(formSchema.shape.numbering)).toBe(40);
  });

  it('has to be there', () => {
    expect(() => limitOf(z.string())).toThrow('no limit');
  });
});
