//! The page of the own account: details, password and sessions.

texts! {
    title = { pt: "Minha conta", en: "My account", es: "Mi cuenta" };
    profile = { pt: "Seus dados", en: "Your details", es: "Sus datos" };
    email = { pt: "E-mail", en: "E-mail", es: "Correo" };
    language = { pt: "Idioma", en: "Language", es: "Idioma" };
    language_hint = {
        pt: "Vale para as páginas e para os e-mails que enviamos a você.",
        en: "Used for the pages and for the e-mails we send you.",
        es: "Se usa en las páginas y en los correos que le enviamos.",
    };

    password = { pt: "Senha", en: "Password", es: "Contraseña" };
    password_note = {
        pt: "Ao trocar a senha, as outras sessões são encerradas.",
        en: "Changing the password ends your other sessions.",
        es: "Al cambiar la contraseña, se cierran las demás sesiones.",
    };
    change_password = { pt: "Trocar a senha", en: "Change password", es: "Cambiar la contraseña" };

    terms = { pt: "Termos e privacidade", en: "Terms and privacy", es: "Términos y privacidad" };

    sessions = { pt: "Sessões abertas", en: "Open sessions", es: "Sesiones abiertas" };
    sessions_note = {
        pt: "Onde sua conta está aberta. Se não reconhecer uma sessão, encerre-a e troque a senha.",
        en: "Where you are signed in. If you do not recognise a session, end it and change your password.",
        es: "Dónde está abierta su cuenta. Si no reconoce una sesión, ciérrela y cambie la contraseña.",
    };
    this_session = { pt: "esta sessão", en: "this session", es: "esta sesión" };
    last_seen = { pt: "Último acesso:", en: "Last seen:", es: "Último acceso:" };
    end = { pt: "Encerrar", en: "End", es: "Cerrar" };
    end_of(device) = { pt: "sessão de {device}", en: "session on {device}", es: "sesión en {device}" };
    end_others = {
        pt: "Encerrar as outras sessões",
        en: "End the other sessions",
        es: "Cerrar las demás sesiones",
    };
}
