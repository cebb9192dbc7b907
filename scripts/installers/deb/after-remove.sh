#!/bin/sh
set -e

# An update runs this too, after the new files are there: what they need stays.
case "$1" in
  remove | purge)
    if [ -e /etc/apparmor.d/precis ]; then
      ischroot 2>/dev/null || apparmor_parser --remove /etc/apparmor.d/precis 2>/dev/null || true
      rm -f /etc/apparmor.d/precis
    fi
    ;;
esac
