//! minhas_aplicacoes
