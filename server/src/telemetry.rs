//! The log, on standard error: text for people or JSON for machines. And the spans, for whoever
//! collects them.

use std::io::{self, IsTerminal};

use tracing_subscriber::{
    EnvFilter, Layer, fmt, layer::SubscriberExt, registry, util::SubscriberInitExt,
};

use crate::{
    config::{LogConfig, LogFormat},
    otlp::{self, Export},
};

/// Starts the log of this process. A second start changes nothing.
pub fn start(config: &LogConfig, export: Option<&Export>) {
    let log = fmt::layer()
        .with_ansi(io::stderr().is_terminal())
        // The layer would report a line that it cannot write by `eprintln!`, which panics when the
        // output is closed or the disk is full.
        .log_internal_errors(false)
        .with_writer(io::stderr);
    let log = match config.format {
        LogFormat::Text => log.boxed(),
        LogFormat::Json => log.json().flatten_event(true).with_span_list(false).boxed(),
    };
    // At lower levels it writes down what agents send.
    let quiet = "rmcp=warn".parse().ok();
    let filter = EnvFilter::new(&config.filter);
    let filter = quiet.into_iter().fold(filter, EnvFilter::add_directive);
    // It fails only when the process has a log already.
    let _ = registry()
        .with(filter)
        .with(log)
        .with(otlp::layer(export))
        .try_init();
}
