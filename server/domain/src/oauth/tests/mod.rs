//! Tokens, from grant to refusal.
