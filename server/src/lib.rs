//! The program `balcao`: configuration, command line, router and background work.

// They panic when the output is closed; commands print with `cli::Output`.
#![deny(clippy::print_stdout, clippy::print_stderr)]

mod api;
pub mod assembly;
mod background;
mod backup;
pub mod cli;
pub mod config;
mod connections;
mod descriptors;
mod doctor;
mod gateway;
pub mod http;
mod lock;
mod mcp;
pub mod monitoring;
mod oauth2;
#[cfg(feature = "otlp")]
mod otlp;
#[cfg(not(feature = "otlp"))]
#[path = "without_otlp.rs"]
mod otlp;
mod schema;
mod serve;
mod siem;
mod telemetry;
mod welcome;

pub use api::entry;
