//! The portal over HTTP, in acts of those who use it. Each test has a portal and a database of
//! its own; folders follow the addresses of what they test.

#![cfg(test)]

mod access;
mod assets;
mod brand;
mod cadastro;
mod cross_site;
mod entrar;
mod errors;
mod headers;
mod origin;
mod probes;
mod settings;
mod support;
