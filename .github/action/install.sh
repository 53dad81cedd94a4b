#!/usr/bin/env bash
# Install pmlint into an environment of its own: the job's Python stays as it is.
set -euo pipefail

folder=$(mktemp -d "$RUNNER_TEMP/pmlint-env.XXXXXX")
# Here and with -I, Python runs nothing that lies in the checkout.
cd "$folder"
"$PYTHON" -I -m venv "$folder/venv"
"$folder/venv/bin/python" -I -m pip install --quiet --disable-pip-version-check \
    "${VERSION:+pmlint==}${VERSION:-$GITHUB_ACTION_PATH}"
echo "pmlint=$folder/venv/bin/pmlint" >>"$GITHUB_OUTPUT"
