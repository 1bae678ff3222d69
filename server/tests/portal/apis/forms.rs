//! Forms about an API, as an administrator fills them in.

use super::SMV;
use crate::harness::{Answer, Visitor};

/// Everything in a form as the page shows it, with what somebody types.
pub fn filled<'a>(page: &Answer, typed: &[(&'a str, &'a str)]) -> Vec<(String, String)> {
    let names = page.attributes("main .form [name]:not(button)", "name");
    let mut fields = vec![];
    for name in names {
        let typed = typed.iter().find(|(field, _)| *field == name);
        let value = match typed {
            Some((_, value)) => (*value).to_owned(),
            None if is_unticked(page, &name) => continue,
            None => chosen(page, &name),
        };
        fields.push((name, value));
    }
    fields
}

fn is_unticked(page: &Answer, name: &str) -> bool {
    let boxes = page.attributes(&format!("[type=checkbox][name='{name}']"), "name");
    let ticked = page.attributes(&format!("[type=checkbox][name='{name}'][checked]"), "name");
    !boxes.is_empty() && ticked.is_empty()
}

fn chosen(page: &Answer, name: &str) -> String {
    let chosen = page.attributes(&format!("select[name='{name}'] [selected]"), "value");
    if let Some(chosen) = chosen.first() {
        return chosen.clone();
    }
    let area = page.raw_texts(&format!("textarea[name='{name}']"));
    match area.first() {
        Some(text) => text.strip_prefix('\n').unwrap_or(text).to_owned(),
        None => page.value_of(name),
    }
}

/// Opens a page, types, and sends its form.
pub async fn types(who: &Visitor, path: &str, typed: &[(&str, &str)]) -> Answer {
    let fields = filled(&who.get(path).await, typed);
    sends(who, path, &fields).await
}

pub async fn sends(who: &Visitor, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    who.post(path, &fields).await
}

/// Publishes SMV as it is written.
pub async fn publishes(dora: &Visitor) {
    let seen = dora.get(SMV).await.value_of("visto");
    let publish = format!("{SMV}/publicar");
    dora.post(&publish, &[("visto", &seen)]).await.location();
}
