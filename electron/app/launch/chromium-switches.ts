import { app } from 'electron';
import type { LaunchOptions } from './launch-options.ts';

/** Switches for Chromium that have to stand before the app is ready. */
export function setChromiumSwitches(mode: LaunchOptions['mode']): void {
  // Stops every look-up of a name, also those that no request handler ever sees (dns-prefetch, for one).
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  // Without a display there is nothing to draw with, and Chromium complains of it on every start.
  if (mode === 'command-line') app.disableHardwareAcceleration();
}
