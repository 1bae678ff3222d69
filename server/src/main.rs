//! `balcao`, the whole portal in one file.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::cli::run()
}
