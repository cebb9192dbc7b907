#!/bin/sh
# precis, as the deb lays it into /usr/bin: with a command the command line, else the window, with the files that are named.
app=/opt/Precis/precis

# The sandbox that Chromium has for other users does not start for root.
[ "$(id -u)" = 0 ] && sandbox=--no-sandbox || sandbox=

command_line() {
  # Chromium reports what a bare machine lacks (a message bus, a GPU) as errors; none of it concerns the answer.
  exec "$app" $sandbox --ozone-platform=headless --log-level=3 --cli -- "$@"
}

case "${1-}" in
  -h | --help | --version) command_line "$@" ;;
  # Switches, and files: a name with a dot, a slash or a capital is no command.
  '' | -* | *[!a-z-]*) exec "$app" $sandbox "$@" ;;
  *) command_line "$@" ;;
esac
