/** The properties of a style that decide what is text: whether it is seen, and where words part. */
export const STYLE_PROPERTIES = [
  'background-clip',
  'background-color',
  'clip',
  'clip-path',
  'color',
  'content-visibility',
  'display',
  'filter',
  'font-size',
  'font-style',
  'font-weight',
  'height',
  'left',
  'margin-left',
  'max-height',
  'max-width',
  'opacity',
  'overflow',
  'overflow-x',
  'overflow-y',
  'position',
  'right',
  'scale',
  'text-decoration',
  'text-indent',
  'text-shadow',
  'top',
  'transform',
  'translate',
  'vertical-align',
  'visibility',
  '-webkit-background-clip',
  '-webkit-text-fill-color',
  'white-space',
  'width',
] as const;
export type StyleProperty = (typeof STYLE_PROPERTIES)[number];

export type Declaration = {
  readonly value: string;
  readonly isImportant: boolean;
};
export type Declarations = ReadonlyMap<StyleProperty, Declaration>;

/** What a block of declarations says of `properties`, as the browser has understood it. */
export const declarationsOf = (
  style: CSSStyleDeclaration,
  properties: readonly StyleProperty[] = STYLE_PROPERTIES,
): Declarations => {
  const said = new Map<StyleProperty, Declaration>();
  for (const name of properties) {
    const value = style.getPropertyValue(name).trim().toLowerCase();
    if (value === '' || value.includes('var(')) continue;
    said.set(name, { value, isImportant: style.getPropertyPriority(name) === 'important' });
  }
  return said;
};
