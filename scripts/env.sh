#!/usr/bin/env bash
# Make or refresh .venv/ from the pinned requirements. usage: scripts/env.sh requirements.txt [...]
set -eu
cd "$(dirname "$0")/.."
uv_version=0.13.9
boot=build/boot

fits() { "$1" -c 'import sys; sys.exit(not (3, 12) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1; }

find_python() {
  for name in python3.12 python3.13 python3 python; do
    path=$(command -v "$name" 2>/dev/null) && fits "$path" && { echo "$path"; return; }
  done
  # a pyenv shim may stand on PATH without a version behind it, so look at the versions themselves
  for root in "${PYENV_ROOT:-}" "$HOME/.pyenv"; do
    [ -n "$root" ] || continue
    for path in "$root"/versions/3.12*/bin/python3 "$root"/versions/3.13*/bin/python3; do
      [ -x "$path" ] && fits "$path" && { echo "$path"; return; }
    done
  done
}

get_uv() {
  if [ ! -x "$boot/bin/uv" ]; then
    python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --upgrade --target "$boot" "uv==$uv_version" 2>"build/boot.log" || {
      cat build/boot.log >&2
      echo "error: pip could not install uv; check that python3 has pip and that the package registry can be reached" >&2
      exit 1
    }
  fi
}

mkdir -p build
get_uv
if ! fits .venv/bin/python; then
  python=$(find_python)
  if [ -z "$python" ]; then
    "$boot/bin/uv" python install --quiet 3.12 >/dev/null 2>&1 && python=$("$boot/bin/uv" python find 3.12) || {
      echo "error: Dateline needs Python 3.12 or 3.13 and found neither on PATH, nor among pyenv's versions, nor could uv fetch one: install python3.12" >&2
      exit 1
    }
  fi
  rm -rf .venv
  "$boot/bin/uv" venv --quiet --python "$python" .venv
fi
files=""
for file in "$@"; do files="$files -r $file"; done
# shellcheck disable=SC2086  # the words are meant to be split
"$boot/bin/uv" pip install --quiet --python .venv/bin/python --require-hashes $files
"$boot/bin/uv" pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
echo ".venv/ is ready: $(.venv/bin/python --version), .venv/bin/dateline"
