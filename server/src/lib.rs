//! The program `balcao`: configuration, command line, router, and what runs beside it.

pub mod assembly;
mod background;
pub mod cli;
pub mod config;
mod connections;
mod descriptors;
mod doctor;
mod gateway;
pub mod http;
mod oauth2;
mod serve;
mod telemetry;
mod welcome;
