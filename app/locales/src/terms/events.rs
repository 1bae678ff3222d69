//! The entries of the audit trail about an account.

texts! {
    account_registered = { pt: "Cadastro feito", en: "Registered", es: "Registro hecho" };
    link_used = { pt: "Link usado", en: "Link used", es: "Enlace usado" };
    password_set = { pt: "Senha definida", en: "Password set", es: "Contraseña definida" };
    signed_in = { pt: "Entrou na conta", en: "Signed in", es: "Inicio de sesión" };
    signed_out = { pt: "Saiu da conta", en: "Signed out", es: "Cierre de sesión" };
    sessions_ended = { pt: "Sessões encerradas", en: "Sessions ended", es: "Sesiones cerradas" };
    profile_changed = { pt: "Dados alterados", en: "Details changed", es: "Datos modificados" };
    roles_changed = { pt: "Papéis alterados", en: "Roles changed", es: "Roles modificados" };
    terms_accepted = { pt: "Termos aceitos", en: "Terms accepted", es: "Términos aceptados" };
    link_resent = { pt: "Link reenviado", en: "Link sent again", es: "Enlace reenviado" };
    reset_started = { pt: "Link de nova senha enviado", en: "Link for a new password sent", es: "Enlace de nueva contraseña enviado" };
    throttle_lifted = { pt: "Entrada liberada", en: "Sign-in unlocked", es: "Inicio de sesión desbloqueado" };
    other = { pt: "Outra ação", en: "Another action", es: "Otra acción" };
}
