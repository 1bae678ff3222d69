//! Asking for an API, step by step.

mod alheias;
mod aplicacao;
mod cancelar;
mod corrigir;
mod grupo;
mod nova;
mod pronto;
mod revisao;

/// The page of a step.
fn step(request: &str, name: &str) -> String {
    format!("/solicitacoes/{request}/{name}")
}
