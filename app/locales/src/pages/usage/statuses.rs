//! What the status of a call means where the document of its API does not explain it.

use crate::Locale;

texts! {
    cause_success = {
        pt: "A API respondeu com sucesso.",
        en: "The API responded successfully.",
        es: "La API respondió con éxito.",
    };
    remedy_success = { pt: "Nada: deu certo.", en: "Nothing: it worked.", es: "Nada: salió bien." };
    cause_request = {
        pt: "A API recusou a chamada como foi enviada.",
        en: "The API refused the call as it was sent.",
        es: "La API rechazó la llamada tal como fue enviada.",
    };
    remedy_request = {
        pt: "Confira o endereço, o método, os cabeçalhos e o corpo com a documentação da API.",
        en: "Check the address, the method, the headers and the body against the API's documentation.",
        es: "Compruebe la dirección, el método, los encabezados y el cuerpo con la documentación de la API.",
    };
    cause_path = {
        pt: "A API não tem nada neste endereço.",
        en: "The API has nothing at this address.",
        es: "La API no tiene nada en esta dirección.",
    };
    remedy_path = {
        pt: "Confira o caminho com a documentação da API, letra por letra, inclusive a barra no fim.",
        en: "Check the path against the API's documentation, letter by letter, including any slash at the end.",
        es: "Compruebe la ruta con la documentación de la API, letra por letra, incluida la barra final.",
    };
    cause_slow = {
        pt: "O corpo da chamada não chegou inteiro a tempo.",
        en: "The body of the call did not arrive in time.",
        es: "El cuerpo de la llamada no llegó completo a tiempo.",
    };
    remedy_slow = {
        pt: "Confira se o programa envia o corpo até o fim e se a rede entre ele e a API está lenta.",
        en: "Check that the program sends the body to its end, and whether the network between it and the API is slow.",
        es: "Compruebe que el programa envíe el cuerpo hasta el final y si la red entre él y la API está lenta.",
    };
    cause_hung_up = {
        pt: "O programa encerrou a conexão antes de receber a resposta.",
        en: "The program closed the connection before the response arrived.",
        es: "El programa cerró la conexión antes de recibir la respuesta.",
    };
    remedy_hung_up = {
        pt: "Aumente o tempo que o programa espera pela resposta. O que ele pediu pode ter sido feito: confira antes de repetir.",
        en: "Let the program wait longer for the response. What it requested may have been done: check before repeating it.",
        es: "Aumente el tiempo que el programa espera la respuesta. Lo que pidió puede haberse hecho: compruébelo antes de repetirlo.",
    };
    cause_too_many = {
        pt: "A cota de chamadas acabou ou o plano expirou.",
        en: "The call quota is used up, or the plan has expired.",
        es: "La cuota de llamadas se agotó o el plan caducó.",
    };
    remedy_too_many = {
        pt: "Espere o tempo indicado no cabeçalho Retry-After. A página de uso mostra se o plano renova, e quando; se o Trial acabou, solicite o plano Pay Per Use.",
        en: "Wait as long as the Retry-After header says. The usage page shows whether the plan renews, and when; if the Trial is over, request the Pay Per Use plan.",
        es: "Espere el tiempo que indica el encabezado Retry-After. La página de uso muestra si el plan se renueva, y cuándo; si el Trial terminó, solicite el plan Pay Per Use.",
    };
    cause_server = {
        pt: "A API falhou; a chamada pode estar certa.",
        en: "The API failed; the call may be correct.",
        es: "La API falló; la llamada puede estar bien.",
    };
    remedy_server = {
        pt: "Tente de novo em alguns segundos. Se continuar, fale com o suporte e informe o ID da transação.",
        en: "Try again in a few seconds. If it keeps happening, contact support and quote the transaction ID.",
        es: "Vuelva a intentarlo en unos segundos. Si continúa, hable con soporte e indique el ID de la transacción.",
    };
}

/// The cause of a status that the document of the API does not explain.
#[must_use]
pub const fn cause_in_general(status: u16, locale: Locale) -> &'static str {
    match status {
        0..400 => cause_success(locale),
        404 => cause_path(locale),
        408 => cause_slow(locale),
        429 => cause_too_many(locale),
        499 => cause_hung_up(locale),
        400..500 => cause_request(locale),
        _ => cause_server(locale),
    }
}

/// The remedy of a status that the document of the API does not explain.
#[must_use]
pub const fn remedy_in_general(status: u16, locale: Locale) -> &'static str {
    match status {
        0..400 => remedy_success(locale),
        404 => remedy_path(locale),
        408 => remedy_slow(locale),
        429 => remedy_too_many(locale),
        499 => remedy_hung_up(locale),
        400..500 => remedy_request(locale),
        _ => remedy_server(locale),
    }
}
