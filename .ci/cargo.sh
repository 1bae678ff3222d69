#!/usr/bin/env bash
# Cargo, with the one toolchain that everything is built with: the one that has the wasm target.
set -euo pipefail
RUSTUP_TOOLCHAIN=$(cat "$(dirname "$(readlink -f "$0")")/../target/.toolchain")
export RUSTUP_TOOLCHAIN
exec cargo "$@"
