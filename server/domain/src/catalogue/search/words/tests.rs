use super::*;

fn shown(pieces: &[Piece]) -> String {
    let pieces = pieces.iter().map(|piece| {
        if piece.is_marked {
            format!("[{}]", piece.text)
        } else {
            piece.text.clone()
        }
    });
    pieces.collect()
}

#[test]
fn a_word_is_found_from_where_it_begins_whatever_its_case_and_accents() {
    let words = Words::of("VERIFICACAO nume");
    let text = "A verificação do Número, e a reverificação";
    assert_eq!(
        shown(&words.mark(text)),
        "A [verificação] do [Núme]ro, e a reverificação"
    );
    let apart = "verificac\u{327}a\u{303}o";
    assert_eq!(shown(&words.mark(apart)), format!("[{apart}]"));
    assert_eq!(words.count_in([text]), 2);
    assert_eq!(words.count_in(["número"]), 1);
}

#[test]
fn a_capital_within_begins_a_word() {
    assert_eq!(
        shown(&Words::of("number").mark("phoneNumber")),
        "phone[Number]"
    );
    assert_eq!(
        Words::of("phoneNumber").count_in(["phone", "phoneNumber"]),
        1
    );
    assert_eq!(
        of_text("phoneNumber, Ação/v1").collect::<Vec<_>>(),
        ["phonenumber", "number", "acao", "v1"]
    );
}

#[test]
fn a_single_letter_finds_itself_alone() {
    let words = Words::of("a");
    assert_eq!(shown(&words.mark("à API, a b")), "[à] API, [a] b");
}

#[test]
fn a_query_is_words_each_once() {
    assert_eq!(
        Words::of("/Identity/v1 v1 -- 'é'").0,
        ["identity", "v1", "e"]
    );
    assert!(Words::of(" !? ").is_empty());
    assert_eq!(
        Words::of(&"a b c d e f g h i j".repeat(3)).0.len(),
        MAX_WORDS
    );
}

#[test]
fn a_family_of_words_is_found_by_what_they_share() {
    let shortened = Words::of("como verificar o msisdn").shortened().unwrap();
    assert_eq!(shortened.0, ["como", "verifi", "msi"]);
    assert_eq!(shortened.count_in(["como se faz", "a verificação"]), 2);
    assert_eq!(Words::of("crm").shortened(), None);
}

#[test]
fn an_excerpt_shows_what_was_sought_between_whole_words() {
    let words = Words::of("agulha");
    let text = format!(
        "{}a agulha está aqui {}",
        "palha ".repeat(100),
        "palha ".repeat(100)
    );
    let excerpt = shown(&words.excerpt(&text));
    assert!(excerpt.starts_with("…palha "), "{excerpt}");
    assert!(excerpt.contains(" a [agulha] está aqui palha"), "{excerpt}");
    assert!(excerpt.ends_with("palha…"), "{excerpt}");
    assert!(excerpt.chars().count() < EXCERPT + BEFORE, "{excerpt}");
    assert_eq!(shown(&words.excerpt("agulha")), "[agulha]");
    let endless = "é".repeat(1_000);
    assert!(words.excerpt(&endless).len() == 2);
}
