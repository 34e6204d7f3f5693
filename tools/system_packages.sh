#!/bin/sh
# What the browser and PostgreSQL tests need from the system, with `java` what Spark needs, with `bench` what asks thousands of times a second: installed as root, otherwise named.
set -eu
missing="" better=""
# The browser without the windows around it shows the same pages for less work; the whole one will do.
if ! command -v chromium-headless-shell >/dev/null; then
    if command -v chromium >/dev/null; then better=" chromium-headless-shell"; else missing=" chromium-headless-shell"; fi
fi
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || missing="$missing postgresql"
fc-list 2>/dev/null | grep -qi 'noto.*cjk' || missing="$missing fonts-noto-cjk fontconfig"
[ "${1:-}" != java ] || command -v java >/dev/null || missing="$missing openjdk-17-jre-headless"
[ "${1:-}" != bench ] || command -v wrk >/dev/null || missing="$missing wrk"
[ -z "$missing$better" ] && exit 0

install() {
    echo "Installing$* ..."
    # A cluster of the system's own is not wanted: the tests start theirs.
    mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
    # shellcheck disable=SC2068
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $@ >/dev/null
}

if [ "$(id -u)" = 0 ]; then
    install "$missing$better" || [ -z "$missing" ]
elif [ -n "$missing" ]; then
    echo "The tests need these packages:$missing  (apt-get install$missing)" >&2
fi
