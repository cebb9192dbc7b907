/** Whether a box of this computed style takes no room among those around it. */
export const isOutOfFlow = ({ position }: CSSStyleDeclaration): boolean =>
  /^(?:absolute|fixed)$/.test(position);
