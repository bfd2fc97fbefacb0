# shellcheck shell=bash
# ./civics test: sourced by civics, whose functions and folders it uses.

results="$artifacts/tests"

run_tests() {
  local only=''
  while [ $# -gt 0 ]; do
    case "$1" in
      --only=*) only="${1#*=}" ;;
      --only)
        [ $# -gt 1 ] || stop "--only takes unit, postgresql, servers, faults or e2e."
        only="$2"
        shift
        ;;
      --)
        shift
        break
        ;;
      *) stop "test does not know '$1': ./civics help" ;;
    esac
    shift
  done
  case "$only" in '' | unit | postgresql | servers | faults | e2e) ;; *) stop "--only takes unit, postgresql, servers, faults or e2e." ;; esac

  need_dotnet
  need_node
  # shellcheck disable=SC2046
  need_programs $(programs_for "$only" $#)
  rm -rf "$results"
  mkdir -p "$results"

  step "Restore" build 300 dotnet restore "$root/CivicsClass.sln" --locked-mode || finish
  step "Build" build 600 dotnet build "$root/CivicsClass.sln" -c Release --no-restore -warnaserror -v quiet || finish
  step "Format" format 120 check_format || true
  if [ -z "$only" ] || [ "$only" = unit ]; then
    suite "The script" script.txt 60 node --test "$root"/tests/*.test.mjs
    suite "The client" client.txt 120 npm --prefix "$root/src/CivicsClass/client" --silent test
    suite "The server" server.json 600 xunit tests/CivicsClass.Tests server -trait- Database=PostgreSql -trait- Kind=Cluster "$@"
  fi
  if [ "$only" = faults ] || { [ -z "$only" ] && [ $# = 0 ]; }; then
    publish
    suite "Faults" faults.json 240 faults_short
  fi
  if on_postgresql "$only" $#; then
    suite "The server on PostgreSQL" postgresql.json 900 on_database PostgreSql postgresql -trait- Database=Sqlite -trait- Kind=Cluster "$@"
  fi
  if several_servers "$only" $#; then
    publish
    suite "Several servers" servers.json 300 on_servers "$server/CivicsClass.dll" "$@"
  fi
  if [ -n "${CIVICS_TEST_SQLSERVER:-}" ] && [ -z "$only" ]; then
    suite "The server on SQL Server" sqlserver.json 1800 on_database SqlServer sqlserver -trait- Database=Sqlite -trait- Database=PostgreSql -trait- Kind=Cluster "$@"
  fi
  if [ -z "$only" ] || [ "$only" = e2e ]; then
    suite "The browser" browser.json 900 xunit e2e/CivicsClass.E2E browser "$@"
  fi
  finish
}

# Which programs the chosen tests start.
programs_for() {
  case "$1" in '' | e2e) echo chromium ;; esac
  if on_postgresql "$1" "$2" || several_servers "$1" "$2"; then echo postgresql; fi
  if several_servers "$1" "$2"; then echo nginx; fi
}

# Installs what is missing, or names all of it at once.
need_programs() {
  local program packages
  local missing=()
  for program in "$@"; do
    packages="$program"
    # With fonts, so that what the browser draws is text and not boxes.
    if [ "$program" = chromium ]; then packages="chromium fonts-noto-core"; fi
    # shellcheck disable=SC2086
    "find_$program" || { may_install && install $packages && "find_$program"; } || missing+=("$program")
  done
  if [ "${#missing[@]}" = 0 ]; then return 0; fi
  stop "These tests need what is not here: ${missing[*]}. Install it (on Debian: apt-get install ${missing[*]}), or name a Chrome or Chromium with CIVICS_CHROMIUM=/path/to/it and the folder of PostgreSQL's initdb with CIVICS_POSTGRESQL=/path/to/it. ./civics test --only unit needs none of them."
}

find_postgresql() {
  local candidate
  for candidate in "${CIVICS_POSTGRESQL:-}" /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin; do
    if [ -x "$candidate/initdb" ] && [ -x "$candidate/postgres" ]; then
      export CIVICS_POSTGRESQL="$candidate"
      return 0
    fi
  done
  return 1
}

find_nginx() { [ -x /usr/sbin/nginx ] || command -v nginx >/dev/null; }

find_chromium() {
  local candidate
  for candidate in "${CIVICS_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -n "$candidate" ] && command -v "$candidate" >/dev/null; then
      CIVICS_CHROMIUM="$(command -v "$candidate")"
      export CIVICS_CHROMIUM
      return 0
    fi
  done
  return 1
}

# Asked for by name, or with everything; options for the runner, such as one class, may name what PostgreSQL has no part in.
on_postgresql() {
  [ "$1" = postgresql ] || { [ -z "$1" ] && [ "$2" = 0 ]; }
}

several_servers() {
  [ "$1" = servers ] || { [ -z "$1" ] && [ "$2" = 0 ]; }
}

on_servers() {
  local dll="$1"
  shift
  CIVICS_SERVER="$dll" xunit tests/CivicsClass.Tests servers -trait Kind=Cluster "$@"
}

# The tests that use a database, on another one than SQLite: those whose source names one of the ways to it.
on_database() {
  local provider="$1" name="$2" test
  local classes=()
  shift 2
  case " $* " in
    *' -class '* | *' -method '* | *' -namespace '*) ;;
    *)
      while read -r test; do
        test="${test##*/}"
        classes+=(-class "*.${test%.cs}")
      done < <(cd "$root/tests/CivicsClass.Tests" && grep -rlwE --include='*Tests.cs' 'TestServer|Engine|TestDatabase|PostgreSqlServer' . | sort)
      ;;
  esac
  CIVICS_TEST_DATABASE="$provider" xunit tests/CivicsClass.Tests "$name" ${classes[@]+"${classes[@]}"} "$@"
}

# The faults that need neither root nor minutes; ./civics faults runs them all.
faults_short() {
  dotnet "$simulated_class/bin/Release/net10.0/CivicsClass.Load.dll" faults --short --json "$results/faults.json" --server "$server/CivicsClass.dll"
}

# Style rules are checked by the build (EnforceCodeStyleInBuild); this checks white space, line ends and the last new line.
check_format() {
  dotnet format whitespace "$root" --folder --verify-no-changes --exclude "$root/src/CivicsClass/Data/Migrations" "$artifacts" "$root/src/CivicsClass/client" \
    || { echo "error: put the format right with: dotnet format whitespace --folder" && return 1; }
}

xunit() {
  local project="$1" name="$2" assembly
  shift 2
  assembly="$root/$project/bin/Release/net10.0/$(basename "$project").dll"
  dotnet "$assembly" -noLogo -noColor -longRunning 60 -trx "$results/$name.trx" -ctrf "$results/$name.json" "$@"
}

# A step that is no test: it is worth a word only when it fails, and then counts as one failure.
step() {
  local title="$1" name="$2" seconds="$3" began=$SECONDS
  shift 3
  if within "$seconds" "$@" >>"$results/$name.log" 2>&1 </dev/null; then
    say "$title: $((SECONDS - began)) s"
  else
    say "$title failed:"
    { grep -E '(^|: )(error|warning)' "$results/$name.log" || tail -n 60 "$results/$name.log"; } | sed 's/ \[[^]]*proj\]$//' | sort -u | head -n 40
    printf '%s\t%s\t%s\n' "$title" 1 - >>"$results/suites.tsv"
    return 1
  fi
}

suite() {
  local title="$1" output="$2" seconds="$3" began=$SECONDS code=0 log
  shift 3
  log="$results/${output%.*}.txt"
  within "$seconds" "$@" >"$log" 2>&1 </dev/null || code=$?
  if [ "$code" = 0 ]; then
    say "$title: $((SECONDS - began)) s"
  else
    say "$title failed:"
    grep -E -A 30 '\[FAIL\]|^not ok|✖' "$log" || tail -n 80 "$log"
    say "All that it said: $log"
    [ "$code" != 124 ] || say "$title was stopped after $seconds s."
  fi
  printf '%s\t%s\t%s\n' "$title" "$code" "$results/$output" >>"$results/suites.tsv"
}

# Runs a command or function with a time limit, where the machine has timeout(1); ends its children with it.
within() {
  local seconds="$1" limit child
  shift
  limit="$(command -v timeout || command -v gtimeout || true)"
  if [ -z "$limit" ]; then
    "$@"
    return
  fi
  export -f xunit on_database on_servers check_format faults_short
  export root artifacts results simulated_class server
  "$limit" --kill-after=10 "$seconds" bash -c 'trap : TERM; "$@"' within "$@" &
  child=$!
  trap 'kill -TERM "$child" 2>/dev/null; wait "$child" 2>/dev/null; exit 130' INT TERM
  local code=0
  wait "$child" || code=$?
  trap - INT TERM
  return "$code"
}

finish() {
  local code=0
  node "$root/tests/tally.mjs" "$results/suites.tsv" || code=$?
  exit "$code"
}
