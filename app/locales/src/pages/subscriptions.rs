//! What somebody is told of APIs by mail.

texts! {
    title = { pt: "Avisos por e-mail", en: "E-mail notifications", es: "Avisos por correo" };
    lead = {
        pt: "Versões novas, incidentes e encerramento das APIs que você usa ou acompanha.",
        en: "New versions, incidents and the end of the APIs that you use or follow.",
        es: "Versiones nuevas, incidentes y fin de las APIs que usted usa o sigue.",
    };
    choose = { pt: "Escolher os avisos", en: "Choose notifications", es: "Elegir los avisos" };
    follow = { pt: "Acompanhar esta API", en: "Follow this API", es: "Seguir esta API" };
    unfollow = { pt: "Deixar de acompanhar", en: "Stop following", es: "Dejar de seguir" };
    follow_of(api) = { pt: "Acompanhar: {api}", en: "Follow: {api}", es: "Seguir: {api}" };
    unfollow_of(api) = { pt: "Deixar de acompanhar: {api}", en: "Stop following: {api}", es: "Dejar de seguir: {api}" };
    follow_short = { pt: "Acompanhar", en: "Follow", es: "Seguir" };
    told = {
        pt: "Você recebe avisos por e-mail sobre esta API.",
        en: "You receive e-mail notifications about this API.",
        es: "Usted recibe avisos por correo sobre esta API.",
    };
    told_of_all = { pt: "Todos os avisos", en: "All notifications", es: "Todos los avisos" };
    told_of_end = { pt: "Só o encerramento", en: "Its end only", es: "Solo el fin" };
    told_of_nothing = { pt: "Nenhum aviso", en: "No notifications", es: "Ningún aviso" };
    used = { pt: "Você usa esta API", en: "You use this API", es: "Usted usa esta API" };
    end_always = {
        pt: "Você é sempre avisado do encerramento das APIs que usa.",
        en: "You are always told of the end of an API that you use.",
        es: "Del fin de una API que usted usa, siempre se le avisa.",
    };
    none_title = { pt: "Nenhuma API por enquanto", en: "No API yet", es: "Ninguna API por ahora" };
    none = {
        pt: "Pressione “Acompanhar esta API” na página de uma API, e ela aparece aqui.",
        en: "Press “Follow this API” on the page of an API, and it appears here.",
        es: "Pulse «Seguir esta API» en la página de una API y aparecerá aquí.",
    };
    void_title = { pt: "Este link não vale mais", en: "This link is no longer valid", es: "Este enlace ya no es válido" };
    void = {
        pt: "Entre no portal e escolha os avisos em Minha conta.",
        en: "Sign in and choose your notifications under My account.",
        es: "Inicie sesión y elija los avisos en Mi cuenta.",
    };
    followed_now = {
        pt: "Você será avisado por e-mail do que acontecer com esta API.",
        en: "You will be told by e-mail of what happens to this API.",
        es: "Se le avisará por correo de lo que ocurra con esta API.",
    };
    unfollowed_now = {
        pt: "Você não recebe mais esses avisos.",
        en: "You no longer receive these notifications.",
        es: "Usted ya no recibe esos avisos.",
    };
}
