// pt: Lista os dez primeiros contatos do CRM.
// en: Lists the first ten contacts of the CRM.
// es: Lista los diez primeros contactos del CRM.
// pt: Precisa do Go 1.18 ou mais recente e das variáveis BALCAO_URL, BALCAO_PUBLIC_KEY e BALCAO_SECRET_KEY.
// en: Needs Go 1.18 or newer and the variables BALCAO_URL, BALCAO_PUBLIC_KEY and BALCAO_SECRET_KEY.
// es: Necesita Go 1.18 o posterior y las variables BALCAO_URL, BALCAO_PUBLIC_KEY y BALCAO_SECRET_KEY.
// pt: Execute com: go run go.go
// en: Run with: go run go.go
// es: Ejecute con: go run go.go
package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

var client = &http.Client{Timeout: 10 * time.Second}

func main() {
	request := newRequest(http.MethodGet, "/crm/v1/contacts?limit=10", "")
	request.Header.Set("x-client-auth", "Bearer "+accessToken())
	fmt.Println(string(send(request)))
}

// pt: accessToken troca as duas chaves por um token.
// en: accessToken exchanges the two keys for a token.
// es: accessToken cambia las dos claves por un token.
func accessToken() string {
	keys := os.Getenv("BALCAO_PUBLIC_KEY") + ":" + os.Getenv("BALCAO_SECRET_KEY")
	form := url.Values{"grant_type": {"client_credentials"}}
	request := newRequest(http.MethodPost, "/oauth2/v1/token", form.Encode())
	request.Header.Set("x-client-auth", "Basic "+base64.StdEncoding.EncodeToString([]byte(keys)))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")

	var answer struct {
		AccessToken string `json:"access_token"`
	}
	if err := json.Unmarshal(send(request), &answer); err != nil {
		log.Fatal(err)
	}
	return answer.AccessToken
}

func newRequest(method, path, body string) *http.Request {
	request, err := http.NewRequest(method, os.Getenv("BALCAO_URL")+path, strings.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	return request
}

// pt: send devolve o corpo da resposta e encerra o programa se o status não for 2xx.
// en: send returns the body of the answer and ends the program unless the status is 2xx.
// es: send devuelve el cuerpo de la respuesta y termina el programa si el estado no es 2xx.
func send(request *http.Request) []byte {
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	if response.StatusCode/100 != 2 {
		fmt.Fprintln(os.Stderr, string(body))
		os.Exit(1)
	}
	return body
}
