#!/bin/bash
# A throw-away Postgres 17 with pgvector for the tests, on any Debian, without touching the system's packages.
#
#   test/kit/postgres.sh start [FOLDER] [PORT]   prints DATABASE_URL=postgres://…
#   test/kit/postgres.sh stop  [FOLDER]
#   test/kit/postgres.sh standby FOLDER PORT          a streaming standby of the one that runs in FOLDER, inside of it
#   test/kit/postgres.sh end-standby FOLDER
#   test/kit/postgres.sh restart [FOLDER] [MODE]      MODE as pg_ctl has it: fast, or immediate, which is a crash
#
# FOLDER defaults to ${TMPDIR:-/tmp}/parley-postgres, PORT to 54329. The first start downloads about 90 MB from the
# machine's own Debian mirror. It accepts anybody, but only from this machine; never keep data in it.
#
# Debian 12 has no pgvector, so the packages of Debian 13 are unpacked into FOLDER and made to use the C library that
# is unpacked beside them (patchelf). They are the newest that carry both.
set -euo pipefail

release=trixie
version=17
folder=${2:-${TMPDIR:-/tmp}/parley-postgres}
port=${3:-54329}
root=$folder/root
programs=$root/usr/lib/postgresql/$version/bin
data=$folder/data
# Postgres refuses to run as root.
runner=parleypg

as_runner() {
  if [ "$(id -u)" = 0 ]; then su "$runner" -s /bin/bash -c "$*"; else bash -c "$*"; fi
}

# The mirror that this machine gets its own packages from.
mirror() {
  { cat /etc/apt/sources.list.d/*.sources 2>/dev/null | awk '/^URIs:/ { print $2 }'
    awk '$1 == "deb" { for (i = 2; i <= NF; i++) if ($i ~ /^http/) print $i }' /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null
  } | grep -v security | head -n 1
}

# An apt of its own: other sources, an empty list of installed packages, so that everything needed is downloaded.
own_apt() {
  apt-get -qq \
    -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$folder/apt/sources" \
    -o "Dir::State=$folder/apt/state" -o "Dir::State::status=$folder/apt/status" -o "Dir::Cache=$folder/apt/cache" \
    -o APT::Sandbox::User=root -o Debug::NoLocking=1 "$@"
}

unpack() {
  if ! command -v patchelf >/dev/null; then
    apt-get -qq update
    apt-get -qq install -y --no-install-recommends patchelf >/dev/null
  fi
  rm -rf "$root"
  mkdir -p "$folder"/apt/sources "$folder"/apt/state/lists/partial "$folder"/apt/cache/archives/partial "$folder/packages" "$root"
  : > "$folder/apt/status"
  cat > "$folder/apt/sources/$release.sources" <<SOURCES
Types: deb
URIs: $(mirror)
Suites: $release
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
SOURCES
  own_apt update
  (
    cd "$folder/packages"
    # shellcheck disable=SC2046
    own_apt download $(own_apt -s --no-install-recommends install "postgresql-$version" "postgresql-$version-pgvector" 2>/dev/null | awk '/^Inst/ { print $2 }')
  )
  for package in "$folder"/packages/*.deb; do dpkg-deb -x "$package" "$root"; done
  local libraries loader
  libraries=$(dirname "$(find "$root/usr/lib" -name 'libc.so.6' | head -n 1)")
  loader=$(find "$libraries" -name 'ld-linux-*.so.*' | head -n 1)
  for program in "$programs"/*; do
    # The scripts among them have no loader to change.
    if [ "$(head -c 4 "$program" | tail -c 3)" = ELF ]; then
      patchelf --set-interpreter "$loader" --force-rpath --set-rpath "$libraries" "$program"
    fi
  done
  rm -rf "$folder/packages" "$folder/apt"
  chmod -R a+rX "$folder"
  touch "$root/complete"
}

create() {
  mkdir -p "$data"
  if [ "$(id -u)" = 0 ]; then
    id "$runner" >/dev/null 2>&1 || useradd --create-home "$runner"
    chown "$runner" "$folder" "$data"
    if ! as_runner "test -x $programs/postgres"; then
      echo "The user $runner cannot enter $folder: give the folders above it the permission a+x." >&2
      exit 1
    fi
  fi
  as_runner "$programs/initdb --pgdata=$data --username=postgres --auth=trust --locale=C.UTF-8 --encoding=UTF8" >/dev/null
  # Speed over durability: what is in it may be lost at any time.
  cat >> "$data/postgresql.conf" <<SETTINGS
listen_addresses = '127.0.0.1'
unix_socket_directories = '$folder'
max_connections = 200
shared_buffers = 256MB
fsync = off
synchronous_commit = off
full_page_writes = off
jit = off
SETTINGS
}

case ${1:-} in
  start)
    # Not written as «… || unpack»: bash would then go on after a step of it that failed.
    if [ ! -e "$root/complete" ]; then unpack; fi
    if [ ! -s "$data/PG_VERSION" ]; then create; fi
    if ! as_runner "$programs/pg_ctl -D $data status" >/dev/null 2>&1; then
      as_runner "$programs/pg_ctl -D $data -l $folder/postgres.log -o '-p $port' -w start" >/dev/null ||
        { tail -n 20 "$folder/postgres.log" >&2; exit 1; }
    fi
    # The port it runs on, which an earlier start may have chosen.
    echo "DATABASE_URL=postgres://postgres@127.0.0.1:$(sed -n 4p "$data/postmaster.pid")/postgres"
    ;;
  stop)
    as_runner "$programs/pg_ctl -D $data -m fast -w stop" >/dev/null
    ;;
  standby)
    primary=$(sed -n 4p "$data/postmaster.pid")
    as_runner "rm -rf $folder/standby"
    as_runner "$programs/pg_basebackup --pgdata=$folder/standby --host=127.0.0.1 --port=$primary --username=postgres --checkpoint=fast --write-recovery-conf"
    as_runner "$programs/pg_ctl -D $folder/standby -l $folder/standby.log -o '-p $port' -w start" >/dev/null ||
      { tail -n 20 "$folder/standby.log" >&2; exit 1; }
    echo "DATABASE_URL=postgres://postgres@127.0.0.1:$port/postgres"
    ;;
  end-standby)
    as_runner "$programs/pg_ctl -D $folder/standby -m immediate -w stop" >/dev/null
    ;;
  restart)
    as_runner "$programs/pg_ctl -D $data -l $folder/postgres.log -m ${3:-fast} -w restart" >/dev/null
    ;;
  *)
    sed -n '2,10p' "$0" >&2
    exit 2
    ;;
esac
