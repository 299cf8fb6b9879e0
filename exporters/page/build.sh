#!/usr/bin/env bash
# Builds the page's script from app/ and from the packages that package.json names: needs node, npm and the npm registry.
# Writes vendor/libraries.min.js, vendor/app.js, vendor/LICENSES and, for the accessibility test, tests/page/axe.min.js.
set -euo pipefail
cd "$(dirname "$0")"
room=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp package.json "$work/"
cp -r app "$work/app"
cd "$work"
# No install scripts and no lock file: versions are exact in package.json, and a lock would record the registry's address.
npm install --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error >&2

build() { node_modules/.bin/esbuild "$@" --bundle --format=iife --target=es2022 --charset=utf8 --legal-comments=none --log-level=warning; }
build app/libraries.entry.js --minify --outfile="$room/vendor/libraries.min.js"
build app/main.js --outfile="$room/vendor/app.js"

{
  echo "vendor/libraries.min.js is built by exporters/page/build.sh from these packages, each under the licence below it."
  for name in events graphology graphology-layout-forceatlas2 graphology-layout-noverlap graphology-utils sigma; do
    printf '\n\n%s %s\n\n' "$name" "$(node -p "require('./node_modules/$name/package.json').version")"
    cat node_modules/"$name"/LICENSE*
  done
} >"$room/vendor/LICENSES"

# The sums let a test see, without building, that app.js was made from app/ as it is.
(cd "$room" && sha256sum app/*.js >vendor/SOURCES)

tests="$room/../../tests/page"
if [ -d "$tests" ]; then
  cp node_modules/axe-core/axe.min.js "$tests/axe.min.js"
  cp node_modules/axe-core/LICENSE "$tests/axe.LICENSE"
fi
