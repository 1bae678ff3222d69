#!/usr/bin/env bash
# Cargo, with the one toolchain that everything is built with: the one that has the wasm target.
#
# What is built for debugging, tests and journeys is linted by the compiler that builds it. That,
# and what `make serve` runs, is linked by mold where there is one, and has the types of its views
# erased, which halves the time that pages take to compile. What is shipped keeps them: its pages are
# drawn up to twice as fast.
set -euo pipefail
RUSTUP_TOOLCHAIN=$(cat "$(dirname "$(readlink -f "$0")")/../target/.toolchain")
export RUSTUP_TOOLCHAIN

lint() {
  RUSTC_WORKSPACE_WRAPPER=$(dirname "$(rustup which rustc)")/clippy-driver
  export RUSTC_WORKSPACE_WRAPPER
  export CLIPPY_ARGS="-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__"
}

# Flags for this machine's target alone: what is compiled for the browser has its own.
build_fast() {
  local flags="--cfg erase_components"
  if command -v mold >/dev/null; then flags+=" -C link-arg=-fuse-ld=mold"; fi
  local host
  host=$(rustc -vV | sed -n 's/^host: //p')
  export "CARGO_TARGET_$(tr 'a-z-' 'A-Z_' <<<"$host")_RUSTFLAGS=$flags"
}

case " $* " in
  " fmt "*) ;;
  *" --target wasm32-unknown-unknown "*) lint ;;
  *" --profile serve "*) build_fast ;;
  *" --release "* | *" --profile "*) ;;
  *) lint && build_fast ;;
esac
exec cargo "$@"
