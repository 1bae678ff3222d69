//! The CPF, a person's registration number in Brazil: nine digits and two check digits.

const LENGTH: usize = 11;

/// Whether these are the bare eleven digits of a CPF.
pub(crate) fn is_cpf(text: &str) -> bool {
    let digits = text.as_bytes();
    digits.len() == LENGTH
        && digits.iter().all(u8::is_ascii_digit)
        && digits.iter().any(|digit| *digit != digits[0])
        && (LENGTH - 2..LENGTH).all(|at| u32::from(digits[at] - b'0') == check_digit(&digits[..at]))
}

/// Weights grow from 2, from right to left.
fn check_digit(digits: &[u8]) -> u32 {
    let weighted = digits.iter().rev().zip(2..);
    let sum: u32 = weighted
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    sum * 10 % 11 % 10
}

#[cfg(test)]
mod tests {
    use super::is_cpf;

    #[test]
    fn check_digits_decide() {
        for cpf in ["52998224725", "12345678909", "00000020036"] {
            assert!(is_cpf(cpf), "{cpf}");
        }
        for other in [
            "52998224724",
            "11111111111",
            "1234567890",
            "529.982.247-25",
            "",
        ] {
            assert!(!is_cpf(other), "{other}");
        }
    }
}
