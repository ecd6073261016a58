#!/usr/bin/env bash
# What some tests need besides Python: a browser, a database server, Go's verifier, strace, Java for Spark, fonts.
# Finds it, or installs it with apt where that is allowed; what cannot be had is said aloud, and its tests leave
# themselves out with the word ABSENT.
set -uo pipefail

wanted=()
command -v chromium >/dev/null || wanted+=(chromium)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || wanted+=(postgresql)
command -v go >/dev/null && [ -d /usr/share/gocode/src/golang.org/x/mod ] || wanted+=(golang-go golang-golang-x-mod-dev)
command -v strace >/dev/null || wanted+=(strace)
command -v java >/dev/null || wanted+=(openjdk-17-jre-headless)
command -v pdftotext >/dev/null || wanted+=(poppler-utils)
[ -d /usr/share/fonts/truetype/noto ] || wanted+=(fonts-noto-core)

[ ${#wanted[@]} -eq 0 ] && exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installing what tests need: ${wanted[*]}" >&2
    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y "${wanted[@]}") >/dev/null 2>&1 && exit 0
fi
echo "NOT INSTALLED: ${wanted[*]}. The tests that need them are left out. To have them: apt-get install ${wanted[*]}" >&2
