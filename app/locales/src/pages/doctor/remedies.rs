//! How to fix what is wrong with a header, a credential or a token.

texts! {
    too_long = {
        pt: "Cole só o cabeçalho, a credencial, o token ou o comando.",
        en: "Paste only the header, the credential, the token or the command.",
        es: "Pegue solo el encabezado, la credencial, el token o el comando.",
    };
    quotes = {
        pt: "Tire as aspas: elas não fazem parte do valor. No terminal, use aspas retas; editores de texto e aplicativos de mensagens as trocam por curvas.",
        en: "Remove the quotation marks: they are not part of the value. In a shell, use straight ones; word processors and messaging apps turn them into curly ones.",
        es: "Quite las comillas: no forman parte del valor. En la terminal use comillas rectas; los editores de texto y las aplicaciones de mensajería las cambian por curvas.",
    };
    unknown_header = {
        pt: "Use x-client-auth ou Authorization, escritos exatamente assim.",
        en: "Use x-client-auth or Authorization, written exactly like this.",
        es: "Use x-client-auth o Authorization, escritos exactamente así.",
    };
    two_methods = {
        pt: "Envie uma só: o cabeçalho x-client-auth, o cabeçalho Authorization ou, ao pedir o token, client_id e client_secret no corpo.",
        en: "Send only one: the header x-client-auth, the header Authorization or, when requesting the token, client_id and client_secret in the body.",
        es: "Envíe una sola: el encabezado x-client-auth, el encabezado Authorization o, al pedir el token, client_id y client_secret en el cuerpo.",
    };
    missing = {
        pt: "Acrescente o cabeçalho x-client-auth: com Basic e a credencial para pedir o token; com Bearer e o token para chamar a API.",
        en: "Add the header x-client-auth: with Basic and the credential to get a token; with Bearer and the token to call the API.",
        es: "Agregue el encabezado x-client-auth: con Basic y la credencial para pedir el token; con Bearer y el token para llamar a la API.",
    };
    scheme = {
        pt: "Depois dos dois-pontos vem Basic ou Bearer, uma vez só, um espaço e o valor.",
        en: "After the colon comes Basic or Bearer, once, then a space and the value.",
        es: "Después de los dos puntos va Basic o Bearer, una sola vez, un espacio y el valor.",
    };
    bearer_for_token = {
        pt: "Quem pede o token se identifica com a credencial: troque Bearer por Basic e envie a credencial.",
        en: "The token is requested with the credential: replace Bearer with Basic and send the credential.",
        es: "Quien pide el token se identifica con la credencial: cambie Bearer por Basic y envíe la credencial.",
    };
    basic_for_call = {
        pt: "A API aceita só o token de acesso: peça o token com a credencial e envie-o com Bearer.",
        en: "The API accepts only the access token: get a token with the credential and send it with Bearer.",
        es: "La API acepta solo el token de acceso: pida el token con la credencial y envíelo con Bearer.",
    };
    grant_missing = {
        pt: "Envie grant_type=client_credentials no corpo, como um formulário; JSON não serve.",
        en: "Send grant_type=client_credentials in the body, as a form; JSON does not work.",
        es: "Envíe grant_type=client_credentials en el cuerpo, como un formulario; JSON no sirve.",
    };
    placeholder = {
        pt: "Troque-o pelo valor. Se o programa deveria trocá-lo, veja se a variável existe onde ele roda; no terminal, aspas simples não expandem variáveis.",
        en: "Replace it with the value. If the program should have done so, check that the variable exists where it runs; in a shell, single quotes do not expand variables.",
        es: "Cámbielo por el valor. Si el programa debía hacerlo, vea si la variable existe donde se ejecuta; en la terminal, las comillas simples no expanden variables.",
    };
    white_space = {
        pt: "Junte tudo em uma linha, sem espaços. O comando base64 quebra as linhas longas; tr as junta de novo.",
        en: "Put it all on one line, without spaces. The base64 command breaks long lines; tr joins them again.",
        es: "Junte todo en una línea, sin espacios. El comando base64 corta las líneas largas; tr las vuelve a unir.",
    };
    not_base64 = {
        pt: "Copie a credencial de novo, inteira, ou monte-a outra vez com as duas chaves.",
        en: "Copy the credential again, all of it, or build it again from the two keys.",
        es: "Copie de nuevo la credencial, completa, o vuelva a generarla con las dos claves.",
    };
    url_alphabet = {
        pt: "Use o base64 padrão, com + e /. As linguagens de programação têm uma função para cada um.",
        en: "Use standard base64, with + and /. Programming languages have different functions for the two.",
        es: "Use el base64 estándar, con + y /. Los lenguajes de programación tienen una función para cada uno.",
    };
    padding = {
        pt: "O base64 padrão é completado com = até o comprimento ser múltiplo de 4. Copie também os sinais do fim.",
        en: "Standard base64 is padded with = until its length is a multiple of 4. Copy the signs at the end as well.",
        es: "El base64 estándar se completa con = hasta que su longitud sea múltiplo de 4. Copie también los signos del final.",
    };
    cut = {
        pt: "Nenhum base64 tem este comprimento: falta ou sobra um caractere. Copie a credencial de novo.",
        en: "No base64 has this length: a character is missing or extra. Copy the credential again.",
        es: "Ningún base64 tiene esta longitud: falta o sobra un carácter. Copie de nuevo la credencial.",
    };
    not_text = {
        pt: "Codifique o próprio texto das chaves: pública, dois-pontos, secreta. Não um hash dele.",
        en: "Encode the text of the keys itself: public, colon, secret. Not a hash of it.",
        es: "Codifique el texto mismo de las claves: pública, dos puntos, secreta. No un hash de él.",
    };
    utf16 = {
        pt: "Codifique em UTF-8. No PowerShell, use [Text.Encoding]::UTF8 em vez de [Text.Encoding]::Unicode.",
        en: "Encode as UTF-8. In PowerShell use [Text.Encoding]::UTF8 instead of [Text.Encoding]::Unicode.",
        es: "Codifique en UTF-8. En PowerShell use [Text.Encoding]::UTF8 en vez de [Text.Encoding]::Unicode.",
    };
    encoded_twice = {
        pt: "Codifique uma vez só. Clientes HTTP com usuário e senha já codificam: dê a eles a chave pública e a secreta.",
        en: "Encode it once. HTTP clients that take a user and password encode them for you: give them the public and the secret key.",
        es: "Codifique una sola vez. Los clientes HTTP con usuario y contraseña ya codifican: deles la clave pública y la secreta.",
    };
    not_encoded = {
        pt: "Codifique as duas, com dois-pontos entre elas, e envie o resultado depois de Basic.",
        en: "Encode the two with a colon between them, and send the result after Basic.",
        es: "Codifique las dos, con dos puntos entre ellas, y envíe el resultado después de Basic.",
    };
    trailing_newline = {
        pt: "O comando echo acrescenta a quebra, que entra no base64. Use printf %s.",
        en: "The echo command adds the line break, which ends up in the base64. Use printf %s.",
        es: "El comando echo agrega el salto, que entra en el base64. Use printf %s.",
    };
    space_in_keys = {
        pt: "Monte a credencial sem espaços: nem antes, nem depois, nem dentro de uma chave.",
        en: "Build the credential without spaces: none before, none after, none within a key.",
        es: "Genere la credencial sin espacios: ni antes, ni después, ni dentro de una clave.",
    };
    one_key = {
        pt: "A credencial leva as duas: o base64 de chave pública, dois-pontos e chave secreta.",
        en: "The credential needs both: the base64 of public key, colon and secret key.",
        es: "La credencial lleva las dos: el base64 de clave pública, dos puntos y clave secreta.",
    };
    empty_public_key = {
        pt: "Antes dos dois-pontos vem a chave pública. Veja se a variável que a guarda tem valor.",
        en: "The public key comes before the colon. Check that the variable that holds it has a value.",
        es: "Antes de los dos puntos va la clave pública. Vea si la variable que la guarda tiene valor.",
    };
    empty_secret_key = {
        pt: "Depois dos dois-pontos vem a chave secreta. Veja se a variável que a guarda tem valor.",
        en: "The secret key comes after the colon. Check that the variable that holds it has a value.",
        es: "Después de los dos puntos va la clave secreta. Vea si la variable que la guarda tiene valor.",
    };
    swapped = {
        pt: "A chave pública vem antes dos dois-pontos; a secreta, que começa com blc_, depois.",
        en: "The public key comes before the colon; the secret key, which starts with blc_, after it.",
        es: "La clave pública va antes de los dos puntos; la secreta, que empieza con blc_, después.",
    };
    secret_for_public = {
        pt: "Antes dos dois-pontos vem a chave pública, que tem só letras e números. Copie-a de Minhas Aplicações.",
        en: "The public key, which has only letters and digits, comes before the colon. Copy it from My applications.",
        es: "Antes de los dos puntos va la clave pública, que tiene solo letras y números. Cópiela de Mis aplicaciones.",
    };
    public_for_secret = {
        pt: "Depois dos dois-pontos vem a chave secreta, que começa com blc_. Revele-a em Minhas Aplicações e copie-a.",
        en: "The secret key, which starts with blc_, comes after the colon. Reveal it in My applications and copy it.",
        es: "Después de los dos puntos va la clave secreta, que empieza con blc_. Revélela en Mis aplicaciones y cópiela.",
    };
    secret_alone = {
        pt: "A credencial leva as duas: o base64 de chave pública, dois-pontos e chave secreta. A secreta sozinha não diz quem chama.",
        en: "The credential needs both: the base64 of public key, colon and secret key. The secret key alone does not say who is calling.",
        es: "La credencial lleva las dos: el base64 de clave pública, dos puntos y clave secreta. La secreta sola no dice quién llama.",
    };
    wrong_character = {
        pt: "A chave secreta traz o seu próprio dígito verificador, e ele não confere. Não a digite: revele-a em Minhas Aplicações e copie-a de novo.",
        en: "The secret key carries its own checksum, and it does not match. Do not type the key: reveal it in My applications and copy it again.",
        es: "La clave secreta lleva su propia suma de control, y no coincide. No la escriba a mano: revélela en Mis aplicaciones y cópiela de nuevo.",
    };
    spaced_colon = {
        pt: "Tutoriais escrevem “chave pública : chave secreta” para facilitar a leitura. Na credencial não há espaço antes nem depois dos dois-pontos.",
        en: "Tutorials write “public key : secret key” so that it reads better. In the credential there is no space before or after the colon.",
        es: "Los tutoriales escriben “clave pública : clave secreta” para que se lea mejor. En la credencial no hay espacio antes ni después de los dos puntos.",
    };
    public_key_length = {
        pt: "Ela tem 20 caracteres; as mais antigas, 32. Copie-a de novo em Minhas Aplicações, do começo ao fim.",
        en: "It has 20 characters; older ones have 32. Copy it again from My applications, from start to finish.",
        es: "Tiene 20 caracteres; las más antiguas, 32. Cópiela de nuevo en Mis aplicaciones, de principio a fin.",
    };
    secret_key_length = {
        pt: "Ela começa com blc_ e tem 36 caracteres; as mais antigas têm 48, sem esse começo. Revele-a em Minhas Aplicações e copie-a de novo, do começo ao fim.",
        en: "It starts with blc_ and has 36 characters; older ones have 48 and do not start that way. Reveal it in My applications and copy it again, from start to finish.",
        es: "Empieza con blc_ y tiene 36 caracteres; las más antiguas tienen 48, sin ese comienzo. Revélela en Mis aplicaciones y cópiela de nuevo, de principio a fin.",
    };
    key_character = {
        pt: "As chaves têm só números e letras de A a Z, sem acento; a secreta, também o sublinhado de blc_. Copie-as de novo.",
        en: "The keys contain only digits and letters A to Z, plus, in the secret key, the underscore of blc_. Copy them again.",
        es: "Las claves tienen solo números y letras de la A a la Z, sin acento; la secreta, también el guion bajo de blc_. Cópielas de nuevo.",
    };
    another_application = {
        pt: "Veja se copiou as chaves da aplicação certa e deste ambiente, e se você faz parte do grupo dela.",
        en: "Check that you copied the keys of the right application and environment, and that you belong to its group.",
        es: "Vea si copió las claves de la aplicación correcta y de este entorno, y si usted forma parte de su grupo.",
    };
    not_a_credential = {
        pt: "Para pedir o token, envie a credencial com Basic. O token que já existe serve para chamar a API.",
        en: "To get a token, send the credential with Basic. The token you already have is for calling the API.",
        es: "Para pedir el token, envíe la credencial con Basic. El token que ya existe sirve para llamar a la API.",
    };
    not_a_token = {
        pt: "O token tem três partes com um ponto entre elas. Copie da resposta o valor de access_token, do começo ao fim.",
        en: "The token has three parts with a dot between them. Copy the value of access_token from the response, from start to finish.",
        es: "El token tiene tres partes con un punto entre ellas. Copie de la respuesta el valor de access_token, de principio a fin.",
    };
    foreign_token = {
        pt: "Peça o token aqui, com a credencial da sua aplicação. O de outro ambiente ou de outro fornecedor não é válido aqui.",
        en: "Get a token here, with your application's credential. One from another environment or provider does not work here.",
        es: "Pida el token aquí, con la credencial de su aplicación. El de otro entorno o de otro proveedor no es válido aquí.",
    };
    expired = {
        pt: "Peça outro. Cada token é válido por expires_in segundos: guarde-o e renove-o um pouco antes de expirar.",
        en: "Get another. A token is valid for expires_in seconds: keep it, and renew it shortly before it expires.",
        es: "Pida otro. Cada token es válido durante expires_in segundos: guárdelo y renuévelo un poco antes de que caduque.",
    };
    not_yet = {
        pt: "O relógio desta máquina está atrasado em relação ao do portal. Acerte a hora.",
        en: "The clock on this machine is behind the portal's. Correct it.",
        es: "El reloj de este equipo está atrasado respecto al del portal. Ajuste la hora.",
    };
    credential_fine = {
        pt: "Peça o token com ela. Se a resposta for invalid_client, veja se a aplicação está aprovada e se a chave secreta ainda é válida.",
        en: "Get a token with it. If the response is invalid_client, check that the application is approved and the secret key is still valid.",
        es: "Pida el token con ella. Si la respuesta es invalid_client, vea si la aplicación está aprobada y si la clave secreta sigue siendo válida.",
    };
    token_fine = {
        pt: "Chame a API com ele. Só o servidor pode conferir a assinatura e se ele foi revogado.",
        en: "Call the API with it. Only the server can check its signature and whether it was revoked.",
        es: "Llame a la API con él. Solo el servidor puede comprobar la firma y si fue revocado.",
    };
}
