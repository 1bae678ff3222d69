//! "Minhas aplicações": the groups one belongs to, and their keys.

mod alheias;
mod grupos;
mod revelar;
mod testar;
