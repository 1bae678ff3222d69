<?php
// Verifies silently that a phone's connection belongs to the number it says it has.
// Needs PHP 8 with the curl extension and the variables BALCAO_URL, BALCAO_PUBLIC_KEY and
// BALCAO_SECRET_KEY. Run with: php php.php

declare(strict_types=1);

/** The JSON of the answer; posts the body, or gets when there is none; exits unless it is 2xx. */
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

/** Exchanges the two keys for a token. */
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
