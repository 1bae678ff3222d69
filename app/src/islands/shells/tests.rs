//! Every command is taken apart as its shell does it, and by the program where the shell does not.

mod splitters;

use self::splitters::{CREDENTIAL, called};
use super::*;

/// Texts that some shell or other takes for more than they are; without `"`, which none of ours
/// has.
const TEXTS: [&str; 12] = [
    "https://portal.example/oauth2/v1/token",
    "https://portal.example/a?b=c&d=%20e%20f",
    "%PATH% %HOME%",
    "d'água e ‘aspas’ ’",
    "a $HOME $(id) `id` b",
    "a & b | c > d < e ^ f",
    "(a) {b} [c] @d ;e #f !g",
    "ends with a backslash \\",
    "\\\\server\\share",
    "x-client-auth: Basic bVE3dA==",
    "~ * ?",
    "ção",
];

#[test]
fn a_text_stays_one_word() {
    for shell in Shell::ALL {
        for text in TEXTS {
            // Windows PowerShell 5.1 cannot hand on a word that ends so, and none of ours does.
            if shell == Shell::PowerShell && text.ends_with('\\') {
                continue;
            }
            let command = shell.curl(&[
                &[Word::Plain("-sS"), Word::Text(text)],
                &[Word::Plain("-i")],
            ]);
            for called in called(shell, &command) {
                assert_eq!(
                    called.arguments,
                    ["-sS", text, "-i"],
                    "{shell:?}: {command}"
                );
            }
        }
    }
}

#[test]
fn a_variable_is_filled_in() {
    let line = [
        Word::Plain("-H"),
        Word::Variable("x-client-auth: Basic ", "CREDENCIAL"),
    ];
    for shell in Shell::ALL {
        let command = shell.curl(&[&line]);
        let header = format!("x-client-auth: Basic {CREDENTIAL}");
        for called in called(shell, &command) {
            assert_eq!(called.arguments, ["-H", &header], "{shell:?}: {command}");
        }
    }
}

#[test]
fn a_variable_is_set_as_each_shell_does_it() {
    let set = Shell::ALL.map(|shell| (shell.assigns("TOKEN", "…"), shell.exports("A", "b c")));
    let set = set
        .each_ref()
        .map(|(one, other)| (one.as_str(), other.as_str()));
    assert_eq!(
        set,
        [
            ("TOKEN='…'", "export A='b c'"),
            ("set \"TOKEN=…\"", "set \"A=b c\""),
            ("$TOKEN = '…'", "$env:A = 'b c'"),
        ]
    );
}
