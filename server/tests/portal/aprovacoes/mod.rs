//! aprovacoes
