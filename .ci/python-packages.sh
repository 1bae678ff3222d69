#!/usr/bin/env bash
# Makes a Python environment with exactly the packages of a file that names their hashes.
# Usage: .ci/python-packages.sh DIRECTORY REQUIREMENTS
set -euo pipefail
python3 -m venv --clear "$1"
"$1/bin/pip" install --quiet --disable-pip-version-check --no-deps --only-binary :all: \
  --require-hashes --requirement "$2"
