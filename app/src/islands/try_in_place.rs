//! Opens the form of a call below its operation, sends it and shows the answer, so that nobody has to
//! leave the reference. Without script each link leads to a page with the same form.

mod panel;

use leptos::{
    ev::{KeyboardEvent, MouseEvent, SubmitEvent},
    html::Div,
    prelude::*,
    server_fn::codec::MultipartData,
    task::spawn_local,
    wasm_bindgen::JsCast,
    web_sys::{Element, FormData, HtmlAnchorElement, HtmlFormElement},
};
use locales::Locale;

use self::panel::{
    Fields, PANEL, closest, data_of, expand, fields_of, focus, pressed_field, target, within,
};
use super::functions::{FunctionError, OF_FORM, Sent, open_call_form, send_call, send_form};

const OPERATION: &str = "article.operation";
const LINK: &str = "a[data-wakes]";
const FORM: &str = "form[method=post]";

#[derive(Clone, Copy)]
struct Calls {
    api: StoredValue<String>,
    locale: Locale,
    /// The operation whose form is asked for.
    asked: StoredValue<String>,
    /// What was closed, with what was typed into it: only one is on the page, so that its
    /// identifiers are unique.
    closed: StoredValue<Vec<Element>, LocalStorage>,
}

/// Goes around the operations of a reference; those that can be called have a link to their form.
#[island]
pub fn TryInPlace(api: String, locale: Locale, children: Children) -> impl IntoView {
    let calls = Calls {
        api: StoredValue::new(api),
        locale,
        asked: StoredValue::default(),
        closed: StoredValue::new_local(vec![]),
    };
    let around = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let around = around.get();
        for link in around.iter().flat_map(|around| panel::all(around, LINK)) {
            expand(&link, false);
        }
    });
    view! {
        <div
            node_ref=around
            on:click=move |event| calls.press(&event)
            on:keydown=move |event| calls.press_key(&event)
            on:submit=move |event| calls.submit(&event)
        >
            {children()}
        </div>
    }
}

impl Calls {
    fn press(self, event: &MouseEvent) {
        let Some(pressed) = target(event) else { return };
        if let Some(panel) = closest(&pressed, "[data-closes]").and_then(|it| closest(&it, PANEL)) {
            self.close(&panel);
            return;
        }
        let is_for_elsewhere =
            event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        let Some(link) = closest(&pressed, LINK).filter(|_| !is_for_elsewhere) else {
            return;
        };
        let Some(operation) = closest(&link, OPERATION) else {
            return;
        };
        event.prevent_default();
        match within(&operation, PANEL) {
            Some(panel) => self.close(&panel),
            None => self.open(operation),
        }
    }

    fn press_key(self, event: &KeyboardEvent) {
        if event.key() != "Escape" || event.is_composing() {
            return;
        }
        if let Some(panel) = target(event).and_then(|it| closest(&it, PANEL)) {
            self.close(&panel);
        }
    }

    fn close(self, panel: &Element) {
        let operation = closest(panel, OPERATION);
        self.put_away(panel);
        if let Some(link) = operation.and_then(|it| within(&it, LINK)) {
            focus(&link);
        }
    }

    fn put_away(self, panel: &Element) {
        let link = closest(panel, OPERATION).and_then(|it| within(&it, LINK));
        if let Some(link) = link {
            expand(&link, false);
        }
        panel.remove();
        self.closed
            .update_value(|closed| closed.push(panel.clone()));
    }

    fn open(self, operation: Element) {
        let name = operation.id();
        self.asked.set_value(name.clone());
        let was_closed = self.closed.try_update_value(|closed| {
            let place = closed
                .iter()
                .position(|it| it.get_attribute("data-operation").as_deref() == Some(&name))?;
            Some(closed.swap_remove(place))
        });
        if let Some(panel) = was_closed.flatten() {
            self.show(&operation, &panel);
            focus(&panel);
        } else {
            self.ask_for_form(operation, vec![], PANEL);
        }
    }

    /// Shows the form with these fields, and leads to what is named.
    fn ask_for_form(self, operation: Element, fields: Fields, leads_to: &'static str) {
        let (api, name) = (self.api.get_value(), operation.id());
        spawn_local(async move {
            let answer = open_call_form(api, name.clone(), fields, self.locale).await;
            if self.asked.get_value() != name {
                return;
            }
            let before = within(&operation, PANEL);
            // A second press came while the first one was answered, or a call began meanwhile.
            let is_late = match &before {
                Some(panel) => leads_to == PANEL || panel::is_sending(panel),
                None => leads_to != PANEL,
            };
            if is_late {
                return;
            }
            match (answer, before) {
                (Ok(html), before) => {
                    before.iter().for_each(Element::remove);
                    if let Some(panel) = panel::of_html(&html) {
                        self.show(&operation, &panel);
                    }
                    within(&operation, leads_to).iter().for_each(focus);
                }
                (Err(error), Some(before)) => panel::show_failure(&before, error),
                (Err(_), None) => follow_link(&operation),
            }
        });
    }

    fn show(self, operation: &Element, panel: &Element) {
        if let Ok(Some(other)) = document().query_selector(PANEL) {
            self.put_away(&other);
        }
        let _ = operation.append_child(panel);
        if let Some(link) = within(operation, LINK) {
            expand(&link, true);
        }
    }

    fn submit(self, event: &SubmitEvent) {
        let form = target(event).and_then(|it| it.dyn_into::<HtmlFormElement>().ok());
        let Some((form, panel)) = form.and_then(|it| closest(&it, PANEL).map(|panel| (it, panel)))
        else {
            return;
        };
        let button = event.submitter();
        let leaves = button
            .as_ref()
            .is_some_and(|it| it.has_attribute("data-leaves"));
        if leaves {
            return;
        }
        event.prevent_default();
        let pressed = button.as_ref().and_then(pressed_field);
        if let Some(data) = data_of(&form) {
            self.send_files(panel, &data, pressed);
            return;
        }
        let mut fields = fields_of(&form);
        if form.method() == "get" {
            self.choose(&panel, fields);
            return;
        }
        fields.extend(pressed);
        self.send(panel, fields);
    }

    /// Another application, with the same call.
    fn choose(self, panel: &Element, mut fields: Fields) {
        if panel::is_sending(panel) {
            return;
        }
        let call = within(panel, FORM).and_then(|it| it.dyn_into().ok());
        fields.extend(call.iter().flat_map(fields_of));
        if let Some(operation) = closest(panel, OPERATION) {
            self.ask_for_form(operation, fields, "select");
        }
    }

    /// One at a time, as a call may be billed.
    fn send(self, panel: Element, fields: Fields) {
        if panel::is_sending(&panel) {
            return;
        }
        panel::show_sending(&panel);
        let api = self.api.get_value();
        let operation = panel.get_attribute("data-operation").unwrap_or_default();
        spawn_local(async move {
            let answer = send_call(api, operation, fields, self.locale).await;
            show_answer(&panel, answer);
        });
    }

    /// The same of a form with files, which goes as it is.
    fn send_files(self, panel: Element, data: &FormData, pressed: Option<(String, String)>) {
        if panel::is_sending(&panel) {
            return;
        }
        panel::show_sending(&panel);
        let operation = panel.get_attribute("data-operation").unwrap_or_default();
        let of_form = [
            self.api.get_value(),
            operation,
            self.locale.tag().to_owned(),
        ];
        let fields = OF_FORM.into_iter().map(str::to_owned).zip(of_form);
        for (name, value) in fields.chain(pressed) {
            let _ = data.append_with_str(&name, &value);
        }
        let data = MultipartData::from(data.clone());
        spawn_local(async move {
            let answer = send_form(data).await;
            show_answer(&panel, answer);
        });
    }
}

fn show_answer(panel: &Element, answer: Result<Sent, FunctionError>) {
    match answer {
        Ok(sent) => panel::show(panel, &sent),
        Err(error) => panel::show_failure(panel, error),
    }
}

/// To the page with the form, which says how to sign in, or what is wrong.
fn follow_link(operation: &Element) {
    let link = within(operation, LINK).and_then(|it| it.dyn_into().ok());
    if let Some::<HtmlAnchorElement>(link) = link {
        let _ = window().location().set_href(&link.href());
    }
}
