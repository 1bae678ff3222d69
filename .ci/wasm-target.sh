#!/usr/bin/env bash
# Finds, or makes, a Rust toolchain that compiles for the browser as well as for this machine, and
# prints its name on the last line, to be used as RUSTUP_TOOLCHAIN. Running it again costs nothing.
#
# In this order: the toolchain in use, if it has the target; `rustup target add`; Debian's
# rustc-web, whose standard library is then compiled for wasm from Debian's own sources.
# WASM_TARGET_FROM=debian leaves out the second.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
target=wasm32-unknown-unknown
linked=debian-web

say() { echo "wasm target: $*" >&2; }

in_use() { rustup show active-toolchain | awk '{ print $1; exit }'; }

# Whether a toolchain ($1) has it is best asked by compiling and linking something: after an upgrade
# of the compiler the files of the old library may still lie there.
has_target() {
  local output status=0
  output=$(mktemp)
  rustc "+$1" --target "$target" --crate-type cdylib -o "$output" - </dev/null 2>/dev/null || status=1
  rm -f "$output"
  return "$status"
}

from_toolchains_here() {
  local toolchain
  for toolchain in "$(in_use)" "$linked"; do
    if has_target "$toolchain"; then
      echo "$toolchain"
      return
    fi
  done
  return 1
}

from_rustup() {
  [ "${WASM_TARGET_FROM:-rustup}" = rustup ] || return 1
  say "rustup target add $target"
  timeout 300 rustup target add "$target" >&2 && has_target "$(in_use)" && in_use
}

from_debian() {
  say "building it from Debian's rustc-web (about a minute, once)"
  "$here/apt-install.sh" rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web
  "$here/apt-install.sh" "$(linker)"
  local sysroot
  sysroot=$(/usr/bin/rustc --print sysroot)
  install_standard_library "$sysroot"
  rustup toolchain link "$linked" "$sysroot"
  has_target "$linked" && echo "$linked"
}

# The lld of the very LLVM that rustc was built with.
linker() { /usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/lld-\1/p'; }

# $1: the sysroot
install_standard_library() {
  local host work
  host=$(/usr/bin/rustc -vV | sed -n 's/^host: //p')
  work=$(mktemp -d)
  # shellcheck disable=SC2064 # the directory of now, not of then
  trap "rm -rf '$work'" EXIT
  compile_standard_library "$1" "$work"
  as_root mkdir -p "$1/lib/rustlib/$host/bin" "$1/lib/rustlib/$target/lib"
  # rustc links this target with `rust-lld`, which it looks for here and nowhere else.
  as_root ln -sfn "/usr/bin/$(linker)" "$1/lib/rustlib/$host/bin/rust-lld"
  as_root find "$1/lib/rustlib/$target/lib" -name '*.rlib' -delete
  as_root cp "$work"/lib/*.rlib "$1/lib/rustlib/$target/lib/"
}

# An empty crate, built together with the standard library it does not use. $1: the sysroot,
# $2: an empty directory, which gets `lib/`
compile_standard_library() {
  local source="$1/lib/rustlib/src/rust"
  mkdir -p "$2/src" "$2/.cargo" "$2/lib"
  echo '#![no_std]' >"$2/src/lib.rs"
  cat >"$2/Cargo.toml" <<'MANIFEST'
[package]
name = "empty"
version = "0.0.0"
edition = "2024"
[workspace]
[profile.release]
panic = "abort"
MANIFEST
  # What the library itself depends on lies beside its source: no registry is asked.
  cat >"$2/.cargo/config.toml" <<VENDORED
[source.crates-io]
replace-with = "beside-the-library"
[source.beside-the-library]
directory = "$source/library/vendor"
VENDORED
  # Bitcode goes in so that `lto = "fat"` can reach into the library.
  (
    cd "$2"
    unset RUSTUP_TOOLCHAIN RUSTC_WRAPPER CARGO_ENCODED_RUSTFLAGS
    RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_INCREMENTAL=0 CARGO_TARGET_DIR="$2/target" \
      RUSTFLAGS="-Cembed-bitcode=yes --remap-path-prefix=$(readlink -f "$source")=/rust" \
      /usr/bin/cargo build --quiet --release --target "$target" \
      -Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test -Zbuild-std-features= >&2
  )
  find "$2/target/$target/release" -name 'lib*-*.rlib' ! -name 'libempty-*' \
    -exec cp {} "$2/lib/" \;
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

if ! command -v rustup >/dev/null; then
  say "rustup is missing; https://rustup.rs says how to install it"
  exit 1
fi
from_toolchains_here && exit
from_rustup && exit
if ! command -v apt-get >/dev/null; then
  say "rustup could not add $target, and there is no apt-get to take it from Debian"
  exit 1
fi
from_debian
