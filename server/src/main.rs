//! `balcao`, the whole portal in one file.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Hashing a password takes 19 MiB on whatever thread it falls; this allocator gives them back.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    server::cli::run()
}
