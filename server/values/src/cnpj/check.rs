//! The rules of IN RFB 2.229/2024 for the characters without their mask.

use super::{CnpjError, LENGTH};

const BASE_LENGTH: usize = 12;

pub(super) fn check(bare: &str) -> Result<(), CnpjError> {
    let characters = bare.as_bytes();
    if !characters
        .iter()
        .all(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
    {
        return Err(CnpjError::Character);
    }
    if characters.len() > LENGTH {
        return Err(CnpjError::Length);
    }
    // This check comes before the length: a letter in place of the first check digit is told at
    // once.
    if characters
        .iter()
        .skip(BASE_LENGTH)
        .any(u8::is_ascii_uppercase)
    {
        return Err(CnpjError::Character);
    }
    if characters.len() < LENGTH {
        return Err(CnpjError::Length);
    }
    if characters.iter().all(|c| *c == characters[0]) {
        return Err(CnpjError::Repeated);
    }
    if (BASE_LENGTH..LENGTH).any(|at| value(characters[at]) != check_digit(&characters[..at])) {
        return Err(CnpjError::CheckDigit);
    }
    Ok(())
}

/// Weights run from 2 to 9 and around again, from right to left.
fn check_digit(characters: &[u8]) -> u32 {
    let weights = (2..=9).cycle();
    let sum: u32 = characters
        .iter()
        .rev()
        .zip(weights)
        .map(|(c, weight)| value(*c) * weight)
        .sum();
    match sum % 11 {
        0 | 1 => 0,
        remainder => 11 - remainder,
    }
}

/// The value of a character is its ASCII code minus 48: 17 for A, 42 for Z.
fn value(character: u8) -> u32 {
    u32::from(character) - u32::from(b'0')
}
