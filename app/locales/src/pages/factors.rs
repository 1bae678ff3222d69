//! Two-step verification: the page of a person's second factors, and the one of a sign-in that asks
//! for them.

texts! {
    title = { pt: "Verificação em duas etapas", en: "Two-step verification", es: "Verificación en dos pasos" };
    lead = {
        pt: "Com ela, saber sua senha não basta para entrar na sua conta: é preciso também um código do seu celular.",
        en: "With it, knowing your password is not enough to get into your account: it also takes a code from your phone.",
        es: "Con ella, saber su contraseña no basta para entrar en su cuenta: también se necesita un código de su teléfono.",
    };
    manage = { pt: "Gerenciar", en: "Manage", es: "Gestionar" };
    on_since = { pt: "Ativa desde", en: "On since", es: "Activa desde" };
    off = { pt: "Desativada", en: "Off", es: "Desactivada" };
    required_title = {
        pt: "Sua função exige a verificação em duas etapas",
        en: "Your role requires two-step verification",
        es: "Su función exige la verificación en dos pasos",
    };
    required = {
        pt: "Adicione um aplicativo autenticador ou uma chave de acesso. Até lá, as páginas da equipe ficam fechadas para você.",
        en: "Add an authenticator app or a passkey. Until then, the staff pages stay closed to you.",
        es: "Agregue una aplicación de autenticación o una clave de acceso. Hasta entonces, las páginas del equipo permanecen cerradas para usted.",
    };

    app = { pt: "Aplicativo autenticador", en: "Authenticator app", es: "Aplicación de autenticación" };
    app_note = {
        pt: "Um aplicativo no celular, como Google Authenticator, Microsoft Authenticator ou Aegis, mostra um código que muda a cada 30 segundos.",
        en: "An app on your phone, such as Google Authenticator, Microsoft Authenticator or Aegis, shows a code that changes every 30 seconds.",
        es: "Una aplicación en su teléfono, como Google Authenticator, Microsoft Authenticator o Aegis, muestra un código que cambia cada 30 segundos.",
    };
    app_since = { pt: "Adicionado em", en: "Added on", es: "Agregada el" };
    app_add = { pt: "Adicionar aplicativo", en: "Add an app", es: "Agregar aplicación" };
    app_remove = { pt: "Remover aplicativo", en: "Remove the app", es: "Quitar la aplicación" };
    app_to_add = {
        pt: "Em seguida, você lê o código QR com o aplicativo.",
        en: "Next you scan the QR code with the app.",
        es: "A continuación, lee el código QR con la aplicación.",
    };
    app_to_remove = {
        pt: "Sem o aplicativo, a senha volta a bastar para entrar, e os códigos de recuperação deixam de valer.",
        en: "Without the app, your password alone signs you in again, and the recovery codes stop working.",
        es: "Sin la aplicación, la contraseña vuelve a bastar para iniciar sesión y los códigos de recuperación dejan de servir.",
    };
    app_to_remove_beside = {
        pt: "A verificação continua ativa com suas chaves de acesso.",
        en: "Verification stays on with your passkeys.",
        es: "La verificación sigue activa con sus claves de acceso.",
    };
    scan = { pt: "1. Leia o código QR", en: "1. Scan the QR code", es: "1. Lea el código QR" };
    scan_note = {
        pt: "Abra o aplicativo autenticador, escolha adicionar uma conta e aponte a câmera para a imagem.",
        en: "Open the authenticator app, choose to add an account and point the camera at the picture.",
        es: "Abra la aplicación de autenticación, elija agregar una cuenta y apunte la cámara a la imagen.",
    };
    qr = { pt: "Código QR para o aplicativo autenticador", en: "QR code for the authenticator app", es: "Código QR para la aplicación de autenticación" };
    by_hand = {
        pt: "Sem câmera? Digite esta chave no aplicativo:",
        en: "No camera? Type this key into the app:",
        es: "¿Sin cámara? Escriba esta clave en la aplicación:",
    };
    secret = { pt: "Chave do aplicativo", en: "Key for the app", es: "Clave de la aplicación" };
    open_app = { pt: "Abrir no aplicativo deste aparelho", en: "Open in the app on this device", es: "Abrir en la aplicación de este dispositivo" };
    prove = { pt: "2. Digite o código que ele mostra", en: "2. Enter the code it shows", es: "2. Escriba el código que muestra" };
    code = { pt: "Código de 6 dígitos", en: "6-digit code", es: "Código de 6 dígitos" };
    code_wrong = {
        pt: "O código não confere ou já foi usado. Espere o próximo e confira a hora do celular.",
        en: "The code does not match or was already used. Wait for the next one, and check the clock of your phone.",
        es: "El código no coincide o ya se usó. Espere el siguiente y revise la hora del teléfono.",
    };
    confirm = { pt: "Ativar", en: "Turn on", es: "Activar" };

    passkeys = { pt: "Chaves de acesso (passkeys)", en: "Passkeys", es: "Claves de acceso (passkeys)" };
    passkeys_note = {
        pt: "Uma chave fica no seu aparelho ou gerenciador de senhas e abre com digital, rosto ou PIN. Com ela você entra sem senha.",
        en: "A passkey stays in your device or password manager and opens with your fingerprint, face or PIN. It signs you in without a password.",
        es: "Una clave queda en su dispositivo o gestor de contraseñas y se abre con huella, rostro o PIN. Con ella inicia sesión sin contraseña.",
    };
    passkey_add = { pt: "Adicionar chave de acesso", en: "Add a passkey", es: "Agregar clave de acceso" };
    passkey_make = { pt: "Criar chave", en: "Create passkey", es: "Crear clave" };
    passkey_name = { pt: "Nome da chave", en: "Name of the passkey", es: "Nombre de la clave" };
    passkey_name_hint = { pt: "Para reconhecê-la depois, como “Celular”.", en: "To recognise it later, such as “Phone”.", es: "Para reconocerla después, como «Teléfono»." };
    passkey_since = { pt: "Adicionada em", en: "Added on", es: "Agregada el" };
    passkey_most(count) = {
        pt: "Sua conta já tem {count} chaves, o máximo. Para adicionar outra, remova uma.",
        en: "Your account has {count} passkeys, the most it can have. To add another, remove one.",
        es: "Su cuenta ya tiene {count} claves, el máximo. Para agregar otra, quite una.",
    };
    passkey_used = { pt: "último uso em", en: "last used on", es: "último uso el" };
    passkey_remove = { pt: "Remover", en: "Remove", es: "Quitar" };
    passkey_of(name) = { pt: "a chave {name}", en: "the passkey {name}", es: "la clave {name}" };
    passkey_to_add = { pt: "Em seguida, você cria a chave.", en: "Next you create the passkey.", es: "A continuación, crea la clave." };
    passkey_to_remove = { pt: "A chave deixa de valer na hora.", en: "The passkey stops working at once.", es: "La clave deja de servir enseguida." };
    passkey_last_to_remove = {
        pt: "É seu único segundo fator: sem a chave, a senha volta a bastar para entrar, e os códigos de recuperação deixam de valer.",
        en: "It is your only second factor: without the passkey, your password alone signs you in again, and the recovery codes stop working.",
        es: "Es su único segundo factor: sin la clave, la contraseña vuelve a bastar para iniciar sesión y los códigos de recuperación dejan de servir.",
    };
    passkey_use = { pt: "Usar chave de acesso", en: "Use a passkey", es: "Usar clave de acceso" };
    passkey_sign_in = { pt: "Entrar com chave de acesso", en: "Sign in with a passkey", es: "Iniciar sesión con clave de acceso" };
    passkey_failed = { pt: "A chave não foi usada. Tente de novo ou siga de outro modo.", en: "The passkey was not used. Try again, or go on another way.", es: "No se usó la clave. Inténtelo de nuevo o siga de otro modo." };
    passkey_script = { pt: "Chaves de acesso precisam de JavaScript.", en: "Passkeys need JavaScript.", es: "Las claves de acceso necesitan JavaScript." };
    passkey_refused_title = { pt: "A chave não foi aceita", en: "The passkey was not accepted", es: "La clave no fue aceptada" };
    passkey_refused = {
        pt: "Ela não é de nenhuma conta daqui, ou o pedido expirou. Tente de novo ou entre com a senha.",
        en: "It belongs to no account here, or the request expired. Try again, or sign in with your password.",
        es: "No es de ninguna cuenta de aquí, o la petición caducó. Inténtelo de nuevo o inicie sesión con la contraseña.",
    };
    passkey_added_now = { pt: "Chave adicionada.", en: "The passkey was added.", es: "Clave agregada." };
    passkey_removed_now = { pt: "Chave removida.", en: "The passkey was removed.", es: "Clave quitada." };
    codes = { pt: "Códigos de recuperação", en: "Recovery codes", es: "Códigos de recuperación" };
    codes_note = {
        pt: "Para entrar sem o celular. Cada um vale uma vez.",
        en: "To sign in without your phone. Each works once.",
        es: "Para iniciar sesión sin el teléfono. Cada uno sirve una vez.",
    };
    codes_left(count) = { pt: "Códigos que restam: {count}", en: "Codes left: {count}", es: "Códigos restantes: {count}" };
    codes_make = { pt: "Criar novos códigos", en: "Make new codes", es: "Crear códigos nuevos" };
    codes_to_make = {
        pt: "Os códigos anteriores deixam de valer assim que os novos aparecerem.",
        en: "The earlier codes stop working as soon as the new ones appear.",
        es: "Los códigos anteriores dejan de servir en cuanto aparezcan los nuevos.",
    };
    codes_title = { pt: "Guarde seus códigos de recuperação", en: "Keep your recovery codes", es: "Guarde sus códigos de recuperación" };
    codes_once_title = { pt: "Só aparecem agora", en: "They appear only now", es: "Solo aparecen ahora" };
    codes_once = {
        pt: "Imprima ou guarde em um gerenciador de senhas. Sem o celular e sem eles, só o suporte pode liberar sua conta.",
        en: "Print them or keep them in a password manager. Without your phone and without them, only support can open your account.",
        es: "Imprímalos o guárdelos en un gestor de contraseñas. Sin el teléfono y sin ellos, solo el soporte puede abrir su cuenta.",
    };
    codes_kept = { pt: "Já guardei", en: "I have kept them", es: "Ya los guardé" };

    browsers = { pt: "Navegadores de confiança", en: "Trusted browsers", es: "Navegadores de confianza" };
    browsers_note = {
        pt: "Neles, por 30 dias, basta a senha. Trocar a senha tira a confiança de todos.",
        en: "In these, the password is enough for 30 days. Changing your password ends the trust in all of them.",
        es: "En ellos, durante 30 días, basta la contraseña. Al cambiar la contraseña, todos pierden la confianza.",
    };
    browsers_none = { pt: "Nenhum.", en: "None.", es: "Ninguno." };
    browser_current = { pt: "este navegador", en: "this browser", es: "este navegador" };
    browser_until = { pt: "até", en: "until", es: "hasta" };
    browser_forget = { pt: "Pedir o código de novo", en: "Ask for the code again", es: "Volver a pedir el código" };
    browser_of(device) = { pt: "em {device}", en: "on {device}", es: "en {device}" };

    ask_title = { pt: "Confirme que é você", en: "Confirm it is you", es: "Confirme que es usted" };
    ask_lead = {
        pt: "A senha está certa. Agora digite o código do seu aplicativo autenticador.",
        en: "The password is right. Now enter the code from your authenticator app.",
        es: "La contraseña es correcta. Ahora escriba el código de su aplicación de autenticación.",
    };
    ask_lead_passkey = {
        pt: "A senha está certa. Agora use sua chave de acesso ou um código de recuperação.",
        en: "The password is right. Now use your passkey or a recovery code.",
        es: "La contraseña es correcta. Ahora use su clave de acceso o un código de recuperación.",
    };
    ask_lead_both = {
        pt: "A senha está certa. Agora digite o código do seu aplicativo autenticador ou use sua chave de acesso.",
        en: "The password is right. Now enter the code from your authenticator app or use your passkey.",
        es: "La contraseña es correcta. Ahora escriba el código de su aplicación de autenticación o use su clave de acceso.",
    };
    ask_submit = { pt: "Continuar", en: "Continue", es: "Continuar" };
    recovery_code = { pt: "Código de recuperação", en: "Recovery code", es: "Código de recuperación" };
    recovery_hint = {
        pt: "10 letras e números, como a3k9m-x2p7q.",
        en: "10 letters and digits, as in a3k9m-x2p7q.",
        es: "10 letras y números, como a3k9m-x2p7q.",
    };
    use_recovery = { pt: "Sem o celular? Use um código de recuperação", en: "No phone? Use a recovery code", es: "¿Sin el teléfono? Use un código de recuperación" };
    contact = { pt: "Fale conosco", en: "Contact us", es: "Contáctenos" };
    trust = {
        pt: "Confiar neste navegador por 30 dias",
        en: "Trust this browser for 30 days",
        es: "Confiar en este navegador durante 30 días",
    };
    trust_hint = {
        pt: "Só em um aparelho que é seu.",
        en: "Only on a device of your own.",
        es: "Solo en un dispositivo propio.",
    };
    lost = {
        pt: "Perdeu o celular e os códigos de recuperação? Escreva para o suporte: duas pessoas da equipe podem liberar sua conta.",
        en: "Lost your phone and your recovery codes? Write to support: two members of staff can open your account.",
        es: "¿Perdió el teléfono y los códigos de recuperación? Escriba al soporte: dos personas del equipo pueden abrir su cuenta.",
    };
    start_again = { pt: "Entrar com outra conta", en: "Sign in with another account", es: "Iniciar sesión con otra cuenta" };

    or_code = {
        pt: "Se você usa um aplicativo autenticador, pode digitar o código dele em vez da senha.",
        en: "If you use an authenticator app, you can enter its code instead of the password.",
        es: "Si usa una aplicación de autenticación, puede escribir su código en lugar de la contraseña.",
    };

    support_fact = { pt: "Verificação em duas etapas", en: "Two-step verification", es: "Verificación en dos pasos" };
    support_since(at) = { pt: "desde {at}", en: "since {at}", es: "desde {at}" };
    support_off = { pt: "desativada", en: "off", es: "desactivada" };
    removal = { pt: "Remover a verificação em duas etapas", en: "Remove two-step verification", es: "Quitar la verificación en dos pasos" };
    removal_hint = {
        pt: "Para quem perdeu o celular e os códigos de recuperação. Confirme por outro meio que é a própria pessoa: outra pessoa da equipe precisa concordar, e o dono da conta é avisado.",
        en: "For those who lost their phone and recovery codes. Make sure by other means that it is really them: another member of staff must agree, and the owner of the account is told.",
        es: "Para quien perdió el teléfono y los códigos de recuperación. Compruebe por otro medio que es la propia persona: otra persona del equipo debe estar de acuerdo, y se avisa al dueño de la cuenta.",
    };
    removal_reason = { pt: "Motivo", en: "Reason", es: "Motivo" };
    removal_reason_hint = {
        pt: "Como você confirmou quem é. A segunda pessoa lê isto.",
        en: "How you made sure who it is. The second person reads this.",
        es: "Cómo comprobó quién es. La segunda persona lo lee.",
    };
    removal_ask = { pt: "Pedir a remoção", en: "Ask for the removal", es: "Pedir la eliminación" };
    removal_waiting = { pt: "Remoção à espera de uma segunda pessoa", en: "Removal waiting for a second person", es: "Eliminación a la espera de una segunda persona" };
    removal_of_yours = {
        pt: "O suporte pediu para remover seus segundos fatores. Se não foi a seu pedido, cancele e troque a senha.",
        en: "Support has asked to remove your second factors. If that was not at your request, cancel it and change your password.",
        es: "El soporte pidió quitar sus segundos factores. Si no fue a petición suya, cancélelo y cambie la contraseña.",
    };
    removal_cancel = { pt: "Cancelar a remoção", en: "Cancel the removal", es: "Cancelar la eliminación" };
    removal_asked(who, at) = {
        pt: "Pedida por {who} em {at}.",
        en: "Asked for by {who} on {at}.",
        es: "Pedida por {who} el {at}.",
    };
    removal_until(at) = { pt: "Vale até {at}.", en: "Good until {at}.", es: "Vale hasta {at}." };
    removal_confirm = { pt: "Confirmar a remoção", en: "Confirm the removal", es: "Confirmar la eliminación" };
    removal_to_confirm = {
        pt: "A verificação em duas etapas é removida e as sessões da pessoa são encerradas.",
        en: "Two-step verification is removed and the person’s sessions end.",
        es: "Se quita la verificación en dos pasos y se cierran las sesiones de la persona.",
    };
    removal_withdraw = { pt: "Desistir", en: "Withdraw", es: "Desistir" };
    removal_second = {
        pt: "Outra pessoa da equipe precisa confirmar; para a conta de um administrador, outro administrador do suporte.",
        en: "Another member of staff must confirm it; for the account of an administrator, another administrator in support.",
        es: "Otra persona del equipo debe confirmarlo; para la cuenta de un administrador, otro administrador del soporte.",
    };

    app_removed_now = { pt: "Aplicativo removido.", en: "The app was removed.", es: "Aplicación quitada." };
    app_there = { pt: "Sua conta já tem um aplicativo.", en: "Your account has an app already.", es: "Su cuenta ya tiene una aplicación." };
    over_now = { pt: "Isso já não vale mais. Comece de novo.", en: "That is no longer valid. Start again.", es: "Eso ya no vale. Empiece de nuevo." };
    browser_forgotten_now = { pt: "O navegador volta a pedir o código.", en: "The browser asks for the code again.", es: "El navegador vuelve a pedir el código." };
    required_now = {
        pt: "Para abrir as páginas da equipe, ative antes a verificação em duas etapas.",
        en: "To open the staff pages, turn on two-step verification first.",
        es: "Para abrir las páginas del equipo, active antes la verificación en dos pasos.",
    };
    removal_asked_now = { pt: "Remoção pedida. Falta uma segunda pessoa.", en: "Removal asked for. A second person must confirm it.", es: "Eliminación pedida. Falta una segunda persona." };
    removal_confirmed_now = { pt: "Verificação em duas etapas removida.", en: "Two-step verification was removed.", es: "Verificación en dos pasos quitada." };
    removal_withdrawn_now = { pt: "O pedido de remoção foi retirado.", en: "The removal was withdrawn.", es: "Se retiró la petición de eliminación." };
    removal_second_now = { pt: "Outra pessoa precisa confirmar.", en: "Another person must confirm it.", es: "Otra persona debe confirmarlo." };
    removal_over_now = { pt: "Não há o que remover.", en: "There is nothing to remove.", es: "No hay nada que quitar." };
}
