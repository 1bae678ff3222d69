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
    let company: String = short_company(legal_name).chars().take(room).collect();
    format!("{} – {api}", company.trim_end())
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
    fn a_suggestion_is_always_a_name() {
        assert_eq!(
            application_name("Banco Exemplo S.A.", "Silenciosa (SMV)"),
            "Banco Exemplo – SMV"
        );
        let long = application_name(&"Companhia ".repeat(15), "Score de crédito");
        assert_eq!(ApplicationName::parse(&long).unwrap().as_str(), long);
    }
}
