<?php
// pt: Consulta o score de crédito de uma empresa pelo CNPJ.
// en: Asks for the credit score of a company by its CNPJ.
// es: Consulta la puntuación de crédito de una empresa por su CNPJ.
// pt: Precisa do PHP 8 com a extensão curl e das variáveis BALCAO_URL, BALCAO_PUBLIC_KEY e BALCAO_SECRET_KEY.
// en: Needs PHP 8 with the curl extension and the variables BALCAO_URL, BALCAO_PUBLIC_KEY and BALCAO_SECRET_KEY.
// es: Necesita PHP 8 con la extensión curl y las variables BALCAO_URL, BALCAO_PUBLIC_KEY y BALCAO_SECRET_KEY.
// pt: Execute com: php php.php
// en: Run with: php php.php
// es: Ejecute con: php php.php

declare(strict_types=1);

/** pt: O JSON da resposta; envia o corpo com POST ou, sem corpo, faz GET; encerra se o status não for 2xx. */
/** en: The JSON of the answer; posts the body, or gets when there is none; exits unless it is 2xx. */
/** es: El JSON de la respuesta; envía el cuerpo con POST o, sin cuerpo, hace GET; termina si el estado no es 2xx. */
function call(string $path, array $headers, ?string $body = null): array
{
    $request = curl_init(getenv('BALCAO_URL') . $path);
    curl_setopt_array($request, [
        CURLOPT_HTTPHEADER => $headers,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 10,
    ]);
    if ($body !== null) {
        curl_setopt($request, CURLOPT_POSTFIELDS, $body);
    }
    $answer = curl_exec($request);
    $status = curl_getinfo($request, CURLINFO_RESPONSE_CODE);
    if ($answer === false || intdiv($status, 100) !== 2) {
        fwrite(STDERR, ($answer ?: curl_error($request)) . PHP_EOL);
        exit(1);
    }
    return json_decode($answer, true, flags: JSON_THROW_ON_ERROR);
}

/** pt: Troca as duas chaves por um token. */
/** en: Exchanges the two keys for a token. */
/** es: Cambia las dos claves por un token. */
function accessToken(): string
{
    $credential = base64_encode(getenv('BALCAO_PUBLIC_KEY') . ':' . getenv('BALCAO_SECRET_KEY'));
    $form = http_build_query(['grant_type' => 'client_credentials']);
    return call('/oauth2/v1/token', ["x-client-auth: Basic $credential"], $form)['access_token'];
}

$answer = call(
    '/credit/v1/scores',
    ['x-client-auth: Bearer ' . accessToken(), 'Content-Type: application/json'],
    json_encode(['data' => ['document' => '12ABC34501DE35']]),
);
echo json_encode($answer, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), PHP_EOL;
