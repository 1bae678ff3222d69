//! The portal over HTTP, in acts of those who use it. Each test has a portal and a database of
//! its own; folders follow the addresses of what they test.

#![cfg(test)]

mod access;
mod acesso;
mod administracao;
mod aprovacoes;
mod assets;
mod brand;
mod cadastro;
mod cadastro_e_pedido;
mod catalogo;
mod compression;
mod conformance;
mod conta;
mod cross_site;
mod diagnostico;
mod entrar;
mod errors;
mod esqueci_minha_senha;
mod gateway;
mod grupos;
mod grupos_email;
mod harness;
mod headers;
mod idioma;
mod log;
mod mail_links;
mod metrics;
mod minhas_aplicacoes;
mod no_space;
mod oauth2;
mod origin;
mod probes;
mod public_name;
mod sair;
mod scripts;
mod senha;
mod settings;
mod solicitacoes;
mod suporte;
mod tarefas;
mod tutorial;
mod well_known;
