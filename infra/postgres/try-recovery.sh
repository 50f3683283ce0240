#!/usr/bin/env bash
# Tries what docs/how-to/back-up-and-restore.md says about point-in-time recovery, on a PostgreSQL of its own in a
# temporary folder: base backup, archived WAL, an accident, recovery to the moment before it, and the hub on top.
set -euo pipefail
cd "$(dirname "$0")/../.."

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
bin=${POSTGRES_BIN:-$bin}
[ -x "$bin/pg_basebackup" ] || { echo "pg_basebackup is not here; set POSTGRES_BIN to PostgreSQL’s folder of programs."; exit 2; }
work=$(mktemp -d)
port=${PORT:-54390}
# PostgreSQL refuses to run as root.
as() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"; else "$@"; fi; }
[ "$(id -u)" = 0 ] && chown nobody:nogroup "$work"
stop() { as "$bin/pg_ctl" -D "$1" -m fast -w stop >/dev/null 2>&1 || true; }
trap 'stop "$work/primary"; stop "$work/recovered"; rm -rf "$work"' EXIT
sql() { as "$bin/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$port" -U hub -d "${2:-hub}" -c "$1"; }
hub() { DATABASE_URL="postgres://hub@127.0.0.1:$port/hub" DATA_DIR="$work/hub" DEMO=0 npm run --silent hub -- "$@"; }
export LC_ALL=C PGOPTIONS="-c client_min_messages=warning"

echo "1. A primary that archives its WAL"
mkdir -p "$work/hub"
as mkdir "$work/archive"
as "$bin/initdb" -D "$work/primary" -U hub -A trust -E UTF8 --no-locale >/dev/null
cat >>"$work/primary/postgresql.conf" <<CONF
port = $port
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
archive_mode = on
archive_command = 'test ! -f $work/archive/%f && cp %p $work/archive/%f.new && mv $work/archive/%f.new $work/archive/%f'
archive_timeout = 60
CONF
as "$bin/pg_ctl" -D "$work/primary" -w -l "$work/primary/log" start >/dev/null
sql 'create database hub' postgres
hub setup california

echo "2. A base backup, checked"
as "$bin/pg_basebackup" -h 127.0.0.1 -p "$port" -U hub -D "$work/base" -X none --checkpoint=fast --manifest-checksums=SHA256 2>/dev/null
as "$bin/pg_verifybackup" -n "$work/base"

echo "3. Work goes on; then an accident"
hub person add --email kept@agency.example --name "Kept Person" --agency cdph >/dev/null
sleep 1 # The accident has to be later than the work, by the clock.
before=$(sql 'select now()')
sleep 1
sql 'truncate person, agency cascade'
lost=$(sql 'select count(*) from person')
sql 'select pg_switch_wal()' >/dev/null
stop "$work/primary"

echo "4. Recovery to $before"
as cp -a "$work/base" "$work/recovered"
cat >>"$work/recovered/postgresql.conf" <<CONF
restore_command = 'cp $work/archive/%f %p'
recovery_target_time = '$before'
recovery_target_action = 'promote'
CONF
as touch "$work/recovered/recovery.signal"
started=$(date +%s%N)
as "$bin/pg_ctl" -D "$work/recovered" -w -t 60 -l "$work/recovered/log" start >/dev/null
for _ in $(seq 100); do [ "$(sql 'select pg_is_in_recovery()')" = f ] && break; sleep 0.1; done
echo "   ready after $((($(date +%s%N) - started) / 1000000)) ms"

echo "5. The hub as it was"
kept=$(sql "select count(*) from person where email = 'kept@agency.example'")
agencies=$(sql 'select count(*) from agency')
hub audit verify
[ "$lost" = 0 ] && [ "$kept" = 1 ] && [ "$agencies" -gt 0 ] || { echo "NOT RECOVERED: $kept kept, $agencies agencies"; exit 1; }
echo "Recovered: what was written before the accident is there ($agencies agencies, 1 person), the accident is not."
