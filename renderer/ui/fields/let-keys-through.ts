import type { TextFieldProps } from 'react-aria-components';

type KeyListener = NonNullable<TextFieldProps['onKeyDown']>;

/**
 * A listener whose keys propagate to the window: React Aria stops a key at the first field with a key listener, which
 * would block the window's shortcuts. A key that the listener has handled is default-prevented.
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
