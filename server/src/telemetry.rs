//! The log, on standard error: text for people or JSON for machines.

use tracing_subscriber::{EnvFilter, fmt};

use crate::config::{LogConfig, LogFormat};

/// Starts the log of this process. A second start changes nothing.
pub fn start(config: LogConfig) {
    let LogConfig { format, filter } = config;
    // It only fails where there is a log already.
    let _ = match format {
        LogFormat::Text => text(filter).try_init(),
        LogFormat::Json => text(filter).json().flatten_event(true).try_init(),
    };
}

fn text(filter: EnvFilter) -> fmt::SubscriberBuilder<fmt::format::DefaultFields, fmt::format::Format, EnvFilter, fn() -> std::io::Stderr> {
    fmt().with_env_filter(filter).with_writer(std::io::stderr as fn() -> std::io::Stderr)
}
