//! Mails about an account: its links, its password and its roles.

texts! {
    registration_subject = {
        pt: "Confirme seu e-mail e crie sua senha",
        en: "Confirm your e-mail address and set your password",
        es: "Confirme su correo y cree su contraseña",
    };
    registration_heading = {
        pt: "Confirme seu e-mail",
        en: "Confirm your e-mail address",
        es: "Confirme su correo",
    };
    registration_intro(brand) = {
        pt: "Alguém se cadastrou no portal {brand} com este endereço. Para confirmar que ele é seu, abra a página abaixo e pressione Entrar. Em seguida, você cria sua senha.",
        en: "Someone signed up for {brand} with this address. To confirm that it is yours, open the page below and press Sign in. You will then set your password.",
        es: "Alguien se registró en {brand} con esta dirección. Para confirmar que es suya, abra la página de abajo y pulse Iniciar sesión. A continuación, cree su contraseña.",
    };
    registration_button = {
        pt: "Confirmar e criar senha",
        en: "Confirm and set password",
        es: "Confirmar y crear contraseña",
    };
    registration_not_you = {
        pt: "Se não foi você, ignore esta mensagem: sem a confirmação, ninguém entra com este endereço.",
        en: "If this was not you, ignore this message: without the confirmation, nobody can sign in with this address.",
        es: "Si no fue usted, ignore este mensaje: sin la confirmación, nadie entra con esta dirección.",
    };

    reset_subject = {
        pt: "Crie uma nova senha",
        en: "Set a new password",
        es: "Cree una contraseña nueva",
    };
    reset_intro(brand) = {
        pt: "Recebemos um pedido de nova senha para sua conta no portal {brand}. Para criá-la, abra a página abaixo e pressione Entrar.",
        en: "We received a request for a new password for your {brand} account. To set it, open the page below and press Sign in.",
        es: "Recibimos una solicitud de contraseña nueva para su cuenta en {brand}. Para crearla, abra la página de abajo y pulse Iniciar sesión.",
    };
    reset_button = {
        pt: "Criar nova senha",
        en: "Set new password",
        es: "Crear contraseña nueva",
    };
    reset_not_you = {
        pt: "Se não foi você, ignore esta mensagem: sua senha continua a mesma.",
        en: "If this was not you, ignore this message: your password stays as it is.",
        es: "Si no fue usted, ignore este mensaje: su contraseña sigue siendo la misma.",
    };

    registered_subject = {
        pt: "Você já tem uma conta",
        en: "You already have an account",
        es: "Usted ya tiene una cuenta",
    };
    registered_intro(brand) = {
        pt: "Alguém se cadastrou no portal {brand} com este endereço, que já tem uma conta. Se foi você, é só entrar com sua senha.",
        en: "Someone signed up for {brand} with this address, which already has an account. If it was you, just sign in with your password.",
        es: "Alguien se registró en {brand} con esta dirección, que ya tiene una cuenta. Si fue usted, solo tiene que iniciar sesión con su contraseña.",
    };
    registered_button = { pt: "Entrar", en: "Sign in", es: "Iniciar sesión" };
    registered_forgotten = {
        pt: "Esqueceu a senha? Crie outra aqui:",
        en: "Forgot your password? Set a new one here:",
        es: "¿Olvidó su contraseña? Cree otra aquí:",
    };
    registered_not_you = {
        pt: "Se não foi você, ignore esta mensagem: nada mudou na sua conta.",
        en: "If this was not you, ignore this message: nothing has changed in your account.",
        es: "Si no fue usted, ignore este mensaje: nada cambió en su cuenta.",
    };

    roles_subject = {
        pt: "Seus papéis mudaram",
        en: "Your roles have changed",
        es: "Sus roles cambiaron",
    };
    roles_intro(brand) = {
        pt: "A administração do portal {brand} mudou o que sua conta pode fazer. A mudança já está em vigor.",
        en: "An administrator of {brand} changed what your account may do. The change is already in effect.",
        es: "La administración de {brand} cambió lo que su cuenta puede hacer. El cambio ya está en vigor.",
    };
    roles_before(roles) = { pt: "Antes: {roles}.", en: "Before: {roles}.", es: "Antes: {roles}." };
    roles_after(roles) = { pt: "Agora: {roles}.", en: "Now: {roles}.", es: "Ahora: {roles}." };
    roles_button = { pt: "Abrir o portal", en: "Open the portal", es: "Abrir el portal" };
    roles_none = { pt: "nenhum papel", en: "no role", es: "ningún rol" };
    roles_unexpected = {
        pt: "Se você não esperava por isso, avise a administração.",
        en: "If you did not expect this, tell an administrator.",
        es: "Si no lo esperaba, avise a la administración.",
    };

    client_subject(client) = {
        pt: "{client}: um programa em seu nome",
        en: "{client}: a program in your name",
        es: "{client}: un programa en su nombre",
    };
    client_intro(brand) = {
        pt: "A administração do portal {brand} mudou algo em um programa que age em seu nome.",
        en: "An administrator of {brand} changed something about a program that acts in your name.",
        es: "La administración de {brand} cambió algo en un programa que actúa en su nombre.",
    };
    client_registered(client) = {
        pt: "O programa “{client}” foi registrado.",
        en: "The program “{client}” was registered.",
        es: "Se registró el programa «{client}».",
    };
    client_own_intro(brand) = {
        pt: "Um programa se registrou no portal {brand} com um token inicial que você criou em Minha conta.",
        en: "A program registered itself with {brand}, with an initial access token that you made under My account.",
        es: "Un programa se registró en {brand} con un token inicial que usted creó en Mi cuenta.",
    };
    client_own_registered(client) = {
        pt: "O programa “{client}” só pode pedir acesso a você, e não pode nada antes que você permita.",
        en: "The program “{client}” can ask nobody but you for access, and may do nothing before you allow it.",
        es: "El programa «{client}» puede pedirle acceso solo a usted, y no puede nada antes de que usted lo permita.",
    };
    client_own_unexpected = {
        pt: "Se não foi você, exclua o programa em Minha conta e troque a senha.",
        en: "If this was not you, delete the program under My account and change your password.",
        es: "Si no fue usted, elimine el programa en Mi cuenta y cambie la contraseña.",
    };
    client_approved(client) = {
        pt: "O registro do programa “{client}” foi aprovado: ele já pode obter tokens.",
        en: "The registration of the program “{client}” was approved: it can get tokens now.",
        es: "Se aprobó el registro del programa «{client}»: ya puede obtener tokens.",
    };
    client_secret_changed(client) = {
        pt: "O segredo do programa “{client}” foi trocado.",
        en: "The secret of the program “{client}” was changed.",
        es: "Se cambió el secreto del programa «{client}».",
    };
    client_disabled(client) = {
        pt: "O programa “{client}” foi desativado: os tokens dele deixaram de valer.",
        en: "The program “{client}” was disabled: its tokens are no longer valid.",
        es: "Se desactivó el programa «{client}»: sus tokens ya no son válidos.",
    };
    client_enabled(client) = {
        pt: "O programa “{client}” foi ativado outra vez.",
        en: "The program “{client}” was enabled again.",
        es: "Se volvió a activar el programa «{client}».",
    };
    client_deleted(client) = {
        pt: "O programa “{client}” foi excluído: os tokens dele deixaram de valer.",
        en: "The program “{client}” was deleted: its tokens are no longer valid.",
        es: "Se eliminó el programa «{client}»: sus tokens ya no son válidos.",
    };

    program_subject(program) = {
        pt: "{program} passou a agir em seu nome",
        en: "{program} now acts in your name",
        es: "{program} ahora actúa en su nombre",
    };
    program_intro(program) = {
        pt: "Você autorizou o programa “{program}” a agir em seu nome, e ele já recebeu acesso.",
        en: "You allowed the program “{program}” to act in your name, and it has been given access.",
        es: "Usted autorizó al programa «{program}» a actuar en su nombre, y ya recibió acceso.",
    };
    program_may = { pt: "Pode usar", en: "It may use", es: "Puede usar" };
    program_until = { pt: "Até", en: "Until", es: "Hasta" };
    program_unexpected = {
        pt: "Se não foi você, encerre o acesso em Minha conta e troque a senha. Lá também é possível encerrá-lo a qualquer momento.",
        en: "If this was not you, end its access under My account and change your password. You can also end it there at any time.",
        es: "Si no fue usted, cierre el acceso en Mi cuenta y cambie la contraseña. Allí también puede cerrarlo en cualquier momento.",
    };
    program_button = { pt: "Ver os programas", en: "See the programs", es: "Ver los programas" };

    new_sign_in_subject = {
        pt: "Entraram na sua conta com outro navegador",
        en: "Sign-in to your account with another browser",
        es: "Inicio de sesión en su cuenta con otro navegador",
    };
    new_sign_in_intro(brand) = {
        pt: "Alguém entrou na sua conta no portal {brand} com um navegador que você ainda não tinha usado aqui.",
        en: "Someone signed in to your {brand} account with a browser that you had not used here before.",
        es: "Alguien inició sesión en su cuenta de {brand} con un navegador que usted aún no había usado aquí.",
    };
    new_sign_in_at(at) = { pt: "Quando: {at}.", en: "When: {at}.", es: "Cuándo: {at}." };
    new_sign_in_address(address) = {
        pt: "Endereço de rede: {address}.",
        en: "Network address: {address}.",
        es: "Dirección de red: {address}.",
    };
    new_sign_in_you = {
        pt: "Se foi você, não precisa fazer nada.",
        en: "If it was you, there is nothing to do.",
        es: "Si fue usted, no tiene que hacer nada.",
    };
    new_sign_in_not_you = {
        pt: "Se não foi você, crie outra senha agora: isso encerra todas as sessões abertas.",
        en: "If it was not you, set another password now: that ends every open session.",
        es: "Si no fue usted, cree otra contraseña ahora: eso cierra todas las sesiones abiertas.",
    };

    factor_subject = {
        pt: "A verificação em duas etapas da sua conta mudou",
        en: "Two-step verification of your account has changed",
        es: "La verificación en dos pasos de su cuenta cambió",
    };
    factor_removal_subject = {
        pt: "O suporte pediu a remoção da sua verificação em duas etapas",
        en: "Support asked to remove your two-step verification",
        es: "El soporte pidió quitar su verificación en dos pasos",
    };
    factor_app_added(brand) = {
        pt: "Um aplicativo autenticador foi adicionado à sua conta no portal {brand}. A partir de agora, para entrar, é preciso também um código dele.",
        en: "An authenticator app was added to your {brand} account. From now on, signing in also takes a code from it.",
        es: "Se agregó una aplicación de autenticación a su cuenta de {brand}. A partir de ahora, para iniciar sesión también se necesita un código de ella.",
    };
    factor_app_removed(brand) = {
        pt: "O aplicativo autenticador foi removido da sua conta no portal {brand}. Os códigos dele não valem mais.",
        en: "The authenticator app was removed from your {brand} account. Its codes no longer work.",
        es: "Se quitó la aplicación de autenticación de su cuenta de {brand}. Sus códigos ya no sirven.",
    };
    factor_passkey_added(brand) = {
        pt: "Uma chave de acesso (passkey) foi adicionada à sua conta no portal {brand}. Com ela é possível entrar sem senha.",
        en: "A passkey was added to your {brand} account. It can sign in without a password.",
        es: "Se agregó una clave de acceso (passkey) a su cuenta de {brand}. Con ella se puede iniciar sesión sin contraseña.",
    };
    factor_passkey_removed(brand) = {
        pt: "Uma chave de acesso (passkey) foi removida da sua conta no portal {brand}. Ela não vale mais.",
        en: "A passkey was removed from your {brand} account. It no longer works.",
        es: "Se quitó una clave de acceso (passkey) de su cuenta de {brand}. Ya no sirve.",
    };
    factor_codes_made(brand) = {
        pt: "Novos códigos de recuperação foram criados para sua conta no portal {brand}. Os anteriores não valem mais.",
        en: "New recovery codes were made for your {brand} account. The earlier ones no longer work.",
        es: "Se crearon nuevos códigos de recuperación para su cuenta de {brand}. Los anteriores ya no sirven.",
    };
    factor_code_used(brand) = {
        pt: "Um código de recuperação foi usado para entrar na sua conta no portal {brand}. Ele não vale mais.",
        en: "A recovery code was used to sign in to your {brand} account. It no longer works.",
        es: "Se usó un código de recuperación para iniciar sesión en su cuenta de {brand}. Ya no sirve.",
    };
    factor_removal_asked(brand) = {
        pt: "O suporte do portal {brand} pediu que a verificação em duas etapas da sua conta seja removida. Isso só acontece se uma segunda pessoa da equipe confirmar.",
        en: "Support at {brand} asked that two-step verification be removed from your account. This happens only if a second member of staff confirms it.",
        es: "El soporte de {brand} pidió que se quite la verificación en dos pasos de su cuenta. Esto solo ocurre si una segunda persona del equipo lo confirma.",
    };
    factor_removal_withdrawn(brand) = {
        pt: "O suporte do portal {brand} desistiu de remover a verificação em duas etapas da sua conta. Ela continua como estava.",
        en: "Support at {brand} will not remove two-step verification from your account after all. It stays as it was.",
        es: "El soporte de {brand} desistió de quitar la verificación en dos pasos de su cuenta. Sigue como estaba.",
    };
    factor_removed_by_staff(brand) = {
        pt: "A verificação em duas etapas da sua conta no portal {brand} foi removida pela equipe, e as sessões abertas foram encerradas. Para entrar, basta agora a senha.",
        en: "Staff removed two-step verification from your {brand} account and ended its open sessions. Your password alone now signs you in.",
        es: "El equipo quitó la verificación en dos pasos de su cuenta de {brand} y cerró las sesiones abiertas. Ahora basta la contraseña para iniciar sesión.",
    };
    factor_unexpected = {
        pt: "Se não foi você, crie outra senha agora e confira a verificação em duas etapas em Minha conta.",
        en: "If this was not you, set another password now and check two-step verification under My account.",
        es: "Si no fue usted, cree otra contraseña ahora y revise la verificación en dos pasos en Mi cuenta.",
    };
    factor_removal_unexpected = {
        pt: "Se você não pediu isso, entre na sua conta com seu segundo fator: isso cancela a remoção. Depois troque a senha.",
        en: "If you did not ask for this, sign in with your second factor: that cancels the removal. Then change your password.",
        es: "Si usted no lo pidió, inicie sesión con su segundo factor: eso cancela la eliminación. Después cambie la contraseña.",
    };
    factor_add_again = {
        pt: "Adicione a verificação em duas etapas de novo assim que entrar. Se você não pediu a remoção, crie outra senha e avise a administração.",
        en: "Add two-step verification again as soon as you sign in. If you did not ask for the removal, set another password and tell an administrator.",
        es: "Vuelva a agregar la verificación en dos pasos en cuanto inicie sesión. Si no pidió la eliminación, cree otra contraseña y avise a la administración.",
    };

    password_subject = {
        pt: "Sua senha foi alterada",
        en: "Your password was changed",
        es: "Se cambió su contraseña",
    };
    password_intro(brand) = {
        pt: "A senha da sua conta no portal {brand} acaba de ser alterada. As outras sessões foram encerradas e os links enviados antes deixaram de valer.",
        en: "The password for your {brand} account has just been changed. Your other sessions were ended, and links sent earlier are no longer valid.",
        es: "Se acaba de cambiar la contraseña de su cuenta en {brand}. Se cerraron las demás sesiones y los enlaces enviados antes ya no son válidos.",
    };
    password_you = {
        pt: "Se foi você, não precisa fazer nada.",
        en: "If it was you, there is nothing to do.",
        es: "Si fue usted, no tiene que hacer nada.",
    };
    password_not_you = {
        pt: "Se não foi você, crie outra senha agora: isso encerra as sessões abertas com a atual.",
        en: "If it was not you, set another password now: that ends every session opened with the current one.",
        es: "Si no fue usted, cree otra contraseña ahora: eso cierra las sesiones abiertas con la actual.",
    };
    password_button = {
        pt: "Criar outra senha",
        en: "Set another password",
        es: "Crear otra contraseña",
    };
}
