//! Choosing a password.

use proptest::prelude::*;
use values::{
    MissingRules, NewPassword, PASSWORD_MAX_CHARS, PasswordError, PasswordRule, normalize_password,
};

const GOOD: &str = "Mandacaru-floriu-82";
const ANA: [&str; 3] = ["Ana", "Conceição Sá", "ana.lima@padaria.com.br"];

fn refusal(password: &str) -> Option<PasswordError> {
    NewPassword::parse(password, &ANA).err()
}

#[test]
fn a_good_password_is_taken_normalised_and_never_shown() -> Result<(), PasswordError> {
    let password = NewPassword::parse("Coracao\u{303} de 3 onc\u{327}as", &ANA)?;
    assert_eq!(password.expose(), "Coracaõ de 3 onças");
    assert_eq!(password.expose(), normalize_password("Coracaõ de 3 onças"));
    assert!(!format!("{password:?}").contains("onças"));
    Ok(())
}

#[test]
fn each_rule_stands_alone() {
    let cases = [
        ("Curt4-s", PasswordRule::Length),
        ("MANDACARU-82", PasswordRule::Lowercase),
        ("mandacaru-82", PasswordRule::Uppercase),
        ("Mandacaru-floriu", PasswordRule::Digit),
        ("Mandacaru82", PasswordRule::Special),
    ];
    for (password, rule) in cases {
        let missing = MissingRules::of(password);
        assert!(missing.iter().eq([rule]), "{password}: {missing:?}");
        assert!(missing.contains(rule) && !rule.holds(password));
        assert_eq!(refusal(password), Some(PasswordError::Rules(missing)));
    }
    assert!(MissingRules::of("").iter().eq(PasswordRule::ALL));
    assert!(MissingRules::of(GOOD).is_empty());
}

#[test]
fn any_script_counts() {
    assert!(MissingRules::of("Ωμέγα ٣٤").is_empty());
    let decomposed = normalize_password("e\u{301}e\u{301}e\u{301}e\u{301}");
    assert!(!PasswordRule::Length.holds(&decomposed));
}

#[test]
fn too_long_is_told_before_anything_else() {
    let phrase = |length: usize| format!("{GOOD}{}", "ñ".repeat(length - GOOD.len()));
    assert_eq!(refusal(&phrase(PASSWORD_MAX_CHARS)), None);
    assert_eq!(
        refusal(&phrase(PASSWORD_MAX_CHARS + 1)),
        Some(PasswordError::TooLong)
    );
    assert_eq!(
        refusal(&"a".repeat(1_000_000)),
        Some(PasswordError::TooLong)
    );
}

#[test]
fn common_words_are_known_in_disguise() {
    let common = [
        "Password1!",
        "P@ssw0rd123!",
        "S3nh4!2024",
        "!!Brasil2026",
        "Fl4m3ng0#1",
        "Mudar@123",
        "Wélcome#1",
        "Admin@2024",
        "Senha1!Senha1!",
        "Qwerty12345!",
        "Janeiro/2026",
        "1q2w3e4R!",
        "JesusCristo7!",
    ];
    for password in common {
        assert_eq!(refusal(password), Some(PasswordError::Common), "{password}");
    }
}

#[test]
fn leaked_passwords_are_refused_whether_they_lead_the_list_or_end_it() {
    let leaked = [
        "Baseball#1",
        "Iloveyou-22",
        "Steelers!2026",
        "St33l3r5#8",
        "Domestic_1",
        "Newhouse#9",
        "9Blackboy+",
    ];
    for password in leaked {
        assert_eq!(refusal(password), Some(PasswordError::Common), "{password}");
    }
}

#[test]
fn what_brazilians_choose_is_refused() {
    for password in [
        "Thiago@1990",
        "Corinthians#10",
        "Jos1ane!77",
        "DeusEFiel-7",
        "2026*Fevereiro",
    ] {
        assert_eq!(refusal(password), Some(PasswordError::Common), "{password}");
    }
}

#[test]
fn patterns_are_known() {
    for password in [
        "Abcd1234!",
        "Aa123456!",
        "Aaaaaa1!",
        "Aa1!Aa1!Aa1!",
        "Dcba4321!",
        "Asdfg!@#45",
        "1qaz2wsX!",
    ] {
        assert_eq!(refusal(password), Some(PasswordError::Common), "{password}");
    }
}

#[test]
fn what_is_known_of_the_person_is_refused() {
    for password in [
        "Conceicao#77x",
        "xC0nc31ç@o_7",
        "7-L1ma-verde",
        "Nossa Padar1a!",
        "Conceicaosa.8",
    ] {
        assert_eq!(
            refusal(password),
            Some(PasswordError::Personal),
            "{password}"
        );
    }
}

#[test]
fn good_passwords_are_left_alone() {
    let good = [
        GOOD,
        "Cafe-com-leite-77",
        "Tr4vessia#do#rio",
        "correct Horse 9 battery",
        "8472-9914aB",
        "Ünïcødé-5-ñandú",
        "Banana com br0a!",
        "kX9$mQ2@vL5&",
        "9#7!2@5R6t&4",
    ];
    for password in good {
        assert_eq!(refusal(password), None, "{password}");
    }
}

proptest! {
    #[test]
    fn what_is_taken_keeps_every_rule(raw in any::<String>(), about in any::<String>()) {
        if let Ok(password) = NewPassword::parse(&raw, &[&about]) {
            prop_assert!(PasswordRule::ALL.into_iter().all(|rule| rule.holds(password.expose())));
        }
        let normalized = normalize_password(&raw);
        prop_assert_eq!(
            NewPassword::parse(&raw, &[&about]).err(),
            NewPassword::parse(&normalized, &[&about]).err()
        );
    }

    #[test]
    fn random_passwords_are_taken(password in "[a-z][A-Z][0-9][#%=][a-zA-Z0-9#%=]{12}") {
        prop_assert!(NewPassword::parse(&password, &[]).is_ok());
    }

    #[test]
    fn a_name_is_found_wherever_it_stands(
        before in "[#%=0-9]{1,8}", after in "[A-Z][a-z][0-9][#%=]{1,8}",
    ) {
        let password = format!("{before}CONCEIÇÃO{after}");
        prop_assert_eq!(refusal(&password), Some(PasswordError::Personal));
    }
}
