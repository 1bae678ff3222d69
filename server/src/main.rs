//! `balcao`, the whole portal in one program.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Hashing a password takes 19 MiB on any thread; this allocator returns them to the system.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    server::cli::run()
}
