//! The frame of every page.

texts! {
    skip_to_content = { pt: "Ir para o conteúdo", en: "Skip to content", es: "Ir al contenido" };
    main_menu = { pt: "Principal", en: "Main", es: "Principal" };
    menu = { pt: "Menu", en: "Menu", es: "Menú" };
    catalogue = { pt: "Catálogo de APIs", en: "API catalogue", es: "Catálogo de APIs" };
    my_applications = { pt: "Minhas Aplicações", en: "My applications", es: "Mis aplicaciones" };
    approvals = { pt: "Aprovações", en: "Approvals", es: "Aprobaciones" };
    support = { pt: "Suporte", en: "Support", es: "Soporte" };
    administration = { pt: "Administração", en: "Administration", es: "Administración" };
    sign_in = { pt: "Entrar", en: "Sign in", es: "Iniciar sesión" };
    sign_up = { pt: "Cadastre-se", en: "Sign up", es: "Regístrese" };
    sign_out = { pt: "Sair", en: "Sign out", es: "Cerrar sesión" };
    my_account = { pt: "Minha conta", en: "My account", es: "Mi cuenta" };
    mailbox = { pt: "Correio", en: "Mailbox", es: "Correo" };
    footer = { pt: "Rodapé", en: "Footer", es: "Pie de página" };
    doctor = { pt: "Diagnóstico da credencial", en: "Credential check-up", es: "Diagnóstico de la credencial" };
    status = { pt: "Situação do portal", en: "Portal status", es: "Estado del portal" };
    contact = { pt: "Fale conosco", en: "Contact us", es: "Contáctenos" };
    onboarding = { pt: "Onboarding", en: "Onboarding", es: "Onboarding" };
    questions = { pt: "Perguntas frequentes", en: "Frequently asked questions", es: "Preguntas frecuentes" };
    privacy = { pt: "Aviso de privacidade", en: "Privacy notice", es: "Aviso de privacidad" };
    terms = { pt: "Termos de uso", en: "Terms of use", es: "Términos de uso" };
    language = { pt: "Idioma", en: "Language", es: "Idioma" };
    portal_description(brand) = {
        pt: "{brand}: catálogo de APIs, documentação, acesso para empresas e credenciais.",
        en: "{brand}: API catalogue, documentation, access for companies, and credentials.",
        es: "{brand}: catálogo de APIs, documentación, acceso para empresas y credenciales.",
    };
    you_are_here = { pt: "Você está aqui", en: "You are here", es: "Usted está aquí" };
}
