//! The page that asks to agree to terms that changed.

texts! {
    title = { pt: "Os termos mudaram", en: "The terms have changed", es: "Los términos cambiaron" };
    lead = {
        pt: "Leia a nova versão dos termos de uso e do aviso de privacidade e diga se concorda.",
        en: "Read the new version of the terms of use and the privacy notice, and say whether you agree.",
        es: "Lea la nueva versión de los términos de uso y del aviso de privacidad y diga si está de acuerdo.",
    };
    before(version, date) = {
        pt: "Você aceitou a versão {version} em {date}.",
        en: "You accepted version {version} on {date}.",
        es: "Usted aceptó la versión {version} el {date}.",
    };
    now(version) = {
        pt: "A versão em vigor é a {version}.",
        en: "The version in force is {version}.",
        es: "La versión vigente es la {version}.",
    };
    accept = { pt: "Aceitar e continuar", en: "Accept and continue", es: "Aceptar y continuar" };
    later = { pt: "Agora não", en: "Not now", es: "Ahora no" };
    see = { pt: "Ver a nova versão", en: "See the new version", es: "Ver la nueva versión" };
}
