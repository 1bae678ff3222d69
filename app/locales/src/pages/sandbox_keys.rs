//! The keys of an application for the sandbox. They work while its request waits, too.

texts! {
    waiting_title = { pt: "Teste enquanto espera", en: "Try it while you wait", es: "Pruebe mientras espera" };
    waiting = {
        pt: "As chaves de teste já funcionam. Elas chamam só o ambiente de testes, onde cada valor de teste dá sempre a mesma resposta.",
        en: "The test keys already work. They call only the sandbox, where each test value always gives the same response.",
        es: "Las claves de prueba ya funcionan. Llaman solo al entorno de pruebas, donde cada valor de prueba da siempre la misma respuesta.",
    };
    title = { pt: "Chaves de teste", en: "Test keys", es: "Claves de prueba" };
    text = {
        pt: "Chamam só o ambiente de testes. Use-as onde as chaves reais não devem estar: na máquina de quem desenvolve e nos testes automáticos.",
        en: "They call only the sandbox. Use them where the real keys should not be: on developers' machines and in automated tests.",
        es: "Llaman solo al entorno de pruebas. Úselas donde las claves reales no deben estar: en el equipo de quien desarrolla y en las pruebas automáticas.",
    };
    reveal = { pt: "Revelar as chaves de teste", en: "Reveal the test keys", es: "Revelar las claves de prueba" };
    public_key = { pt: "Chave pública de teste", en: "Public test key", es: "Clave pública de prueba" };
    secret_key = { pt: "Chave secreta de teste", en: "Secret test key", es: "Clave secreta de prueba" };
    hide = { pt: "Ocultar as chaves de teste", en: "Hide the test keys", es: "Ocultar las claves de prueba" };
    values = { pt: "Valores de teste", en: "Test values", es: "Valores de prueba" };
}
