/**
 * How changes by other programs are noticed. `events`: the system tells of them. `polling`: names, sizes and times are
 * looked at every two seconds, since the system would not tell (`limit`: it watches as many folders as it may;
 * `refused`: for another reason), or is not told itself (`remote`: the folder lies on another machine). `off`: they are
 * met when an act writes there.
 */
export type WatchState =
  | { readonly mode: 'starting' | 'events' | 'off' }
  | { readonly mode: 'polling'; readonly why: 'limit' | 'refused' | 'remote' };
