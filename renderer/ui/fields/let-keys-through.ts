import type { TextFieldProps } from 'react-aria-components';

type KeyListener = NonNullable<TextFieldProps['onKeyDown']>;

/**
 * A listener whose keys go on to the window: React Aria stops a key at the first field that listens to any, and
 * the window's chords would end there. What the listener has taken it prevents.
 */
export const letKeysThrough = (listen: KeyListener | undefined): { readonly onKeyDown?: KeyListener } =>
  listen === undefined
    ? {}
    : {
        onKeyDown: (event) => {
          listen(event);
          event.continuePropagation();
        },
      };
