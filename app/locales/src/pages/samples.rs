//! The comments of the programs that are made for a call.

texts! {
    or_newer(program) = {
        pt: "{program} ou mais recente",
        en: "{program} or newer",
        es: "{program} o posterior",
    };
    php(program) = {
        pt: "{program} com a extensão curl",
        en: "{program} with the curl extension",
        es: "{program} con la extensión curl",
    };
    curl_of_windows(program) = {
        pt: "{program}, que já vem com o Windows 11,",
        en: "{program}, which comes with Windows 11,",
        es: "{program}, que viene con Windows 11,",
    };
    needs(program) = {
        pt: "Precisa do {program} e das variáveis BALCAO_URL, BALCAO_PUBLIC_KEY e BALCAO_SECRET_KEY.",
        en: "Needs {program} and the variables BALCAO_URL, BALCAO_PUBLIC_KEY and BALCAO_SECRET_KEY.",
        es: "Necesita {program} y las variables BALCAO_URL, BALCAO_PUBLIC_KEY y BALCAO_SECRET_KEY.",
    };
    needs_crates = {
        pt: "Precisa das variáveis `BALCAO_URL`, `BALCAO_PUBLIC_KEY` e `BALCAO_SECRET_KEY` e, no `Cargo.toml`:",
        en: "Needs the variables `BALCAO_URL`, `BALCAO_PUBLIC_KEY` and `BALCAO_SECRET_KEY`, and in `Cargo.toml`:",
        es: "Necesita las variables `BALCAO_URL`, `BALCAO_PUBLIC_KEY` y `BALCAO_SECRET_KEY` y, en `Cargo.toml`:",
    };
    run_with(command) = {
        pt: "Execute com: {command}",
        en: "Run with: {command}",
        es: "Ejecute con: {command}",
    };
    run_as(command, file) = {
        pt: "Execute com: {command}, como o {file} de um projeto de console.",
        en: "Run with: {command}, as the {file} of a console project.",
        es: "Ejecute con: {command}, como el {file} de un proyecto de consola.",
    };

    token = {
        pt: "Troca as duas chaves por um token.",
        en: "Exchanges the two keys for a token.",
        es: "Cambia las dos claves por un token.",
    };
    one_line = {
        pt: "O printf não acrescenta quebra de linha, e o tr tira as que o base64 põe em textos longos.",
        en: "printf adds no line break, and tr removes those with which base64 wraps long output.",
        es: "printf no agrega saltos de línea, y tr quita los que base64 pone en textos largos.",
    };
    no_redirects = {
        pt: "Não segue redirecionamentos, que levariam o token a outro endereço.",
        en: "Follows no redirects, which would take the token to another address.",
        es: "No sigue redirecciones, que llevarían el token a otra dirección.",
    };
    send = {
        pt: "Envia a chamada e devolve o status e o corpo da resposta.",
        en: "Sends the call and returns the status and the body of the answer.",
        es: "Envía la llamada y devuelve el estado y el cuerpo de la respuesta.",
    };
    outcome = {
        pt: "Mostra o corpo e o status da resposta; falha se o status for 400 ou maior.",
        en: "Prints the body and the status of the answer; fails if the status is 400 or higher.",
        es: "Muestra el cuerpo y el estado de la respuesta; falla si el estado es 400 o mayor.",
    };
    your_file = {
        pt: "Ponha aqui o caminho do seu arquivo.",
        en: "Put the path of your file here.",
        es: "Ponga aquí la ruta de su archivo.",
    };
    collection = {
        pt: "Antes da primeira chamada, preencha as variáveis publicKey e secretKey com as chaves da sua aplicação.",
        en: "Before the first call, fill in the variables publicKey and secretKey with your application's keys.",
        es: "Antes de la primera llamada, complete las variables publicKey y secretKey con las claves de su aplicación.",
    };
    token_of_collection = {
        pt: "Troca as duas chaves por um token, e de novo quando ele expira.",
        en: "Exchanges the two keys for a token, and again when it expires.",
        es: "Cambia las dos claves por un token, y otra vez cuando este caduca.",
    };
    encoded = {
        pt: "O texto em base64, pois um arquivo de lote não o guarda como ele é.",
        en: "The text in base64, as a batch file cannot hold it as it is.",
        es: "El texto en base64, porque un archivo por lotes no puede contenerlo tal como es.",
    };
}
