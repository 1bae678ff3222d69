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
    second_factor_asked = { pt: "Senha certa; segundo fator pedido", en: "Right password; second factor asked for", es: "Contraseña correcta; segundo factor pedido" };
    factor_added = { pt: "Verificação em duas etapas ativada", en: "Two-step verification turned on", es: "Verificación en dos pasos activada" };
    factor_removed = { pt: "Segundo fator removido", en: "Second factor removed", es: "Segundo factor quitado" };
    recovery_codes_made = { pt: "Novos códigos de recuperação", en: "New recovery codes", es: "Nuevos códigos de recuperación" };
    recovery_code_used = { pt: "Código de recuperação usado", en: "Recovery code used", es: "Código de recuperación usado" };
    browser_trusted = { pt: "Navegador marcado como de confiança", en: "Browser trusted", es: "Navegador marcado como de confianza" };
    browser_forgotten = { pt: "Navegador volta a pedir o código", en: "Browser asks for the code again", es: "El navegador vuelve a pedir el código" };
    factor_removal_asked = { pt: "Remoção da verificação em duas etapas pedida", en: "Removal of two-step verification asked for", es: "Eliminación de la verificación en dos pasos pedida" };
    factor_removal_withdrawn = { pt: "Pedido de remoção retirado", en: "Removal withdrawn", es: "Petición de eliminación retirada" };
    factors_removed_by_staff = { pt: "Verificação em duas etapas removida pela equipe", en: "Two-step verification removed by staff", es: "Verificación en dos pasos quitada por el equipo" };
    other = { pt: "Outra ação", en: "Another action", es: "Otra acción" };
}
