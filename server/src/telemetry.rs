//! The log, on standard error: text for people or JSON for machines.

use std::io::{self, IsTerminal};

use tracing_subscriber::{EnvFilter, fmt};

use crate::config::{LogConfig, LogFormat};

/// Starts the log of this process. A second start changes nothing.
pub fn start(config: &LogConfig) {
    let log = fmt()
        .with_env_filter(EnvFilter::new(&config.filter))
        .with_ansi(io::stderr().is_terminal())
        // The layer would report a line that it cannot write by `eprintln!`, which panics when the
        // output is closed or the disk is full.
        .log_internal_errors(false)
        .with_writer(io::stderr);
    // It fails only when the process has a log already.
    let _ = match config.format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log
            .json()
            .flatten_event(true)
            .with_span_list(false)
            .try_init(),
    };
}
