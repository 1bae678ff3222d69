<?php
// pt: Verifica em silêncio se a conexão de um celular é do número que ele diz ter.
// en: Verifies silently that a phone's connection belongs to the number it says it has.
// es: Verifica en silencio que la conexión de un teléfono es la del número que dice tener.
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

$connection = ['msisdn' => '5511999990200', 'ip' => '203.0.113.10', 'port' => 51544, 'timestamp' => time()];
$answer = call(
    '/identity/v1/mobileidentities/smvs',
    ['x-client-auth: Bearer ' . accessToken(), 'Content-Type: application/json'],
    json_encode(['data' => $connection]),
);
echo json_encode($answer, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), PHP_EOL;
