//! The values as their users meet them: published cases row by row, and properties for the rest.

mod cnpj;
mod credential;
mod doctor;
mod password;
mod phone;
mod text;
mod vectors;
