//! `balcao catalogue`: a company fills its portal with files, and keeps them in order.

use std::fs;

use super::harness::Workspace;

/// A whole API, as small as one can be.
const FACTS: &str = r#"
state = "published"
version = "1.0.0"
category = "logistica"
base_path = "/fretes/v1"
sandbox = false

[plans.trial]
calls = 100
days = 30

[name]
pt-BR = "Cotação de fretes"

[summary]
pt-BR = "Quanto custa e quando chega."

[[answers]]
status = 200
code = "FRETE-200"
[answers.meaning]
pt-BR = "Aqui está a cotação."
"#;
const DOCUMENT: &str = r#"{"openapi": "3.1.0", "info": {"title": "Fretes", "version": "1.0.0"},
  "paths": {"/cotacoes": {"get": {"operationId": "quote", "responses": {"200": {"description": "A quote",
    "content": {"application/json": {"example": {"valor": 1990}}}}}}}}}"#;

fn catalogue(workspace: &Workspace) {
    let write = |name: &str, text: &str| {
        let path = workspace.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write(
        "catalogo/categories.toml",
        "[[categories]]\nslug = \"logistica\"\nname.pt-BR = \"Logística\"\n",
    );
    write("catalogo/fretes/api.toml", FACTS);
    write(
        "catalogo/fretes/presentation.pt-BR.md",
        "## O que é\n\nUma cotação.\n",
    );
    write(
        "catalogo/fretes/documentation.pt-BR.md",
        "## Como chamar\n\nCom um token.\n",
    );
    write("catalogo/fretes/openapi.json", DOCUMENT);
    write("catalogo/README.md", "De onde vem este catálogo.\n");
}

#[test]
fn an_empty_portal_is_filled_by_files_alone() {
    let workspace = Workspace::new().migrated();
    catalogue(&workspace);
    let import =
        |more: &[&str]| workspace.run(&[&["catalogue", "import", "catalogo"], more].concat());
    workspace
        .run(&["catalogue", "check", "catalogo"])
        .ended_with(0)
        .printed("1 API, no mistakes.");
    import(&["--dry-run"])
        .ended_with(0)
        .printed("fretes: new, published")
        .printed("Nothing was changed");
    let list = || workspace.run(&["api", "list"]).ended_with(0).output;
    assert_eq!(list(), "");
    import(&[]).ended_with(0).printed("fretes: new, published");
    assert!(list().starts_with("fretes "), "{}", list());
    import(&[])
        .ended_with(0)
        .printed("fretes: unchanged")
        .printed("Everything is as the files say already.");
}

#[test]
fn a_mistake_is_told_with_its_place_and_nothing_is_changed() {
    let mut workspace = Workspace::new().migrated();
    catalogue(&workspace);
    let facts = workspace.path("catalogo/fretes/api.toml");
    fs::write(&facts, "verison = \"1\"\n").unwrap();
    for command in ["check", "import"] {
        workspace
            .run(&["catalogue", command, "catalogo"])
            .ended_with(1)
            .printed("fretes/api.toml:1: unknown field `verison`");
    }
    let upstream = format!("upstream = \"https://api.empresa.com.br/v1\"\n{FACTS}");
    fs::write(&facts, upstream).unwrap();
    for command in ["check", "import"] {
        workspace
            .run(&["catalogue", command, "catalogo"])
            .ended_with(1)
            .printed("fretes: the upstream: BALCAO_UPSTREAM_HOSTS does not name api.empresa.com.br")
            .said("there is 1 mistake");
    }
    assert_eq!(workspace.run(&["api", "list"]).ended_with(0).output, "");
    workspace.set("BALCAO_UPSTREAM_HOSTS", "api.empresa.com.br");
    workspace
        .run(&["catalogue", "import", "catalogo"])
        .ended_with(0);
}

#[test]
fn what_was_exported_is_what_an_import_takes() {
    let workspace = Workspace::new().migrated();
    workspace.run(&["demo"]).ended_with(0);
    let export = |to: &str| workspace.run(&["catalogue", "export", to]);
    export("copia")
        .ended_with(0)
        .printed("3 APIs are in copia.");
    workspace
        .run(&["catalogue", "import", "copia"])
        .ended_with(0)
        .printed("smv: unchanged")
        .printed("Everything is as the files say already.");
    // Nothing of anybody's is lost.
    export("copia").ended_with(1).said("copia is not empty");
    let there = Workspace::new().migrated();
    let copy = workspace.path("copia");
    let copy = copy.to_str().unwrap();
    there
        .run(&["catalogue", "import", copy])
        .ended_with(0)
        .printed("smv: new, published");
}

#[test]
fn a_folder_may_consist_of_links_and_is_never_read_in_part() {
    let workspace = Workspace::new().migrated();
    catalogue(&workspace);
    let check = |folder: &str| workspace.run(&["catalogue", "check", folder]);
    std::os::unix::fs::symlink(workspace.path("catalogo"), workspace.path("montado")).unwrap();
    let facts = workspace.path("catalogo/fretes/api.toml");
    fs::rename(&facts, workspace.path("facts.toml")).unwrap();
    std::os::unix::fs::symlink(workspace.path("facts.toml"), facts).unwrap();
    check("montado")
        .ended_with(0)
        .printed("1 API, no mistakes.");

    fs::create_dir_all(workspace.path("catalogo/fretes/textos/a/b")).unwrap();
    check("catalogo")
        .ended_with(1)
        .said("fretes/textos/a is too deep within it");
    fs::create_dir(workspace.path("vazio")).unwrap();
    check("vazio")
        .ended_with(1)
        .said("vazio holds no file of a catalogue");
}
