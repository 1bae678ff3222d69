//! The icons: one family, 24 by 24, drawn with the colour of the text around them.

use leptos::prelude::*;

use crate::islands::icons;

macro_rules! icons {
    ($($icon:ident = $paths:expr;)+) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Symbol { $($icon),+ }

        impl Symbol {
            const fn paths(self) -> &'static str {
                match self { $(Self::$icon => $paths),+ }
            }
        }
    };
}

icons! {
    ArrowRight = "<path d='M4.5 12h15M13 5.5l6.5 6.5-6.5 6.5'/>";
    ArrowLeft = "<path d='M19.5 12h-15M11 5.5 4.5 12l6.5 6.5'/>";
    Check = icons::CHECK;
    Alert = icons::ALERT;
    Info = "<circle cx='12' cy='12' r='8.75'/><path d='M12 11v5M12 7.75v.01'/>";
    Key = "<circle cx='8' cy='16' r='4.25'/><path d='m11 13 8.5-8.5M15.5 8.5l3 3M18 6l2 2'/>";
    Eye = icons::EYE;
    Mail = "<rect x='3' y='5.5' width='18' height='13' rx='2'/><path d='m3.5 7 8.5 6.5L20.5 7'/>";
    Phone = "<path d='M7.5 3.5h9a1.5 1.5 0 0 1 1.5 1.5v14a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 6 19V5a1.5 1.5 0 0 1 1.5-1.5zM10.5 17.5h3'/>";
    Link = "<path d='M10 5.5H6.5a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V14M13.5 4.5h6v6M19 5l-8.5 8.5'/>";
    User = "<circle cx='12' cy='8' r='3.75'/><path d='M4.5 20c.8-3.7 3.8-5.5 7.5-5.5s6.7 1.8 7.5 5.5'/>";
    Search = "<circle cx='10.75' cy='10.75' r='6.25'/><path d='m15.5 15.5 5 5'/>";
    Clock = "<circle cx='12' cy='12' r='8.5'/><path d='M12 7v5.25l3.5 2'/>";
    Logout = "<path d='M14 4.5H6.5a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2H14M10 12h10.5M16.5 8l4 4-4 4'/>";
    Menu = "<path d='M4 7h16M4 12h16M4 17h16'/>";
    ChevronDown = "<path d='m6 9.5 6 6 6-6'/>";
    Ticket = "<path d='M3 6.5h18v3.25a2.25 2.25 0 0 0 0 4.5v3.25H3v-3.25a2.25 2.25 0 0 0 0-4.5zM9.5 6.5v2M9.5 11v2M9.5 15.5v2'/>";
}

/// An icon beside words that say the same.
#[component]
pub fn Icon(symbol: Symbol) -> impl IntoView {
    icons::sign(symbol.paths())
}

/// An icon that stands alone above words.
#[component]
pub fn LargeIcon(symbol: Symbol) -> impl IntoView {
    view! { <svg class="icon icon--large" viewBox="0 0 24 24" aria-hidden="true" inner_html=symbol.paths()></svg> }
}
