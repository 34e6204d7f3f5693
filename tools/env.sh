#!/bin/sh
# Builds .venv with Python 3.11 and the locked packages of the named requirement files; a second run is instant.
set -eu
cd "$(dirname "$0")/.."

# Debian's own first: it is built for speed, a fifth quicker than one compiled with the defaults.
python=""
for candidate in /usr/bin/python3.11 python3.11 python3; do
    if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
        [ -n "$python" ] || python=$candidate
        if "$candidate" -c 'import ensurepip' 2>/dev/null; then
            python=$candidate
            break
        fi
    fi
done
if [ -z "$python" ]; then
    echo "Gonghui needs Python 3.11 (Debian 12: apt-get install python3 python3-venv)." >&2
    exit 1
fi
if [ ! -x .venv/bin/python ]; then
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
        if [ "$(id -u)" = 0 ]; then
            apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv
        else
            echo "Gonghui needs the package python3-venv: apt-get install python3-venv" >&2
            exit 1
        fi
    fi
    "$python" -m venv .venv
fi
for set in "$@"; do
    stamp=.venv/.installed-$set
    if [ ! -f "$stamp" ] || ! cmp -s "requirements/$set.txt" "$stamp"; then
        echo "Installing requirements/$set.txt ..."
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "requirements/$set.txt"
        cp "requirements/$set.txt" "$stamp"
    fi
done
if [ ! -x .venv/bin/gonghui ]; then
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
fi
