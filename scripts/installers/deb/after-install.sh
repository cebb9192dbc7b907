#!/bin/sh
set -e

# The sandbox is built on user namespaces. Where the system has none, a helper that belongs to root opens it.
if [ -L /proc/self/ns/user ] && unshare --user true 2>/dev/null; then
  chmod 0755 /opt/Precis/chrome-sandbox
else
  chmod 4755 /opt/Precis/chrome-sandbox
fi

# Ubuntu 24.04 closes user namespaces to programs without a profile of AppArmor. An older AppArmor can't read this one,
# and needs none.
profile=/opt/Precis/resources/apparmor-profile
if [ -e "$profile" ] && command -v apparmor_parser >/dev/null && apparmor_status --enabled >/dev/null 2>&1 &&
  apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
  cp -f "$profile" /etc/apparmor.d/precis
  # Of a system that is only being laid out, nothing is loaded into the kernel that runs.
  ischroot 2>/dev/null || apparmor_parser --replace --write-cache --skip-read-cache /etc/apparmor.d/precis
fi

if command -v update-mime-database >/dev/null; then update-mime-database /usr/share/mime || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database /usr/share/applications || true; fi
