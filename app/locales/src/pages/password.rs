//! Choosing a password, the first one and any other.

texts! {
    first_title = { pt: "Crie sua senha", en: "Set your password", es: "Cree su contraseña" };
    first_lead = {
        pt: "É o último passo do cadastro. Você vai entrar com ela e com seu e-mail.",
        en: "This is the last step of signing up. You will sign in with it and your e-mail.",
        es: "Es el último paso del registro. Usted entrará con ella y con su correo.",
    };
    new_title = { pt: "Crie uma nova senha", en: "Set a new password", es: "Cree una contraseña nueva" };
    new_lead = {
        pt: "Ao salvar, a senha anterior deixa de valer e as outras sessões são encerradas.",
        en: "When you save it, the previous password stops working and your other sessions end.",
        es: "Al guardarla, la contraseña anterior deja de ser válida y se cierran las demás sesiones.",
    };
    change_title = { pt: "Trocar a senha", en: "Change your password", es: "Cambiar la contraseña" };
    account = { pt: "Conta", en: "Account", es: "Cuenta" };
    current = { pt: "Senha atual", en: "Current password", es: "Contraseña actual" };
    password = { pt: "Senha", en: "Password", es: "Contraseña" };
    new_password = { pt: "Nova senha", en: "New password", es: "Contraseña nueva" };
    confirmation = { pt: "Confirme sua senha", en: "Confirm your password", es: "Confirme su contraseña" };
    forgotten = { pt: "Esqueci minha senha", en: "I forgot my password", es: "Olvidé mi contraseña" };
}
