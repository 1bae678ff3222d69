//! Administration: programs of other systems, and the tokens that they were given.

texts! {
    title = { pt: "Clientes e tokens OAuth2", en: "OAuth2 clients and tokens", es: "Clientes y tokens OAuth2" };
    lead = {
        pt: "Programas de outros sistemas que agem em nome de alguém.",
        en: "Programs of other systems that act on somebody's behalf.",
        es: "Programas de otros sistemas que actúan en nombre de alguien.",
    };
    new_credentials = { pt: "Novo cliente de credenciais", en: "New credentials client", es: "Nuevo cliente de credenciales" };
    new_password = { pt: "Novo cliente de senha", en: "New password client", es: "Nuevo cliente de contraseña" };
    new_credentials_lead = {
        pt: "Um programa que age em nome de um só usuário e prova quem é com um segredo.",
        en: "A program that acts for one user and proves who it is with a secret.",
        es: "Un programa que actúa en nombre de un solo usuario y prueba quién es con un secreto.",
    };
    new_password_lead = {
        pt: "Um programa que troca o e-mail e a senha de quem o usa por um token. Prefira um cliente de credenciais: assim o programa não conhece a senha de ninguém.",
        en: "A program that exchanges its user's e-mail address and password for a token. Prefer a credentials client: then the program knows nobody's password.",
        es: "Un programa que cambia el correo y la contraseña de quien lo usa por un token. Prefiera un cliente de credenciales: así el programa no conoce la contraseña de nadie.",
    };
    new_authorization = { pt: "Novo cliente de autorização", en: "New authorization client", es: "Nuevo cliente de autorización" };
    new_authorization_lead = {
        pt: "Um programa ou agente que pede a cada pessoa que o deixe agir em nome dela. A pessoa responde em uma página do portal; o programa não conhece a senha de ninguém.",
        en: "A program or an agent that asks each person to let it act for them. They answer on a page of the portal; the program knows nobody's password.",
        es: "Un programa o agente que pide a cada persona que lo deje actuar en su nombre. La persona responde en una página del portal; el programa no conoce la contraseña de nadie.",
    };
    none_title = { pt: "Nenhum cliente ainda", en: "No client yet", es: "Todavía ningún cliente" };
    none = {
        pt: "Registre um para que outro sistema chame as APIs.",
        en: "Register one so that another system can call the APIs.",
        es: "Registre uno para que otro sistema llame las APIs.",
    };

    name = { pt: "Nome", en: "Name", es: "Nombre" };
    name_hint = {
        pt: "Diga qual programa é, para reconhecê-lo na lista.",
        en: "Say which program it is, to recognise it in the list.",
        es: "Diga qué programa es, para reconocerlo en la lista.",
    };
    kind = { pt: "Tipo", en: "Kind", es: "Tipo" };
    credentials = { pt: "Credenciais", en: "Credentials", es: "Credenciales" };
    password = { pt: "Senha", en: "Password", es: "Contraseña" };
    authorization = { pt: "Autorização", en: "Authorization", es: "Autorización" };
    registered_by(kind, person) = { pt: "{kind}, registrado por {person}", en: "{kind}, registered by {person}", es: "{kind}, registrado por {person}" };
    id = { pt: "Identificador (client_id)", en: "Identifier (client_id)", es: "Identificador (client_id)" };
    client = { pt: "Cliente", en: "Client", es: "Cliente" };
    secret = { pt: "Segredo (client_secret)", en: "Secret (client_secret)", es: "Secreto (client_secret)" };
    change_secret = { pt: "Alterar segredo", en: "Change secret", es: "Cambiar el secreto" };
    secret_hint = {
        pt: "Já vai um, sorteado. Se preferir outro, use 24 caracteres ou mais. Guarde-o agora: depois de salvo, nunca mais aparece, só pode ser trocado.",
        en: "Here is one, drawn at random. If you prefer another, use 24 characters or more. Keep it now: once saved it is never shown again and can only be changed.",
        es: "Aquí va uno, sorteado. Si prefiere otro, use 24 caracteres o más. Guárdelo ahora: una vez guardado no se muestra nunca más, solo se puede cambiar.",
    };
    confidential = { pt: "É confidencial", en: "Is confidential", es: "Es confidencial" };
    confidential_hint = {
        pt: "O programa sabe guardar um segredo, como um servidor. Um aplicativo no celular ou no navegador não sabe.",
        en: "The program can keep a secret, as a server can. An app on a phone or in a browser cannot.",
        es: "El programa sabe guardar un secreto, como un servidor. Una aplicación en el teléfono o en el navegador no sabe.",
    };
    not_confidential_hint = {
        pt: "Sem a marca, basta o client_id. Um segredo que for enviado tem de estar certo.",
        en: "Without the tick the client_id is enough. A secret that is sent must be right.",
        es: "Sin la marca, basta el client_id. Un secreto que se envíe tiene que ser correcto.",
    };
    account = { pt: "Usuário associado", en: "Associated user", es: "Usuario asociado" };
    account_hint = {
        pt: "O e-mail da conta. O programa pode o que esse usuário pode, e nada mais. Se ele tem um papel na equipe, outro administrador precisa aprovar.",
        en: "The e-mail address of the account. The program may do what this user may, and nothing else. If they have a staff role, another administrator must approve.",
        es: "El correo de la cuenta. El programa puede lo que puede ese usuario, y nada más. Si tiene un rol en el equipo, otro administrador debe aprobarlo.",
    };
    anybody = { pt: "Quem informar a senha", en: "Whoever gives their password", es: "Quien dé su contraseña" };
    whoever_agrees = { pt: "Quem autorizar", en: "Whoever agrees", es: "Quien lo autorice" };
    redirects = { pt: "Endereços de retorno", en: "Redirect addresses", es: "Direcciones de retorno" };
    redirects_hint = {
        pt: "Para onde a pessoa volta depois de responder. Um por linha: https://…, exatamente como o programa o envia, ou, para um programa na máquina da pessoa, http://127.0.0.1/… ou http://[::1]/…, em qualquer porta. Prefira esses dois a localhost.",
        en: "Where the person returns to after answering. One a line: https://…, exactly as the program sends it, or, for a program on the person's own machine, http://127.0.0.1/… or http://[::1]/…, on any port. Prefer these two to localhost.",
        es: "A dónde vuelve la persona después de responder. Una por línea: https://…, exactamente como la envía el programa, o, para un programa en la máquina de la persona, http://127.0.0.1/… o http://[::1]/…, en cualquier puerto. Prefiera estas dos a localhost.",
    };
    scopes = { pt: "Escopos", en: "Scopes", es: "Alcances" };
    scopes_legend = { pt: "O que o programa pode usar (escopos)", en: "What the program may use (scopes)", es: "Qué puede usar el programa (alcances)" };
    scopes_hint = {
        pt: "Só abre uma API se um grupo do usuário tiver uma aplicação aprovada dela; as chamadas contam nessa aplicação. A API do portal dá o que o usuário vê e pode fazer nas páginas; papéis que ele receber depois não valem para um cliente de credenciais.",
        en: "An API opens only if a group of the user has an approved application of it; the calls count for that application. The portal’s API gives what the user sees and may do on the pages; roles that they get later do not count for a credentials client.",
        es: "Una API solo se abre si un grupo del usuario tiene una aplicación aprobada de ella; las llamadas cuentan en esa aplicación. La API del portal da lo que el usuario ve y puede hacer en las páginas; los roles que reciba después no valen para un cliente de credenciales.",
    };
    access_seconds = { pt: "Validade do token de acesso, em segundos", en: "Lifetime of an access token, in seconds", es: "Validez del token de acceso, en segundos" };
    access_hint(min, max) = { pt: "De {min} a {max}.", en: "From {min} to {max}.", es: "De {min} a {max}." };
    refresh_days = { pt: "Validade do token de renovação, em dias", en: "Lifetime of a refresh token, in days", es: "Validez del token de renovación, en días" };
    networks = { pt: "Redes de onde pode pedir tokens", en: "Networks it may ask for tokens from", es: "Redes desde las que puede pedir tokens" };
    networks_hint = {
        pt: "Uma por linha, como 203.0.113.0/24. Vazio: de qualquer lugar.",
        en: "One a line, as 203.0.113.0/24. Empty: from anywhere.",
        es: "Una por línea, como 203.0.113.0/24. Vacío: desde cualquier lugar.",
    };
    everywhere = { pt: "De qualquer lugar", en: "From anywhere", es: "Desde cualquier lugar" };
    register = { pt: "Registrar cliente", en: "Register client", es: "Registrar cliente" };
    yes = { pt: "Sim", en: "Yes", es: "Sí" };
    no = { pt: "Não", en: "No", es: "No" };

    no_name = { pt: "Dê um nome ao cliente.", en: "Give the client a name.", es: "Dé un nombre al cliente." };
    long_name(max) = { pt: "O nome pode ter até {max} caracteres.", en: "The name can have up to {max} characters.", es: "El nombre puede tener hasta {max} caracteres." };
    must_be_confidential = {
        pt: "Um cliente de credenciais tem de ser confidencial: só quem guarda um segredo pode provar quem é.",
        en: "A credentials client must be confidential: only who keeps a secret can prove who it is.",
        es: "Un cliente de credenciales tiene que ser confidencial: solo quien guarda un secreto puede probar quién es.",
    };
    no_account = {
        pt: "Nenhuma conta confirmada tem este e-mail.",
        en: "No confirmed account has this e-mail address.",
        es: "Ninguna cuenta confirmada tiene este correo.",
    };
    out_of_range(min, max) = { pt: "Escolha um número de {min} a {max}.", en: "Choose a number from {min} to {max}.", es: "Elija un número de {min} a {max}." };
    no_scope = { pt: "Escolha ao menos um escopo.", en: "Choose at least one scope.", es: "Elija al menos un alcance." };
    many_scopes = {
        pt: "São APIs demais para um token. Escolha menos, ou registre outro cliente para as demais.",
        en: "These are too many APIs for one token. Choose fewer, or register another client for the rest.",
        es: "Son demasiadas APIs para un token. Elija menos, o registre otro cliente para las demás.",
    };
    unknown_scope(name) = { pt: "Nenhuma API publicada se chama {name}.", en: "No published API is called {name}.", es: "Ninguna API publicada se llama {name}." };
    no_network(text) = { pt: "“{text}” não é uma rede.", en: "“{text}” is not a network.", es: "«{text}» no es una red." };
    no_redirect = { pt: "Informe ao menos um endereço de retorno.", en: "Enter at least one redirect address.", es: "Indique al menos una dirección de retorno." };
    many_redirects(max) = { pt: "Use até {max} endereços.", en: "Use up to {max} addresses.", es: "Use hasta {max} direcciones." };
    redirect_no_address(text) = { pt: "“{text}” não é um endereço.", en: "“{text}” is not an address.", es: "«{text}» no es una dirección." };
    redirect_insecure(text) = {
        pt: "“{text}” não é seguro: use https://, ou http:// só com 127.0.0.1, [::1] ou localhost.",
        en: "“{text}” is not secure: use https://, or http:// with 127.0.0.1, [::1] or localhost only.",
        es: "«{text}» no es segura: use https://, o http:// solo con 127.0.0.1, [::1] o localhost.",
    };
    redirect_fragment(text) = { pt: "“{text}” tem um fragmento. Tire o # e o que vem depois.", en: "“{text}” has a fragment. Leave out the # and what follows it.", es: "«{text}» tiene un fragmento. Quite el # y lo que sigue." };
    redirect_credentials(text) = { pt: "“{text}” traz um usuário ou uma senha. Tire o que vem antes do @.", en: "“{text}” holds a user or a password. Leave out what comes before the @.", es: "«{text}» lleva un usuario o una contraseña. Quite lo que está antes de la @." };
    redirect_long = { pt: "Um endereço pode ter até 500 caracteres.", en: "An address can have up to 500 characters.", es: "Una dirección puede tener hasta 500 caracteres." };
    redirect_unusual(usual) = { pt: "Escreva o endereço como os navegadores o escrevem: {usual}", en: "Write the address as browsers do: {usual}", es: "Escriba la dirección como la escriben los navegadores: {usual}" };
    no_secret = { pt: "Um cliente confidencial precisa de um segredo.", en: "A confidential client needs a secret.", es: "Un cliente confidencial necesita un secreto." };
    secret_short = { pt: "Use 24 caracteres ou mais.", en: "Use 24 characters or more.", es: "Use 24 caracteres o más." };
    secret_long = { pt: "Use até 128 caracteres.", en: "Use up to 128 characters.", es: "Use hasta 128 caracteres." };
    secret_character = {
        pt: "Use só letras sem acento, números e sinais, sem espaços.",
        en: "Use only letters without accents, digits and signs, without blanks.",
        es: "Use solo letras sin acento, números y signos, sin espacios.",
    };
    secret_weak = {
        pt: "Este segredo se adivinha: precisa de 128 bits ou mais. Use um sorteado, com maiúsculas, minúsculas e números, sem repetições nem sequências.",
        en: "This secret can be guessed: it needs 128 bits or more. Use one drawn at random, with capitals, small letters and digits, without repetitions or sequences.",
        es: "Este secreto se puede adivinar: necesita 128 bits o más. Use uno sorteado, con mayúsculas, minúsculas y números, sin repeticiones ni secuencias.",
    };

    made = { pt: "Cliente registrado", en: "Client registered", es: "Cliente registrado" };
    secret_made = { pt: "Segredo trocado", en: "Secret changed", es: "Secreto cambiado" };
    once_title = { pt: "Guarde o segredo agora", en: "Keep the secret now", es: "Guarde el secreto ahora" };
    once = {
        pt: "Esta é a última vez que ele aparece. O portal guarda só um resumo dele (SHA-256): quem o perder tem de trocá-lo.",
        en: "This is the last time it is shown. The portal keeps only a digest of it (SHA-256): whoever loses it must change it.",
        es: "Es la última vez que se muestra. El portal guarda solo un resumen de él (SHA-256): quien lo pierda tendrá que cambiarlo.",
    };
    token_address = { pt: "Onde pedir tokens", en: "Where to ask for tokens", es: "Dónde pedir tokens" };
    to_client = { pt: "Ver o cliente", en: "See the client", es: "Ver el cliente" };

    state = { pt: "Situação", en: "State", es: "Estado" };
    pending = { pt: "Espera aprovação", en: "Awaiting approval", es: "Espera aprobación" };
    active = { pt: "Ativo", en: "Active", es: "Activo" };
    disabled = { pt: "Desativado", en: "Disabled", es: "Desactivado" };
    pending_title = { pt: "Falta a aprovação de outro administrador", en: "Another administrator has yet to approve", es: "Falta la aprobación de otro administrador" };
    pending_text = {
        pt: "O usuário associado tem um papel na equipe. Até a aprovação, o cliente não recebe tokens.",
        en: "The associated user has a staff role. Until it is approved, the client gets no tokens.",
        es: "El usuario asociado tiene un rol en el equipo. Hasta la aprobación, el cliente no recibe tokens.",
    };
    pending_own = {
        pt: "Quem registrou o cliente não pode aprová-lo.",
        en: "Whoever registered the client cannot approve it.",
        es: "Quien registró el cliente no puede aprobarlo.",
    };
    approve = { pt: "Aprovar", en: "Approve", es: "Aprobar" };
    disable = { pt: "Desativar", en: "Disable", es: "Desactivar" };
    disable_breaks = {
        pt: "Desativar: o programa para na hora. Os tokens dele são revogados e ele não recebe outros até ser ativado.",
        en: "Disable: the program stops at once. Its tokens are revoked, and it gets no others until it is enabled.",
        es: "Desactivar: el programa se detiene enseguida. Sus tokens se revocan y no recibe otros hasta que se active.",
    };
    enable = { pt: "Ativar", en: "Enable", es: "Activar" };
    enable_means = {
        pt: "Ativar: o programa volta a receber tokens. Os de antes continuam revogados.",
        en: "Enable: the program gets tokens again. Those of before stay revoked.",
        es: "Activar: el programa vuelve a recibir tokens. Los de antes siguen revocados.",
    };
    delete = { pt: "Excluir", en: "Delete", es: "Eliminar" };
    delete_title(name) = { pt: "Excluir {name}", en: "Delete {name}", es: "Eliminar {name}" };
    delete_breaks(count) = {
        pt: "O programa para na hora e não volta: seus {count} tokens válidos são revogados, e o client_id e o segredo deixam de existir. Para usá-lo outra vez, é preciso registrar outro cliente e mudar o programa.",
        en: "The program stops at once and for good: its {count} valid tokens are revoked, and the client_id and the secret cease to exist. To use it again, another client must be registered and the program changed.",
        es: "El programa se detiene enseguida y no vuelve: sus {count} tokens válidos se revocan, y el client_id y el secreto dejan de existir. Para usarlo otra vez hay que registrar otro cliente y cambiar el programa.",
    };
    waits_for_password = {
        pt: "O que você pediu será feito quando você confirmar.",
        en: "What you asked for will be done once you confirm.",
        es: "Lo que pidió se hará cuando confirme.",
    };
    secret_lead = {
        pt: "O programa precisa do novo segredo antes que o atual deixe de valer.",
        en: "The program needs the new secret before the current one stops working.",
        es: "El programa necesita el secreto nuevo antes de que el actual deje de valer.",
    };
    grace = { pt: "O segredo atual deixa de valer", en: "The current secret stops working", es: "El secreto actual deja de valer" };
    grace_now = { pt: "Agora", en: "Now", es: "Ahora" };
    grace_hour = { pt: "Em 1 hora", en: "In 1 hour", es: "En 1 hora" };
    grace_day = { pt: "Em 24 horas", en: "In 24 hours", es: "En 24 horas" };
    grace_week = { pt: "Em 7 dias", en: "In 7 days", es: "En 7 días" };
    grace_month = { pt: "Em 30 dias", en: "In 30 days", es: "En 30 días" };
    save_secret = { pt: "Trocar o segredo", en: "Change the secret", es: "Cambiar el secreto" };

    created = { pt: "Registrado em", en: "Registered on", es: "Registrado el" };
    last_used = { pt: "Último uso", en: "Last used", es: "Último uso" };
    never = { pt: "Nunca", en: "Never", es: "Nunca" };
    tokens_alive = { pt: "Tokens válidos", en: "Valid tokens", es: "Tokens válidos" };
    tokens = { pt: "Tokens emitidos", en: "Issued tokens", es: "Tokens emitidos" };
    tokens_lead = {
        pt: "O que os clientes receberam, sem o próprio token. Um token que expirou fica aqui por 30 dias.",
        en: "What clients were given, without the token itself. An expired token stays here for 30 days.",
        es: "Lo que recibieron los clientes, sin el propio token. Un token caducado queda aquí 30 días.",
    };
    tokens_of(name) = { pt: "Tokens de {name}", en: "Tokens of {name}", es: "Tokens de {name}" };
    token = { pt: "Token", en: "Token", es: "Token" };
    person = { pt: "Pessoa", en: "Person", es: "Persona" };
    issued = { pt: "Emitido", en: "Issued", es: "Emitido" };
    from(address) = { pt: "de {address}", en: "from {address}", es: "desde {address}" };
    expires = { pt: "Expira", en: "Expires", es: "Caduca" };
    refresh_until(time) = { pt: "renovação até {time}", en: "refresh until {time}", es: "renovación hasta {time}" };
    alive = { pt: "Válido", en: "Valid", es: "Válido" };
    renewable = { pt: "Expirado, pode ser renovado", en: "Expired, can be renewed", es: "Caducado, se puede renovar" };
    expired = { pt: "Expirado", en: "Expired", es: "Caducado" };
    revoked_on(time) = { pt: "Revogado em {time}", en: "Revoked on {time}", es: "Revocado el {time}" };
    grant_credentials = { pt: "credenciais", en: "credentials", es: "credenciales" };
    grant_password = { pt: "senha", en: "password", es: "contraseña" };
    grant_code = { pt: "autorização", en: "authorization", es: "autorización" };
    grant_refresh = { pt: "renovação", en: "refresh", es: "renovación" };
    no_tokens = { pt: "Nenhum token.", en: "No token.", es: "Ningún token." };
    filter = { pt: "Filtrar", en: "Filter", es: "Filtrar" };
    filter_person = { pt: "E-mail da pessoa", en: "Person's e-mail address", es: "Correo de la persona" };
    filter_alive = { pt: "Só os válidos ou renováveis", en: "Valid or renewable ones only", es: "Solo los válidos o renovables" };
    unknown_person = { pt: "Nenhuma conta tem este e-mail.", en: "No account has this e-mail address.", es: "Ninguna cuenta tiene este correo." };
    choose_token(id) = { pt: "Escolher o token {id}", en: "Choose token {id}", es: "Elegir el token {id}" };
    revoke_chosen = { pt: "Revogar os escolhidos", en: "Revoke the chosen ones", es: "Revocar los elegidos" };
    revoke_all_of(name) = { pt: "Revogar todos de {name}", en: "Revoke all of {name}", es: "Revocar todos de {name}" };

    approved_now = { pt: "Cliente aprovado.", en: "Client approved.", es: "Cliente aprobado." };
    disabled_now = { pt: "Cliente desativado; os tokens dele foram revogados.", en: "Client disabled; its tokens were revoked.", es: "Cliente desactivado; sus tokens se revocaron." };
    enabled_now = { pt: "Cliente ativado.", en: "Client enabled.", es: "Cliente activado." };
    deleted_now = { pt: "Cliente excluído; os tokens dele foram revogados.", en: "Client deleted; its tokens were revoked.", es: "Cliente eliminado; sus tokens se revocaron." };
    changed = {
        pt: "Não foi feito: outra pessoa mudou o cliente antes.",
        en: "Nothing was done: somebody else changed the client before.",
        es: "No se hizo: otra persona cambió el cliente antes.",
    };
    second_needed = {
        pt: "Outro administrador precisa aprovar: não quem registrou o cliente.",
        en: "Another administrator must approve, not whoever registered the client.",
        es: "Debe aprobarlo otro administrador, no quien registró el cliente.",
    };
    revoked_now = { pt: "Tokens revogados.", en: "Tokens revoked.", es: "Tokens revocados." };
    none_chosen = { pt: "Nenhum token foi escolhido.", en: "No token was chosen.", es: "No se eligió ningún token." };
}
