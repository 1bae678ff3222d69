//! A name for an application: who asks, and for what.

use values::ApplicationName;

/// What follows a company's name in the register, in lower case and without punctuation.
const LEGAL_FORMS: [&str; 7] = ["sa", "ltda", "me", "epp", "mei", "eireli", "slu"];

/// "Banco Exemplo – SMV", no longer than a name may be.
#[must_use]
pub fn application_name(legal_name: &str, api: &str) -> String {
    let api = short_api(api);
    let room =
        ApplicationName::MAX_CHARS.saturating_sub(api.chars().count() + " – ".chars().count());
    format!("{} – {api}", cut(short_company(legal_name), room))
}

/// As many whole words as there is room for; of a single longer one, what there is room for.
fn cut(text: &str, room: usize) -> &str {
    let Some((end, next)) = text.char_indices().nth(room) else {
        return text;
    };
    let within = &text[..end];
    let whole = if next.is_whitespace() {
        within
    } else {
        within
            .rsplit_once(char::is_whitespace)
            .map_or(within, |(words, _)| words)
    };
    whole.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '&'))
}

/// The name without its legal form: `S.A.`, `Ltda.`, `Ltda. - ME` …
fn short_company(legal_name: &str) -> &str {
    let mut name = legal_name.trim();
    while let Some((rest, last)) = name.rsplit_once(' ') {
        let bare: String = last
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
            .to_lowercase();
        if !bare.is_empty() && !LEGAL_FORMS.contains(&bare.as_str()) {
            break;
        }
        name = rest.trim_end();
    }
    name.trim_end_matches([',', '-'])
}

/// The short form that a long name gives in brackets at its end.
fn short_api(name: &str) -> &str {
    name.strip_suffix(')')
        .and_then(|name| name.rsplit_once('('))
        .map_or(name, |(_, short)| short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_company_goes_without_its_legal_form() {
        for (legal_name, short) in [
            ("Banco Exemplo S.A.", "Banco Exemplo"),
            ("Banco Exemplo S/A", "Banco Exemplo"),
            ("BANCO EXEMPLO SA", "BANCO EXEMPLO"),
            (
                "Varejo Exemplo Comércio Eletrônico Ltda.",
                "Varejo Exemplo Comércio Eletrônico",
            ),
            ("Padaria do Zé Ltda. - ME", "Padaria do Zé"),
            ("Oficina, EIRELI", "Oficina"),
            ("Me", "Me"),
            ("Casa Rosa", "Casa Rosa"),
        ] {
            assert_eq!(short_company(legal_name), short, "{legal_name}");
        }
    }

    #[test]
    fn the_api_goes_by_its_short_name_if_it_has_one() {
        assert_eq!(
            short_api("Verificação silenciosa de número móvel (SMV)"),
            "SMV"
        );
        assert_eq!(short_api("Score de crédito"), "Score de crédito");
        assert_eq!(short_api("Cadastro)"), "Cadastro)");
    }

    #[test]
    fn a_long_name_is_cut_at_a_word() {
        for (text, room, expected) in [
            ("Comércio de Pães", 16, "Comércio de Pães"),
            ("Comércio de Pães", 15, "Comércio de"),
            ("Comércio de Pães", 11, "Comércio de"),
            ("Comércio & Pães", 12, "Comércio"),
            ("Comércio, Pães", 10, "Comércio"),
            ("Pindamonhangaba", 5, "Pinda"),
            ("", 3, ""),
        ] {
            assert_eq!(cut(text, room), expected, "{text} in {room}");
        }
    }

    #[test]
    fn a_suggestion_is_always_a_name() {
        assert_eq!(
            application_name("Banco Exemplo S.A.", "Silenciosa (SMV)"),
            "Banco Exemplo – SMV"
        );
        let long = application_name(&"Companhia ".repeat(15), "Score de crédito");
        assert!(long.ends_with("Companhia – Score de crédito"), "{long}");
        assert_eq!(ApplicationName::parse(&long).unwrap().as_str(), long);
    }
}
