//! A module for each language: how its texts stay texts, and what its template is filled with.

pub mod cmd;
pub mod csharp;
pub mod go;
pub mod java;
pub mod javascript;
pub mod php;
pub mod powershell;
pub mod python;
pub mod rust;
pub mod shell;
