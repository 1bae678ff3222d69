//! The roles of people in a permission group.

texts! {
    owner = { pt: "Dono", en: "Owner", es: "Dueño" };
    owner_may = {
        pt: "Faz tudo no grupo: convida e remove pessoas, cria e revoga chaves, edita os dados.",
        en: "May do everything in the group: invites and removes people, creates and revokes keys, edits its details.",
        es: "Hace todo en el grupo: invita y quita personas, crea y revoca claves, edita los datos.",
    };
    developer = { pt: "Desenvolvedor", en: "Developer", es: "Desarrollador" };
    developer_may = {
        pt: "Solicita APIs, vê as chaves e testa.",
        en: "Requests APIs, sees the keys and tries them.",
        es: "Solicita APIs, ve las claves y prueba.",
    };
    viewer = { pt: "Leitor", en: "Viewer", es: "Lector" };
    viewer_may = {
        pt: "Vê o grupo, as aplicações e o uso, nunca as chaves.",
        en: "Sees the group, its applications and their usage, never the keys.",
        es: "Ve el grupo, las aplicaciones y el uso, nunca las claves.",
    };
}
