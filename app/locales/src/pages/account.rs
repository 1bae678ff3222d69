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

    tokens = { pt: "Programas que agem em seu nome", en: "Programs that act in your name", es: "Programas que actúan en su nombre" };
    tokens_note = {
        pt: "Programas que você deixou agir, e tokens que a administração permitiu a outros. Encerre o que você não reconhece: o acesso acaba na hora.",
        en: "Programs that you let act, and tokens that an administrator allowed others. End what you do not recognise: its access stops at once.",
        es: "Programas que usted dejó actuar, y tokens que la administración permitió a otros. Cierre lo que no reconozca: el acceso termina enseguida.",
    };
    program_may(scopes) = { pt: "Pode usar: {scopes}", en: "It may use: {scopes}", es: "Puede usar: {scopes}" };
    program_since = { pt: "desde", en: "since", es: "desde" };
    program_used = { pt: "último uso em", en: "last used on", es: "último uso el" };
    program_unused = { pt: "ainda não usado", en: "not used yet", es: "todavía sin usar" };
    own_programs = { pt: "Programas que se registraram em seu nome", en: "Programs that registered themselves in your name", es: "Programas que se registraron en su nombre" };
    own_programs_note = {
        pt: "Cada um só pode pedir acesso a você, e não pode nada antes que você permita. Se você excluir um programa, os tokens dele acabam na hora.",
        en: "Each can ask nobody but you for access, and may do nothing before you allow it. If you delete a program, its tokens end at once.",
        es: "Cada uno puede pedirle acceso solo a usted, y no puede nada antes de que usted lo permita. Si elimina un programa, sus tokens terminan enseguida.",
    };
    own_program_may_ask(scopes) = { pt: "Pode pedir: {scopes}", en: "It may ask for: {scopes}", es: "Puede pedir: {scopes}" };
    own_program_registered = { pt: "registrado em", en: "registered on", es: "registrado el" };
    own_program_disabled = { pt: "desativado pela administração", en: "disabled by an administrator", es: "desactivado por la administración" };
    own_program_delete = { pt: "Excluir", en: "Delete", es: "Eliminar" };
    own_program_of(program) = { pt: "o programa {program}", en: "the program {program}", es: "el programa {program}" };
    register_program = { pt: "Registrar um programa", en: "Register a program", es: "Registrar un programa" };
    token_issued = { pt: "emitido em", en: "issued on", es: "emitido el" };
    token_until = { pt: "vale até", en: "good until", es: "vale hasta" };
    token_revoke = { pt: "Encerrar", en: "End", es: "Cerrar" };
    token_of(client) = { pt: "o acesso de {client}", en: "the access of {client}", es: "el acceso de {client}" };
}
