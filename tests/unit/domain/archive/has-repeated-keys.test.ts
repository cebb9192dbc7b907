import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasRepeatedKeys } from '#domain/archive/content/has-repeated-keys.ts';

const isRepeated = (text: string): boolean =>
  hasRepeatedKeys(new TextEncoder().encode(text), JSON.parse(text));

/** Keys and texts full of what a careless scanner trips over. */
const tricky = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', '\\', ':', '{', '}', 'a', ',', '\n', '\u2028', '😀') }),
);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(tricky, fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(tricky, tie('value'), { maxKeys: 4 }),
  ),
})).value;

describe('a JSON text', () => {
  it('that was made of a value has no key twice, however it is laid out', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(undefined, 2, '\t'), (value, space) => {
        expect(isRepeated(JSON.stringify(value, null, space))).toBe(false);
      }),
    );
  });

  it('in which any object has one of its keys twice is seen', () => {
    fc.assert(
      fc.property(json, json, tricky, (value, other, key) => {
        const name = JSON.stringify(key);
        const twice = `{${name}:${JSON.stringify(value)}, ${name} : ${JSON.stringify(other)}}`;
        expect(isRepeated(twice)).toBe(true);
        expect(isRepeated(`{"outer":[1,${twice}]}`)).toBe(true);
      }),
    );
  });

  it.each([
    ['a key that is written in two ways', '{"name":1,"n\\u0061me":2}', true],
    ['a key of objects beside each other', '[{"id":1},{"id":2}]', false],
    ['a key of an object in an object', '{"a":{"a":1}}', false],
    ['the key __proto__', '{"__proto__":1}', false],
    ['the key __proto__ twice', '{"__proto__":1,"__proto__":{"a":1}}', true],
    ['a quotation mark and a colon in a text', '{"a":"\\\\\\":\\"b\\":"}', false],
  ])('with %s', (_what, text, expected) => {
    expect(isRepeated(text)).toBe(expected);
  });

  it('may be nested deeper than the stack is', () => {
    const depth = 200_000;
    expect(isRepeated(`${'['.repeat(depth)}${']'.repeat(depth)}`)).toBe(false);
  });
});
