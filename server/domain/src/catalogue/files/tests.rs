use super::*;
use crate::{
    catalogue::{Plan, check_files},
    demo,
    upstreams::UpstreamPolicy,
};

fn files(entries: &[(&str, &str)]) -> Files {
    let entries = entries.iter();
    entries
        .map(|(name, text)| ((*name).to_owned(), (*text).into()))
        .collect()
}

fn mistakes(entries: &[(&str, &str)]) -> Vec<String> {
    let problems = read(&files(entries)).unwrap_err();
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn the_demo_is_a_folder_without_mistakes() {
    let read = read(&demo::files()).unwrap();
    assert_eq!(read.categories.as_ref().unwrap().len(), 3);
    assert_eq!(read.apis.len(), 3);
    let smv = &read.apis["smv"];
    assert_eq!(smv.plans.as_ref().unwrap()[&Plan::Trial].calls, Some(1000));
    assert_eq!(check_files(read, &UpstreamPolicy::default()), []);
}

#[test]
fn a_mistake_is_told_with_its_file_and_line() {
    assert_eq!(
        mistakes(&[
            (
                "categories.toml",
                "[[categories]]\nslug = \"A B\"\nname = {}\n"
            ),
            ("smv/api.toml", "version = \"1.0.0\"\nverison = 1\n"),
            ("smv/documentation.pt.md", "Olá"),
            (
                "smv/openapi.yaml",
                "openapi: 3.1.0\ninfo: {title: A, version: 1.0.0}\npaths:\n  /a:\n    get: 1\n"
            ),
            ("smv/samples/python.py", "print()"),
            ("Sem Nome/api.toml", ""),
            ("notes.txt", ""),
        ]),
        [
            "Sem Nome/api.toml: the folder's name should be 1 to 64 of a-z, 0-9 and -, as in score-de-credito",
            "categories.toml: the category A B should be named by 1 to 64 of a-z, 0-9 and -, once",
            "notes.txt: no file of a catalogue has this name; the README lists those that have a meaning",
            "smv/api.toml:2: unknown field `verison`, expected one of `state`, `sunset`, `successor`, `version`, `category`, `tags`, `position`, `base_path`, `opened_by`, `sandbox`, `upstream`, `plans`, `audience`, `trial`, `request`, `name`, `summary`, `answers`, `changes`",
            "smv/documentation.pt.md: no file of a catalogue has this name; the README lists those that have a meaning",
            "smv/openapi.yaml:5: /paths/~1a/get: this must be an object, but is a number",
            "smv/samples/python.py: no file of a catalogue has this name; the README lists those that have a meaning",
        ]
    );
}

#[test]
fn a_word_that_has_no_meaning_is_told_with_those_that_have() {
    let said = mistakes(&[("smv/api.toml", "state = \"public\"\n")]);
    let [said] = said.as_slice() else {
        panic!("{said:?}");
    };
    assert!(said.starts_with("smv/api.toml:1: "), "{said}");
    assert!(
        said.contains("public is none of draft, published"),
        "{said}"
    );
}

#[test]
fn a_document_may_be_yaml_and_what_is_not_obeyed_is_told() {
    let yaml = "openapi: 3.1.0\ninfo: {title: A, version: 1.0.0}\nwords: 1\npaths: {}\n";
    let catalogue = read(&files(&[("a/openapi.yaml", yaml)])).unwrap();
    let json = r#"{"openapi":"3.1.0","info":{"title":"A","version":"1.0.0"},"words":1,"paths":{}}"#;
    assert_eq!(catalogue.apis["a"].openapi.as_deref(), Some(json));
    let [warning] = catalogue.warnings.as_slice() else {
        panic!("{:?}", catalogue.warnings);
    };
    assert!(
        warning
            .to_string()
            .starts_with("a/openapi.yaml:3: /words: "),
        "{warning}"
    );
    let both = [("a/openapi.yaml", yaml), ("a/openapi.json", json)];
    assert_eq!(
        mistakes(&both),
        ["a/openapi.yaml: there is another OpenAPI document beside it"]
    );
}

#[test]
fn a_file_that_is_no_text_is_refused() {
    let mut files = files(&[]);
    files.insert("smv/api.toml".to_owned(), vec![0xff, 0xfe, 0]);
    let problems = read(&files).unwrap_err();
    assert_eq!(problems[0].mistake, FileMistake::Encoding);
}

#[test]
fn what_no_file_mentions_stays() {
    let read = read(&demo::files()).unwrap();
    let mut content = ApiContent::default();
    read.apis["smv"].clone().apply(&mut content);
    let before = content.clone();
    ApiFiles::default().apply(&mut content);
    assert_eq!(content, before);
}

#[test]
fn an_empty_text_takes_one_away() {
    let of = |entries: &[(&str, &str)]| read(&files(entries)).unwrap().apis["a"].clone();
    let mut content = ApiContent::default();
    of(&[
        (
            "a/api.toml",
            "upstream = \"https://api.example\"\nname.en = \"A\"\n",
        ),
        ("a/presentation.en.md", "# A"),
    ])
    .apply(&mut content);
    assert!(content.upstream.is_some() && content.presentation != Translated::default());
    of(&[
        ("a/api.toml", "upstream = \"\"\n"),
        ("a/presentation.en.md", ""),
    ])
    .apply(&mut content);
    let left = ApiContent {
        name: content.name.clone(),
        ..ApiContent::default()
    };
    assert_eq!(content, left);
    assert_eq!(content.name.text_for(locales::Locale::En), "A");
}

#[test]
fn a_plan_renews_with_calls_and_days_and_without_them_it_is_a_mistake_with_its_line() {
    let written = "[plans.trial]\ncalls = 1000\ndays = 30\nrenews = true\n";
    let read_back = read(&files(&[("a/api.toml", written)])).unwrap();
    let plans = read_back.apis["a"].plans.clone().unwrap();
    assert!(plans[&Plan::Trial].renews);
    let said = "a plan that renews should say how many calls it gives, and for how many days";
    for lacking in ["days = 30", "calls = 1000", ""] {
        let text = format!("version = \"1.0.0\"\n\n[plans.trial]\n{lacking}\nrenews = true\n");
        assert_eq!(
            mistakes(&[("a/api.toml", &text)]),
            [format!("a/api.toml:3: {said}")]
        );
    }
}

#[test]
fn a_plan_that_does_not_renew_is_written_as_before() {
    let terms = |renews| PlanTerms {
        calls: Some(1000),
        days: Some(30),
        renews,
        ..PlanTerms::default()
    };
    let json = |renews| serde_json::to_string(&terms(renews)).unwrap();
    assert_eq!(json(false), r#"{"calls":1000,"days":30}"#);
    assert_eq!(json(true), r#"{"calls":1000,"days":30,"renews":true}"#);
    let stored: PlanTerms = serde_json::from_str(&json(false)).unwrap();
    assert_eq!(stored, terms(false));
}
