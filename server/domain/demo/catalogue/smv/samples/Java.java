// pt: Verifica em silêncio se a conexão de um celular é do número que ele diz ter.
// en: Verifies silently that a phone's connection belongs to the number it says it has.
// es: Verifica en silencio que la conexión de un teléfono es la del número que dice tener.
// pt: Precisa do Java 17 ou mais recente e das variáveis BALCAO_URL, BALCAO_PUBLIC_KEY e BALCAO_SECRET_KEY.
// en: Needs Java 17 or newer and the variables BALCAO_URL, BALCAO_PUBLIC_KEY and BALCAO_SECRET_KEY.
// es: Necesita Java 17 o posterior y las variables BALCAO_URL, BALCAO_PUBLIC_KEY y BALCAO_SECRET_KEY.
// pt: Execute com: java Java.java
// en: Run with: java Java.java
// es: Ejecute con: java Java.java

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

final class SilentVerification {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var body = """
            {"data": {"msisdn": "5511999990200", "ip": "203.0.113.10", "port": 51544, "timestamp": %d}}
            """.formatted(Instant.now().getEpochSecond());
        var request = to("/identity/v1/mobileidentities/smvs")
            .header("x-client-auth", "Bearer " + accessToken())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
        System.out.println(send(request));
    }

    /** pt: Troca as duas chaves por um token. */
    /** en: Exchanges the two keys for a token. */
    /** es: Cambia las dos claves por un token. */
    private static String accessToken() throws IOException, InterruptedException {
        var keys = System.getenv("BALCAO_PUBLIC_KEY") + ":" + System.getenv("BALCAO_SECRET_KEY");
        var credential = Base64.getEncoder().encodeToString(keys.getBytes());
        var request = to("/oauth2/v1/token")
            .header("x-client-auth", "Basic " + credential)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"));
        return TOKEN.matcher(send(request)).results().findFirst().orElseThrow().group(1);
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(System.getenv("BALCAO_URL") + path))
            .timeout(Duration.ofSeconds(10));
    }

    /** pt: O corpo da resposta; encerra o programa se o status não for 2xx. */
    /** en: The body of the answer; ends the program unless the status is 2xx. */
    /** es: El cuerpo de la respuesta; termina el programa si el estado no es 2xx. */
    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = CLIENT.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            System.err.println(response.body());
            System.exit(1);
        }
        return response.body();
    }
}
